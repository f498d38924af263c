import { createHmac } from 'node:crypto';

import { callWebhook, type Json, type StandInAnswer, type StandInRequest } from './standIn';

/** A Shopify shop: orders, and webhooks it calls when one is placed. Shapes after Shopify's REST Admin API. */
export function createShopify(keys: { accessToken: string; appSecretKey: string }) {
	const orders: Json[] = [];
	const webhooks: Array<{ id: number; topic: string; address: string }> = [];

	/** Tells n8n of an order, signed as the shop does it. */
	async function announce(order: Json) {
		for (const { topic, address } of webhooks) {
			const body = JSON.stringify(order);
			await callWebhook(address, body, {
				'x-shopify-topic': topic,
				'x-shopify-hmac-sha256': createHmac('sha256', keys.appSecretKey)
					.update(body)
					.digest('base64'),
				'x-shopify-shop-domain': 'example.myshopify.com',
				'x-shopify-api-version': '2024-07',
			});
		}
	}

	return {
		webhooks,
		/** An order that no message told of. */
		keep: (order: Json) => void orders.push(order),
		place: async (order: Json) => {
			orders.push(order);
			await announce(order);
		},
		answer: ({ method, path, query, body, headers }: StandInRequest): StandInAnswer => {
			if (headers['x-shopify-access-token'] !== keys.accessToken) {
				return { status: 401, body: { errors: '[API] Invalid API key or access token' } };
			}
			const what = path.replace(/^\/admin\/api\/[\d-]+\/+/, '').replace(/\.json$/, '');
			if (method === 'GET' && what === 'webhooks') return { body: { webhooks } };
			if (method === 'POST' && what === 'webhooks') {
				const { topic, address } = body.webhook as Json;
				const webhook = {
					id: webhooks.length + 1,
					topic: String(topic),
					address: String(address),
				};
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
function listed(orders: Json[], query: StandInRequest['query']): Json[] {
	const { created_at_min: since, status = 'open', limit = 50 } = query;
	const isOpen = ({ closed_at, cancelled_at }: Json) => !closed_at && !cancelled_at;
	return orders
		.filter(({ created_at }) => !since || Date.parse(String(created_at)) >= Date.parse(since))
		.filter((order) => status === 'any' || isOpen(order))
		.slice(0, Number(limit));
}
