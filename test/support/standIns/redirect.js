// @ts-check
'use strict';

const http = require('node:http');
const https = require('node:https');
const { urlToHttpOptions } = require('node:url');

/**
 * Loaded into n8n before its own code (node --require), which is why it is JavaScript: a request to the internet goes to
 * the stand-ins instead, its host in front of its path. So workflows run as they are, addresses included, and nothing
 * leaves this machine.
 */
const PORT = Number(process.env.STAND_INS_PORT);
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/;
const { request } = https;

/**
 * @param {string | URL | import('node:https').RequestOptions} given
 * @param {unknown[]} rest
 * @returns {import('node:http').ClientRequest}
 */
function redirected(given, ...rest) {
	const options =
		typeof given === 'string' || given instanceof URL ? urlToHttpOptions(new URL(given)) : given;
	const host = options.hostname ?? options.host ?? 'localhost';
	if (LOOPBACK.test(host)) return Reflect.apply(request, https, [given, ...rest]);
	const own = {
		...options,
		protocol: 'http:',
		hostname: '127.0.0.1',
		host: '127.0.0.1',
		port: PORT,
		path: `/${host}${options.path ?? '/'}`,
		agent: undefined,
		agents: undefined,
	};
	return Reflect.apply(http.request, http, [own, ...rest]);
}

Object.assign(https, {
	request: redirected,
	/** @param {Parameters<typeof redirected>} given */
	get: (...given) => {
		const sent = redirected(...given);
		sent.end();
		return sent;
	},
});
