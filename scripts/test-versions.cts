import { parseArgs } from 'node:util';

import { checkVersions } from '../test/versions/run.cts';
import { interruption } from './n8n/interruption.cts';
import { OLDEST, VERSIONS, versionOf } from './n8n/versions.cts';

const USAGE = `Usage: npm run test:versions -- [--n8n ${OLDEST.n8n}]`;

/** `npm run test:versions`: the packed package in a real n8n of every version on the list, or of the one named. */
export async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { n8n: { type: 'string' }, help: { type: 'boolean', default: false } },
	});
	if (values.help) return console.log(USAGE);
	const chosen = values.n8n === undefined ? VERSIONS : [versionOf(values.n8n)];
	const { passed, failed } = await checkVersions({
		versions: chosen.map(({ n8n }) => n8n),
		log: console.log,
		signal: interruption(),
	});
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
