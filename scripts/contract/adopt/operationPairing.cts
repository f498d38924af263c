import { elementOf, rowSchema } from '../endpoints.cts';
import {
	jsonOf,
	nameOf,
	operationsOf,
	propertiesOf,
	successOf,
	type Contract,
	type OperationRow,
} from '../source.cts';
import { decisionsOf } from './drafts.cts';
import { successIn } from './operationPlan.cts';
import { pairOperations, traitsOf, type Traits } from './pairOperations.cts';
import type { Pairs } from './pairs.cts';
import * as shapes from './shapes.cts';
import type { VendorApi, VendorOperation } from './vendor.cts';
import { wordsOf } from './words.cts';

/** The operations of both sides, read once. */
export class OperationPairing {
	private readonly ours: Map<string, Traits>;
	private readonly theirs: Map<string, Traits>;
	private readonly files: VendorOperation[];
	private known?: { decided: string; found: ReturnType<typeof pairOperations> };

	constructor(
		private readonly contract: Contract,
		private readonly api: VendorApi,
	) {
		this.ours = new Map(operationsOf(contract).map((row) => [row.id, this.ourTraits(row)]));
		// None of ours gives a file, but for those that an earlier adoption added.
		const requests = new Set(operationsOf(contract).map(({ method, path }) => `${method} ${path}`));
		this.files = api.operations.filter(({ key, file }) => file !== undefined && !requests.has(key));
		const given = api.operations.filter((operation) => !this.files.includes(operation));
		this.theirs = new Map(given.map((operation) => [operation.key, this.theirTraits(operation)]));
	}

	pair(pairs: Pairs): ReturnType<typeof pairOperations> {
		const wanted = decisionsOf(pairs, 'operation');
		const decided = JSON.stringify([...wanted]);
		if (this.known?.decided !== decided) {
			const found = pairOperations(this.ours, this.theirs, wanted);
			found.onlyTheirs.push(...this.files.map(({ key }) => key));
			this.known = { decided, found };
		}
		return this.known.found;
	}

	private ourTraits(row: OperationRow) {
		const body = jsonOf(this.contract, row.operation.requestBody)?.schema;
		const answer = successOf(this.contract, row)?.schema;
		const element = body === undefined ? {} : elementOf(this.contract, body);
		const rowOf = answer === undefined ? {} : rowSchema(this.contract, row);
		const schemas = [body, element, answer, rowOf].map((schema) => nameOf(schema ?? {}));
		const members = [
			...row.parameters.map(({ name }) => name),
			...Object.keys(propertiesOf(this.contract, element)),
			...Object.keys(propertiesOf(this.contract, rowOf)),
		];
		return traitsOf(row, defined(schemas), members, wordsOf(row.id).join(' '));
	}

	private theirTraits(operation: VendorOperation) {
		const answer = successIn(operation)?.schema;
		const parts = [operation.body?.schema, answer].filter((schema) => schema !== undefined);
		const elements = parts.flatMap((schema) => [
			schema,
			...shapes.listsIn(this.api, schema).map((list) => list.schema.items ?? {}),
			...shapes.objectsIn(this.api, schema, 1).map((place) => place.schema),
		]);
		const names = elements
			.map((schema) => nameOf(schema))
			.filter((name) => name !== undefined && this.api.ownNames.has(name));
		const members = [
			...operation.parameters.map(({ name }) => name),
			...elements.flatMap((schema) => Object.keys(shapes.membersIn(this.api, schema))),
		];
		return traitsOf(operation, defined(names), [...new Set(members)], operation.operationId);
	}
}

const defined = <T,>(values: Array<T | undefined>) => values.filter((value) => value !== undefined);
