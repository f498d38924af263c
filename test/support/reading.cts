import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';

import { endpointsFile } from '../../scripts/contract/endpoints.cts';
import { fieldsFile, rolesFile } from '../../scripts/contract/fields.cts';
import { membersFile } from '../../scripts/contract/members.cts';
import { readContract, readingFile, root } from '../../scripts/contract/source.cts';

/**
 * Tests of behaviour bring the API they are written for: our reading of it, in the names they use and with the pages,
 * filters and counters they are about. Until a vendor's document is adopted the reading is the contract. Then
 * `npm run adopt` keeps it, and these tests go on with it; those in test/contract follow the contract.
 */
/** The tables that are made of it, for jest to give in place of the node's own; none while it is the contract. */
export function tablesOfReading(): Record<string, string> {
	const file = path.join(root, readingFile);
	if (!existsSync(file)) return {};
	const reading = readContract(file);
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
	return { [`/generated/(${names.join('|')})$`]: path.join(folder, '$1.js') };
}
