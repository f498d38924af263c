'use strict';

const http = require('node:http');
const https = require('node:https');
const { urlToHttpOptions } = require('node:url');

/**
 * Loaded into n8n before its own code: a request to the internet goes to the stand-ins instead, its host in front of
 * its path. So workflows run as they are, addresses included, and nothing leaves this machine.
 */
const PORT = Number(process.env.STAND_INS_PORT);
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/;
const request = https.request;

https.request = (given, ...rest) => {
	const options =
		typeof given === 'string' || given instanceof URL ? urlToHttpOptions(new URL(given)) : given;
	const host = options.hostname ?? options.host ?? 'localhost';
	if (LOOPBACK.test(host)) return request(given, ...rest);
	return http.request(
		{
			...options,
			protocol: 'http:',
			hostname: '127.0.0.1',
			host: '127.0.0.1',
			port: PORT,
			path: `/${host}${options.path ?? '/'}`,
			agent: undefined,
			agents: undefined,
		},
		...rest,
	);
};
https.get = (...given) => {
	const sent = https.request(...given);
	sent.end();
	return sent;
};
