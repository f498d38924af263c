import type { IDataObject, INode } from 'n8n-workflow';

import { createTrigger, runCashIn, type Credential, type RunResult } from '../support/engine';
import { KEY } from './business.cts';
import { startForeignServer, type ForeignServer } from './server.cts';

/** A server of the foreign document for every test of a file, in the state of a new account. */
export function useForeignServer(): () => ForeignServer {
	let server: ForeignServer | undefined;
	const current = () => {
		if (server === undefined) throw new Error('The server starts with the first test');
		return server;
	};
	beforeAll(async () => {
		server = await startForeignServer();
	});
	beforeEach(() => {
		current().reset();
		// The clock of n8n's machine is right; sockets and waits stay real.
		jest.spyOn(Date, 'now').mockImplementation(() => current().business.now);
	});
	afterEach(() => {
		jest.restoreAllMocks();
		expect(current().violations).toEqual([]);
	});
	afterAll(async () => await server?.close());
	return current;
}

export const credentialOf = ({ baseUrl }: ForeignServer) => ({
	apiKey: KEY,
	environment: 'custom',
	baseUrl,
});

/** Runs the node with the parameters of a workflow that was saved before the adoption. */
export async function run(
	server: ForeignServer,
	action: string,
	parameters: IDataObject = {},
	items: IDataObject[] = [{}],
	settings: Partial<INode> = { onError: 'continueErrorOutput' },
	credential: Credential = {},
): Promise<RunResult> {
	const [resource, operation] = action.split('.');
	return await runCashIn(
		items,
		{ resource, operation, ...parameters },
		{ ...credentialOf(server), ...credential },
		settings,
	);
}

export const triggerOf = (server: ForeignServer, event: string, parameters: IDataObject = {}) =>
	createTrigger({ event, ...parameters }, credentialOf(server));

export const jsons = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json);

/** What the server was asked: operation, path, query and body. */
export const asked = (server: ForeignServer) =>
	server.log.map(({ operation, path, query, body }) => ({ operation, path, query, body }));

/** Rows of a list, counted from 1. */
export const series = <Row>(count: number, row: (number: number) => Row): Row[] =>
	Array.from({ length: count }, (_, index) => row(index + 1));
