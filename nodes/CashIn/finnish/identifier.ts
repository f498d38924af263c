import { validateBusinessId, validateOvt, validateVatNumber } from './businessId';
import { validateIban } from './iban';
import { validatePersonalId } from './personalId';
import type { Validation } from './validation';

const VALIDATORS = {
	businessId: validateBusinessId,
	iban: validateIban,
	ovt: validateOvt,
	personalId: validatePersonalId,
	vatNumber: validateVatNumber,
};

export type IdentifierType = keyof typeof VALIDATORS;

/** Checks an identifier. Neither `reason` nor `warning` repeats a personal identity code. */
export function validateIdentifier(type: IdentifierType, value: string): Validation {
	return VALIDATORS[type](value);
}
