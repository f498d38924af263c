import type { JsonObject } from './invoices';

/** A creditor whose receivables Cash-In looks after. */
export interface StoredCreditor {
	customerCode: string;
	identifier: string;
	agreementIdentifier: string;
	/** Members of the contract's CreditorData and CreditorDetails. */
	data: JsonObject;
	details: JsonObject;
	service: JsonObject;
	contactPersons: unknown[];
}

export interface CreditorStore {
	/** The creditor the simulator's own keys belong to. */
	own(): StoredCreditor;
	get(customerCode: string): StoredCreditor | undefined;
	/** By the identifier the partner gave the agreement. */
	byAgreement(identifier: string): StoredCreditor | undefined;
	/** By business id, the oldest when there are several; undefined for a stranger. */
	byBusinessId(businessId: string): StoredCreditor | undefined;
	add(submitted: {
		data?: JsonObject;
		details?: JsonObject;
		service?: JsonObject;
		contactPersons?: unknown[];
	}): StoredCreditor;
	all(): readonly StoredCreditor[];
	clear(): void;
}

/** Customer code of the creditor that is there from the start. */
export const OWN_CUSTOMER_CODE = '7001';

const FIRST_CODE = Number(OWN_CUSTOMER_CODE);
const FIRST_IDENTIFIER = 5_001;
const FIRST_AGREEMENT = 31;

const OWN = {
	data: {
		Name: 'Example Seller Oy',
		BusinessCode: '1234567-1',
		PostalAddress: 'Esimerkkikatu 1',
		PostalCode: '00100',
		PostalDistrict: 'HELSINKI',
		CountryCode: 'FI',
		Email: 'office@example.com',
		LanguageCode: 'FI',
	},
	details: { ServiceType: 'LIFECYCLE', Iban: 'FI2112345600000785', Bic: 'EXAMFIHH' },
	service: { Type: 'LIFECYCLE' },
};

export function createCreditorStore(): CreditorStore {
	let creditors: StoredCreditor[] = [];
	const add: CreditorStore['add'] = (submitted) => {
		const index = creditors.length;
		const given = submitted.details?.ExternalAgreementIdentifier;
		const creditor: StoredCreditor = {
			customerCode: String(FIRST_CODE + index),
			identifier: String(FIRST_IDENTIFIER + index),
			agreementIdentifier: typeof given === 'string' ? given : `EXT-${FIRST_AGREEMENT + index}`,
			data: { ...submitted.data },
			details: { ...submitted.details },
			service: { ...submitted.service },
			contactPersons: [...(submitted.contactPersons ?? [])],
		};
		creditors.push(creditor);
		return creditor;
	};
	const clear = () => {
		creditors = [];
		add(OWN);
	};
	clear();
	const get: CreditorStore['get'] = (code) =>
		creditors.find((creditor) => creditor.customerCode === code);
	return {
		own: () => creditors[0] as StoredCreditor,
		get,
		byAgreement: (identifier) =>
			creditors.find((creditor) => creditor.agreementIdentifier === identifier),
		byBusinessId: (businessId) =>
			creditors.find((creditor) => creditor.data.BusinessCode === businessId),
		add,
		all: () => creditors,
		clear,
	};
}
