import { allocationsOfCase } from './allocations';
import { finnishDate } from './clock';
import { endInvoice } from './creditLosses';
import { creditorsOf, sellerOf } from './creditors';
import { collectionOf, findDebt } from './debts';
import { deliveryOf } from './deliveries';
import type { Answer, Call, Handlers, JsonObject } from './handler';
import { isMissing, notFound, ok, refuse } from './handler';
import type { StoredInvoice } from './invoices';
import { amountsOf, isTerminal, noSuchInvoice, selectInvoices, sent, statusOf } from './invoices';
import { bookDirectPayment } from './payments';
import type { World } from './world';

/** One action as it was asked for: the contract's ExternalInvoiceAction. */
interface InvoiceAction {
	Code?: string | null;
	Comment?: string | null;
	Data?: JsonObject | null;
}

interface Effect {
	/** Members of the action's data it cannot do without. */
	needs: readonly string[];
	/** @param at when its turn came, an ISO date-time */
	apply(world: World, debt: StoredInvoice, data: JsonObject, at: string): void;
}

/** The codes that change something here; all others, known or not, are noted in the case alone. */
const EFFECTS = new Map(
	Object.entries<Effect>({
		WITHDRAW: {
			needs: [],
			apply: (world, { number }) =>
				endInvoice(world, { InvoiceNumber: number, Status: 'Withdrawn' }),
		},
		DUEDATE: {
			needs: ['DueDate'],
			apply: (_world, debt, { DueDate }) => {
				debt.submitted = { ...debt.submitted, DueDate };
			},
		},
		DIRECTPAYMENT: {
			needs: ['Amount', 'PaymentDate'],
			apply: (world, _debt, data, at) => {
				bookDirectPayment(world, { BookingDate: finnishDate(at), ...data });
			},
		},
	}),
);

/**
 * The reason why an action is refused, or undefined: 402 when the invoice is in a terminal state, unless it is
 * a mere comment.
 */
function rejectionOf(world: World, { Code, Data }: InvoiceAction) {
	const rejection = (status: number, message: string) => ({ status, message });
	if (!Code) return rejection(400, 'Code is missing.');
	const number = Data?.InvoiceNumber;
	if (isMissing(number)) return rejection(400, `${Code}: Data.InvoiceNumber is missing.`);
	const debt = findDebt(world, number);
	if (debt === undefined) return rejection(404, `Invoice ${String(number)} was not found.`);
	const caseId = String(Data?.CaseId ?? debt.caseId);
	if (caseId !== debt.caseId) {
		return rejection(404, `Invoice ${debt.number} is not in the case ${caseId}.`);
	}
	const lacking = EFFECTS.get(Code)?.needs.find((member) => (Data?.[member] ?? null) === null);
	if (lacking !== undefined) return rejection(400, `${Code}: Data.${lacking} is missing.`);
	if (isTerminal(debt) && Code !== 'COMMENT') {
		return rejection(402, `Invoice ${debt.number} is in a terminal state: ${statusOf(debt)}.`);
	}
	return undefined;
}

/** Puts an action in the queue, where it waits its time by the simulator's clock. */
function queueAction(world: World, action: InvoiceAction, place: number): void {
	const { Code, Comment, Data } = action;
	const debt = findDebt(world, Data?.InvoiceNumber);
	if (!Code || !Data || debt === undefined) return;
	world.agenda.after((place + 1) * world.settings.processingSeconds, (at) => {
		// The invoice may have been paid while the action waited.
		const rejection = rejectionOf(world, action);
		if (rejection === undefined) EFFECTS.get(Code)?.apply(world, debt, Data, at);
		const description = rejection?.message ?? Comment ?? `${Code} was done`;
		collectionOf(world).note(debt.caseId, at, Code, description);
	});
}

function list(world: World, { query }: Call, show: (invoice: StoredInvoice) => JsonObject): Answer {
	const agreement = query.externalAgreementIdentifier;
	if (agreement !== undefined && creditorsOf(world).byAgreement(agreement) === undefined) {
		return notFound(`Agreement ${String(agreement)}`);
	}
	const found = selectInvoices(world, query).filter(
		(invoice) =>
			agreement === undefined || sellerOf(world, invoice).ExternalAgreementIdentifier === agreement,
	);
	if (found.length === 0 && query.invoiceNumber !== undefined) return noSuchInvoice(query);
	return ok(found.map(show));
}

/** Invoices made elsewhere. The simulator knows one kind of invoice: they are all of it. */
export const externalInvoiceHandlers: Handlers = {
	getExternalInvoiceDeliveryInformation: (world, call) =>
		list(world, call, (invoice) => {
			const { Name, BusinessId, ExternalAgreementIdentifier } = sellerOf(world, invoice);
			return {
				...deliveryOf(world, invoice),
				ExternalAgreementIdentifier,
				SellerName: Name,
				SellerBusinessId: BusinessId,
			};
		}),

	getExternalInvoicePaymentInformation: (world, call) =>
		list(world, call, (invoice) => ({
			InvoiceNumber: invoice.number,
			...sent(invoice, ['InvoiceDate', 'DueDate', 'Reference', 'Currency']),
			CaseId: invoice.caseId,
			Status: statusOf(invoice),
			...amountsOf(invoice),
			ExternalInvoiceRows: allocationsOfCase(world, invoice.caseId).map((record) => ({
				PaymentDate: record.Dates?.PaymentDate ?? null,
				BookingDate: record.Dates?.BookingDate ?? null,
				Amount: record.Amounts?.PaymentAmount ?? null,
				PaymentType: record.PaymentType?.Code ?? null,
				Description: record.PaymentType?.Description ?? null,
				Reference: invoice.submitted.Reference ?? null,
			})),
		})),

	/** One action that cannot be taken refuses them all, since the answer has no room for the others. */
	submitExternalInvoiceAction(world, { body }) {
		const { Actions } = body as { Actions?: InvoiceAction[] | null };
		if (!Actions?.length) return refuse(400, 'There is no action in the request.');
		for (const action of Actions) {
			const rejection = rejectionOf(world, action);
			if (rejection !== undefined) return refuse(rejection.status, rejection.message);
		}
		Actions.forEach((action, place) => queueAction(world, action, place));
		const sentence = `Actions in the queue: ${Actions.length}.`;
		return { status: 202, body: { StatusDescription: sentence, Status: 'pending' } };
	},

	getExternalAgreementStatus(world, { query: { externalAgreementIdentifier: identifier } }) {
		if (identifier === undefined) return refuse(400, 'externalAgreementIdentifier is required.');
		if (creditorsOf(world).byAgreement(identifier) === undefined) {
			return notFound(`Agreement ${String(identifier)}`);
		}
		return ok({
			ExternalAgreementIdentifier: identifier,
			Status: 'Active',
			StatusDescription: 'In force',
			Active: true,
		});
	},
};
