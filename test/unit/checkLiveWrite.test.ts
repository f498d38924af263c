import YAML from 'yaml';

import { Copy, foreign, type Run } from '../support/adopting.cts';
import { operationsOf } from '../support/contract.cts';
import { foreignServer } from '../support/liveCheck.cts';
import type { Contract } from '../../scripts/contract/source.cts';

const CONTRACT = 'contract/cash-in.openapi.yaml';
const OVERLAY = 'contract/overlay.yaml';
const VALIDATE = "$.paths.*[?@.operationId=='validateToken']";

const copies: Copy[] = [];
const servers: Array<{ close: () => Promise<void> }> = [];
afterAll(async () => {
	for (const copy of copies) copy.remove();
	await Promise.all(servers.map(async (server) => await server.close()));
});

function newCopy(): Copy {
	const copy = new Copy(['nodes/CashIn', 'scripts/live', 'scripts/check-live.cts']);
	copies.push(copy);
	return copy;
}

/** The command, against a server that knows three operations and then has enough. */
async function check(copy: Copy, ...args: string[]): Promise<Run> {
	const row = { InvoiceNumber: '4711', CaseId: 'C-1', Status: 'Open', Currency: 'EUR' };
	const server = await foreignServer({
		'/validate': { body: { IsValid: true, Message: 'fine' } },
		'/collectionreceivables': { body: [row] },
		'/creditlossreceivables': { status: 401 },
	});
	servers.push(server);
	return await copy.runLater('scripts/check-live.cts', ['--sandbox', server.address, ...args], {
		CASH_IN_API_KEY: 'some-key-of-a-test',
	});
}

const evidence = (contract: Contract) =>
	Object.fromEntries(operationsOf(contract).map((row) => [row.id, row.evidence]));

/** Lines of a text that another does not have, however far they are indented. */
const newLines = (text: string, before: string) => {
	const lines = (of: string) => of.split('\n').map((line) => line.trim());
	const known = new Set(lines(before));
	return [...new Set(lines(text))].filter((line) => !known.has(line));
};

describe('the command', () => {
	test('changes nothing by itself, and writes the report where it is told to', async () => {
		const copy = newCopy();
		const before = { ...copy.files('contract'), ...copy.files('nodes') };
		const { status, stdout, stderr } = await check(copy, '--out', 'live.md', '--json', 'live.json');

		expect({ ...copy.files('contract'), ...copy.files('nodes') }).toEqual(before);
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toMatch(/^At most \d+ requests to this computer, all of them GET, one a second/);
		expect(copy.read('live.md')).toContain('Suggested for them: `x-evidence: observed`');
		expect(JSON.parse(copy.read('live.json'))).toMatchObject({ requests: 3 });
		expect([stderr, copy.read('live.md'), copy.read('live.json')].join()).not.toMatch(
			/some-key-of-a-test|4711/,
		);
	});

	test('refuses a key on the command line', async () => {
		const { status, stderr } = await newCopy().runLater('scripts/check-live.cts', ['abc'], {});

		expect([status, stderr]).toEqual([1, expect.stringContaining("shell's history")]);
	});
});

describe('--write', () => {
	const copy = newCopy();
	let before: { contract: string; text: Contract };
	let written: Run;
	beforeAll(async () => {
		before = { contract: copy.read(CONTRACT), text: copy.parse<Contract>(CONTRACT) };
		written = await check(copy, '--write');
	});

	test('adds what was seen to the overlay, by the names of the operations', () => {
		expect(written.stderr).toContain('as observed: contract/cash-in.openapi.yaml');
		const { actions } = copy.parse<{ actions: object[] }>(OVERLAY);
		expect(actions).toEqual(
			expect.arrayContaining([
				{ target: VALIDATE, update: { 'x-evidence': 'observed' } },
				{ target: `${VALIDATE}.responses['200']`, update: { 'x-evidence': 'observed' } },
				{
					target: '$.components.schemas.ReceivableStatus.properties.CaseId',
					update: { 'x-evidence': 'observed' },
				},
			]),
		);
	});

	test('applies it to the contract, and leaves every other line and comment as it was', () => {
		const after = copy.read(CONTRACT);
		expect(newLines(after, before.contract)).toEqual(['x-evidence: observed']);
		expect(after.replaceAll(/x-evidence: \w+/g, '')).toBe(
			before.contract.replaceAll(/x-evidence: \w+/g, ''),
		);
		const [was, is] = [evidence(before.text), evidence(copy.parse<Contract>(CONTRACT))];
		expect(is).toEqual({
			...was,
			validateToken: 'observed',
			getCollectionReceivablesStatus: 'observed',
		});
	});

	test('renews what is made from it, where nothing observed is called documented', () => {
		const generated = copy.generate('--check');
		expect([generated.status, generated.stderr]).toEqual([0, '']);
		const line = copy
			.read('docs/operations.md')
			.split('\n')
			.find((one) => one.includes('`validateToken`'));
		expect(line).toContain("Method and path answered a user's key");
		expect(line).not.toContain('documented');
		expect(copy.read('nodes/CashIn/api/generated/endpoints.ts')).toContain("evidence: 'observed'");
	});

	test('changes nothing the second time, nor does `npm run adopt` without a document', async () => {
		const files = { ...copy.files('contract'), ...copy.files('docs') };
		const again = await check(copy, '--write');
		expect(again.stderr).toContain('Nothing new to write');
		const { status, stdout } = copy.adopt();
		expect([status, stdout]).toEqual([0, expect.stringContaining('is what document and overlay')]);
		expect({ ...copy.files('contract'), ...copy.files('docs') }).toEqual(files);
	});

	test('is applied by `npm run adopt` where the contract is not what the overlay gives', () => {
		const other = newCopy();
		const overlay = other.parse<object>(OVERLAY);
		const actions = [
			{ target: VALIDATE, update: { 'x-evidence': 'observed', 'x-new': 'said by a user' } },
			{
				target: '$.components.schemas.ValidationResponse.properties.IsValid',
				update: { 'x-evidence': 'observed' },
			},
		];
		other.write(OVERLAY, YAML.stringify({ ...overlay, actions }));
		const text = other.read(CONTRACT);
		expect(other.adopt().stdout).toContain('Written: contract/cash-in.openapi.yaml');

		expect(newLines(other.read(CONTRACT), text)).toEqual([
			'x-new: said by a user',
			'x-evidence: observed',
		]);
		expect(other.adopt().stdout).toContain('The contract is what');
	});

	test.each([
		['a removal', { target: `${VALIDATE}.tags`, remove: true }],
		['an addition to a list', { target: VALIDATE, update: { tags: ['More'] } }],
		['a place that is none', { target: "$.paths.*[?@.operationId=='gone']", update: { a: 1 } }],
	])('refuses %s, and writes nothing', (_, action) => {
		const other = newCopy();
		other.write(OVERLAY, YAML.stringify({ ...other.parse<object>(OVERLAY), actions: [action] }));
		const text = other.read(CONTRACT);
		const { status, stderr } = other.adopt();

		expect([status, stderr]).toEqual([1, expect.stringContaining('contract/overlay.yaml')]);
		expect(other.read(CONTRACT)).toBe(text);
	});

	test('outlives an adoption where the document says nothing, and gives way where it does', () => {
		const overlay = copy.parse<{ actions: object[] }>(OVERLAY);
		const unknown = "$.paths.*[?@.operationId=='getDeliveryStatistics']";
		overlay.actions.push({ target: unknown, update: { 'x-evidence': 'observed' } });
		copy.write(OVERLAY, YAML.stringify(overlay));
		expect(copy.adopt(foreign('openapi.yaml'), '--accept').status).toBe(0);

		expect(evidence(copy.parse<Contract>(CONTRACT))).toMatchObject({
			getDeliveryStatistics: 'observed',
			validateToken: 'documented',
		});
	});
});
