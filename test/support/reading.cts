import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';

import { endpointsFile } from '../../scripts/contract/endpoints.cts';
import { fieldsFile, rolesFile } from '../../scripts/contract/fields.cts';
import { membersFile } from '../../scripts/contract/members.cts';
import {
	operationsOf,
	readContract,
	readingFile,
	root,
	type Contract,
} from '../../scripts/contract/source.cts';

/**
 * Tests of behaviour bring the API they are written for: our reading of it, in the names they use and with the pages,
 * filters and counters they are about. Until a vendor's document is adopted the reading is the contract. Then
 * `npm run adopt` keeps it, and these tests go on with it; those in test/contract follow the contract.
 */
/** The tables that are made of it, for jest to give in place of the node's own; none while it is the contract. */
export function tablesOfReading(): Record<string, string> {
	const file = path.join(root, readingFile);
	if (!existsSync(file)) return {};
	const reading = withActionsSince(readContract(file), readContract());
	const made = [endpointsFile, fieldsFile, membersFile, rolesFile].map((make) => make(reading));
	const key = createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16);
	const folder = path.join(root, 'node_modules', '.cache', `cash-in-reading-${key}`);
	mkdirSync(folder, { recursive: true });
	const names = made.map(({ file: table, content }) => {
		const name = path.basename(table, '.ts');
		const { code } = transformSync(content, { loader: 'ts', format: 'cjs' });
		writeFileSync(path.join(folder, `${name}.js`), code);
		return name;
	});
	const contract = path.join(folder, 'contract.json');
	writeFileSync(contract, JSON.stringify(reading));
	// For test/support/withReading.cts, in the processes that jest starts after this.
	process.env.CASH_IN_READING = contract;
	return { [`/generated/(${names.join('|')})$`]: path.join(folder, '$1.js') };
}

/** The reading, and the operations that the node got an action for after the adoption: its rows need them all. */
function withActionsSince(reading: Contract, contract: Contract): Contract {
	const known = new Set(operationsOf(reading).map(({ id }) => id));
	const since = operationsOf(contract).filter(
		({ id, operation }) => operation['x-action'] !== undefined && !known.has(id),
	);
	if (since.length === 0) return reading;
	const added = since.map(({ id, path: route, method, parameters, operation }) => {
		const isFree = reading.paths[route] === undefined;
		const entry = { [method.toLowerCase()]: { ...operation, parameters } };
		return [isFree ? route : `${route}/${id}`, entry] as const;
	});
	return {
		...reading,
		paths: { ...reading.paths, ...Object.fromEntries(added) },
		components: {
			...reading.components,
			schemas: { ...contract.components.schemas, ...reading.components.schemas },
			responses: { ...contract.components.responses, ...reading.components.responses },
		},
	};
}
