/** What every identifier is answered with. */
export interface IdentifierVerdict {
	valid: boolean;
	/** In its usual written form; `''` when invalid. */
	normalized: string;
	/** Why it is invalid, one sentence; `''` when valid. */
	reason: string;
	/** Something to know although it is valid; `''` when there is nothing. */
	warning: string;
}

/** The verdict on a valid identifier. */
export function accepted(normalized: string, warning = ''): IdentifierVerdict {
	return { valid: true, normalized, reason: '', warning };
}

/** The verdict on an invalid one. `reason` must not repeat the value: some identifiers are personal data. */
export function rejected(reason: string): IdentifierVerdict {
	return { valid: false, normalized: '', reason, warning: '' };
}
