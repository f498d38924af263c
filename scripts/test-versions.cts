import { parseArgs } from 'node:util';

import { BEFORE, checkVersion, type Options } from '../test/versions/run.cts';
import { CHECKS } from '../test/versions/checks.cts';
import { format, writeMade } from './contract/generate.cts';
import { interruption } from './n8n/interruption.cts';
import { newerReleases } from './n8n/newest.cts';
import { packNode } from './n8n/pack.cts';
import { versionFiles } from './n8n/versionDocs.cts';
import { readRecord, RECORD, type RanVersion } from './n8n/versionRecord.cts';
import { isNewer, NEWEST, OLDEST, VERSIONS, versionOf } from './n8n/versions.cts';

const USAGE = `Usage: npm run test:versions -- [--n8n ${OLDEST.n8n} | --newest] [--write]
  --n8n     this version only
  --newest  only the newest that was released and installs
  --write   keeps what was found in test/versions/record.json, and in the documentation
Ends with 1 where a check failed, and with 3 where all that failed is that a release newer
than n8n ${NEWEST.n8n} cannot be installed or does not start.`;

const CANNOT_RUN = 3;
/** How many releases are tried, should the newest not install. */
const TRIED = 3;

/**
 * `npm run test:versions`: the packed package in a real n8n of every version on the list, and of the newest that was
 * released and installs.
 */
export async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			n8n: { type: 'string' },
			newest: { type: 'boolean', default: false },
			write: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return console.log(USAGE);
	const isWhole = values.n8n === undefined && !values.newest;
	const heard = { log: console.log, signal: interruption() };
	const options = { ...heard, tarball: await packNode(heard) };
	const listed = VERSIONS.map(({ n8n }) => n8n);
	const chosen = values.n8n === undefined ? (isWhole ? listed : []) : [versionOf(values.n8n).n8n];

	const ran = await checkAll(chosen, options);
	if (values.n8n === undefined) ran.push(...(await checkNewest(isWhole, options)));

	if (values.write) {
		await keep(ran, isWhole ? [] : readRecord().versions);
		const made = await Promise.all(versionFiles().map(format));
		for (const file of writeMade(made)) console.log(`written ${file}`);
	}
	const passed = ran.reduce((sum, one) => sum + one.passed.length, 0);
	const failed = ran.reduce((sum, one) => sum + one.failed.length, 0);
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = exitCode(ran);
}

/** Two at a time: each waits for n8n's full minutes most of the time. */
async function checkAll(versions: string[], options: Options): Promise<RanVersion[]> {
	const left = [...versions];
	const lane = async () => {
		const ran: RanVersion[] = [];
		for (let next = left.shift(); next !== undefined; next = left.shift()) {
			ran.push(await checkVersion(next, options));
		}
		return ran;
	};
	return (await Promise.all([lane(), lane()])).flat();
}

/**
 * The newest release that installs, after those that do not.
 * @param isPinnedRun where that is the newest on the list, it needs no second run
 */
async function checkNewest(isPinnedRun: boolean, options: Options): Promise<RanVersion[]> {
	const tried: RanVersion[] = [];
	const newer = await newerReleases(options.signal);
	for (const n8n of newer.slice(0, TRIED)) {
		const one = await checkVersion(n8n, options);
		tried.push(one);
		if (one.unusable === undefined) return tried;
	}
	const what = newer.length === 0 ? 'the newest that was released' : 'the newest that installs';
	options.log(`n8n ${NEWEST.n8n}, which the tests use, is ${what}.`);
	return isPinnedRun ? tried : [...tried, await checkVersion(NEWEST.n8n, options)];
}

/** Writes what was found, over what earlier runs found of the same versions. */
async function keep(ran: RanVersion[], before: RanVersion[]): Promise<void> {
	const others = before.filter(({ n8n }) => !ran.some((one) => one.n8n === n8n));
	const versions = [...others, ...ran].sort((one, other) => (isNewer(one.n8n, other.n8n) ? 1 : -1));
	const content = JSON.stringify({ checks: sentences(), versions });
	writeMade([await format({ file: RECORD, content })]);
}

/** Every check by its id, the example workflows among them. */
function sentences(): Record<string, string> {
	const checks = CHECKS.map(({ id, name }) => [id, name]);
	return { ...BEFORE, ...Object.fromEntries(checks) };
}

/** A nightly run has to tell a fault of ours from a release that cannot be installed, which is not. */
function exitCode(ran: RanVersion[]): number {
	const isBeyondUs = ({ n8n, unusable }: RanVersion) =>
		unusable !== undefined && isNewer(n8n, NEWEST.n8n);
	const ours = ran.filter((one) => !isBeyondUs(one));
	if (ours.some(({ failed }) => failed.length > 0)) return 1;
	return ours.length < ran.length ? CANNOT_RUN : 0;
}
