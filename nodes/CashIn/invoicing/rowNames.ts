import { SALES_INVOICE_ROW } from '../api/generated/fields';
import { quotedLabel } from '../text/labels';
import { nearestName } from '../text/nearestName';
import type { Findings } from './findings';
import type { SalesInvoiceRow } from './invoiceInput';
import { isEmpty } from './values';

/**
 * Translates a row to the API's member names, key by key: the plain name of a field and the API's are the same, and
 * both ways of naming may stand in one row. Values are not touched; keys without a value (`''`, null, undefined) stay
 * as null if they have the API's name, and are left out if they have ours.
 *
 * An unknown key is kept as it is, since the API may know more than we do, and warned about with the nearest
 * name that is known. When both names of one thing are given with different values, ours counts, which is a finding.
 */
export function apiRow(
	row: Readonly<Record<string, unknown>>,
	index: number,
	findings: Findings,
): SalesInvoiceRow {
	const members: SalesInvoiceRow = {};
	for (const key of Object.keys(row)) {
		const value = row[key];
		const member = memberOf(key);
		if (member === undefined) {
			if (value !== undefined && !Object.hasOwn(members, key)) members[key] = value;
			if (!PLAIN_NAMES.has(key)) warnUnknown(key, findings.ofRow(index));
			continue;
		}
		if (isEmpty(value)) continue;
		if (!isEmpty(row[member]) && row[member] !== value) {
			findings
				.ofRow(index)
				.stop(
					'keyTwice',
					member,
					`'${key}' and '${member}' are the same thing and have different values; '${key}' is used.`,
				);
		}
		members[member] = value;
	}
	return members;
}

/** The API's name of a row's field, by our name of it. */
export function memberOf(plain: string): string | undefined {
	return Object.hasOwn(MEMBERS, plain) ? MEMBERS[plain] : undefined;
}

/** A member of a row in a message. */
export function rowLabel(member: string): string {
	return quotedLabel('SalesInvoiceRow', member);
}

function warnUnknown(key: string, findings: Findings): void {
	const near = nearestName(key, KNOWN_NAMES);
	const hint = near === undefined ? '' : ` Did you mean '${near}'?`;
	findings.warn(
		'unknownKey',
		key,
		`'${key}' is not a name known for rows; it is sent as it is.${hint}`,
	);
}

const MEMBERS: Readonly<Record<string, string>> = SALES_INVOICE_ROW;
const PLAIN_NAMES = new Map(Object.entries(MEMBERS).map(([plain, member]) => [member, plain]));
const KNOWN_NAMES = [...Object.keys(MEMBERS), ...PLAIN_NAMES.keys()];
