import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleepFor } from 'node:timers/promises';

import { amend } from './contract/adopt.cts';
import { Refusal } from './contract/adopt/json.cts';
import { readContract } from './contract/source.cts';
import { actionsOf } from './live/evidence.cts';
import { readOptions, type LiveOptions } from './live/options.cts';
import { planOf } from './live/plan.cts';
import { planText, reportJson, reportText } from './live/report.cts';
import { checkLive, type Findings } from './live/run.cts';
import { createShown } from './live/shown.cts';

/**
 * `npm run check:live -- --sandbox URL`: asks the real API what it looks like, and tells what of the contract it
 * confirms. What it says while it runs goes to standard error, the report to standard output.
 * @returns 0: the check came to its end; 1: it ended early, or was refused
 */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
	const contract = readContract();
	const options = readOptions(args, env, contract);
	const plan = planOf(contract, options.partner);
	const text = planText(plan, options.place === 'sandbox' ? 'the sandbox' : options.place);
	if (options.dryRun) {
		console.log(text);
		return 0;
	}
	console.error(`${text}\n`);
	const { withoutKey } = createShown(contract, options.apiKey);
	const findings = await checkLive(contract, options, {
		sleep: async (ms) => await sleepFor(ms),
		now: () => new Date(),
		say: (line) => console.error(withoutKey(line)),
	});
	if (options.json !== undefined) save(options.json, withoutKey(reportJson(findings)));
	const report = withoutKey(reportText(findings));
	if (options.out === undefined) console.log(report);
	else save(options.out, report);
	if (findings.stopped !== undefined) console.error(`\nIt ended early. ${findings.stopped}`);
	if (options.write) await write(findings, options);
	return findings.stopped === undefined ? 0 : 1;
}

function save(file: string, text: string): void {
	fs.writeFileSync(path.resolve(file), text);
	console.error(`Written: ${file}`);
}

async function write(findings: Findings, { place }: LiveOptions): Promise<void> {
	const actions = actionsOf(findings.operations.flatMap(({ suggestions }) => suggestions));
	const written = actions.length === 0 ? [] : await amend(actions);
	console.error(
		written.length === 0
			? 'Nothing new to write into the contract.'
			: `Written into the contract, ${actions.length} parts as observed: ${written.join(', ')}`,
	);
	if (place === 'this computer' && written.length > 0) {
		console.error(
			'What answered was a server on this computer. Keep these changes only if it passes everything on to the real API.',
		);
	}
}

export async function main(): Promise<void> {
	try {
		process.exitCode = await run(process.argv.slice(2), process.env);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}

if (require.main === module) void main();
