'use strict';

const { eventually } = require('./eventually');
const { createExecutions } = require('./executions');

/**
 * The API n8n's own editor uses, for one running n8n.
 * @param {string} url
 * @param {ReturnType<typeof import('./owner').newOwner>} owner who it logs in as
 */
function createRest(url, owner) {
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
		if (userManagement?.showSetupOnFirstLoad) await call('POST', '/rest/owner/setup', owner);
		await login();
		return owner;
	}

	async function login() {
		const { email, password } = owner;
		await call('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	}

	/**
	 * Waits until n8n calls a published workflow active. Its trigger's first poll may still be on its way then.
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
		waitUntilActive,
		addWorkflow,
		activate,
		deactivate,
		addCredential,
		testCredential,
		...createExecutions(rest),
	};
}

function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

module.exports = { createRest, eventually };
