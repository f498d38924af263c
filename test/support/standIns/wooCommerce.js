'use strict';

const { createHmac } = require('node:crypto');

/** @typedef {Record<string, any>} Order as WooCommerce's REST API v3 has it */

/**
 * A WooCommerce shop: orders with their notes, and webhooks it calls when an order is placed. Shapes and status codes
 * after the WooCommerce REST API documentation.
 * @param {{ consumerKey: string, consumerSecret: string }} keys
 */
function createWooCommerce({ consumerKey, consumerSecret }) {
	/** @type {Map<string, Order>} */
	const orders = new Map();
	const notes = [];
	const webhooks = new Map();
	const login = `Basic ${Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')}`;
	let last = 0;
	const missing = (code, message) => ({
		status: 404,
		body: { code, message, data: { status: 404 } },
	});
	const withOrder = (id, work) => {
		const order = orders.get(id);
		if (order === undefined)
			return missing('woocommerce_rest_shop_order_invalid_id', 'Invalid ID.');
		return work(order);
	};

	const routes = [
		['GET', /^\/webhooks$/, () => ({ body: [...webhooks.values()] })],
		[
			'POST',
			/^\/webhooks$/,
			(_, { body }) => {
				const webhook = { id: (last += 1), status: 'active', ...body };
				webhooks.set(webhook.id, webhook);
				return { status: 201, body: webhook };
			},
		],
		[
			'DELETE',
			/^\/webhooks\/(\d+)$/,
			([id]) => {
				webhooks.delete(Number(id));
				return { body: {} };
			},
		],
		[
			'GET',
			/^\/orders$/,
			(_, { query }) => ({
				body: [...orders.values()].filter(({ date_created }) => date_created >= query.after),
			}),
		],
		['GET', /^\/orders\/(\d+)$/, ([id]) => withOrder(id, (order) => ({ body: order }))],
		[
			'PUT',
			/^\/orders\/(\d+)$/,
			([id], { body }) => withOrder(id, (order) => ({ body: Object.assign(order, body) })),
		],
		[
			'POST',
			/^\/orders\/(\d+)\/notes$/,
			([id], { body }) =>
				withOrder(id, () => {
					const note = { id: (last += 1), order: Number(id), note: body.note };
					notes.push(note);
					return { status: 201, body: note };
				}),
		],
	];

	/** Tells n8n of an order, signed as the shop does it. @param {Order} order */
	async function announce(order) {
		for (const { id, topic, delivery_url, secret } of webhooks.values()) {
			if (topic !== 'order.created') continue;
			const body = JSON.stringify(order);
			const signature = createHmac('sha256', secret).update(body).digest('base64');
			const response = await fetch(delivery_url, {
				method: 'POST',
				headers: {
					'content-type': 'application/json',
					'x-wc-webhook-id': String(id),
					'x-wc-webhook-topic': topic,
					'x-wc-webhook-signature': signature,
				},
				body,
			});
			if (!response.ok) throw new Error(`n8n answered ${response.status} to the order`);
		}
	}

	return {
		orders,
		notes,
		webhooks,
		announce,
		/** An order that no message told of. @param {Order} order */
		keep: (order) => void orders.set(String(order.id), order),
		/** A buyer's order, and the message about it. @param {Order} order */
		place: async (order) => {
			orders.set(String(order.id), order);
			await announce(order);
		},
		/** @param {import('.').StandInRequest} request */
		answer: (request) => {
			if (request.headers.authorization !== login) {
				return { status: 401, body: { code: 'woocommerce_rest_cannot_view' } };
			}
			const path = request.path.replace(/^\/wp-json\/wc\/v3/, '');
			for (const [method, pattern, work] of routes) {
				const match = method === request.method && pattern.exec(path);
				if (match) return work(match.slice(1), request);
			}
			return missing('rest_no_route', 'No route was found.');
		},
	};
}

module.exports = { createWooCommerce };
