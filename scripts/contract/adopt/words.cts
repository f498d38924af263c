/** Words that APIs use for one another, the first of each row being the one they are compared by. */
const SYNONYMS = `
number no nbr nro num nr numero
identifier id ident uid uuid guid
code cd
amount amt sum summa
quantity qty quant pieces
product prod article sku
customer cust client clients
invoice inv bill
address addr
postal post zip
phone telephone tel mobile msisdn
email mail
reference ref
percent pct percentage
discount disc rebate
rounding round
currency curr ccy
language lang
from start begin since after earliest
to until end till before latest
description desc
message msg
text
sort
order
status state
settlement
partner
information info
country
city town municipality district
document doc
account acct
maximum max
minimum min
address addr
barcode
agreement contract
article
business company
organization organisation org
payment paying
receivable claim
collection
timestamp
manufacturer maker
serial
value val
picture image
request req
response resp
configuration config
statistics stats statistic
delivery dispatch
created creation
update updated
credentials credential
identifiers
`;

/** The same in Finnish, which a Finnish vendor may use in names; without the dots of its letters. */
const FINNISH = `
invoice lasku
finvoice verkkolasku
reference viite
due era
date paiva pvm paivamaara
customer asiakas
buyer ostaja
seller myyja
debtor velallinen
creditor velkoja
product tuote
name nimi
address osoite
street katu katuosoite lahiosoite
postal posti
city kaupunki postitoimipaikka toimipaikka paikkakunta
country maa
phone puhelin
email sahkoposti
price hinta
quantity maara
total yhteensa loppusumma
net netto veroton
gross brutto verollinen
vat alv
tax vero
percent prosentti
unit yksikko
description kuvaus selite
status tila
language kieli
currency valuutta
payment maksu suoritus
row rivi
settlement tilitys
interest korko
capital paaoma
costs kulut
discount alennus
message viesti
account tili
identifier tunnus
business ytunnus
delivery toimitus
`;

/** Words near enough to be candidates for one another, and how near. */
const NEAR: ReadonlyArray<readonly [words: string, likeness: number]> = [
	['number code identifier', 0.75],
	['customer buyer purchaser recipient receiver', 0.75],
	['sales buyer customer', 0.6],
	// On an invoice, in the seller's words.
	['our sales seller', 0.75],
	['your buyer', 0.75],
	['debtor customer payer', 0.6],
	['creditor seller vendor supplier', 0.6],
	['vat tax', 0.9],
	['price cost', 0.6],
	['amount total value', 0.5],
	['open outstanding unpaid remaining due', 0.75],
	['capital principal', 0.85],
	['costs expenses fees charges', 0.8],
	['interest', 1],
	['text description message comment note reason remark', 0.7],
	['name title label', 0.6],
	['type kind category class', 0.85],
	['status stage phase', 0.5],
	['date day time timestamp moment', 0.8],
	['agency agent office', 0.6],
	['phone mobile', 0.8],
	['street road', 0.7],
	['product item article goods', 0.8],
	['row line item', 0.85],
	['payment transaction receipt', 0.6],
	['batch upload package', 0.6],
	['failed rejected refused error invalid declined unsuccessful', 0.85],
	['uploaded accepted taken created saved successful succeeded stored inserted imported', 0.8],
	['method way channel', 0.7],
	['delivery shipping shipment', 0.75],
	['booking posting', 0.75],
	['accounting ledger', 0.6],
	['sender from', 0.6],
	['unit uom measure', 0.9],
	['url link uri', 0.9],
	['postal code', 0.4],
	['ean gtin', 0.9],
	['nto net', 0.9],
	['tax vat', 0.9],
	['comment note remark', 0.9],
	['error violation problem issue fault', 0.75],
	['message title explanation', 0.75],
	['text explanation', 0.6],
	['data rows items', 0.6],
	['key token', 0.6],
	['access api', 0.5],
	['days', 1],
	['business vat', 0.3],
];

/** Words that say little by themselves. */
const LIGHT: Readonly<Record<string, number>> = {
	number: 0.55,
	code: 0.55,
	identifier: 0.55,
	date: 0.6,
	name: 0.7,
	amount: 0.6,
	text: 0.6,
	value: 0.6,
	information: 0.3,
	data: 0.4,
	list: 0.3,
	object: 0.2,
	dto: 0.1,
	model: 0.2,
	view: 0.2,
	response: 0.3,
	request: 0.3,
	online: 0.2,
	sale: 0.5,
	type: 0.7,
	is: 0.2,
	has: 0.2,
	of: 0.1,
	the: 0,
	a: 0,
	an: 0,
	for: 0.1,
	by: 0.3,
	in: 0.1,
	and: 0.1,
};

/** Of two words of a row, a name has one or the other, and they never mean the same. */
const OPPOSITES = [
	'from to',
	'net gross total',
	'buyer seller creditor debtor customer billing payer',
	'failed uploaded accepted taken created',
	'first last',
	'capital interest costs',
	'booking payment settlement accounting due invoice delivery order issue closed created',
	'street city postal country',
	'start end',
	'open paid',
	'page size',
	'phone email',
	'vat discount',
	'direct',
	'iban bic',
	'our your',
].map((row) => row.split(' ').map(singular));

const canonical = new Map<string, string>();
for (const row of [SYNONYMS, FINNISH].flatMap((table) => table.trim().split('\n'))) {
	const [first = '', ...others] = row.split(' ');
	for (const word of [first, ...others]) if (!canonical.has(word)) canonical.set(word, first);
}

const near = new Map<string, number>();
for (const [row, likeness] of NEAR) {
	const words = row.split(' ').map((word) => canonical.get(word) ?? singular(word));
	for (const one of words) {
		for (const other of words) {
			const key = `${one} ${other}`;
			if (one !== other) near.set(key, Math.max(near.get(key) ?? 0, likeness));
		}
	}
}

/** Words that may stand in one: `invoiceno`. */
const own: ReadonlySet<string> = new Set([
	...canonical.keys(),
	...NEAR.flatMap(([row]) => row.split(' ')),
	...OPPOSITES.flat(),
	...'page size per count row line list due street name type vat unit ean swift offset limit meter'.split(
		' ',
	),
]);
/** Those and what was learned from the documents themselves. */
const vocabulary = new Set(own);

export function learn(names: Iterable<string>): void {
	memo.clear();
	likes.clear();
	for (const name of names)
		for (const word of rawWords(name)) if (word.length > 3) vocabulary.add(word);
}

function rawWords(name: string): string[] {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
		.replace(/([A-Za-z])(\d)/g, '$1 $2')
		.split(/[^A-Za-z0-9]+/)
		.filter((word) => word !== '')
		.map((word) => word.toLowerCase());
}

const memo = new Map<string, string[]>();

/** `InvoiceNbr`, `invoice_no` and `invoiceno` are all `invoice number`. */
export function wordsOf(name: string): string[] {
	const known = memo.get(name);
	if (known !== undefined) return known;
	const words = rawWords(name)
		.flatMap((word) => takeApart(word))
		.map((word) => canonical.get(word) ?? canonical.get(singular(word)) ?? singular(word));
	const joined = words.flatMap((word, index) => {
		if (word === 'e' && words[index + 1] === 'email') return [];
		return [word];
	});
	memo.set(name, joined);
	return joined;
}

function singular(word: string): string {
	if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
	if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
	return /(ches|shes|xes|sses)$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, '');
}

/** True for a word that APIs use, or that was learned. */
export const isKnownWord = (word: string) => vocabulary.has(word) || vocabulary.has(singular(word));

/** A word nobody knows, in known ones where it is made of them. One that was only learned is taken apart by ours. */
function takeApart(word: string): string[] {
	const isOurs = (text: string) => own.has(text) || own.has(singular(text));
	if (word.length < 5 || isOurs(word)) return [word];
	return (
		splitBy(word, isOurs) ?? (isKnownWord(word) ? undefined : splitBy(word, isKnownWord)) ?? [word]
	);
}

/** @returns nothing for a word that is not made of known ones throughout */
function splitBy(word: string, isKnown: (text: string) => boolean): string[] | undefined {
	for (let at = word.length - 2; at >= 3; at -= 1) {
		const [head, tail] = [word.slice(0, at), word.slice(at)];
		if (!isKnown(head)) continue;
		if (isKnown(tail)) return [head, tail];
		const rest = tail.length < 5 ? undefined : splitBy(tail, isKnown);
		if (rest !== undefined) return [head, ...rest];
	}
	return undefined;
}

/** How much alike two words are, 0 to 1. */
function likeness(one: string, other: string): number {
	if (one === other) return 1;
	const known = near.get(`${one} ${other}`);
	if (known !== undefined) return known;
	if (/^\d+$/.test(one) || /^\d+$/.test(other)) return 0;
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	if (short.length >= 4 && long.startsWith(short)) return 0.8;
	return short.length >= 5 && isOneEditAway(short, long) ? 0.8 : 0;
}

function isOneEditAway(short: string, long: string): boolean {
	if (long.length - short.length > 1) return false;
	let at = 0;
	while (at < short.length && short[at] === long[at]) at += 1;
	const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
	return long.slice(at + 1) === rest;
}

const weightOf = (word: string) => LIGHT[word] ?? 1;

/** How much alike two lists of words are, 0 to 1: the weight of the words that have a partner. */
export function alike(one: readonly string[], other: readonly string[]): number {
	if (one.length === 0 || other.length === 0) return 0;
	if (one.join(' ') === other.join(' ')) return 1;
	if (oppose(one, other)) return 0;
	const left = [...other];
	let shared = 0;
	for (const word of one) {
		const likes = left.map((candidate) => likeness(word, candidate));
		const best = Math.max(0, ...likes);
		if (best === 0) continue;
		const [partner = ''] = left.splice(likes.indexOf(best), 1);
		shared += best * (weightOf(word) + weightOf(partner));
	}
	const all = [...one, ...other].reduce((sum, word) => sum + weightOf(word), 0);
	return all === 0 ? 0 : shared / all;
}

/** How much alike two names are; asked for the same ones again and again. */
export function alikeNames(one: string, other: string): number {
	if (one === other) return 1;
	const row = likes.get(one) ?? new Map<string, number>();
	const known = row.get(other);
	if (known !== undefined) return known;
	const found = alike(wordsOf(one), wordsOf(other));
	likes.set(one, row.set(other, found));
	return found;
}
const likes = new Map<string, Map<string, number>>();

function oppose(one: readonly string[], other: readonly string[]): boolean {
	const digits = (words: readonly string[]) => words.filter((word) => /^\d+$/.test(word)).join();
	if (digits(one) !== digits(other) && (digits(one) || '1') !== (digits(other) || '1')) return true;
	return OPPOSITES.some((row) => {
		const [ours, theirs] = [one, other].map((words) => words.filter((word) => row.includes(word)));
		return (
			ours !== undefined &&
			theirs !== undefined &&
			ours.length > 0 &&
			theirs.length > 0 &&
			!ours.some((word) => theirs.some((their) => likeness(word, their) > 0.4))
		);
	});
}

const VERBS: Readonly<Record<string, string>> = Object.fromEntries(
	Object.entries({
		get: 'list get retrieve fetch search read find query show view look check',
		create: 'create submit add new post send register upload make insert hand import',
		update: 'update change edit modify put patch set amend correct',
		delete: 'delete remove destroy erase drop',
	}).flatMap(([verb, words]) => words.split(' ').map((word) => [word, verb])),
);

/** What a title does, and to what: `Retrieve list of settlements` -> get, settlement. */
export function readTitle(title: string): { verb?: string; nouns: string[] } {
	const words = wordsOf(title).filter((word) => (LIGHT[word] ?? 1) > 0.15 && word !== 'all');
	const verb = words.map((word) => VERBS[word]).find((found) => found !== undefined);
	return { verb, nouns: words.filter((word) => VERBS[word] === undefined && word !== 'list') };
}

export const verbOfMethod = (method: string) =>
	({ GET: 'get', DELETE: 'delete', PUT: 'update', PATCH: 'update' })[method] ?? 'create';

/** `Sales Invoice`, `sales_invoice` -> `SalesInvoice`; a name that has the form already stays as it is. */
export function pascal(name: string): string {
	const words = name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.split(/[^A-Za-z0-9]+/)
		.filter((word) => word !== '');
	const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
	return /^[A-Za-z]/.test(joined) ? joined : `Schema${joined}`;
}

/** The usual field name of a wire name: `InvoiceNumber`, `invoice_number`, `INVOICE-NUMBER` -> `invoiceNumber`. */
export function camel(name: string): string {
	const plain = /[a-z]/.test(name) ? name : name.toLowerCase();
	const joined = pascal(plain);
	const lead = /^[A-Z]{2,}(?=[A-Z][a-z]|\d|$)/.exec(joined)?.[0];
	const field =
		lead === undefined
			? joined.charAt(0).toLowerCase() + joined.slice(1)
			: lead.toLowerCase() + joined.slice(lead.length);
	return field;
}

/** The names a thing had, without the one that it has. */
export function formerNames(
	before: string | undefined,
	former: string[] | undefined,
	now: string,
): string[] | undefined {
	const names = [...new Set([...(former ?? []), ...(before === undefined ? [] : [before])])].filter(
		(name) => name !== now,
	);
	return names.length > 0 ? names : undefined;
}

export function unusedField(field: string, taken: ReadonlySet<string>): string {
	const usual = /^[a-z][A-Za-z0-9]*$/.test(field) ? field : `field${field}`;
	if (!taken.has(usual)) return usual;
	for (let at = 2; ; at += 1) if (!taken.has(`${usual}${at}`)) return `${usual}${at}`;
}
