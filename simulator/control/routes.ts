import type { FastifyInstance } from 'fastify';
import { ZodError } from 'zod';

import { JsonBody } from '../api/jsonBody';
import type { Control } from './control';

interface Request {
	body: unknown;
	query: { [name: string]: string | undefined };
}

type Action = (control: Control, request: Request) => unknown;

/** The control interface over HTTP: method, address under /_sim, and the function of Control it calls. */
const ROUTES: ReadonlyArray<[method: string, address: string, action: Action]> = [
	['POST', 'pay', (control, { body }) => control.pay(body as never)],
	['POST', 'clock', (control, { body }) => control.setClock(body as never)],
	['POST', 'seed', (control, { body }) => control.seed(body as never)],
	['POST', 'insert-allocations', (control, { body }) => control.insertAllocations(body as never)],
	['POST', 'edit-allocation', (control, { body }) => control.editAllocation(body as never)],
	['POST', 'remove-allocation', (control, { body }) => control.removeAllocation(body as never)],
	['POST', 'schedule', (control, { body }) => control.schedule(body as never)],
	['POST', 'end-invoice', (control, { body }) => control.endInvoice(body as never)],
	['POST', 'fail-deliveries', (control, { body }) => control.failDeliveries(body as never)],
	['POST', 'seed-examples', (control) => control.seedExamples()],
	['POST', 'settings', (control, { body }) => control.configure(body as never)],
	['POST', 'reset', (control) => control.reset()],
	['GET', 'state', (control) => control.state()],
	['GET', 'invoices', (control) => control.invoices()],
	['GET', 'allocations', (control) => control.allocations()],
	['GET', 'messages', (control) => control.messages()],
	['GET', 'documents', (control) => control.documents()],
	['GET', 'requests', (control, { query }) => control.requests(Number(query.since ?? 0))],
	['DELETE', 'requests', (control) => control.clearRequests()],
	['POST', 'requests/clear', (control) => control.clearRequests()],
	['POST', 'faults', (control, { body }) => control.addFault(body as never)],
	['GET', 'faults', (control) => control.faults()],
	['DELETE', 'faults', (control, { query }) => control.clearFaults(idOf(query))],
	['GET', 'violations', (control) => control.violations()],
];

/** Serves the control interface beside the API: no key, since only programs of this machine reach it, see guard. */
export function registerControl(app: FastifyInstance, control: Control): void {
	for (const [method, address, action] of ROUTES) {
		app.route({
			method,
			url: `/_sim/${address}`,
			handler: async (request, reply) => {
				const read = new JsonBody(request.body as Buffer | undefined).read();
				if ('problem' in read) return reply.code(400).send({ error: read.problem });
				try {
					const body = read.value ?? {};
					const result = action(control, { body, query: request.query as Request['query'] });
					return await reply.send(result ?? { ok: true });
				} catch (error) {
					return reply.code(400).send({ error: sentenceOf(error) });
				}
			},
		});
	}
}

function idOf({ id }: Request['query']): number | undefined {
	return id === undefined ? undefined : Number(id);
}

/** The reason why an input was not understood, or could not be followed. */
export function sentenceOf(error: unknown): string {
	if (error instanceof ZodError) {
		return error.issues
			.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
			.join('; ');
	}
	return error instanceof Error ? error.message : String(error);
}
