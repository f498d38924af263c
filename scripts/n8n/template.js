'use strict';

const fs = require('node:fs');

const { newOwner } = require('./owner');
const { freePort } = require('./ports');
const { createRest } = require('./rest');
const { startServer, environment } = require('./server');

/**
 * Starts a new n8n once, so that its 200 database migrations have run and its owner exists, and keeps the result as the
 * folder every instance begins with. Nobody knows the owner's password: each instance sets one of its own.
 * @param {import('./runtime').Runtime} runtime
 * @param {AbortSignal} [signal]
 */
async function makeTemplate(runtime, signal) {
	fs.mkdirSync(runtime.template, { recursive: true });
	const port = await freePort();
	const server = await startServer(runtime, environment(runtime.template, port, runtime.settings), {
		signal,
	});
	try {
		await createRest(`http://127.0.0.1:${port}`, newOwner()).setupOwner();
	} finally {
		await server.stop();
	}
	for (const name of ['.cache', '.n8n/n8nEventLog.log', '.n8n/crash.journal']) {
		fs.rmSync(`${runtime.template}/${name}`, { recursive: true, force: true });
	}
}

module.exports = { makeTemplate };
