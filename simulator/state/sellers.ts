import type { JsonObject, StoredInvoice } from './invoices';
import type { World } from './world';

/** Who sold: as sent with the invoice, or else the creditor the simulator's own keys belong to. */
export interface Seller {
	Name: unknown;
	BusinessId: unknown;
	/** Null for a seller that is not a creditor here. */
	ExternalAgreementIdentifier: string | null;
}

export function sellerOf(world: World, invoice: StoredInvoice): Seller {
	const info = invoice.submitted.SellerInfo as JsonObject | null | undefined;
	const businessId = info?.BusinessId;
	if (typeof businessId !== 'string') {
		const { data, agreementIdentifier } = world.creditors.own();
		return {
			Name: data.Name ?? null,
			BusinessId: data.BusinessCode ?? null,
			ExternalAgreementIdentifier: agreementIdentifier,
		};
	}
	const creditor = world.creditors.byBusinessId(businessId);
	return {
		Name: info?.Name ?? creditor?.data.Name ?? null,
		BusinessId: businessId,
		ExternalAgreementIdentifier: creditor?.agreementIdentifier ?? null,
	};
}
