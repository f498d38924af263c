import YAML from 'yaml';

import { isObject, isSame, Refusal, type Json } from './json.cts';
import { applyOverlay, placesOf, type Overlay } from './overlay.cts';

/** A part of a text, and what comes in its place. */
interface Edit {
	from: number;
	to: number;
	text: string;
}

/** A member to be set, by the keys that lead to it. */
interface Setting {
	keys: Array<string | number>;
	value: unknown;
}

/**
 * Lays an overlay over a document that people write: its comments and its layout stay. Members are set and added, which
 * comes to the same however often it is done; what would not, taking away and adding to lists, is refused.
 * @param text YAML
 * @throws Refusal for an action that is of another kind, or that finds nothing
 */
export function applyInPlace(overlay: Overlay, text: string): string {
	if (overlay.actions.length === 0) return text;
	const before = YAML.parse(text) as Json;
	const document = YAML.parseDocument(text);
	const settings = overlay.actions.flatMap(({ target, update, remove }) => {
		if (remove === true || !isObject(update)) throw notInPlace(target, 'takes away or replaces');
		return placesOf(before, target).flatMap((keys) => settingsIn(before, keys, update, target));
	});
	// Of two values for one member the last counts, as in an overlay.
	const last = new Map(settings.map((setting) => [JSON.stringify(setting.keys), setting]));
	const edits = [...last.values()].flatMap((setting) => editOf(document, text, setting));
	const changed = [...edits]
		.sort((one, other) => other.from - one.from)
		.reduce((all, { from, to, text: by }) => all.slice(0, from) + by + all.slice(to), text);
	const wanted: unknown = JSON.parse(JSON.stringify(applyOverlay(overlay, before)));
	if (!isSame(YAML.parse(changed), wanted)) {
		throw new Error('The contract in its layout is not what the overlay gives');
	}
	return changed;
}

const notInPlace = (target: string, does: string) =>
	new Refusal(
		`contract/overlay.yaml: the action at ${target} ${does} something. As long as no document is adopted, the contract is written by hand: make that change in contract/cash-in.openapi.yaml, and take the action out.`,
	);

function settingsIn(
	document: unknown,
	keys: Array<string | number>,
	update: Json,
	target: string,
): Setting[] {
	const holder = keys.reduce<unknown>((node, key) => Object(node)[key] as unknown, document);
	if (!isObject(holder)) throw notInPlace(target, 'adds to a list or replaces');
	return Object.entries(update).flatMap(([name, value]): Setting[] => {
		const there = holder[name];
		if (isObject(there) && isObject(value)) {
			return settingsIn(document, [...keys, name], value, target);
		}
		if (Array.isArray(there)) throw notInPlace(target, 'adds to a list or replaces');
		return isSame(there, value) ? [] : [{ keys: [...keys, name], value }];
	});
}

function editOf(document: YAML.Document, text: string, { keys, value }: Setting): Edit[] {
	const holder = document.getIn(keys.slice(0, -1), true);
	const name = String(keys.at(-1));
	if (!YAML.isMap(holder) || holder.items.length === 0) throw sharedPart(keys);
	const pair = holder.items.find(({ key }) => YAML.isScalar(key) && String(key.value) === name);
	if (pair !== undefined) {
		const node = pair.value;
		if (!YAML.isScalar(node) || isObject(value) || !isOneLine(node)) throw sharedPart(keys);
		const [from, to] = rangeOf(node);
		return [{ from, to, text: scalar(value) }];
	}
	const [from] = rangeOf(holder.items[0]?.key);
	if (holder.flow === true)
		return [{ from, to: from, text: `${name}: ${JSON.stringify(value)}, ` }];
	const indent = ' '.repeat(from - text.lastIndexOf('\n', from - 1) - 1);
	const lines = YAML.stringify({ [name]: value }).replace(/\n(?=.)/g, `\n${indent}`);
	return [{ from, to: from, text: `${lines}${indent}` }];
}

const isOneLine = ({ type }: YAML.Scalar) =>
	type !== YAML.Scalar.BLOCK_FOLDED && type !== YAML.Scalar.BLOCK_LITERAL;

const scalar = (value: unknown) => YAML.stringify(value, { lineWidth: 0 }).trimEnd();

function rangeOf(node: unknown): [from: number, to: number] {
	if (!YAML.isNode(node) || !node.range) throw new Error('A part of the contract has no place');
	return [node.range[0], node.range[1]];
}

/** An alias, or a text of several lines: to change it here would change it elsewhere, or spoil the layout. */
const sharedPart = (keys: Array<string | number>) =>
	new Refusal(
		`contract/overlay.yaml: ${keys.join(' > ')} cannot be changed in its place. Make that change in contract/cash-in.openapi.yaml, and take the action out.`,
	);
