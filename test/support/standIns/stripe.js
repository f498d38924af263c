'use strict';

const { createHmac } = require('node:crypto');

const SECRET = 'whsec_example';

/**
 * A Stripe account: invoices with their lines, and webhooks it calls when one is finalized. Shapes after Stripe's API.
 * @param {{ secretKey: string }} keys
 */
function createStripe({ secretKey }) {
	const invoices = new Map();
	const webhooks = [];
	const events = [];

	/** Tells n8n of an invoice with the first ten of its lines, signed as Stripe does it. */
	async function finalize(invoice) {
		invoices.set(invoice.id, invoice);
		const { data } = invoice.lines;
		const lines = { ...invoice.lines, data: data.slice(0, 10), has_more: data.length > 10 };
		const event = {
			id: `evt_example${events.length + 1}`,
			object: 'event',
			type: 'invoice.finalized',
			livemode: true,
			data: { object: { ...invoice, lines } },
		};
		events.push(event);
		const body = JSON.stringify(event);
		const time = Math.floor(Date.now() / 1000);
		const signature = createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex');
		for (const { url } of webhooks) {
			const response = await fetch(url, {
				method: 'POST',
				headers: {
					'content-type': 'application/json; charset=utf-8',
					'stripe-signature': `t=${time},v1=${signature}`,
				},
				body,
			});
			if (!response.ok) throw new Error(`n8n answered ${response.status} to the invoice`);
		}
	}

	return {
		webhooks,
		finalize,
		/** @param {import('.').StandInRequest} request */
		answer: ({ method, path, query, body, headers }) => {
			if (headers.authorization !== `Bearer ${secretKey}`) {
				return { status: 401, body: { error: { message: 'Invalid API Key provided' } } };
			}
			if (method === 'POST' && path === '/v1/webhook_endpoints') {
				const webhook = { id: `we_example${webhooks.length + 1}`, url: body.url };
				webhooks.push(webhook);
				const enabled_events = ['invoice.finalized'];
				return { body: { ...webhook, status: 'enabled', secret: SECRET, enabled_events } };
			}
			if (path.startsWith('/v1/webhook_endpoints/')) return { body: { deleted: true } };
			const [, id] = /^\/v1\/invoices\/([^/]+)\/lines$/.exec(path) ?? [];
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

module.exports = { createStripe };
