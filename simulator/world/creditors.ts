import { type Answer, type Handlers, type JsonObject, notFound, ok, refuse } from './handler';
import type { StoredInvoice } from './invoices';
import { keysOf, OWN_CUSTOMER_CODE } from './keys';
import { store, type World } from './world';

/** A creditor whose receivables Cash-In looks after. */
interface StoredCreditor {
	customerCode: string;
	identifier: string;
	/** The identifier the partner gave the agreement. */
	agreementIdentifier: string;
	/** Members of the contract's CreditorData and CreditorDetails. */
	data: JsonObject;
	details: JsonObject;
}

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
};

type Submitted = Pick<StoredCreditor, 'data' | 'details'>;

function newCreditor(submitted: Submitted, index: number): StoredCreditor {
	const agreement = submitted.details.ExternalAgreementIdentifier;
	return {
		customerCode: String(FIRST_CODE + index),
		identifier: String(FIRST_IDENTIFIER + index),
		agreementIdentifier:
			typeof agreement === 'string' ? agreement : `EXT-${FIRST_AGREEMENT + index}`,
		data: { ...submitted.data },
		details: { ...submitted.details },
	};
}

class CreditorStore {
	/** The creditor the simulator's own keys belong to. */
	readonly own = newCreditor(OWN, 0);

	/** Oldest first. */
	readonly all = [this.own];

	get(customerCode: unknown): StoredCreditor | undefined {
		return this.all.find((creditor) => creditor.customerCode === String(customerCode));
	}

	byAgreement(identifier: unknown): StoredCreditor | undefined {
		return this.all.find((creditor) => creditor.agreementIdentifier === String(identifier));
	}

	add(submitted: Submitted): StoredCreditor {
		const creditor = newCreditor(submitted, this.all.length);
		this.all.push(creditor);
		return creditor;
	}
}

export const creditorsOf = store(() => new CreditorStore());

/**
 * Who sold: as sent with the invoice, or else the creditor the simulator's own keys belong to. The agreement
 * is null for a seller that is not a creditor here.
 */
export function sellerOf(world: World, { submitted }: StoredInvoice) {
	const { own, all } = creditorsOf(world);
	const info = submitted.SellerInfo as JsonObject | null | undefined;
	const isNamed = typeof info?.BusinessId === 'string';
	const creditor = isNamed ? all.find(({ data }) => data.BusinessCode === info.BusinessId) : own;
	return {
		Name: (isNamed ? info.Name : undefined) ?? creditor?.data.Name ?? null,
		BusinessId: isNamed ? info.BusinessId : (own.data.BusinessCode ?? null),
		ExternalAgreementIdentifier: creditor?.agreementIdentifier ?? null,
	};
}

type CreditorBody = { [member: string]: JsonObject | null | undefined };

function credentialsOf(world: World, { customerCode, identifier }: StoredCreditor): JsonObject {
	return {
		CreditorIdentifier: identifier,
		CustomerCode: customerCode,
		PaymentReferencePrefix: customerCode,
		AccessToken: keysOf(world).currentOf(customerCode) ?? null,
	};
}

export function noSuchCreditor(customerCode: unknown): Answer {
	return notFound(`Creditor ${String(customerCode)}`);
}

/** A partner's creditors; a creditor's own key does not get this far. */
export const creditorHandlers: Handlers = {
	/** The new creditor's key opens the API at once. */
	createCreditor(world, call) {
		const body = call.body as CreditorBody;
		const data = body.CreditorData ?? {};
		for (const member of ['Name', 'BusinessCode']) {
			if (!data[member]) return refuse(400, `CreditorData.${member} is required.`);
		}
		const creditor = creditorsOf(world).add({ data, details: body.CreditorDetails ?? {} });
		keysOf(world).issue(creditor.customerCode);
		return { status: 201, body: credentialsOf(world, creditor) };
	},

	/** Members given are merged in. */
	updateCreditor(world, call) {
		const creditor = creditorsOf(world).get(call.path.customerCode);
		if (creditor === undefined) return noSuchCreditor(call.path.customerCode);
		const body = call.body as CreditorBody;
		Object.assign(creditor.data, body.CreditorUpdateData);
		Object.assign(creditor.details, body.CreditorUpdateDetails);
		const agreement = body.CreditorUpdateDetails?.ExternalAgreementIdentifier;
		if (typeof agreement === 'string') creditor.agreementIdentifier = agreement;
		const { customerCode } = creditor;
		const sentence = `Creditor ${customerCode} was updated.`;
		return ok({ StatusDescription: sentence, CustomerCode: customerCode });
	},

	getCreditorCredentials(world, { path }) {
		const creditor = creditorsOf(world).get(path.customerCode);
		if (creditor === undefined) return noSuchCreditor(path.customerCode);
		return ok(credentialsOf(world, creditor));
	},

	listExternalAgreementIdentifiers(world, { query }) {
		const found = creditorsOf(world).all.filter(
			(each) => query.customerCode === undefined || each.customerCode === query.customerCode,
		);
		const rows = found.map(({ customerCode, agreementIdentifier, data }) => ({
			CustomerCode: customerCode,
			BusinessCode: data.BusinessCode ?? null,
			ExternalAgreementIdentifier: agreementIdentifier,
			Name: data.Name ?? null,
		}));
		return ok({ CreditorIdentifiers: rows });
	},
};
