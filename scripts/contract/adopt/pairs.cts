import YAML from 'yaml';

import { isObject, Refusal } from './json.cts';

/** Decisions by what is decided: `operation createInvoice`, `member SalesInvoice.buyerName`. */
export type Pairs = Map<string, string | null>;

const KEY = /^(operation|parameter|member|role) \S.*$/;

/** A question that the documents leave open, with the line that answers it. */
export interface Question {
	/** What is to be decided; the key in pairs.yaml. */
	key: string;
	/** The best first. */
	candidates: string[];
}

export const HEADER = `# Decisions: which operation, parameter or member of the vendor's document is which of ours.
# One a line, written by hand or by \`npm run adopt -- FILE --accept\`. null: it has none.
#   operation createInvoice: POST /invoices
#   parameter listSalesInvoices.fromInvDate: issuedFrom
#   member SalesInvoice.buyerName: customer_name
#   role listSalesInvoices.rows: result.rows
`;

export function readPairs(text: string): Pairs {
	const parsed = (YAML.parse(text) ?? {}) as unknown;
	if (!isObject(parsed)) throw new Refusal('contract/pairs.yaml must hold lines of "what: which".');
	return new Map(
		Object.entries(parsed).map(([key, value]) => {
			if (!KEY.test(key) || (value !== null && typeof value !== 'string')) {
				throw new Refusal(
					`contract/pairs.yaml: "${key}: ${String(value)}" is no decision. Write it as "member SalesInvoice.buyerName: customer_name".`,
				);
			}
			return [key, value];
		}),
	);
}

export function writePairs(pairs: Pairs): string {
	const lines = [...pairs].sort(([one], [other]) => (one < other ? -1 : 1));
	return HEADER + lines.map(([key, value]) => `${lineOf(key, value)}\n`).join('');
}

export const lineOf = (key: string, value: string | null) =>
	YAML.stringify({ [key]: value }, { lineWidth: 0, nullStr: 'null' }).trimEnd();
