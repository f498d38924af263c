import path from 'node:path';
import fastify from 'fastify';

import { createCompanyRegister } from './companyRegister';
import { createGoogleSheets } from './googleSheets';
import { createMail } from './mail.cts';
import { createModel } from './model';
import { createShopify } from './shopify';
import type { Answer, Json } from './standIn';
import { createStripe } from './stripe';
import { createWooCommerce } from './wooCommerce';

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
 * All that the example workflows speak to beside Cash-In, on this machine. One server plays every host; which one a
 * request was for stands in front of its path, put there by `redirect.js`.
 */
export async function createStandIns() {
	const mail = await createMail();
	const wooCommerce = createWooCommerce(KEYS.wooCommerceApi);
	const shopify = createShopify(KEYS.shopifyAccessTokenApi);
	const stripe = createStripe(KEYS.stripeApi);
	const companyRegister = createCompanyRegister();
	const googleSheets = createGoogleSheets(KEYS.googleSheetsOAuth2Api);
	const model = createModel(KEYS.openAiApi);
	const slack: Array<{ channel: string; text: string }> = [];
	const strays: string[] = [];

	const hosts: Record<string, Answer> = {
		'shop.example': wooCommerce.answer,
		'example.myshopify.com': shopify.answer,
		'api.stripe.com': stripe.answer,
		'avoindata.prh.fi': companyRegister.answer,
		'sheets.googleapis.com': googleSheets.answer,
		'api.openai.com': model.answer,
		'slack.com': ({ body, headers }) => {
			if (headers.authorization !== `Bearer ${KEYS.slackApi.accessToken}`) {
				return { body: { ok: false, error: 'invalid_auth' } };
			}
			slack.push({ channel: String(body.channel), text: String(body.text) });
			return { body: { ok: true, ts: '1.0', message: { text: body.text } } };
		},
	};

	const server = fastify({ forceCloseConnections: true });
	server.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body.toString()))),
	);
	server.all<{ Querystring: Record<string, string>; Body: Json }>(
		'/*',
		async ({ method, raw, query, body, headers }, reply) => {
			const [, host = '', rest = ''] = /^\/([^/?]+)([^?]*)/.exec(raw.url ?? '') ?? [];
			const answer = hosts[host]?.({ method, path: rest, query, body, headers });
			if (answer === undefined) {
				strays.push(host);
				return await reply.code(502).send({});
			}
			return await reply.code(answer.status ?? 200).send(answer.body);
		},
	);
	const url = await server.listen({ port: 0, host: '127.0.0.1' });

	return {
		mail: mail.messages,
		/** Addresses that take no mail. */
		refusedMail: mail.refused,
		wooCommerce,
		shopify,
		stripe,
		companyRegister,
		googleSheets,
		model,
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
function credentialsFor(url: string, mailPort: number) {
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
