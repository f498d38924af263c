import { readFileSync } from 'node:fs';
import path from 'node:path';
import YAML from 'yaml';

import { factsOf } from '../support/documentFacts';
import { copyFolder, readAdopted } from './adopted.cts';
import { FILE } from './document.cts';

/** What an adoption may write: everything else is code, and stays as it was. */
const ALLOWED = [
	/^contract\//,
	/^docs\//,
	/^nodes\/CashIn\/api\/generated\//,
	/^nodes\/CashIn\/__schema__\//,
	/^workflows\//,
	/^README\.md$/,
	/^CHANGELOG\.md$/,
];

const read = (file: string) => readFileSync(file, 'utf8');
const parse = (file: string) => YAML.parse(read(file)) as Record<string, unknown>;

it('adopts the document with one command', () => {
	const { status, output } = readAdopted().adoption;
	expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('adopted') });
});

it('changes nothing but the contract, the docs, and what is made of them', () => {
	const { changed } = readAdopted();
	expect(changed).toContain('contract/cash-in.openapi.yaml');
	expect(changed.filter((file) => !ALLOWED.some((one) => one.test(file)))).toEqual([]);
});

it('changes tables of README.md only', () => {
	const [before, after] = [path.join(__dirname, '..', '..'), copyFolder()].map((folder) =>
		read(path.join(folder, 'README.md'))
			.split('\n')
			.filter((line) => !line.startsWith('|')),
	);
	expect(after).toEqual(before);
});

it('builds the package of it', () => {
	const { status, output } = readAdopted().build;
	expect({ status, output }).toEqual({ status: 0, output: expect.any(String) });
});

it('has every fact of the document in the contract', () => {
	const known = new Set(factsOf(parse(path.join(copyFolder(), 'contract/cash-in.openapi.yaml'))));
	expect(factsOf(parse(FILE)).filter((fact) => !known.has(fact))).toEqual([]);
});
