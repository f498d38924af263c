import { isCalendarDay } from './calendar';
import { invalid, normalize, valid } from './validation';
import type { Validation } from './validation';

/**
 * Checks a Finnish personal identity code (henkilötunnus). `normalized` is the code in upper case when valid.
 * No sentence given here contains the code or a part of it: it is personal data and must not reach a log.
 * A day of birth in the future is accepted: there is no clock in here.
 * Source: Digital and Population Data Services Agency, form of the code (intermediate signs as of 2023).
 */
export function validatePersonalId(text: string): Validation {
	const clean = normalize(text);
	if (clean === '') return invalid('There is no personal identity code.');
	const match = SHAPE.exec(clean);
	if (match === null) {
		return invalid(
			'A personal identity code is a day of birth (DDMMYY), a sign, three digits and a check character.',
		);
	}
	const [, day = '', month = '', year = '', sign = '', individual = '', check = ''] = match;
	const century = CENTURIES[sign] ?? 0;
	if (!isCalendarDay(century + Number(year), Number(month), Number(day))) {
		return invalid('The day of birth in the personal identity code is not a day of the calendar.');
	}
	if (Number(individual) < 2) {
		return invalid('A personal identity code with this individual number is never given.');
	}
	if (check !== CHECK_CHARACTERS[Number(day + month + year + individual) % 31]) {
		return invalid('The check character of the personal identity code does not match.');
	}
	return valid(clean, Number(individual) >= 900 ? TEMPORARY : '');
}

const TEMPORARY = 'A temporary or test code (individual number 900 to 999), not a permanent one.';

// The code of check characters leaves out the letters G, I, O, Q and Z, which are easily misread.
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

const SHAPE = /^([0-9]{2})([0-9]{2})([0-9]{2})([-+YXWVUABCDEF])([0-9]{3})([0-9A-FHJ-NPR-Y])$/;

// prettier-ignore
const CENTURIES: Readonly<Record<string, number>> = {
	'+': 1800,
	'-': 1900, Y: 1900, X: 1900, W: 1900, V: 1900, U: 1900,
	A: 2000, B: 2000, C: 2000, D: 2000, E: 2000, F: 2000,
};
