import type { JsonObject, StoredInvoice } from './invoices';
import type { World } from './world';

/** The contract's Debtor: as handed over for collection, or else the buyer of the invoice. */
export function debtorOf(world: World, debt: StoredInvoice): JsonObject {
	const handedOver = world.collection.byInvoice(debt.number)?.debtor;
	if (handedOver !== undefined) return handedOver;
	const entries = BUYER_MEMBERS.map(([member, sent]) => [member, debt.submitted[sent]] as const);
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const BUYER_MEMBERS = [
	['CustomerCode', 'SalesCustomerCode'],
	['Name', 'SalesName'],
	['Name2', 'SalesName2'],
	['Type', 'SalesType'],
	['Identifier', 'SalesIdentifier'],
	['StreetAddress', 'SalesStreetAddress'],
	['StreetAddress2', 'SalesStreetAddress2'],
	['PostalCode', 'SalesPostalCode'],
	['City', 'SalesCity'],
	['Country', 'SalesCountry'],
	['Email', 'SalesEmail'],
	['Phone', 'SalesPhone'],
	['Language', 'InvoiceLanguage'],
] as const;
