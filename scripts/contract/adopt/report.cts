import { endpointsRow } from '../endpoints.cts';
import {
	operationsOf,
	propertiesOf,
	resolve,
	successOf,
	typesOf,
	type Contract,
	type OperationRow,
	type Schema,
} from '../source.cts';
import { isSame } from './json.cts';
import { inCents } from './safety.cts';
import type { Plan } from './plan.cts';
import { lineOf, type Question } from './pairs.cts';
import type { VendorApi } from './vendor.cts';

interface Change {
	what: string;
	from?: string;
	to?: string;
}

/** What an adoption changes, for a person and for a program. */
export interface Report {
	document: { title?: string; version?: string };
	counts: { adopted: number; stay: number; added: number };
	moved: Change[];
	methods: Change[];
	required: Change[];
	renamed: Change[];
	types: Change[];
	envelopes: Change[];
	enums: Change[];
	deprecated: Change[];
	webhooks: Change[];
	servers: Change[];
	gone: Change[];
	new: Change[];
	/** Lines that somebody has to look at: `docs/triggers.md:12`. */
	docs: Change[];
	mustChange: string[];
	decided: string[];
	notes: string[];
}

type Section = Exclude<keyof Report, 'document' | 'counts' | 'mustChange' | 'decided' | 'notes'>;

const SECTIONS: ReadonlyArray<readonly [Section, string]> = [
	['moved', 'Paths that moved'],
	['methods', 'Methods that changed'],
	['required', 'Required now, or no more'],
	['renamed', 'Parameters and members with another name'],
	['types', 'Values of another type'],
	['envelopes', 'Bodies and answers of another shape'],
	['enums', 'Values that are named'],
	['deprecated', 'Deprecated'],
	['webhooks', 'Webhooks'],
	['servers', 'Servers'],
	['gone', "What the vendor's document does not have"],
	['new', 'New'],
	['docs', 'Pages that still have an old name'],
];

export function makeReport(
	before: Contract,
	after: Contract,
	api: VendorApi,
	plan: Plan,
	accepted: ReadonlyArray<{ question: Question; value: string | null }>,
	notes: readonly string[],
): Report {
	const report: Report = {
		document: { title: api.title, version: api.version },
		counts: { adopted: plan.operations.size, stay: plan.stays.size, added: plan.added.length },
		moved: [],
		methods: [],
		required: [],
		renamed: [],
		types: [],
		envelopes: [],
		enums: [],
		deprecated: [],
		webhooks: Object.keys(api.webhooks).map((what) => ({ what })),
		servers: serversIn(before, after),
		gone: [...plan.stays].map(([what, why]) => ({ what, to: `stays as it was: ${why}` })),
		new: [],
		docs: [],
		mustChange: [],
		decided: accepted.map(({ question, value }) => lineOf(question.key, value)),
		notes: [...new Set(notes)],
	};
	const was = new Map(operationsOf(before).map((row) => [row.id, row]));
	for (const row of operationsOf(after)) {
		const old = was.get(row.id);
		if (old === undefined)
			report.new.push({ what: row.id, to: `${row.method} ${row.path} (${row.title})` });
		else compareOperation(report, before, after, old, row);
	}
	for (const [name, schema] of Object.entries(after.components.schemas)) {
		compareSchema(report, before, after, name, schema);
	}
	report.mustChange.push(...mustChange(report, api));
	report.mustChange.push(...centsIn(before, after));
	return report;
}

/** Amounts that come in cents are given out as they come. */
function centsIn(before: Contract, after: Contract): string[] {
	const was = new Map(operationsOf(before).map((row) => [row.id, row]));
	return operationsOf(after).flatMap((row) => {
		const old = was.get(row.id);
		const known = old === undefined ? [] : inCents(before, successOf(before, old)?.schema);
		const names = inCents(after, successOf(after, row)?.schema).filter(
			(name) => !known.includes(name),
		);
		return names.length === 0
			? []
			: [`The answer of ${row.id} has ${names.join(', ')} in cents: divide by 100 in workflows.`];
	});
}

function serversIn(before: Contract, after: Contract): Change[] {
	const known = new Set(before.servers.map(({ url }) => url));
	return after.servers.flatMap((server) => {
		const { url, description } = server as { url: string; description?: string };
		return known.has(url) ? [] : [{ what: description ?? 'Server', to: url }];
	});
}

function compareOperation(
	report: Report,
	before: Contract,
	after: Contract,
	old: OperationRow,
	row: OperationRow,
): void {
	const { id } = row;
	if (old.path !== row.path) report.moved.push({ what: id, from: old.path, to: row.path });
	if (old.method !== row.method)
		report.methods.push({ what: id, from: old.method, to: row.method });
	if (row.operation.deprecated === true && old.operation.deprecated !== true) {
		report.deprecated.push({ what: id });
	}
	for (const parameter of row.parameters) {
		const field = parameter['x-field'] ?? parameter.name;
		const what = `${id}.${field}`;
		const known = old.parameters.find((candidate) => candidate['x-field'] === field);
		if (known === undefined) report.new.push({ what, to: `${parameter.in} ${parameter.name}` });
		else if (known.name !== parameter.name || known.in !== parameter.in) {
			report.renamed.push({
				what,
				from: `${known.in} ${known.name}`,
				to: `${parameter.in} ${parameter.name}`,
			});
		}
		const needed = known?.required === true || known?.['x-needed'] === true;
		if (parameter.required === true && !needed) report.required.push({ what, to: 'required' });
		if (known?.required === true && parameter.required !== true)
			report.required.push({ what, to: 'not required' });
		if (parameter['x-absent'] === true && known?.['x-absent'] !== true) report.gone.push({ what });
		if (parameter.deprecated === true && known?.deprecated !== true)
			report.deprecated.push({ what });
		valuesOf(report, what, known?.schema, parameter.schema);
		typeOf(report, what, known?.schema, parameter.schema);
	}
	for (const parameter of old.parameters) {
		const field = parameter['x-field'] ?? parameter.name;
		if (row.parameters.some((candidate) => candidate['x-field'] === field)) continue;
		report.renamed.push({
			what: `${id}.${field}`,
			from: `${parameter.in} ${parameter.name}`,
			to: 'the body',
		});
	}
	const shape = (contract: Contract, one: OperationRow) => {
		const { body, answer } = endpointsRow(contract, one);
		const { kind, rows, at, rowCount } = answer as Record<string, unknown>;
		const path = (value: unknown) =>
			Array.isArray(value) && value.length > 0 ? ` in ${value.join('.')}` : '';
		return {
			body:
				body === undefined
					? 'none'
					: `${body.kind}${'items' in body ? ` in ${String(body.items)}` : ''}`,
			answer: `${String(kind)}${path(rows)}${path(at)}${path(rowCount) === '' ? '' : `, rows counted${path(rowCount)}`}`,
		};
	};
	const [oldShape, newShape] = [shape(before, old), shape(after, row)];
	for (const part of ['body', 'answer'] as const) {
		if (oldShape[part] !== newShape[part]) {
			report.envelopes.push({ what: `${id}, ${part}`, from: oldShape[part], to: newShape[part] });
		}
	}
}

function valuesOf(report: Report, what: string, old: Schema | undefined, now: Schema): void {
	const values = (schema: Schema | undefined) =>
		(schema?.['x-known-values'] ?? []).map(({ value }) => value);
	if (!isSame(values(old), values(now)) && values(now).length > 0) {
		report.enums.push({ what, to: values(now).join(', ') });
	}
}

/** Text where a number was, or the other way round. */
function typeOf(report: Report, what: string, old: Schema | undefined, now: Schema): void {
	const kinds = (schema: Schema | undefined) =>
		typesOf(schema ?? {})
			.filter((type) => type !== 'null')
			.map((type) => (type === 'integer' ? 'number' : type));
	const [was, is] = [kinds(old), kinds(now)];
	if (was.length === 0 || is.length === 0 || was.some((kind) => is.includes(kind))) return;
	report.types.push({ what, from: was.join(' or '), to: is.join(' or ') });
}

/**
 * Lines of pages that still have a name that is another now. A plain word is one only where it stands as code.
 * @param pages file -> text
 */
export function oldNames(report: Report, pages: ReadonlyMap<string, string>): Change[] {
	const names = new Map(
		report.renamed.flatMap(({ from = '', to = '' }): Array<[string, string]> => {
			const [old, now] = [from, to].map((text) => text.split(' ').at(-1) ?? '');
			return old === undefined || now === undefined || old === now ? [] : [[old, now]];
		}),
	);
	return [...pages].flatMap(([file, text]) =>
		text.split('\n').flatMap((line, at) => {
			const code = [...line.matchAll(/`[^`]*`/g)].map(([part]) => part).join(' ');
			const found = [...names.keys()].filter((name) => {
				const isCompound = /[a-z][A-Z]|_/.test(name);
				return wholeWord(name).test(isCompound ? line : code);
			});
			return found.length === 0 ? [] : [{ what: `${file}:${at + 1}`, to: found.join(', ') }];
		}),
	);
}

const wholeWord = (name: string) =>
	new RegExp(`(?<![A-Za-z0-9_])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![A-Za-z0-9_])`);

function compareSchema(
	report: Report,
	before: Contract,
	after: Contract,
	name: string,
	schema: Schema,
): void {
	const old = before.components.schemas[name];
	if (old === undefined || isSame(old, schema)) return;
	const members = Object.entries(propertiesOf(before, old));
	for (const [member, now] of Object.entries(propertiesOf(after, schema))) {
		const field = now['x-field'] ?? member;
		const what = `${name}.${field}`;
		const [wire, known] = members.find(([, candidate]) => candidate['x-field'] === field) ?? [];
		if (known === undefined) report.new.push({ what, to: member });
		else if (wire !== member) report.renamed.push({ what, from: wire, to: member });
		if (now['x-absent'] === true && known?.['x-absent'] !== true)
			report.gone.push({ what, from: member });
		if (now.deprecated === true && known?.deprecated !== true) report.deprecated.push({ what });
		valuesOf(report, what, known, now);
		typeOf(report, what, known, now);
		const must = requiredOf(after, schema).includes(member);
		const had = requiredOf(before, old).includes(wire ?? '');
		if (must !== had && known !== undefined)
			report.required.push({ what, to: must ? 'required' : 'not required' });
		if (must && known === undefined) report.required.push({ what, to: 'required' });
	}
	for (const [wire, member] of members) {
		const field = member['x-field'] ?? wire;
		const stays = Object.values(propertiesOf(after, schema)).some(
			(now) => now['x-field'] === field,
		);
		if (!stays) report.gone.push({ what: `${name}.${field}`, from: wire });
	}
}

/** What a schema and its parts require. */
function requiredOf(contract: Contract, schema: Schema): string[] {
	const whole = resolve(contract, schema);
	return [
		...(whole.required ?? []),
		...(whole.allOf ?? []).flatMap((part) => requiredOf(contract, part)),
	];
}

/** What someone who uses the node has to do; field names stay, so that most of it needs nothing. */
function mustChange(report: Report, api: VendorApi): string[] {
	const lines: string[] = [];
	const isOperation = (what: string) => /^[a-z][A-Za-z]*\.[a-z]/.test(what);
	for (const { what, to } of report.required) {
		if (isOperation(what) && to === 'required') lines.push(`Fill in ${what}: it is required now.`);
	}
	for (const { what } of report.gone) {
		if (isOperation(what))
			lines.push(`Take the filter ${what} out of workflows: the API does not list it.`);
	}
	if (report.moved.length > 0) {
		const moved = report.moved.map(({ what }) => what).join(', ');
		lines.push(`Remove Endpoint Overrides of operations whose path is another now: ${moved}.`);
	}
	if (api.production !== undefined && report.servers.some(({ to }) => to === api.production)) {
		lines.push(
			`Production is ${api.production} by this document: whoever uses it sends the key there. Make sure that it is Cash-In's.`,
		);
	}
	for (const { what, to } of report.servers) {
		if (to === api.production) continue;
		lines.push(
			`${what}: ${to}${/sandbox|test/i.test(`${what} ${to}`) ? ' (for the credential, under Base URL)' : ''}`,
		);
	}
	for (const { what } of report.deprecated) lines.push(`${what} is deprecated: plan without it.`);
	const key = api.keys.find((one) => !/^header x-api-key$/i.test(one));
	if (key !== undefined)
		lines.push(`The document sends the key as ${key}; the node sends it as header X-Api-Key.`);
	if (report.renamed.length > 0) {
		lines.push(
			'JSON written for the old member names works on, with a warning that tells the new name.',
		);
	}
	return lines;
}

export function reportText(report: Report): string {
	const { counts, document } = report;
	const line = ({ what, from, to }: Change) =>
		`- \`${what}\`${from === undefined ? '' : `: ${from}`}${to === undefined ? '' : `${from === undefined ? ':' : ' ->'} ${to}`}`;
	const list = (title: string, lines: string[]) =>
		lines.length === 0 ? [] : [`## ${title} (${lines.length})`, '', ...lines, ''];
	return [
		'# What the adoption changed',
		'',
		`${document.title ?? 'The document'}${document.version === undefined ? '' : `, version ${document.version}`}: ${counts.adopted} operations adopted, ${counts.stay} stay as they were, ${counts.added} new.`,
		'',
		...list(
			'What a user must change',
			report.mustChange.map((text) => `- ${text}`),
		),
		...SECTIONS.flatMap(([section, title]) => list(title, report[section].map(line))),
		...list(
			'Taken as the best candidate',
			report.decided.map((text) => `- \`${text}\``),
		),
		...list(
			'Notes',
			report.notes.map((text) => `- ${text}`),
		),
	].join('\n');
}
