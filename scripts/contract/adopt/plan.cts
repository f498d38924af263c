import { operationsOf, type Contract, type OperationRow, type Schema } from '../source.cts';
import { Drafts, type Instance } from './drafts.cts';
import { DECIDED, type Memory } from './likeness.cts';
import { OperationPairing } from './operationPairing.cts';
import type { OperationPlan } from './operationPlan.cts';
import { bestOf, type Pairs, type Question } from './pairs.cts';
import { planAnswer, planErrors } from './planAnswer.cts';
import { planBody } from './planBody.cts';
import { pairParameters } from './planParameters.cts';
import type { VendorApi, VendorOperation } from './vendor.cts';
import { learn } from './words.cts';

export interface Plan {
	operations: Map<string, OperationPlan>;
	/** By `our:their`. */
	instances: Map<string, Instance>;
	/** Our operations that stay as they were, and why. */
	stays: Map<string, string>;
	/** The vendor's operations that we have none for. */
	added: VendorOperation[];
	/** The address that keys are sent to. */
	production: string;
	questions: Question[];
}

export const ABSENT = "the vendor's document does not have it";

/** Finds out which of the vendor's operations, parameters and members are which of ours. */
export function createPlanner(contract: Contract, api: VendorApi) {
	learn([
		...Object.values(contract.components.schemas).flatMap(namesIn),
		...Object.values(api.schemas).flatMap(namesIn),
	]);
	const operations = new OperationPairing(contract, api);
	/** Twice: names that are learned are used. */
	return (pairs: Pairs): Plan => {
		const found = operations.pair(pairs);
		const first = planWith(new Drafts(contract, api, pairs, new Map()), found);
		return planWith(new Drafts(contract, api, pairs, memoryOf(first)), found);
	};
}

/** Answers every question by its best candidate, those that come up on the way too. */
export function acceptBest(contract: Contract, api: VendorApi, pairs: Pairs) {
	const plan = createPlanner(contract, api);
	const decided = new Map(pairs);
	const questions: Question[] = [];
	for (let round = 0; round < 20; round += 1) {
		const found = plan(decided);
		const open = found.questions;
		if (open.length === 0) return { plan: found, pairs: decided, questions };
		// One answer may settle others: the same name in another schema is asked for once.
		const asked = new Set<string>();
		for (const question of open) {
			const first = bestOf(question);
			const same = `${question.key.replace(/^.*\./, '').replace(/ in .*$/, '')} ${first ?? ''}`;
			if (round === 0 && asked.has(same)) continue;
			asked.add(same);
			decided.set(question.key, first);
			questions.push(question);
		}
	}
	throw new Error('The pairing comes to no end');
}

const namesIn = (schema: Schema): string[] => [
	...Object.entries(schema.properties ?? {}).flatMap(([name, member]) => [
		name,
		...(member['x-field'] === undefined ? [] : [member['x-field']]),
	]),
	...(schema.allOf ?? []).flatMap(namesIn),
];

/** What is called what, by the pairs that were sure. */
function memoryOf(plan: Plan): Memory {
	const memory: Memory = new Map();
	for (const { members } of plan.instances.values()) {
		for (const { our, their, score } of members.pairs) {
			if (score < 0.8) continue;
			const weight = score > 1 ? DECIDED : 1;
			const name = our.names[0] ?? '';
			const row = memory.get(name) ?? new Map<string, number>();
			row.set(their.key, (row.get(their.key) ?? 0) + weight);
			memory.set(name, row);
		}
	}
	return memory;
}

function planWith(drafts: Drafts, found: ReturnType<OperationPairing['pair']>): Plan {
	const rows = operationsOf(drafts.contract);
	const theirs = new Map(drafts.api.operations.map((operation) => [operation.key, operation]));
	const stays = new Map(found.onlyOurs.map((id) => [id, ABSENT]));
	for (const { id, candidates } of found.doubts) {
		drafts.ask(
			`operation ${id}`,
			candidates.map(({ key }) => key),
		);
		stays.set(id, 'it is not decided which operation of the vendor it is');
	}
	const operations = new Map<string, OperationPlan>();
	const keyOf = new Map(found.pairs.map(({ id, key }) => [id, key]));
	for (const row of rows) {
		const their = theirs.get(keyOf.get(row.id) ?? '');
		if (their === undefined) continue;
		const obstacle = their.obstacle;
		if (obstacle !== undefined) stays.set(row.id, obstacle);
		else operations.set(row.id, planOperation(drafts, row, their));
	}
	drafts.settle();
	const unpaired = new Set(found.onlyTheirs);
	const production = productionOf(drafts);
	return {
		production,
		operations,
		instances: drafts.instances(),
		stays,
		added: drafts.api.operations.filter(({ key }) => unpaired.has(key)),
		questions: [...drafts.questions.values()],
	};
}

/** Keys are sent to the address of production, so that another host is somebody's decision. */
function productionOf(drafts: Drafts): string {
	const ours = drafts.contract.servers[0]?.url ?? '';
	const theirs = drafts.api.production;
	if (theirs === undefined || theirs === ours) return ours;
	const decided = drafts.pairs.get(PRODUCTION);
	if (decided === ours || decided === theirs) return decided;
	if (new URL(theirs).host !== new URL(ours).host) drafts.ask(PRODUCTION, [theirs, ours]);
	return theirs;
}

const PRODUCTION = 'server production';

function planOperation(drafts: Drafts, row: OperationRow, their: VendorOperation): OperationPlan {
	const plan: OperationPlan = {
		row,
		their,
		parameters: pairParameters(drafts, row, their),
		inBody: new Map(),
		outOfBody: new Map(),
		parameterRoles: new Map(),
		problems: [],
	};
	planBody(drafts, plan);
	planAnswer(drafts, plan);
	planErrors(drafts, plan);
	return plan;
}
