import YAML from 'yaml';

import { factsOf } from '../support/documentFacts';
import { DOCUMENT, readAdopted, textAfter, textBefore } from './adopted.cts';

/** What an adoption may write: everything else is code, and stays as it was. */
const ALLOWED = [
	/^contract\//,
	/^docs\//,
	/^nodes\/CashIn\/api\/generated\//,
	/^nodes\/CashIn\/__schema__\//,
	/^workflows\//,
	/^CHANGELOG\.md$/,
];

const factsIn = (text: string) => factsOf(YAML.parse(text) as Record<string, unknown>);

it('adopts the document with one command', () => {
	const { status, output } = readAdopted().adoption;
	expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('adopted') });
});

it('changes nothing but the contract, the docs, and what is made of them', () => {
	const { changed } = readAdopted();
	expect(changed).toContain('contract/cash-in.openapi.yaml');
	expect(changed.filter((file) => !ALLOWED.some((one) => one.test(file)))).toEqual([]);
});

it('builds the package of it', () => {
	const { status, output } = readAdopted().build;
	expect({ status, output }).toEqual({ status: 0, output: expect.any(String) });
});

it('has every fact of the document in the contract', () => {
	const known = new Set(factsIn(textAfter('contract/cash-in.openapi.yaml')));
	const told = factsIn(textBefore(DOCUMENT));
	expect(told.length).toBeGreaterThan(400);
	expect(told.filter((fact) => !known.has(fact))).toEqual([]);
});
