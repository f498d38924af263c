import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import YAML from 'yaml';

import { loadContract } from '../../simulator/contract';
import type { Running } from './simulatorClient';
import { startSimulator } from './simulatorClient';

/** A part of a contract. */
interface Part {
	[name: string]: Part;
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cash-in-contract-'));
const original = fs.readFileSync(path.join(__dirname, '../../contract/cash-in.openapi.yaml'), 'utf8');
const before = process.env.CASH_IN_CONTRACT;
let running: Running | undefined;

afterEach(async () => {
	const violations = [...(running?.simulator.control.violations() ?? [])];
	await running?.simulator.close();
	running = undefined;
	expect(violations).toEqual([]);
});

afterAll(() => {
	if (before === undefined) delete process.env.CASH_IN_CONTRACT;
	else process.env.CASH_IN_CONTRACT = before;
	fs.rmSync(folder, { recursive: true, force: true });
});

/** A simulator of our contract, but for what is changed in it. */
async function serving(name: string, change: (schemas: Part, paths: Part) => void) {
	const document = YAML.parse(original, { merge: true }) as Part;
	change(document.components?.schemas ?? {}, document.paths ?? {});
	const file = path.join(folder, `${name}.yaml`);
	fs.writeFileSync(file, YAML.stringify(document, { aliasDuplicateObjects: false }));
	process.env.CASH_IN_CONTRACT = file;
	running = await startSimulator();
	return running;
}

const rename = (schema: Part, from: string, to: string, more: object = {}) => {
	const { [from]: member, ...rest } = schema.properties as Part;
	schema.properties = { ...rest, [to]: { ...member, ...more } as Part };
};
const answerOf = (operation: Part | undefined, status: string) => operation?.responses?.[status];
const bill = async (...numbers: unknown[]) =>
	await running?.api.post(
		'/gensalesinvoices',
		numbers.map((InvoiceNumber) => ({
			InvoiceNumber,
			TotalAmount: '100.10',
			InvoiceRows: [],
		})),
	);
