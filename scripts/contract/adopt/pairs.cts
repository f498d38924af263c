import YAML from 'yaml';

import { isObject, Refusal } from './json.cts';

/** Decisions by what is decided: `operation createInvoice`, `member SalesInvoice.buyerName`. */
export type Pairs = Map<string, string | null>;

const KEY = /^((operation|parameter|member|role) \S.*|server production)$/;

/** A question that the documents leave open, with the line that answers it. */
export interface Question {
	/** What is to be decided; the key in pairs.yaml. */
	key: string;
	/** The best first. */
	candidates: string[];
	/** The best is none of them: taking one that is wrong would hide a failure. */
	none?: true;
}

/** What is taken where nobody decides. */
export const bestOf = ({ candidates, none }: Question): string | null =>
	none === true ? null : (candidates[0] ?? null);

/** The line that answers a question by its best candidate, with the others beside it. */
export function answerLine(question: Question): string {
	const best = bestOf(question);
	const others = question.candidates.filter((candidate) => candidate !== best);
	return `${lineOf(question.key, best)}${others.length > 0 ? `  # or ${others.join(', ')}` : ''}`;
}

export const HEADER = `# Decisions: which operation, parameter or member of the vendor's document is which of ours.
# One a line, written by hand or by \`npm run adopt -- FILE --accept\`. null: it has none.
#   operation createInvoice: POST /invoices
#   parameter listSalesInvoices.fromInvDate: issuedFrom
#   member SalesInvoice.buyerName: customer_name
#   role listSalesInvoices.rows: result.rows
#   server production: https://api.example.com/v2
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
