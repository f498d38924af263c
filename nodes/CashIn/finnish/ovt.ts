import { businessIdFault } from './businessId';
import { tidy } from './tidy';
import { accepted, rejected } from './verdict';
import type { IdentifierVerdict } from './verdict';

/**
 * Judges an OVT identifier, the usual Finnish e-invoice address: `0037`, the eight digits of the business id,
 * and up to five letters or digits for a department. `normalized` is without spaces and hyphens.
 * That the address is in use, and behind which operator, only the operators' directory knows.
 * Source: Finvoice guidelines; ISO/IEC 6523 code 0037.
 */
export function validateOvt(text: string): IdentifierVerdict {
	const clean = tidy(text).replace(/[-:]/g, '');
	if (clean === '') return rejected('There is no OVT identifier.');
	const match = SHAPE.exec(clean);
	if (match === null) {
		return rejected(
			'An OVT identifier is 0037, the eight digits of a business id and at most five letters or digits.',
		);
	}
	const [, number = '', check = ''] = match;
	const fault = businessIdFault(number, check);
	return fault === '' ? accepted(clean) : rejected(`Inside the OVT identifier: ${fault}`);
}

const SHAPE = /^0037([0-9]{7})([0-9])[A-Z0-9]{0,5}$/;
