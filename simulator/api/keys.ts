import type { Operation } from '../contract';

/** The keys the simulated Cash-In has given out. */
export class Keys {
	private readonly creditor: ReadonlySet<unknown>;

	private readonly partner: ReadonlySet<unknown>;

	constructor(creditor: readonly string[], partner: readonly string[]) {
		this.creditor = new Set(creditor);
		this.partner = new Set(partner);
	}

	isKnown(key: unknown): boolean {
		return this.creditor.has(key) || this.partner.has(key);
	}

	/** A partner's key has the greater rights: it opens the creditor's operations too (our reading). */
	mayCall(key: unknown, operation: Operation): boolean {
		return this.partner.has(key) || (this.creditor.has(key) && !operation.partnerOnly);
	}
}
