// @ts-check
'use strict';

const net = require('node:net');

const { codeOf } = require('./lock');

/**
 * A port of 127.0.0.1 that nothing listens on at this moment.
 * @returns {Promise<number>}
 */
async function freePort() {
	return await listenOnce(0);
}

/**
 * Throws one clear sentence when something listens on the port already.
 * @param {number} port
 * @param {string} purpose what the port is for, as in "the editor"
 * @param {string} option the option that chooses another, as in "--port"
 */
async function requireFreePort(port, purpose, option) {
	try {
		await listenOnce(port);
	} catch (error) {
		if (codeOf(error) === 'EACCES') {
			throw new Error(
				`Port ${port} for ${purpose} needs special rights: choose one above 1023 with ${option}.`,
			);
		}
		throw new Error(
			`Port ${port} for ${purpose} is taken: stop what uses it, or choose another with ${option}.`,
		);
	}
}

/**
 * @param {number} port 0 takes any free one
 * @returns {Promise<number>}
 */
function listenOnce(port) {
	return new Promise((resolve, reject) => {
		const server = net.createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			const taken = typeof address === 'object' ? address?.port : undefined;
			server.close(() => resolve(taken ?? port));
		});
	});
}

/**
 * Whether something accepts connections on a port of 127.0.0.1.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isListening(port) {
	return new Promise((resolve) => {
		const socket = net.connect(port, '127.0.0.1');
		const end = (/** @type {boolean} */ answer) => {
			socket.destroy();
			resolve(answer);
		};
		socket.once('connect', () => end(true)).once('error', () => end(false));
	});
}

module.exports = { freePort, isListening, requireFreePort };
