import fs from 'node:fs';
import path from 'node:path';

import { answeredBy, namesTo, sentTo, simplifiedName } from './names.cts';
import { operationsOf, root, type Contract } from './source.cts';

const FOLDER = 'workflows';
const TEMPLATES = 'workflows/templates';

/** `«operation: field»`, with what stands before and after it. */
const PLACEHOLDER = /(\??\.)?«(\w+)(?: (sent|simplified))?: ([a-z]\w*(?:\??\.[a-z]\w*)*)»(?=(:)?)/g;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** One name on the way to a field. */
interface Step {
	name: string;
	/** Whether what it is a member of may be missing. */
	optional: boolean;
}

/**
 * The example workflows, with the names that the API has now. A template is a workflow as n8n exports it, in which
 * `«getInvoiceStatus: openAmount»` stands for the name of a field in a row of the operation's answer,
 * `«createInvoice sent: dueDate»` for one in what is sent, and `«listSalesInvoices simplified: dueDate»` for one in
 * what Simplify gives.
 * @throws a sentence for each placeholder that stands for nothing
 */
export function workflowFiles(contract: Contract) {
	const filled = templates().map((name) => ({ name, ...fill(contract, readTemplate(name)) }));
	const wrong = filled.flatMap(({ name, problems }) =>
		problems.map((problem) => `${TEMPLATES}/${name}: ${problem}`),
	);
	if (wrong.length > 0) throw new Error(wrong.join('\n'));
	return filled.map(({ name, text }) => ({ file: `${FOLDER}/${name}`, content: text }));
}

/** The files of the templates: `demo/paid-invoice.json`. */
export const templates = (): string[] => jsonFilesIn(TEMPLATES);

/** The files of the workflows. */
export const workflowNames = (): string[] =>
	jsonFilesIn(FOLDER).filter((name) => !name.startsWith('templates/'));

function jsonFilesIn(folder: string): string[] {
	return fs
		.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.json'))
		.map((name) => name.split(path.sep).join('/'))
		.sort();
}

export const readTemplate = (name: string) =>
	fs.readFileSync(path.join(root, TEMPLATES, name), 'utf8');

/** A template with the names of a contract, and what is wrong with it. @param template text of a JSON file */
export function fill(contract: Contract, template: string) {
	const problems: string[] = [];
	const text = template.replace(
		PLACEHOLDER,
		(whole, dot: string | undefined, id, part, field, colon: string | undefined, at: number) => {
			const found = stepsTo(contract, id, part, field);
			if (typeof found === 'string') {
				problems.push(`${whole.slice(dot?.length ?? 0)} stands for nothing: ${found}`);
				return whole;
			}
			if (dot !== undefined) return inJson(accessTo(found, dot === '?.'));
			const isKey = colon !== undefined && isInCode(template, at);
			return inJson(isKey ? keyOf(found) : found.map(({ name }) => name).join('.'));
		},
	);
	for (const [other] of template.replace(PLACEHOLDER, '').matchAll(/«[^«»"]*»?|»/g)) {
		problems.push(`${other} is no placeholder. Write it as «operation: field».`);
	}
	return { text, problems };
}

/** @returns why there is no such field, where there is none */
function stepsTo(
	contract: Contract,
	id: string,
	part: string | undefined,
	field: string,
): Step[] | string {
	const row = operationsOf(contract).find((candidate) => candidate.id === id);
	if (row === undefined) return 'the contract has no such operation.';
	const plain = field.replaceAll('?', '');
	if (part === 'simplified') {
		const name = simplifiedName(contract, id, plain);
		return name === undefined ? 'Simplify does not give this field.' : [{ name, optional: false }];
	}
	if (part === 'sent' && row.operation.requestBody === undefined) return 'nothing is sent there.';
	const schema = part === 'sent' ? sentTo(contract, id) : answeredBy(contract, id);
	const names = namesTo(contract, schema, plain);
	if (names === undefined) {
		return part === 'sent' ? 'no such field is sent.' : 'no such field is answered.';
	}
	const dots = [...field.matchAll(/\??\./g)].map(([dot]) => dot);
	return names.map((name, at) => ({ name, optional: dots[at - 1] === '?.' }));
}

/** `.Amounts?.PaymentAmount`, and `['odd name']` where a name is no identifier. */
function accessTo(steps: readonly Step[], optional: boolean): string {
	return steps
		.map((step, at) => {
			const mark = (at === 0 ? optional : step.optional) ? '?' : '';
			if (IDENTIFIER.test(step.name)) return `${mark}.${step.name}`;
			return `${mark && '?.'}[${quoted(step.name)}]`;
		})
		.join('');
}

/** The last of the names, as the key of an object. */
function keyOf(steps: readonly Step[]): string {
	const name = steps.at(-1)?.name ?? '';
	return IDENTIFIER.test(name) ? name : quoted(name);
}

const quoted = (name: string) => `'${name.replace(/[\\']/g, '\\$&')}'`;

const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

/** Whether a place is in an expression of n8n's, which begins and ends in one text, and so in one line. */
function isInCode(template: string, at: number): boolean {
	const line = template.slice(template.lastIndexOf('\n', at) + 1, at);
	return line.lastIndexOf('{{') > line.lastIndexOf('}}') || /^\s*"jsCode":/.test(line);
}
