import fs from 'node:fs';
import path from 'node:path';

import {
	EVIDENCE_IN_WORDS,
	generatedNotice,
	operationsOf,
	readContract,
	root,
	type Contract,
	type Evidence,
	type OperationRow,
} from './source.cts';

const LEVELS = Object.keys(EVIDENCE_IN_WORDS) as Evidence[];
const MEANINGS: Record<Evidence, string> = {
	documented: "Method and path were read in Cash-In's public docs",
	observed: '`npm run check:live` was answered there; what was read before is beside it',
	partial: 'The method was read in the menu of the docs, the path was not',
	inferred: 'Only the title was read',
};

/** Nothing is observed until somebody has asked the real API: then there is no line for it. */
const levelsIn = (rows: OperationRow[]) =>
	LEVELS.filter((level) => level !== 'observed' || rows.some((row) => row.evidence === level));

/** docs/operations.md: every operation, where it is in the node, which key it needs, how far it is known, and where from. */
export function operationsFile(contract: Contract) {
	const rows = operationsOf(contract);
	const count = (evidence: Evidence) => rows.filter((row) => row.evidence === evidence).length;
	return {
		file: 'docs/operations.md',
		content: `<!-- ${generatedNotice} -->

# Operations of the Cash-In API and how far they are known

${rows.length} operations. Paths come after \`${contract.servers[0]?.url}\`.

| How far | Meaning | Operations |
|---|---|---|
${levelsIn(rows)
	.map((level) => `| ${EVIDENCE_IN_WORDS[level]} | ${MEANINGS[level]} | ${count(level)} |`)
	.join('\n')}

A path that turns out to be another is corrected in the credential, under Endpoint Overrides, without a new release. What is still to be found out: [api-open-questions.md](api-open-questions.md).

${contract.tags.map(({ name }) => section(name, rows)).join('\n')}`,
	};
}

function section(tag: string, rows: OperationRow[]): string {
	const lines = rows
		.filter((row) => row.tag === tag)
		.map((row) =>
			[
				row.title,
				`\`${row.id}\``,
				`\`${row.method} ${row.path}\``,
				actionsOf(row) || 'API Call',
				row.operation['x-partner-key'] === true ? "a software partner's" : "the creditor's",
				EVIDENCE_IN_WORDS[row.evidence],
				row.note,
				row.source,
			].join(' | '),
		);
	return `## ${tag}

| Title in the docs | Name here | Request | In the node | Key needed | How far known | What was seen, what is our reading | Source |
|---|---|---|---|---|---|---|---|
${lines.map((line) => `| ${line} |`).join('\n')}
`;
}

/** `Invoice: Create`; several where one endpoint serves more than one action. */
function actionsOf({ operation }: OperationRow): string {
	return [operation['x-action'] ?? []]
		.flat()
		.filter((action) => action !== 'invoice.preview')
		.map((action) => {
			const [resource = '', name = ''] = action.split('.');
			return `${inWords(resource)}: ${inWords(name.replace(/^getAll(?=[A-Z]|$)/, 'getMany'))}`;
		})
		.join(' · ');
}

/** `getManyDirect` -> `Get Many Direct`, as the editor writes it. */
function inWords(name: string): string {
	const words = name.charAt(0).toUpperCase() + name.slice(1).replace(/([A-Z])/g, ' $1');
	return words
		.replace(/^E (?=I)/, 'E-')
		.replace(/^Sms$/, 'SMS')
		.replace(' With ', ' with ');
}

/** README.md with the table between its markers renewed; nothing where there are no markers. */
export function readmeFile(contract: Contract) {
	const target = path.join(root, 'README.md');
	const text = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : '';
	const renewed = withPart(text, 'operations', () => evidenceTable(contract));
	return renewed === text ? [] : [{ file: 'README.md', content: renewed }];
}

/** The text with what stands between two markers renewed; as it is where it has no such markers. */
export function withPart(text: string, name: string, make: () => string): string {
	const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
	const [from, to] = [text.indexOf(start), text.indexOf(end)];
	if (from < 0 || to < from) return text;
	return `${text.slice(0, from)}${start}\n\n${make()}\n\n${text.slice(to)}`;
}

/** A row for each group, the operations by how far they are known. */
export function evidenceTable(contract = readContract()): string {
	const rows = operationsOf(contract);
	const levels = levelsIn(rows);
	const titles = (tag: string, evidence: Evidence) =>
		rows
			.filter((row) => row.tag === tag && row.evidence === evidence)
			.map(({ title }) => title)
			.join(' · ') || '–';
	return [
		`| | ${levels.map((level) => EVIDENCE_IN_WORDS[level]).join(' | ')} |`,
		`|---|${levels.map(() => '---').join('|')}|`,
		...contract.tags.map(
			({ name }) => `| ${name} | ${levels.map((level) => titles(name, level)).join(' | ')} |`,
		),
	].join('\n');
}
