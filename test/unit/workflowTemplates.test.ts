import YAML from 'yaml';

import { propertiesOf, type Contract } from '../../scripts/contract/source.cts';
import {
	fill,
	readTemplate,
	templates,
	workflowFiles,
	workflowNames,
} from '../../scripts/contract/workflows.cts';
import { foreignText, tryAdoption } from '../support/adopting.cts';
import { readContract } from '../support/contract.cts';

/** A contract of two operations, with names that are no identifiers among those that are. */
const contract: Contract = YAML.parse(`
openapi: 3.1.0
servers: []
tags: []
paths:
  /bills:
    get:
      operationId: listBills
      x-simplify: [number, payer.name, { paid: sums.paidSum }]
      responses:
        '200':
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Bills' }
    post:
      operationId: createBills
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/NewBills' }
      responses:
        '202': { content: { application/json: { schema: { type: object } } } }
components:
  responses: {}
  schemas:
    Bills:
      properties:
        Found: { type: array, items: { $ref: '#/components/schemas/Bill' }, x-field: found, x-role: rows }
    NewBills:
      properties:
        New: { type: array, items: { $ref: '#/components/schemas/Bill' }, x-field: new, x-role: items }
    Bill:
      properties:
        BillNo: { type: string, x-field: number }
        due date: { type: string, x-field: dueDate }
        Payer's: { $ref: '#/components/schemas/Payer', x-field: payer }
        Sums: { x-field: sums, properties: { Paid: { type: number, x-field: paidSum } } }
        Lines: { type: array, x-field: lines, items: { properties: { Text: { x-field: text } } } }
    Payer:
      properties:
        Full "name": { type: string, x-field: name }
`) as Contract;

const filled = (value: string) => {
	const { text, problems } = fill(contract, `{\n"value": ${value}\n}`);
	expect(problems).toEqual([]);
	return (JSON.parse(text) as { value: string }).value;
};
const problemsOf = (value: string) => fill(contract, value).problems;

describe('a placeholder of a template', () => {
	test.each([
		['a member', '"={{ $json.«listBills: number» }}"', '={{ $json.BillNo }}'],
		['the way to one', '"={{ $json.«listBills: sums.paidSum» }}"', '={{ $json.Sums.Paid }}'],
		['a way that may end', '"={{ $json.«listBills: sums?.paidSum» }}"', '={{ $json.Sums?.Paid }}'],
		['one of a list', '"={{ $json.«listBills: lines.text» }}"', '={{ $json.Lines.Text }}'],
		['of what is sent', '"={{ $json.«createBills sent: number» }}"', '={{ $json.BillNo }}'],
		['an odd name', '"={{ $json.«listBills: dueDate» }}"', "={{ $json['due date'] }}"],
		[
			'an odd name that may be missing',
			'"={{ a?.«listBills: dueDate» }}"',
			"={{ a?.['due date'] }}",
		],
		[
			'odd names on the way',
			'"={{ $json.«listBills: payer?.name» }}"',
			`={{ $json['Payer\\'s']?.['Full "name"'] }}`,
		],
		[
			'keys of an object',
			'"={{ { «createBills sent: number»: 1, «createBills sent: payer»: { «createBills sent: payer.name»: 2 } } }}"',
			`={{ { BillNo: 1, 'Payer\\'s': { 'Full "name"': 2 } } }}`,
		],
		['a text', '"Look at «listBills: dueDate»: it is odd"', 'Look at due date: it is odd'],
		['a text after an expression', '"={{ 1 }} «listBills: dueDate»: 1"', '={{ 1 }} due date: 1'],
		['a text in code', `"={{ $json['«listBills: dueDate»'] }}"`, "={{ $json['due date'] }}"],
		['a column', '"«listBills: number», «listBills: sums.paidSum»"', 'BillNo, Sums.Paid'],
		[
			'what Simplify gives',
			'"={{ $json.«listBills simplified: payer.name» }}"',
			`={{ $json['Full "name"'] }}`,
		],
		['what Simplify renames', '"«listBills simplified: sums.paidSum»"', 'paid'],
	])('gives %s', (_, template, value) => {
		expect(filled(template)).toBe(value);
	});

	test.each([
		['"«listBills: colour»"', '«listBills: colour» stands for nothing: no such field is answered.'],
		['"$json.«listBills: sums.colour»"', '«listBills: sums.colour» stands for nothing'],
		['"«createBills sent: colour»"', 'no such field is sent.'],
		['"«listBills sent: number»"', 'nothing is sent there.'],
		['"«listBills simplified: dueDate»"', 'Simplify does not give this field.'],
		['"«listCars: number»"', 'the contract has no such operation.'],
		['"«BillNo»"', '«BillNo» is no placeholder. Write it as «operation: field».'],
		['"«listBills: number"', '«listBills: number is no placeholder.'],
	])('that stands for nothing, as %s, is told of', (template, sentence) => {
		expect(problemsOf(template)).toEqual([expect.stringContaining(sentence)]);
	});

	test('that stands for nothing ends the generator, which names the file', () => {
		const without = structuredClone(readContract());
		for (const schema of Object.values(without.components.schemas)) {
			for (const member of Object.values(schema.properties ?? {})) {
				if (member['x-field'] === 'settlementRows') member['x-field'] = 'other';
			}
		}
		expect(() => workflowFiles(without)).toThrow(
			'workflows/templates/settlement-to-spreadsheet.json: «getSettlement: settlementRows» stands for nothing: no such field is answered.',
		);
	});
});

test('every example workflow is made from a template', () => {
	expect(workflowNames()).toEqual(templates());
});

/** Every text of the workflows, by what Simplify gives aside: that keeps its names. */
function textsFor(names: Contract): string[] {
	return templates().flatMap((name) => {
		const template = readTemplate(name).replace(/\.?«\w+ simplified: [^»]+»/g, '');
		const { text, problems } = fill(names, template);
		expect(problems).toEqual([]);
		const found: string[] = [];
		JSON.parse(text, (_, value: unknown) => {
			if (typeof value === 'string') found.push(value);
			return value;
		});
		return found;
	});
}

/** Names of several words: those of one are words of sentences and column titles too. */
const isSeveralWords = (name: string) => /^[A-Z]+[a-z]+[A-Z]/.test(name);

/** `$json.Status` in any text, and `InvoiceNumber` in any place. */
const spelled = (texts: string[], name: string) =>
	texts.filter((text) =>
		new RegExp(isSeveralWords(name) ? `\\b${name}\\b` : `(json|invoice)\\??\\.${name}\\b`).test(
			text,
		),
	);

test('a template spells no name of the API', () => {
	const names = Object.values(readContract().components.schemas).flatMap((schema) =>
		Object.keys(propertiesOf(readContract(), schema)),
	);
	const bare = templates().map((name) => readTemplate(name).replace(/«[^»]+»/g, ''));
	const written = names.filter((name) => /^[A-Z]\w*$/.test(name) && spelled(bare, name).length > 0);
	expect(written).toEqual([]);
});

describe('with an adopted document', () => {
	let adopted: Contract;
	beforeAll(() => {
		const [outcome] = tryAdoption([
			{ document: YAML.parse(foreignText('openapi.yaml')) as object },
		]);
		if (outcome?.contract === undefined) throw new Error(outcome?.reasons.join('\n'));
		adopted = outcome.contract;
	});

	test('no workflow asks for a name that was', () => {
		const members = Object.values(adopted.components.schemas).flatMap((schema) =>
			Object.entries(propertiesOf(adopted, schema)),
		);
		const names = new Set(members.map(([name]) => name));
		const former = members
			.flatMap(([, member]) => member['x-former-names'] ?? [])
			.filter((name) => !names.has(name));
		expect(former).toEqual(expect.arrayContaining(['SalesName', 'OpenAmount', 'PaymentAmount']));
		const texts = textsFor(adopted);
		expect(former.filter((name) => spelled(texts, name).length > 0)).toEqual([]);
	});

	test.each([
		['delivery-failed-to-email', '=Invoice {{ $json.InvoiceNo }} did not reach its buyer'],
		['demo/paid-invoice', '{{ $json.Amounts.PaidAmount.toFixed(2) }}'],
		['settlement-to-spreadsheet', '={{ $json.Lines.CreditorFees }}'],
		[
			'overdue-to-collection',
			"PrincipalAmount: $('Still unpaid').item.json.UnpaidAmount, Debtor: { ",
		],
		['woocommerce-order-to-invoice', 'Cash-In: {{ $json.TotalSum.toFixed(2) }}'],
	])('%s asks for the names of that document', (name, text) => {
		const made = workflowFiles(adopted).find(({ file }) => file === `workflows/${name}.json`);
		expect(made?.content).toContain(text);
	});

	test('a workflow is the same beside the names', () => {
		const shapes = (of: Contract) =>
			workflowFiles(of).map(({ file, content }) => ({
				file,
				shape: JSON.parse(content, (_, value: unknown) =>
					typeof value === 'string' ? 'text' : value,
				) as object,
			}));
		expect(shapes(adopted)).toEqual(shapes(readContract()));
	});
});
