import { isEmpty } from './salesInvoice';

/** A party of the invoice in plain names; what is empty is not sent. */
export interface Party {
	name?: string;
	name2?: string;
	streetAddress?: string;
	streetAddress2?: string;
	streetAddress3?: string;
	postalCode?: string;
	city?: string;
	country?: string;
	email?: string;
	phone?: string;
	/** The buyer's kind, customer number and business or personal id; for the buyer only. */
	type?: string;
	customerCode?: string;
	identifier?: string;
}

export type PartyRole = 'buyer' | 'billing' | 'delivery';

/** The API's members of a party in plain names. Names the API has no member for are left out. */
export function partyMembers(role: PartyRole, party: Readonly<Party>): Record<string, unknown> {
	const members: Record<string, unknown> = {};
	for (const [name, member] of PARTY_NAMES[role]) {
		if (!isEmpty(party[name])) members[member] = party[name];
	}
	return members;
}

type Names = ReadonlyArray<readonly [keyof Party, string]>;

const PARTY_NAMES: Readonly<Record<PartyRole, Names>> = {
	buyer: [
		['name', 'SalesName'],
		['name2', 'SalesName2'],
		['streetAddress', 'SalesStreetAddress'],
		['streetAddress2', 'SalesStreetAddress2'],
		['postalCode', 'SalesPostalCode'],
		['city', 'SalesCity'],
		['country', 'SalesCountry'],
		['type', 'SalesType'],
		['customerCode', 'SalesCustomerCode'],
		['identifier', 'SalesIdentifier'],
		['email', 'SalesEmail'],
		['phone', 'SalesPhone'],
	],
	billing: [
		['name', 'BillingName1'],
		['name2', 'BillingName2'],
		['streetAddress', 'BillingStreetAddr1'],
		['streetAddress2', 'BillingStreetAddr2'],
		['streetAddress3', 'BillingStreetAddr3'],
		['postalCode', 'BillingPostalCode'],
		['city', 'BillingCity'],
		['country', 'BillingCountry'],
		['email', 'BillingEmailAddress'],
	],
	delivery: [
		['name', 'DeliveryName'],
		['name2', 'DeliveryName2'],
		['streetAddress', 'DeliveryStreetAddr1'],
		['streetAddress2', 'DeliveryStreetAddr2'],
		['streetAddress3', 'DeliveryStreetAddr3'],
		['postalCode', 'DeliveryPostalCode'],
		['city', 'DeliveryCity'],
		['country', 'DeliveryCountry'],
	],
};
