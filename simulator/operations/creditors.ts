import type { StoredCreditor } from '../state/creditors';
import type { JsonObject } from '../state/invoices';
import { sellerOf } from '../state/sellers';
import type { World } from '../state/world';
import { deliveryOf } from './deliveries';
import type { Answer, Call, Handler } from './handler';
import { refuse } from './handler';
import { noSuchInvoice, selected } from './invoices';

/** A partner's creditors, by operationId; a creditor's own key does not get this far. */
export const CREDITOR_HANDLERS: { [operationId: string]: Handler } = {
	createCreditor,
	updateCreditor,
	getCreditorCredentials,
	listExternalAgreementIdentifiers,
	listDeliveryInformationBySeller,
};

/** The new creditor's key opens the API at once. */
function createCreditor(world: World, call: Call): Answer {
	const body = call.body as { [member: string]: JsonObject | null | undefined };
	const data = body.CreditorData ?? {};
	for (const member of ['Name', 'BusinessCode']) {
		if (!data[member]) return refuse(400, `CreditorData.${member} is required.`);
	}
	const creditor = world.creditors.add({
		data,
		details: body.CreditorDetails ?? {},
		service: body.Service ?? {},
		contactPersons: contactsIn(body) ?? [],
	});
	world.keys.issue(creditor.customerCode);
	return { status: 201, body: credentialsOf(world, creditor) };
}

/** Members given are merged in; contact persons, when given, are all there are. */
function updateCreditor(world: World, call: Call): Answer {
	const creditor = world.creditors.get(String(call.path.customerCode));
	if (creditor === undefined) return noSuchCreditor(call.path.customerCode);
	const body = call.body as { [member: string]: JsonObject | null | undefined };
	Object.assign(creditor.data, body.CreditorUpdateData);
	Object.assign(creditor.details, body.CreditorUpdateDetails);
	const agreement = body.CreditorUpdateDetails?.ExternalAgreementIdentifier;
	if (typeof agreement === 'string') creditor.agreementIdentifier = agreement;
	creditor.contactPersons = contactsIn(body) ?? creditor.contactPersons;
	const { customerCode } = creditor;
	const sentence = `Creditor ${customerCode} was updated.`;
	return { status: 200, body: { StatusDescription: sentence, CustomerCode: customerCode } };
}

function contactsIn(body: JsonObject): unknown[] | undefined {
	return Array.isArray(body.ContactPersons) ? body.ContactPersons : undefined;
}

function getCreditorCredentials(world: World, call: Call): Answer {
	const creditor = world.creditors.get(String(call.path.customerCode));
	if (creditor === undefined) return noSuchCreditor(call.path.customerCode);
	return { status: 200, body: credentialsOf(world, creditor) };
}

function credentialsOf(world: World, { customerCode, identifier }: StoredCreditor): JsonObject {
	return {
		CreditorIdentifier: identifier,
		CustomerCode: customerCode,
		PaymentReferencePrefix: customerCode,
		AccessToken: world.keys.currentOf(customerCode) ?? null,
	};
}

function listExternalAgreementIdentifiers(world: World, { query }: Call): Answer {
	const found = world.creditors
		.all()
		.filter((each) => query.customerCode === undefined || each.customerCode === query.customerCode);
	const rows = found.map(({ customerCode, agreementIdentifier, data }) => ({
		CustomerCode: customerCode,
		BusinessCode: data.BusinessCode ?? null,
		ExternalAgreementIdentifier: agreementIdentifier,
		Name: data.Name ?? null,
	}));
	return { status: 200, body: { CreditorIdentifiers: rows } };
}

/** By business id, or by the customer code of a creditor; with both, both must fit. */
function listDeliveryInformationBySeller(world: World, call: Call): Answer {
	const { sellerBusinessId, customerCode } = call.query;
	if (sellerBusinessId === undefined && customerCode === undefined) {
		return refuse(400, 'sellerBusinessId or customerCode is required.');
	}
	const creditor =
		customerCode === undefined ? undefined : world.creditors.get(String(customerCode));
	if (customerCode !== undefined && creditor === undefined) return noSuchCreditor(customerCode);
	const rows = selected(world, call)
		.map((invoice) => ({ invoice, seller: sellerOf(world, invoice) }))
		.filter(
			({ seller }) =>
				(sellerBusinessId === undefined || seller.BusinessId === sellerBusinessId) &&
				(creditor === undefined || seller.BusinessId === creditor.data.BusinessCode),
		);
	if (rows.length === 0 && call.query.invoiceNumber !== undefined) return noSuchInvoice(call);
	const body = rows.map(({ invoice, seller }) => ({
		...deliveryOf(world, invoice),
		SellerBusinessId: seller.BusinessId,
		SellerName: seller.Name,
	}));
	return { status: 200, body };
}

function noSuchCreditor(customerCode: unknown): Answer {
	return refuse(404, `Creditor ${String(customerCode)} was not found.`);
}
