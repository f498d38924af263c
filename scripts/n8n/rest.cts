import { eventually } from './eventually.cts';
import { createExecutions } from './executions.cts';
import type { Owner } from './owner.cts';

/**
 * One call as the owner; logs in when there is no login yet.
 * @param path as in `/rest/workflows`
 * @param body sent as JSON
 * @returns what n8n answers under `data`
 */
export type Rest = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

export interface Credential {
	name: string;
	type: string;
	/** In the clear. */
	data: object;
}

/** The API n8n's own editor uses, for one running n8n, which `owner` logs into. */
export function createRest(url: string, owner: Owner) {
	let cookie: string | undefined;

	const rest: Rest = async (method, path, body) => {
		if (!cookie) await login();
		return await call(method, path, body);
	};

	async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
		const response = await fetch(`${url}${path}`, {
			method,
			headers: {
				// A connection that is kept may be one that n8n has closed meanwhile, as when it was restarted.
				connection: 'close',
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...(cookie ? { cookie } : {}),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(60_000),
		});
		const issued = response.headers.getSetCookie().find((one) => one.startsWith('n8n-auth='));
		if (issued) cookie = issued.split(';')[0];
		const text = await response.text();
		const answer = parsed(text);
		if (!response.ok) {
			const { message = text } = answer;
			throw new Error(`n8n answered ${response.status} to ${method} ${path}: ${message}`);
		}
		return answer.data as Answer;
	}

	/** Creates the owner where there is none yet, and logs in. */
	async function setupOwner(): Promise<Owner> {
		const { userManagement } = await call<{ userManagement?: { showSetupOnFirstLoad?: boolean } }>(
			'GET',
			'/rest/settings',
		);
		if (userManagement?.showSetupOnFirstLoad) await call('POST', '/rest/owner/setup', owner);
		await login();
		return owner;
	}

	async function login(): Promise<void> {
		const { email, password } = owner;
		await call('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	}

	/** Waits until n8n calls a published workflow active. Its trigger's first poll may still be on its way then. */
	async function waitUntilActive(workflowId: string, deadlineMs = 60_000): Promise<void> {
		await eventually(
			async () =>
				(await rest<string[]>('GET', '/rest/active-workflows')).includes(workflowId) || undefined,
			deadlineMs,
			async () => {
				const reason = await rest<unknown>('GET', `/rest/active-workflows/error/${workflowId}`);
				return `workflow ${workflowId} is not active${reason ? `: ${JSON.stringify(reason)}` : ''}`;
			},
		);
	}

	/** Adds a workflow while n8n runs, unpublished; n8n gives it an id of its own unless it brings one. */
	async function addWorkflow(workflow: object): Promise<{ id: string }> {
		return await rest('POST', '/rest/workflows', {
			connections: {},
			settings: {},
			...workflow,
			active: false,
		});
	}

	/** Publishes a workflow while n8n runs. A trigger's first poll is part of it; when that throws, so does this. */
	async function activate(workflowId: string): Promise<void> {
		const { versionId } = await rest<{ versionId: string }>('GET', `/rest/workflows/${workflowId}`);
		await rest('POST', `/rest/workflows/${workflowId}/activate`, { versionId });
	}

	async function deactivate(workflowId: string): Promise<void> {
		await rest('POST', `/rest/workflows/${workflowId}/deactivate`, {});
	}

	/** Adds a credential while n8n runs. */
	async function addCredential(credential: Credential): Promise<{ id: string }> {
		return await rest('POST', '/rest/credentials', credential);
	}

	/** What the credential dialog's test says; without an `id`, of a credential that was not saved. */
	async function testCredential({
		id,
		name = 'Credential',
		type,
		data,
	}: Omit<Credential, 'name'> & { id?: string; name?: string }): Promise<{
		status: 'OK' | 'Error';
		message: string;
	}> {
		const saved = id === undefined ? await addCredential({ name, type, data }) : { id };
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

/** n8n answers in JSON; what stands before it may not. */
function parsed(text: string): { data?: unknown; message?: string } {
	try {
		return JSON.parse(text) ?? {};
	} catch {
		return {};
	}
}
