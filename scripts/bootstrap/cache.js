// @ts-check
'use strict';

const os = require('node:os');
const path = require('node:path');

const NAME = 'n8n-nodes-cash-in';

/**
 * The folder for what is worth keeping between runs: n8n itself, Node 24, packed tarballs.
 * `N8N_CASH_IN_CACHE` decides; without it, the place the operating system has for caches.
 * @returns {string} an absolute path; the folder need not exist yet
 */
function cacheFolder() {
	const chosen = process.env.N8N_CASH_IN_CACHE;
	if (chosen) return path.resolve(chosen);
	if (process.env.XDG_CACHE_HOME) return path.resolve(process.env.XDG_CACHE_HOME, NAME);
	if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', NAME);
	if (process.platform === 'win32') {
		const local = process.env.LOCALAPPDATA ?? path.join(os.homedir(), 'AppData', 'Local');
		return path.join(local, NAME, 'Cache');
	}
	return path.join(os.homedir(), '.cache', NAME);
}

module.exports = { cacheFolder };
