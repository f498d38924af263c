import { type Answer, type Handlers, type JsonObject } from './handler';
import { done, list, notFound, record, refuse } from './handler';
import type { StoredInvoice } from './invoices';
import { keysOf, OWN_CUSTOMER_CODE } from './keys';
import { store, type World } from './world';

/** A creditor whose receivables Cash-In looks after. */
interface StoredCreditor {
	customerCode: string;
	identifier: string;
	/** The identifier the partner gave the agreement. */
	agreementIdentifier: string;
	/** In the fields of the contract's CreditorData and CreditorDetails. */
	data: JsonObject;
	details: JsonObject;
}

const FIRST_CODE = Number(OWN_CUSTOMER_CODE);
const FIRST_IDENTIFIER = 5_001;
const FIRST_AGREEMENT = 31;

const OWN = {
	data: {
		name: 'Example Seller Oy',
		businessCode: '1234567-1',
		postalAddress: 'Esimerkkikatu 1',
		postalCode: '00100',
		postalDistrict: 'HELSINKI',
		countryCode: 'FI',
		email: 'office@example.com',
		languageCode: 'FI',
	},
	details: { serviceType: 'LIFECYCLE', iban: 'FI2112345600000785', bic: 'EXAMFIHH' },
};

type Submitted = Pick<StoredCreditor, 'data' | 'details'>;

function newCreditor(submitted: Submitted, index: number): StoredCreditor {
	const agreement = submitted.details.externalAgreementIdentifier;
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
	const info = submitted.sellerInfo as JsonObject | null | undefined;
	const isNamed = typeof info?.businessId === 'string';
	const creditor = isNamed ? all.find(({ data }) => data.businessCode === info.businessId) : own;
	return {
		name: (isNamed ? info.name : undefined) ?? creditor?.data.name ?? null,
		businessId: isNamed ? info.businessId : (own.data.businessCode ?? null),
		externalAgreementIdentifier: creditor?.agreementIdentifier ?? null,
	};
}

type CreditorBody = { [member: string]: JsonObject | null | undefined };

function credentialsOf(world: World, { customerCode, identifier }: StoredCreditor): JsonObject {
	return {
		creditorIdentifier: identifier,
		customerCode,
		paymentReferencePrefix: customerCode,
		accessToken: keysOf(world).currentOf(customerCode) ?? null,
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
		const data = body.creditorData ?? {};
		for (const field of ['name', 'businessCode']) {
			if (data[field]) continue;
			return refuse(400, `${call.names.member('creditorData', field)} is required.`);
		}
		const creditor = creditorsOf(world).add({ data, details: body.creditorDetails ?? {} });
		keysOf(world).issue(creditor.customerCode);
		return record(credentialsOf(world, creditor), 201);
	},

	/** Members given are merged in. */
	updateCreditor(world, call) {
		const asked = call.parameters.customerCode;
		const creditor = creditorsOf(world).get(asked);
		if (creditor === undefined) return noSuchCreditor(asked);
		const body = call.body as CreditorBody;
		Object.assign(creditor.data, body.creditorUpdateData);
		Object.assign(creditor.details, body.creditorUpdateDetails);
		const agreement = body.creditorUpdateDetails?.externalAgreementIdentifier;
		if (typeof agreement === 'string') creditor.agreementIdentifier = agreement;
		const { customerCode } = creditor;
		return done(`Creditor ${customerCode} was updated.`, { fields: { customerCode } });
	},

	getCreditorCredentials(world, { parameters: { customerCode } }) {
		const creditor = creditorsOf(world).get(customerCode);
		if (creditor === undefined) return noSuchCreditor(customerCode);
		return record(credentialsOf(world, creditor));
	},

	listExternalAgreementIdentifiers(world, { parameters }) {
		const asked = parameters.customerCode;
		const found = creditorsOf(world).all.filter(
			(each) => asked === undefined || each.customerCode === String(asked),
		);
		const rows = found.map(({ customerCode, agreementIdentifier, data }) => ({
			customerCode,
			businessCode: data.businessCode ?? null,
			externalAgreementIdentifier: agreementIdentifier,
			name: data.name ?? null,
		}));
		return list(rows);
	},
};
