import {
	completedPostalCode,
	hasFinnishPostalCodes,
	isFinnishPostalCode,
	readsAsFinnishPostalCode,
} from '../finnish/postalCode';
import { finding } from './findings';
import type { Finding, Severity } from './findings';
import { textOf } from './salesInvoice';

type Members = Readonly<Record<string, unknown>>;

/**
 * Puts leading zeros back into Finnish postal codes that have lost them, in place.
 * @param warnings receives what was changed
 */
export function completePostalCodes(members: Record<string, unknown>, warnings: Finding[]): void {
	for (const { member, text } of finnishCodes(members)) {
		const completed = completedPostalCode(text);
		if (completed === '') continue;
		members[member] = completed;
		warnings.push(
			finding(
				'warn',
				'postalCodeCompleted',
				member,
				`${member} ${text} has lost its leading zeros, and is sent as ${completed}.`,
			),
		);
	}
}

/**
 * Finnish postal codes that are none. What was written is not repeated: it may be anything.
 * @param needed the member without which the invoice cannot be delivered; `''` for none
 */
export function postalCodeFindings(invoice: Members, needed: string): Finding[] {
	return finnishCodes(invoice)
		.filter(({ text }) => !isFinnishPostalCode(text))
		.map(({ member, text }) => {
			const stops = member === needed && !readsAsFinnishPostalCode(text);
			const severity: Severity = stops ? 'stop' : 'warn';
			const only = stops ? ', and the invoice can be delivered by post only' : '';
			const completed = completedPostalCode(text);
			const meant =
				completed === '' ? '' : ` If it has lost its leading zeros, give it as text: ${completed}.`;
			const message = `${member} is not a Finnish postal code, which has five digits${only}.${meant}`;
			return finding(severity, 'postalCodeMalformed', member, message);
		});
}

/** Whether a postal code is one by the rules of its country, as far as they are known here. */
export function isPostalCodeReadable(invoice: Members, member: string): boolean {
	const found = finnishCodes(invoice).find((code) => code.member === member);
	return found === undefined || readsAsFinnishPostalCode(found.text);
}

function finnishCodes(members: Members): Array<{ member: string; text: string }> {
	return PLACES.filter(({ country }) => hasFinnishPostalCodes(textOf(members[country])))
		.map(({ member }) => ({ member, text: textOf(members[member]) }))
		.filter(({ text }) => text !== '');
}

const PLACES = [
	{ country: 'SalesCountry', member: 'SalesPostalCode' },
	{ country: 'BillingCountry', member: 'BillingPostalCode' },
	{ country: 'DeliveryCountry', member: 'DeliveryPostalCode' },
];
