import { EVIDENCE_IN_WORDS, type Evidence } from '../contract/source.cts';
import type { MemberSeen, Shape } from './observe.cts';
import type { Plan } from './plan.cts';
import { PAUSE_MS } from './client.cts';
import type { Suggestion } from './evidence.cts';
import type { Findings, OperationFinding } from './run.cts';

const PLACES = {
	production: 'production',
	sandbox: 'a sandbox',
	'this computer': 'a server on this computer, which proves nothing about the real API',
};

/** The report as Markdown, to be pasted into an issue. */
export function reportText(findings: Findings): string {
	const { day, place, requests, most, stopped, operations, notAsked, writes } = findings;
	const suggested = operations.flatMap(({ suggestions }) => suggestions);
	const targets = new Set(suggested.map(({ target }) => target));
	const moved = operations.filter(({ found }) => found?.isAlternative === true);
	return [
		'# What the Cash-In API answers',
		'',
		`Made by \`npm run check:live\` on ${day}. Asked: ${PLACES[place]}. ${requests} requests, all of them GET, of at most ${most}. Names, types and codes only: no key, no id, no name of anybody, no amount.`,
		'',
		...(stopped === undefined ? [] : [`**It ended early.** ${stopped}`, '']),
		'## Overview',
		'',
		'| Operation | Result | Answered at | Rows or record | Members: as in the contract · of another type · not in the contract · not seen |',
		'|---|---|---|---|---|',
		...operations.map(overviewRow),
		'',
		...(moved.length === 0
			? []
			: [
					'## Other paths than in the contract',
					'',
					'Until there is a release with them, this goes into the credential, under Endpoint Overrides:',
					'',
					'```json',
					JSON.stringify(
						Object.fromEntries(moved.map(({ id, found }) => [id, found?.address])),
						undefined,
						2,
					),
					'```',
					'',
				]),
		...operations.filter(isWorthDetails).flatMap(details),
		...(notAsked.length === 0
			? []
			: [
					'## Not checked',
					'',
					...notAsked.map(({ id, title, why }) => `- ${title} (\`${id}\`): ${why}`),
					'',
				]),
		`${writes} more operations create, change or delete something. No check asks them.`,
		'',
		'## For the maintainers',
		'',
		targets.size === 0
			? 'Nothing that was a guess is confirmed by these answers.'
			: `${targets.size} parts of the contract that were our reading are answered as written. Suggested for them: \`x-evidence: observed\`, which \`npm run check:live -- --write\` writes.`,
		'',
		...operations
			.filter(({ suggestions }) => suggestions.length > 0)
			.map(({ id, suggestions }) => `- \`${id}\`: ${partsText(suggestions)}`),
	]
		.join('\n')
		.trimEnd()
		.concat('\n');
}

/** Members are in the tables above; here it is enough how many they are. */
function partsText(suggestions: readonly Suggestion[]): string {
	const parts = [...new Set(suggestions.map(({ part }) => part))];
	const others = parts.filter((part) => !part.startsWith('member '));
	const members = parts.length - others.length;
	const counted = members === 0 ? [] : [members === 1 ? '1 member' : `${members} members`];
	return [...others, ...counted].join(', ');
}

function overviewRow({ id, title, result, found, shape, tries }: OperationFinding): string {
	const tried = tries.length > 1 ? ` (${tries.length} addresses tried)` : '';
	const answered =
		found === undefined
			? '–'
			: `\`${found.address}\`${found.isAlternative ? ', **another path**' : ''}`;
	return `| ${title} (\`${id}\`) | ${result}${tried} | ${answered} | ${shape === undefined ? '–' : placeText(shape)} | ${shape === undefined ? '–' : counts(shape)} |`;
}

function placeText({ kind, at, expected, rows }: Shape): string {
	const what = kind === 'list' ? `list in ${code(at)}, rows: ${rows}` : `${kind} in ${code(at)}`;
	return expected === undefined ? what : `${what}; **the contract says ${expected}**`;
}

const code = (text: string) => (text.includes(' ') ? text : `\`${text}\``);

function counts({ members, unseen, kind, rows }: Shape): string {
	if (kind === 'list' && rows === 'none') return 'no rows to compare';
	const of = (contract: MemberSeen['contract']) =>
		members.filter((member) => member.contract === contract).length;
	return `${of('same')} · ${of('otherType')} · ${of('missing')} · ${unseen.length}`;
}

const isWorthDetails = ({ shape, errorMembers, tries, notes, limitHeaders }: OperationFinding) =>
	shape !== undefined ||
	errorMembers !== undefined ||
	tries.length > 1 ||
	notes.length > 0 ||
	limitHeaders.length > 0;

function details(finding: OperationFinding): string[] {
	const { id, title, path, evidence, tries, shape, notes, errorMembers, limitHeaders } = finding;
	const known = EVIDENCE_IN_WORDS[evidence as Evidence] ?? evidence;
	return [
		`## ${title} (\`${id}\`)`,
		'',
		`Contract: \`GET ${path}\`. ${known}.`,
		'',
		...tries.map(({ address, status, mediaType, failed }) => {
			const came = failed ?? `${status}${mediaType === undefined ? '' : `, ${mediaType}`}`;
			return `- \`GET ${address}\`: ${came}`;
		}),
		...(shape === undefined ? [] : [`- Answer: ${placeText(shape)}`]),
		...notes.map((note) => `- ${note}`),
		...(errorMembers === undefined ? [] : [`- Members of the error: ${list(errorMembers)}`]),
		...(limitHeaders.length === 0 ? [] : [`- Headers about limits: ${list(limitHeaders)}`]),
		...(shape === undefined || shape.unseen.length === 0
			? []
			: [`- In the contract, not seen: ${list(shape.unseen)}`]),
		...(shape?.cut === true ? ['- There are more members than are listed.'] : []),
		'',
		...(shape === undefined ? [] : table('Members beside the rows', shape.envelope)),
		...(shape === undefined
			? []
			: table(shape.kind === 'list' ? 'Members of a row' : 'Members', shape.members)),
	];
}

function table(heading: string, members: readonly MemberSeen[]): string[] {
	if (members.length === 0) return [];
	return [
		`| ${heading} | Type | There | Null | Dates and codes | Contract |`,
		'|---|---|---|---|---|---|',
		...members.map(memberRow),
		'',
	];
}

function memberRow(member: MemberSeen): string {
	const { name, types, inPercent, nullPercent, dates = [], codes = [] } = member;
	const type = types.length === 0 ? 'null only' : types.join(' or ');
	const values = [...dates, ...codes].map((text) => `\`${text}\``).join(' ');
	return `| \`${name}\` | ${type} | ${often(inPercent)} | ${nulls(nullPercent)} | ${values} | ${verdict(member)} |`;
}

const often = (percent: number) => (percent === 100 ? 'always' : roughly(percent));
const nulls = (percent: number) =>
	percent === 0 ? 'never' : percent === 100 ? 'always' : roughly(percent);
/** Exact shares of a short list would tell how long it is. */
const roughly = (percent: number) =>
	percent < 25 ? 'seldom' : percent > 75 ? 'mostly' : 'sometimes';

function verdict({ contract, expected }: MemberSeen): string {
	switch (contract) {
		case 'same':
			return 'same';
		case 'otherType':
			return `**other type: ${expected ?? ''}**`;
		default:
			return expected === undefined ? '**not in it**' : `**\`${expected}\` in it**`;
	}
}

const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

/** What will be asked, said before anything is. */
export function planText({ steps, left, writes, most }: Plan, place: string): string {
	const seconds = Math.ceil((most * PAUSE_MS) / 1_000);
	const time = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
	return [
		`At most ${most} requests to ${place}, all of them GET, one a second: ${time} or more.`,
		'',
		...steps.map(({ row, addresses, needs }) => {
			const others = addresses.slice(1).map(({ written }) => written);
			const after = others.length === 0 ? '' : `; after 404 or 405 ${others.join(', ')}`;
			const lists = [...new Set(needs.flat().map(({ list: id }) => id))];
			const from = lists.length === 0 ? '' : `; with an id out of ${lists.join(' or ')}`;
			return `  GET ${row.path}  ${row.id}${from}${after}`;
		}),
		'',
		'Not asked:',
		...left.map(({ row, why }) => `  ${row.id}: ${why}`),
		`  ${writes} operations that create, change or delete something`,
	].join('\n');
}

/** The same for programs: the findings, without anything that the report does not show. */
export const reportJson = (findings: Findings): string =>
	`${JSON.stringify(findings, undefined, '\t')}\n`;
