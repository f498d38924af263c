import { createRedactor } from '../../nodes/CashIn/api/redact.ts';
import { isKnownWord, wordsOf } from '../contract/adopt/words.cts';
import type { Contract, Schema } from '../contract/source.cts';

/** What of an answer may be shown. */
export interface Shown {
	/** The names of one object, each as it may be shown: itself, or `<key>`. */
	names(object: Readonly<Record<string, unknown>>): Map<string, string>;
	/** A value that is a code; undefined for any other. */
	code(value: unknown): string | undefined;
	/** Takes the API key out of a text. */
	withoutKey(text: string): string;
}

const DATA = '<key>';

/** Words of envelopes, and of Finnish documents, that no member of the contract has. */
const OTHER_WORDS = new Set(
	`array collection content count cursor data elements entries errors first has hits is items last limit links list meta
	more next objects offset page pages paging pagination payload prev previous records result results root rows self size
	success total totals value values warnings yhteensä asiakas asiakkaat erä erät eräpäivä lasku laskut maksu maksut määrä
	nimi numero osoite päivä päiväys rivi rivit saldo sivu summa tiedot tila tilitys tulos tuote tuotteet viesti viite`.split(
		/\s+/,
	),
);

/** A word that is found within what is written as one: `onlineproducts`. A shorter one is part of many a name. */
const LONG_WORD = 6;

/** Letters, as programmers name things, with a digit or two; anything else may be a number or somebody's name. */
const LOOKS_LIKE_NAME = /^[@$_]{0,2}\p{L}[\p{L}_-]{0,38}\d{0,2}[\p{L}_]{0,20}$/u;
const LOOKS_LIKE_CODE = /^(?:[A-Za-z][A-Za-z_-]{0,23}\d{0,3}|\d{1,3})$/;

/** @param apiKey is shown nowhere, nor is a part of it */
export function createShown(contract: Contract, apiKey: string): Shown {
	const known = namesIn(contract);
	const lower = new Set([...known].map((name) => name.toLowerCase()));
	const words = new Set([...known].flatMap((name) => wordsOf(name)));
	const { redact, redactDeep } = createRedactor(apiKey);
	const clean = (text: string) => redact(text) === text;
	const long = [...words].filter((word) => word.length >= LONG_WORD);
	const says = (name: string) =>
		wordsOf(name).some(
			(word) =>
				words.has(word) ||
				isKnownWord(word) ||
				OTHER_WORDS.has(word) ||
				long.some((one) => word.startsWith(one) || word.endsWith(one)),
		) || OTHER_WORDS.has(name.toLowerCase());
	return {
		names(object) {
			const names = Object.keys(object);
			const ours = names.filter((name) => lower.has(name.toLowerCase()));
			// Beside names that are known, an unknown one is a member too. Alone it may be the key of a map.
			const isRecord = ours.length * 2 >= names.length && ours.length > 0;
			const isMap = ours.length === 0 && names.length > 1 && haveOneShape(Object.values(object));
			const shown = (name: string) => {
				if (!clean(name)) return DATA;
				if (known.has(name)) return name;
				if (isMap || !LOOKS_LIKE_NAME.test(name)) return DATA;
				return isRecord || says(name) ? name : DATA;
			};
			return new Map(names.map((name) => [name, shown(name)]));
		},
		code(value) {
			if (typeof value !== 'string' && typeof value !== 'number') return undefined;
			const text = String(value);
			return LOOKS_LIKE_CODE.test(text) && clean(text) ? text : undefined;
		},
		withoutKey: (text) => redactDeep(text),
	};
}

/** Objects with the same members, several of them: they are told apart by their keys, which are data. */
function haveOneShape(values: unknown[]): boolean {
	const shapes = values.map((value) =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.keys(value).sort().join('\n')
			: undefined,
	);
	return shapes.every((shape) => shape !== undefined && shape === shapes[0]);
}

/** Every name of a member that the contract has. */
function namesIn(contract: Contract): Set<string> {
	const names = new Set<string>();
	const visit = (schema: Schema): void => {
		for (const [name, member] of Object.entries(schema.properties ?? {})) {
			names.add(name);
			visit(member);
		}
		for (const part of schema.allOf ?? []) visit(part);
		if (schema.items !== undefined) visit(schema.items);
	};
	for (const schema of Object.values(contract.components.schemas)) visit(schema);
	return names;
}

const WELL_KNOWN =
	/^(application\/([a-z.]{1,20}\+)?(json|xml)|text\/(html|plain|json|xml|csv)|application\/octet-stream)$/;

/** A media type that many have, or that it is another one. */
export function mediaTypeShown(mediaType: string): string {
	if (mediaType === '') return 'none';
	return WELL_KNOWN.test(mediaType) ? mediaType : 'another one';
}

const LIMIT_WORDS = new Set(
	'after burst day hour limit limits minute policy quota rate ratelimit remaining requests reset retry second throttle used x'.split(
		' ',
	),
);

/** Names of headers that tell of limits; of every word it is known that it is no value. */
export const limitHeaders = (names: readonly string[]) =>
	names.filter(
		(name) =>
			/limit|retry-after|quota|throttle/.test(name) &&
			name.split('-').every((word) => LIMIT_WORDS.has(word)),
	);

const DATES: ReadonlyArray<readonly [pattern: RegExp, shown: string]> = [
	[/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD'],
	[/^\d{1,2}\.\d{1,2}\.\d{4}$/, 'D.M.YYYY'],
	[/^\d{1,2}\/\d{1,2}\/\d{4}$/, 'day/month or month/day/YYYY'],
	[/^\/Date\(-?\d+([+-]\d{4})?\)\/$/, '/Date(ms)/'],
];
const DATE_TIME = /^\d{4}-\d{2}-\d{2}([T ])\d{2}:\d{2}(:\d{2})?([.,]\d+)?(Z|[+-]\d{2}:?\d{2})?$/;

/** How a date is written; undefined for a text that is none. */
export function datePattern(text: string): string | undefined {
	const known = DATES.find(([pattern]) => pattern.test(text));
	if (known !== undefined) return known[1];
	const [found, between = '', seconds, fraction, zone] = DATE_TIME.exec(text) ?? [];
	if (found === undefined) return undefined;
	const parts = [
		`YYYY-MM-DD${between === ' ' ? ' ' : 'T'}hh:mm`,
		seconds === undefined ? '' : ':ss',
		fraction === undefined
			? ''
			: `${fraction.charAt(0)}${'s'.repeat(Math.min(9, fraction.length - 1))}`,
		zone === undefined ? '' : zone === 'Z' ? 'Z' : zone.includes(':') ? '+hh:mm' : '+hhmm',
	];
	return parts.join('');
}
