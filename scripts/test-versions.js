'use strict';

const { parseArgs } = require('node:util');

const { ensureInstalled } = require('./install');
const { VERSIONS, versionOf } = require('./n8n/versions');

const USAGE = `Usage: npm run test:versions -- [--n8n ${VERSIONS[0].n8n}]`;

/** `npm run test:versions`: the packed package in a real n8n of every version on the list, or of the one named. */
async function main() {
	const { values } = parseArgs({
		options: { n8n: { type: 'string' }, help: { type: 'boolean', default: false } },
	});
	if (values.help) return void console.log(USAGE);
	const chosen = values.n8n === undefined ? VERSIONS : [versionOf(values.n8n)];
	await ensureInstalled();
	const ending = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ending.abort());
	const { checkVersions } = require('../test/versions/run');
	const { passed, failed } = await checkVersions({
		versions: chosen.map(({ n8n }) => n8n),
		log: (line) => console.log(line),
		signal: ending.signal,
	});
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

main().catch((error) => {
	console.error(error.message);
	console.log('0 passed, 1 failed');
	process.exitCode = 1;
});
