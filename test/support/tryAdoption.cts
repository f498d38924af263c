import { readFileSync } from 'node:fs';

import { build } from '../../scripts/contract/adopt/build.cts';
import { Refusal, type Json } from '../../scripts/contract/adopt/json.cts';
import { acceptBest } from '../../scripts/contract/adopt/plan.cts';
import { refusals } from '../../scripts/contract/adopt/safety.cts';
import { readApi } from '../../scripts/contract/adopt/vendor.cts';
import { readContract } from '../../scripts/contract/source.cts';

/**
 * Adopts documents without writing anything: reads `[{ document, pairs }]` from its input and answers what came of
 * each. Run in a process of its own.
 */
const contract = readContract(process.env.CASH_IN_CONTRACT);
const given = JSON.parse(readFileSync(0, 'utf8')) as Array<{
	document: Json;
	pairs?: Record<string, string | null>;
}>;
const results = given.map(({ document, pairs = {} }) => {
	try {
		const api = readApi(document, contract.servers[0]?.url ?? '');
		const decided = new Map(Object.entries(pairs));
		const { plan, questions } = acceptBest(contract, api, decided);
		const built = build(contract, api, plan);
		const reasons = refusals(contract, built.contract, plan, decided);
		return { reasons, questions: questions.map(({ key }) => key), contract: built.contract };
	} catch (error) {
		if (error instanceof Refusal) return { reasons: [error.message], questions: [] };
		throw error;
	}
});
process.stdout.write(JSON.stringify(results));
