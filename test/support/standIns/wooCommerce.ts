import { createHmac } from 'node:crypto';

import {
	callWebhook,
	routed,
	type Json,
	type Route,
	type StandInAnswer,
	type StandInRequest,
} from './standIn';

interface Webhook {
	id: number;
	status: string;
	topic: string;
	delivery_url: string;
	secret: string;
}

/**
 * A WooCommerce shop: orders with their notes, and webhooks it calls when an order is placed. Shapes and status codes
 * after the WooCommerce REST API documentation.
 */
export function createWooCommerce(keys: { consumerKey: string; consumerSecret: string }) {
	const orders = new Map<string, Json>();
	const notes: Array<{ id: number; order: number; note: unknown }> = [];
	const webhooks = new Map<number, Webhook>();
	const login = `Basic ${Buffer.from(`${keys.consumerKey}:${keys.consumerSecret}`).toString('base64')}`;
	let last = 0;
	const missing = (code: string, message: string): StandInAnswer => ({
		status: 404,
		body: { code, message, data: { status: 404 } },
	});
	const withOrder = (id: string | undefined, work: (order: Json) => StandInAnswer) => {
		const order = orders.get(String(id));
		return order === undefined
			? missing('woocommerce_rest_shop_order_invalid_id', 'Invalid ID.')
			: work(order);
	};

	const routes: Route[] = [
		['GET', /^\/webhooks$/, () => ({ body: [...webhooks.values()] })],
		[
			'POST',
			/^\/webhooks$/,
			(_, { body }) => {
				const { topic, delivery_url, secret } = body;
				const webhook = {
					id: (last += 1),
					status: 'active',
					topic: String(topic),
					delivery_url: String(delivery_url),
					secret: String(secret),
				};
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
			(_, { query: { after = '' } }) => ({
				body: [...orders.values()].filter((order) => String(order.date_created) >= after),
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

	/** Tells n8n of an order, signed as the shop does it. */
	async function announce(order: Json) {
		for (const { id, topic, delivery_url, secret } of webhooks.values()) {
			if (topic !== 'order.created') continue;
			const body = JSON.stringify(order);
			await callWebhook(delivery_url, body, {
				'x-wc-webhook-id': String(id),
				'x-wc-webhook-topic': topic,
				'x-wc-webhook-signature': createHmac('sha256', secret).update(body).digest('base64'),
			});
		}
	}

	return {
		orders,
		notes,
		webhooks,
		announce,
		/** An order that no message told of. */
		keep: (order: Json) => void orders.set(String(order.id), order),
		/** A buyer's order, and the message about it. */
		place: async (order: Json) => {
			orders.set(String(order.id), order);
			await announce(order);
		},
		answer: (request: StandInRequest): StandInAnswer => {
			if (request.headers.authorization !== login) {
				return { status: 401, body: { code: 'woocommerce_rest_cannot_view' } };
			}
			const path = request.path.replace(/^\/wp-json\/wc\/v3/, '');
			return routed(routes, path, request) ?? missing('rest_no_route', 'No route was found.');
		},
	};
}
