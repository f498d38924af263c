import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { endpointsFile } from '../../scripts/contract/endpoints.cts';
import { fieldsFile, rolesFile } from '../../scripts/contract/fields.cts';
import { membersFile } from '../../scripts/contract/members.cts';
import { readContract, readingFile, root } from '../../scripts/contract/source.cts';

/**
 * Tests of behaviour bring the API they are written for: our reading of it, in the names they use and with the pages,
 * filters and counters they are about. Until a vendor's document is adopted the reading is the contract. Then
 * `npm run adopt` keeps it, and these tests go on with it; those in test/contract follow the contract.
 */
const folder = path.join(root, 'node_modules', '.cache', 'cash-in-reading');

/** The tables that are made of it, for jest to give in place of the node's own; none while it is the contract. */
export function tablesOfReading(): Record<string, string> {
	const file = path.join(root, readingFile);
	if (!existsSync(file)) return {};
	const reading = readContract(file);
	mkdirSync(folder, { recursive: true });
	const names = [endpointsFile, fieldsFile, membersFile, rolesFile].map((make) => {
		const { file, content } = make(reading);
		const name = path.basename(file, '.ts');
		writeIfOther(path.join(folder, `${name}.ts`), content);
		return name;
	});
	return { [`/generated/(${names.join('|')})$`]: path.join(folder, '$1.ts') };
}

/** Jest's transformed copy stays good for a file that stays. */
function writeIfOther(file: string, content: string): void {
	if (existsSync(file) && readFileSync(file, 'utf8') === content) return;
	writeFileSync(file, content);
}
