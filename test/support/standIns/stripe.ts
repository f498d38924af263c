import { createHmac } from 'node:crypto';

import { callWebhook, type Json, type StandInAnswer, type StandInRequest } from './standIn';

const SECRET = 'whsec_example';

/** An invoice as Stripe has it. */
type Invoice = Json & { lines: { data: Json[] } };

/** A Stripe account: invoices with their lines, and webhooks it calls when one is finalized. Shapes after Stripe's API. */
export function createStripe({ secretKey }: { secretKey: string }) {
	const invoices = new Map<string, Invoice>();
	const webhooks: Array<{ id: string; url: string }> = [];
	let events = 0;

	/** Tells n8n of an invoice with the first ten of its lines, signed as Stripe does it. */
	async function finalize(given: Json) {
		const invoice = given as Invoice;
		invoices.set(String(invoice.id), invoice);
		const { data } = invoice.lines;
		const lines = { ...invoice.lines, data: data.slice(0, 10), has_more: data.length > 10 };
		events += 1;
		const body = JSON.stringify({
			id: `evt_example${events}`,
			object: 'event',
			type: 'invoice.finalized',
			livemode: true,
			data: { object: { ...invoice, lines } },
		});
		const time = Math.floor(Date.now() / 1000);
		const signature = createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex');
		for (const { url } of webhooks) {
			await callWebhook(url, body, {
				'content-type': 'application/json; charset=utf-8',
				'stripe-signature': `t=${time},v1=${signature}`,
			});
		}
	}

	return {
		webhooks,
		finalize,
		answer: ({ method, path, query, body, headers }: StandInRequest): StandInAnswer => {
			if (headers.authorization !== `Bearer ${secretKey}`) {
				return { status: 401, body: { error: { message: 'Invalid API Key provided' } } };
			}
			if (method === 'POST' && path === '/v1/webhook_endpoints') {
				const webhook = { id: `we_example${webhooks.length + 1}`, url: String(body.url) };
				webhooks.push(webhook);
				const enabled_events = ['invoice.finalized'];
				return { body: { ...webhook, status: 'enabled', secret: SECRET, enabled_events } };
			}
			if (path.startsWith('/v1/webhook_endpoints/')) return { body: { deleted: true } };
			const [, id = ''] = /^\/v1\/invoices\/([^/]+)\/lines$/.exec(path) ?? [];
			const invoice = invoices.get(id);
			if (method !== 'GET' || invoice === undefined) {
				return { status: 404, body: { error: { code: 'resource_missing' } } };
			}
			const limit = Number(query.limit ?? 10);
			const { data } = invoice.lines;
			const has_more = data.length > limit;
			return { body: { object: 'list', data: data.slice(0, limit), has_more, url: path } };
		},
	};
}
