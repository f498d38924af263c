'use strict';

const { createHmac } = require('node:crypto');

/**
 * A Shopify shop: orders, and webhooks it calls when one is placed. Shapes after Shopify's REST Admin API.
 * @param {{ accessToken: string, appSecretKey: string }} keys
 */
function createShopify({ accessToken, appSecretKey }) {
	const orders = [];
	const webhooks = [];

	/** Tells n8n of an order, signed as the shop does it. */
	async function announce(order) {
		for (const { topic, address } of webhooks) {
			const body = JSON.stringify(order);
			const signature = createHmac('sha256', appSecretKey).update(body).digest('base64');
			const response = await fetch(address, {
				method: 'POST',
				headers: {
					'content-type': 'application/json',
					'x-shopify-topic': topic,
					'x-shopify-hmac-sha256': signature,
					'x-shopify-shop-domain': 'example.myshopify.com',
					'x-shopify-api-version': '2024-07',
				},
				body,
			});
			if (!response.ok) throw new Error(`n8n answered ${response.status} to the order`);
		}
	}

	return {
		webhooks,
		/** An order that no message told of. */
		keep: (order) => void orders.push(order),
		place: async (order) => {
			orders.push(order);
			await announce(order);
		},
		/** @param {import('.').StandInRequest} request */
		answer: ({ method, path, query, body, headers }) => {
			if (headers['x-shopify-access-token'] !== accessToken) {
				return { status: 401, body: { errors: '[API] Invalid API key or access token' } };
			}
			const what = path.replace(/^\/admin\/api\/[\d-]+\/+/, '').replace(/\.json$/, '');
			if (method === 'GET' && what === 'webhooks') return { body: { webhooks } };
			if (method === 'POST' && what === 'webhooks') {
				const webhook = { id: webhooks.length + 1, ...body.webhook };
				webhooks.push(webhook);
				return { status: 201, body: { webhook } };
			}
			if (method === 'DELETE' && what.startsWith('webhooks/')) return { body: {} };
			if (method === 'GET' && what === 'orders') {
				return { body: { orders: listed(orders, query) } };
			}
			return { status: 404, body: { errors: 'Not Found' } };
		},
	};
}

/** As Shopify lists them: open ones unless another status or any is asked for, 50 unless more are. */
function listed(orders, { created_at_min: since, status = 'open', limit = 50 }) {
	const isOpen = ({ closed_at, cancelled_at }) => !closed_at && !cancelled_at;
	return orders
		.filter(({ created_at }) => !since || Date.parse(created_at) >= Date.parse(since))
		.filter((order) => status === 'any' || isOpen(order))
		.slice(0, Number(limit));
}

module.exports = { createShopify };
