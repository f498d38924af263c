import { validateBusinessId } from './businessId';
import { validateIban } from './iban';
import { validateOvt } from './ovt';
import { validatePersonalId } from './personalId';
import { validateVatNumber } from './vatNumber';
import type { IdentifierVerdict } from './verdict';

export type IdentifierType = 'iban' | 'businessId' | 'vatNumber' | 'ovt' | 'personalId';

/**
 * Judges an identifier of the given type. Never throws for a wrong value; what is wrong is said in `reason`,
 * and neither `reason` nor `warning` repeats a personal identity code.
 */
export function validateIdentifier(type: IdentifierType, value: string): IdentifierVerdict {
	return VALIDATORS[type](value);
}

const VALIDATORS: Readonly<Record<IdentifierType, (value: string) => IdentifierVerdict>> = {
	iban: validateIban,
	businessId: validateBusinessId,
	vatNumber: validateVatNumber,
	ovt: validateOvt,
	personalId: validatePersonalId,
};
