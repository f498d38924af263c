'use strict';

const { unflatten } = require('./unflatten');

/** A login for an n8n that listens on this machine only and is thrown away afterwards. */
const OWNER = {
	email: 'demo@example.com',
	password: 'Cash-In-demo-1',
	firstName: 'Demo',
	lastName: 'User',
};

const STILL_GOING = new Set(['new', 'running', 'waiting', 'unknown']);

/**
 * The API n8n's own editor uses, for one running n8n.
 * @param {string} url
 */
function createRest(url) {
	let cookie;

	/**
	 * One call, as the owner; logs in when there is no login yet.
	 * @param {string} method
	 * @param {string} path as in `/rest/workflows`
	 * @param {unknown} [body] sent as JSON
	 * @returns {Promise<any>} what n8n answers under `data`
	 */
	async function rest(method, path, body) {
		if (!cookie) await login();
		return await call(method, path, body);
	}

	async function call(method, path, body) {
		const response = await fetch(`${url}${path}`, {
			method,
			headers: {
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...(cookie ? { cookie } : {}),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(60_000),
		});
		const issued = response.headers.getSetCookie().find((one) => one.startsWith('n8n-auth='));
		if (issued) cookie = issued.split(';')[0];
		const text = await response.text();
		if (!response.ok) {
			const { message = text } = parsed(text) ?? {};
			throw new Error(`n8n answered ${response.status} to ${method} ${path}: ${message}`);
		}
		return parsed(text)?.data;
	}

	/** Creates the owner where there is none yet, and logs in. */
	async function setupOwner() {
		const { userManagement } = await call('GET', '/rest/settings');
		if (userManagement?.showSetupOnFirstLoad) await call('POST', '/rest/owner/setup', OWNER);
		await login();
		return OWNER;
	}

	async function login() {
		const { email, password } = OWNER;
		await call('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	}

	/**
	 * The latest executions of a workflow, oldest first, without their data.
	 * @param {string} workflowId
	 * @returns {Promise<Array<{ id: string, status: string, mode: string, startedAt: string }>>}
	 */
	async function executions(workflowId) {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await rest('GET', `/rest/executions?filter=${filter}&limit=100`);
		return results.reverse();
	}

	/**
	 * An execution whole, with `data` as n8n's engine has it: `data.resultData.runData[nodeName]`.
	 * @param {string} id
	 */
	async function execution(id) {
		const found = await rest('GET', `/rest/executions/${id}`);
		return { ...found, data: typeof found.data === 'string' ? unflatten(found.data) : found.data };
	}

	/**
	 * Waits until a workflow has at least `count` executions that came to an end.
	 * @param {string} workflowId
	 * @param {{ count?: number, deadlineMs?: number }} [options] the default deadline allows for n8n's polls at full minutes
	 * @returns {Promise<Array<any>>} all of them, oldest first, whole
	 */
	async function waitForExecutions(workflowId, { count = 1, deadlineMs = 150_000 } = {}) {
		const ended = await eventually(
			async () => {
				const all = await executions(workflowId);
				const done = all.filter(({ status }) => !STILL_GOING.has(status));
				return done.length >= count ? done : undefined;
			},
			deadlineMs,
			`workflow ${workflowId} has not run ${count} time(s)`,
		);
		return await Promise.all(ended.map(({ id }) => execution(id)));
	}

	/**
	 * Runs a workflow of the running n8n as "Execute workflow" does, and waits for its end.
	 * @param {string} workflowId
	 * @param {{ from?: string, deadlineMs?: number }} [options] `from`: the name of the trigger node; without it, the only one
	 */
	async function runWorkflow(workflowId, { from, deadlineMs = 120_000 } = {}) {
		const { nodes } = await rest('GET', `/rest/workflows/${workflowId}`);
		const name = from ?? nodes.find(({ type }) => /trigger$/i.test(type))?.name;
		const { executionId } = await rest('POST', `/rest/workflows/${workflowId}/run`, {
			triggerToStartFrom: { name },
		});
		return await eventually(
			async () => {
				const run = await execution(executionId);
				return STILL_GOING.has(run.status) ? undefined : run;
			},
			deadlineMs,
			`the run of workflow ${workflowId} has not ended`,
		);
	}

	/**
	 * Waits until n8n has a published workflow's trigger running: its first poll is done then.
	 * @param {string} workflowId
	 */
	async function waitUntilActive(workflowId, deadlineMs = 60_000) {
		await eventually(
			async () => (await rest('GET', '/rest/active-workflows')).includes(workflowId) || undefined,
			deadlineMs,
			async () => {
				const reason = await rest('GET', `/rest/active-workflows/error/${workflowId}`);
				return `workflow ${workflowId} is not active${reason ? `: ${JSON.stringify(reason)}` : ''}`;
			},
		);
	}

	/** Adds a workflow while n8n runs; n8n gives it an id of its own unless it brings one. */
	async function addWorkflow(workflow) {
		const { active: _, ...rest_ } = workflow;
		return await rest('POST', '/rest/workflows', { connections: {}, settings: {}, ...rest_ });
	}

	/** Publishes a workflow while n8n runs. A trigger's first poll is part of it; when that throws, so does this. */
	async function activate(workflowId) {
		const { versionId } = await rest('GET', `/rest/workflows/${workflowId}`);
		return await rest('POST', `/rest/workflows/${workflowId}/activate`, { versionId });
	}

	async function deactivate(workflowId) {
		return await rest('POST', `/rest/workflows/${workflowId}/deactivate`, {});
	}

	/** Adds a credential while n8n runs. @param {{ name: string, type: string, data: object }} credential */
	async function addCredential(credential) {
		return await rest('POST', '/rest/credentials', credential);
	}

	/**
	 * What the credential dialog's test says.
	 * @param {{ type: string, data: object, id?: string, name?: string }} credential without `id`: one not saved
	 * @returns {Promise<{ status: 'OK' | 'Error', message: string }>}
	 */
	async function testCredential({ id = '', name = 'Credential', type, data }) {
		const saved = id === '' ? await addCredential({ name, type, data }) : { id };
		return await rest('POST', '/rest/credentials/test', {
			credentials: { id: saved.id, name, type, data },
		});
	}

	return {
		rest,
		login,
		setupOwner,
		executions,
		execution,
		waitForExecutions,
		runWorkflow,
		waitUntilActive,
		addWorkflow,
		activate,
		deactivate,
		addCredential,
		testCredential,
	};
}

/** Asks again until there is an answer; a deadline that passes is an error that says what was waited for. */
async function eventually(look, deadlineMs, what) {
	const until = Date.now() + deadlineMs;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > until) {
			const sentence = typeof what === 'string' ? what : await what();
			throw new Error(`After ${Math.round(deadlineMs / 1000)} seconds ${sentence}.`);
		}
		await new Promise((resolve) => setTimeout(resolve, 400));
	}
}

function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

module.exports = { createRest, eventually, OWNER };
