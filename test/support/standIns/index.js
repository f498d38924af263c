'use strict';

const path = require('node:path');

const { default: fastify } = require('fastify');

const { createGoogleSheets } = require('./googleSheets');
const { createMail } = require('./mail');
const { createModel } = require('./model');
const { createShopify } = require('./shopify');
const { createStripe } = require('./stripe');
const { createWooCommerce } = require('./wooCommerce');

/** Made up, and asked for: a workflow that sends none, or another service's, is refused. */
const KEYS = {
	wooCommerceApi: { consumerKey: 'example-key', consumerSecret: 'example-secret' },
	shopifyAccessTokenApi: { accessToken: 'example-shopify', appSecretKey: 'example-app-secret' },
	stripeApi: { secretKey: 'example-stripe' },
	slackApi: { accessToken: 'example-slack' },
	googleSheetsOAuth2Api: { accessToken: 'example-google' },
	openAiApi: { apiKey: 'example-openai' },
};

/**
 * @typedef {object} StandInRequest a request that a workflow has sent to a host
 * @property {string} method
 * @property {string} path without the query
 * @property {Record<string, unknown>} query
 * @property {Record<string, unknown>} body
 * @property {import('node:http').IncomingHttpHeaders} headers
 */

/**
 * All that the example workflows speak to beside Cash-In, on this machine. One server plays every host; which one a
 * request was for stands in front of its path, put there by `redirect.js`.
 */
async function createStandIns() {
	const mail = await createMail();
	const wooCommerce = createWooCommerce(KEYS.wooCommerceApi);
	const shopify = createShopify(KEYS.shopifyAccessTokenApi);
	const stripe = createStripe(KEYS.stripeApi);
	const googleSheets = createGoogleSheets(KEYS.googleSheetsOAuth2Api);
	const model = createModel(KEYS.openAiApi);
	const slack = [];
	const strays = [];
	const hosts = {
		'shop.example': wooCommerce.answer,
		'example.myshopify.com': shopify.answer,
		'api.stripe.com': stripe.answer,
		'sheets.googleapis.com': googleSheets.answer,
		'api.openai.com': model.answer,
		'slack.com': ({ body, headers }) => {
			if (headers.authorization !== `Bearer ${KEYS.slackApi.accessToken}`) {
				return { body: { ok: false, error: 'invalid_auth' } };
			}
			slack.push({ channel: body.channel, text: body.text });
			return { body: { ok: true, ts: '1.0', message: { text: body.text } } };
		},
	};

	const server = fastify({ forceCloseConnections: true });
	server.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body))),
	);
	server.all('/*', async ({ method, raw, query, body, headers }, reply) => {
		const [, host, rest] = /^\/([^/?]+)([^?]*)/.exec(raw.url);
		const play = hosts[host];
		if (play === undefined) {
			strays.push(host);
			return await reply.code(502).send({});
		}
		const answer = play({ method, path: rest, query, body, headers });
		return await reply.code(answer.status ?? 200).send(answer.body);
	});
	const url = await server.listen({ port: 0, host: '127.0.0.1' });

	return {
		mail: mail.messages,
		wooCommerce,
		shopify,
		stripe,
		googleSheets,
		model,
		/** Messages, as `{ channel, text }`. */
		slack,
		/** Hosts that were asked for and that nobody plays. */
		strays,
		/** What n8n's environment needs for it. */
		environment: {
			NODE_OPTIONS: `--require ${path.join(__dirname, 'redirect.js')}`,
			STAND_INS_PORT: new URL(url).port,
		},
		credentials: credentialsFor(url, mail.port),
		close: async () => {
			await server.close();
			await mail.close();
		},
	};
}

/** n8n's credentials for them; the id of each is its type. */
function credentialsFor(url, mailPort) {
	const data = {
		wooCommerceApi: { ...KEYS.wooCommerceApi, url: 'https://shop.example' },
		shopifyAccessTokenApi: { ...KEYS.shopifyAccessTokenApi, shopSubdomain: 'example' },
		stripeApi: KEYS.stripeApi,
		slackApi: KEYS.slackApi,
		smtp: { host: '127.0.0.1', port: mailPort, secure: false, disableStartTls: true, user: '' },
		googleSheetsOAuth2Api: {
			clientId: 'example',
			clientSecret: 'example',
			oauthTokenData: {
				access_token: KEYS.googleSheetsOAuth2Api.accessToken,
				token_type: 'Bearer',
			},
		},
		// The model's library has its own way to the network, so it is told the address.
		openAiApi: { ...KEYS.openAiApi, url: `${url}/api.openai.com/v1` },
	};
	return Object.entries(data).map(([type, one]) => ({ id: type, name: type, type, data: one }));
}

module.exports = { createStandIns };
