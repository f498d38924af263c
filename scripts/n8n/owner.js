'use strict';

const crypto = require('node:crypto');
const path = require('node:path');

const { run } = require('./processes');

const SCRIPT = path.join(__dirname, 'set-password.js');
/** Without what is easily misread. */
const CHARACTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 20;

/** Makes a login for one n8n, with a password of its own: other users of this machine reach its editor too. */
function newOwner() {
	const password = Array.from(
		{ length: LENGTH },
		() => CHARACTERS[crypto.randomInt(CHARACTERS.length)],
	).join('');
	// n8n asks for a capital letter and a digit where an owner is set up.
	return {
		email: 'demo@example.com',
		password: `A${password}7`,
		firstName: 'Demo',
		lastName: 'User',
	};
}

/**
 * Gives the owner in a copy of the template a password, before n8n is started with it.
 * @param {import('./runtime').Runtime} runtime
 * @param {string} userFolder
 * @param {ReturnType<typeof newOwner>} owner
 * @param {AbortSignal} [signal]
 */
async function setPassword(runtime, userFolder, { email, password }, signal) {
	const { code, output } = await run(runtime.node, [SCRIPT], {
		// Not as arguments, which every user of this machine can list.
		env: {
			PATH: process.env.PATH,
			N8N_FOLDER: runtime.dir,
			DATABASE: path.join(userFolder, '.n8n', 'database.sqlite'),
			EMAIL: email,
			PASSWORD: password,
		},
		deadlineMs: 60_000,
		signal,
	});
	if (code !== 0) throw new Error(`The owner of n8n got no password: ${output.trim()}`);
}

module.exports = { newOwner, setPassword };
