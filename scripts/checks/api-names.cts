import ts from 'typescript';

import { readContract, type Schema } from '../contract/source.cts';
import { handWritten, read } from './sources.cts';

/** A place in hand-written code that spells a name of the API. */
interface Finding {
	file: string;
	line: number;
	name: string;
}

const FOLDERS = ['nodes', 'credentials', 'simulator'];

/** What goes in and out of the simulator's control interface: its names are its own, whatever the API's are. */
const CONTROL = [
	'simulator/control/inputs.ts',
	'simulator/control/views.ts',
	'simulator/page/actions.ts',
];

/** States that things of the simulator are in, and that members may happen to be called by. */
const STATES = new Set([
	'Accepted',
	'Active',
	'Closed',
	'Created',
	'Delivered',
	'Failed',
	'Open',
	'Paid',
	'Pending',
]);

/** Texts that people read: labels of the editor, words in a sentence. */
const LABELS = new Set([
	'action',
	'description',
	'displayName',
	'errorMessage',
	'fallback',
	'hint',
	'label',
	'labelPrefix',
	'name',
	'noun',
	'placeholder',
]);

/** Functions of the editor's fields, whose first texts are labels: `text(parameter, label, placeholder)`. */
const LABELLING = new Set(['choice', 'collection', 'day', 'flag', 'number', 'resource', 'text']);

/**
 * Names of members that stand in hand-written code, comments aside. Only the contract and what is made of it may
 * spell them, so that another name of Cash-In's is a change of the contract and of nothing else.
 * A name that is a word of English counts as one only where it names a member.
 */
export function apiNamesInCode(): Finding[] {
	const names = memberNames();
	return handWritten(FOLDERS)
		.filter((file) => !CONTROL.includes(file))
		.flatMap((file) => findingsIn(file, names));
}

/** Without those that code cannot be told from: a document may call a member by a field of ours, or `rows`. */
function memberNames(): Set<string> {
	const names = new Set<string>();
	const fields = new Set<string>();
	const collect = (schema: Schema): void => {
		for (const [name, member] of Object.entries(schema.properties ?? {})) {
			names.add(name);
			fields.add(member['x-field'] ?? '');
			collect(member);
		}
		for (const part of schema.allOf ?? []) collect(part);
	};
	for (const schema of Object.values(readContract().components.schemas)) collect(schema);
	return new Set([...names].filter((name) => !fields.has(name) && !/^[a-z]+$/.test(name)));
}

function findingsIn(file: string, names: ReadonlySet<string>): Finding[] {
	const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
	const found: Finding[] = [];
	const visit = (node: ts.Node): void => {
		for (const name of new Set([...spelled(node), ...inText(node)])) {
			if (!names.has(name)) continue;
			const { line } = source.getLineAndCharacterOfPosition(node.getStart());
			found.push({ file, line: line + 1, name });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** The name a node spells as that of a member; none for types, globals and labels. */
function spelled(node: ts.Node): string[] {
	const { parent } = node;
	if (ts.isIdentifier(node)) {
		const isMember =
			(ts.isPropertyAccessExpression(parent) && parent.name === node && !ofSchema(parent)) ||
			((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) &&
				parent.name === node) ||
			ts.isShorthandPropertyAssignment(parent) ||
			ts.isBindingElement(parent);
		return isMember ? [node.text] : [];
	}
	if (!ts.isStringLiteralLike(node) || isLabel(node)) return [];
	return STATES.has(node.text) && /^simulator\//.test(fileOf(node)) ? [] : [node.text];
}

function fileOf(node: ts.Node): string {
	return node.getSourceFile().fileName;
}

/** Names of several words in a text or a pattern: `InvoiceDate` in `give InvoiceDate, such as`; not in an operation's. */
function inText(node: ts.Node): string[] {
	const isText =
		ts.isStringLiteralLike(node) ||
		ts.isTemplateLiteralToken(node) ||
		ts.isRegularExpressionLiteral(node);
	return isText ? (node.text.match(/(?<![A-Za-z])[A-Z][a-z]+[A-Z][A-Za-z0-9]*/g) ?? []) : [];
}

/** `roles.ErrorMessage`: a schema may be called like a member. */
function ofSchema({ expression }: ts.PropertyAccessExpression): boolean {
	return ts.isIdentifier(expression) && ['roles', 'members'].includes(expression.text);
}

function isLabel(node: ts.StringLiteralLike): boolean {
	const { parent } = node;
	if (ts.isPropertyAssignment(parent)) {
		return ts.isIdentifier(parent.name) && LABELS.has(parent.name.text);
	}
	if (ts.isCallExpression(parent)) {
		return ts.isIdentifier(parent.expression) && LABELLING.has(parent.expression.text);
	}
	// `['Stop', 'stop', 'The item fails']`: a choice of the editor begins with its label.
	return (
		ts.isArrayLiteralExpression(parent) &&
		parent.elements.length === 3 &&
		parent.elements[0] === node
	);
}

/** @throws naming the places */
export function main(): void {
	const findings = apiNamesInCode();
	if (findings.length === 0) return;
	throw new Error(
		[
			'Names of the API stand in the contract alone. Use the constants of api/generated/fields.ts, or a role:',
			...findings.map(({ file, line, name }) => `${file}:${line} ${name}`),
		].join('\n'),
	);
}
