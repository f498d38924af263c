'use strict';

const fs = require('node:fs');
const path = require('node:path');
const tsx = require('tsx/cjs/api');

const { evidenceInWords, generatedNotice, operationsOf, readContract, root } = require('./source');

const start = '<!-- operations:start -->';
const end = '<!-- operations:end -->';

const nodes = path.join(root, 'nodes', 'CashIn', 'actions');
const { catalogue } = tsx.require(path.join(nodes, 'catalogue.ts'), __filename);

/** docs/operations.md: every operation, where it is in the node, which key it needs, how far it is known, and where from. */
function operationsFile(contract) {
	const rows = operationsOf(contract);
	const count = (evidence) => rows.filter((row) => row.evidence === evidence).length;
	return {
		file: 'docs/operations.md',
		content: `<!-- ${generatedNotice} -->

# Operations of the Cash-In API and how far they are known

${rows.length} operations. Paths come after \`${contract.servers[0].url}\`.

| How far | Meaning | Operations |
|---|---|---|
| ${evidenceInWords.documented} | Method and path were read in Cash-In's public docs | ${count('documented')} |
| ${evidenceInWords.partial} | The method was read in the menu of the docs, the path was not | ${count('partial')} |
| ${evidenceInWords.inferred} | Only the title was read | ${count('inferred')} |

A path that turns out to be another is corrected in the credential, under Endpoint Overrides, without a new release. What is still to be found out: [api-open-questions.md](api-open-questions.md).

${contract.tags.map(({ name }) => section(name, rows)).join('\n')}`,
	};
}

function section(tag, rows) {
	const lines = rows
		.filter((row) => row.tag === tag)
		.map((row) =>
			[
				row.title,
				`\`${row.id}\``,
				`\`${row.method} ${row.path}\``,
				actionsOf(row.id),
				row.operation['x-partner-key'] ? "a software partner's" : "the creditor's",
				evidenceInWords[row.evidence],
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
function actionsOf(id) {
	return catalogue
		.flatMap(({ name: resource, operations }) =>
			operations
				.filter(({ run }) => (run.each ?? run.many).endpoint === id)
				.map(({ name }) => `${resource}: ${name}`),
		)
		.join(' · ');
}

/** README.md with the table between its markers renewed; nothing where there are no markers. */
function readmeFile(contract) {
	const target = path.join(root, 'README.md');
	const text = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : '';
	const [from, to] = [text.indexOf(start), text.indexOf(end)];
	if (from < 0 || to < from) return [];
	const content = `${text.slice(0, from)}${start}\n\n${evidenceTable(contract)}\n\n${text.slice(to)}`;
	return [{ file: 'README.md', content }];
}

/** A table for the README: a row for each group, the operations by how far they are known. */
function evidenceTable(contract = readContract()) {
	const rows = operationsOf(contract);
	const titles = (tag, evidence) =>
		rows
			.filter((row) => row.tag === tag && row.evidence === evidence)
			.map(({ title }) => title)
			.join(' · ') || '–';
	const levels = Object.keys(evidenceInWords);
	return [
		`| | ${levels.map((level) => evidenceInWords[level]).join(' | ')} |`,
		`|---|${levels.map(() => '---').join('|')}|`,
		...contract.tags.map(
			({ name }) => `| ${name} | ${levels.map((level) => titles(name, level)).join(' | ')} |`,
		),
	].join('\n');
}

module.exports = { operationsFile, readmeFile, evidenceTable };
