import {
	EVIDENCE_IN_WORDS,
	generatedNotice,
	operationsOf,
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

Cash-In's public documentation shows few endpoints in full; of the others it names the title and mostly the method. The [contract](../contract/cash-in.openapi.yaml) of this repository says for each how it is known, and nothing that was inferred is called documented. Of an operation that is documented, filters and answer may still be our reading: the note beside it says so. What the node makes of them is in [actions.md](actions.md).

${rows.length} operations. Paths come after \`${contract.servers[0]?.url}\`.

| How far | Meaning | Operations |
|---|---|---|
${levelsIn(rows)
	.map((level) => `| ${EVIDENCE_IN_WORDS[level]} | ${MEANINGS[level]} | ${count(level)} |`)
	.join('\n')}

A path that turns out to be another is [corrected in the credential](correct-a-path.md), without a new release. What is still to be found out: [api-open-questions.md](api-open-questions.md).

## By how far they are known

${evidenceTable(contract, rows)}

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

/** A row for each group, the operations by how far they are known. */
function evidenceTable(contract: Contract, rows: OperationRow[]): string {
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
