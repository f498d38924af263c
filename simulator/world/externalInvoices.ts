import { allocationsOfCase } from './allocations';
import { finnishDate } from './clock';
import { endInvoice } from './creditLosses';
import { creditorsOf, sellerOf } from './creditors';
import { collectionOf, findDebt } from './debts';
import { deliveryOf } from './deliveries';
import type { Answer, Call, Handlers, JsonObject, Names } from './handler';
import { done, isMissing, list, notFound, record, refuse } from './handler';
import type { StoredInvoice } from './invoices';
import { amountsOf, isTerminal, noSuchInvoice, selectInvoices, sent, statusOf } from './invoices';
import { bookDirectPayment } from './payments';
import type { World } from './world';

/** One action as it was asked for: the contract's ExternalInvoiceAction. */
interface InvoiceAction {
	code?: string | null;
	comment?: string | null;
	data?: JsonObject | null;
}

interface Effect {
	/** Fields of the action's data it cannot do without. */
	needs: readonly string[];
	/** @param turn `at`: when its turn came, an ISO date-time */
	apply(
		world: World,
		debt: StoredInvoice,
		data: JsonObject,
		turn: { at: string; names: Names },
	): void;
}

/** The codes that change something here; all others, known or not, are noted in the case alone. */
const EFFECTS = new Map(
	Object.entries<Effect>({
		WITHDRAW: {
			needs: [],
			apply: (world, { number }) =>
				endInvoice(world, { invoiceNumber: number, status: 'Withdrawn' }),
		},
		DUEDATE: {
			needs: ['dueDate'],
			apply: (_world, debt, { dueDate }) => {
				debt.submitted = { ...debt.submitted, dueDate };
			},
		},
		DIRECTPAYMENT: {
			needs: ['amount', 'paymentDate'],
			apply: (world, _debt, data, { at, names }) => {
				bookDirectPayment(world, { bookingDate: finnishDate(at), ...data }, names);
			},
		},
	}),
);

/**
 * The reason why an action is refused, or undefined: 402 when the invoice is in a terminal state, unless it is
 * a mere comment.
 */
function rejectionOf(world: World, { code, data }: InvoiceAction, names: Names) {
	const rejection = (status: number, message: string) => ({ status, message });
	if (!code) return rejection(400, `${names.member('code')} is missing.`);
	const number = data?.invoiceNumber;
	if (isMissing(number)) {
		return rejection(400, `${code}: ${names.member('data', 'invoiceNumber')} is missing.`);
	}
	const debt = findDebt(world, number);
	if (debt === undefined) return rejection(404, `Invoice ${String(number)} was not found.`);
	const caseId = String(data?.caseId ?? debt.caseId);
	if (caseId !== debt.caseId) {
		return rejection(404, `Invoice ${debt.number} is not in the case ${caseId}.`);
	}
	const lacking = EFFECTS.get(code)?.needs.find((field) => (data?.[field] ?? null) === null);
	if (lacking !== undefined) {
		return rejection(400, `${code}: ${names.member('data', lacking)} is missing.`);
	}
	if (isTerminal(debt) && code !== 'COMMENT') {
		return rejection(402, `Invoice ${debt.number} is in a terminal state: ${statusOf(debt)}.`);
	}
	return undefined;
}

/** Puts an action in the queue, where it waits its time by the simulator's clock. */
function queueAction(world: World, action: InvoiceAction, place: number, names: Names): void {
	const { code, comment, data } = action;
	const debt = findDebt(world, data?.invoiceNumber);
	if (!code || !data || debt === undefined) return;
	world.agenda.after((place + 1) * world.settings.processingSeconds, (at) => {
		// The invoice may have been paid while the action waited.
		const rejection = rejectionOf(world, action, names);
		if (rejection === undefined) EFFECTS.get(code)?.apply(world, debt, data, { at, names });
		const description = rejection?.message ?? comment ?? `${code} was done`;
		collectionOf(world).note(debt.caseId, at, code, description);
	});
}

function listInvoices(
	world: World,
	{ parameters }: Call,
	show: (invoice: StoredInvoice) => JsonObject,
): Answer {
	const agreement = parameters.externalAgreementIdentifier;
	if (agreement !== undefined && creditorsOf(world).byAgreement(agreement) === undefined) {
		return notFound(`Agreement ${String(agreement)}`);
	}
	const found = selectInvoices(world, parameters).filter(
		(invoice) =>
			agreement === undefined ||
			sellerOf(world, invoice).externalAgreementIdentifier === String(agreement),
	);
	if (found.length === 0 && parameters.invoiceNumber !== undefined) {
		return noSuchInvoice(parameters);
	}
	return list(found, { show });
}

/** Invoices made elsewhere. The simulator knows one kind of invoice: they are all of it. */
export const externalInvoiceHandlers: Handlers = {
	getExternalInvoiceDeliveryInformation: (world, call) =>
		listInvoices(world, call, (invoice) => {
			const { name, businessId, externalAgreementIdentifier } = sellerOf(world, invoice);
			return {
				...deliveryOf(world, invoice),
				externalAgreementIdentifier,
				sellerName: name,
				sellerBusinessId: businessId,
			};
		}),

	getExternalInvoicePaymentInformation: (world, call) =>
		listInvoices(world, call, (invoice) => ({
			invoiceNumber: invoice.number,
			...sent(invoice, ['invoiceDate', 'dueDate', 'reference', 'currency']),
			caseId: invoice.caseId,
			status: statusOf(invoice),
			...amountsOf(invoice),
			externalInvoiceRows: allocationsOfCase(world, invoice.caseId).map((record) => ({
				paymentDate: record.dates?.paymentDate ?? null,
				bookingDate: record.dates?.bookingDate ?? null,
				amount: record.amounts?.paymentAmount ?? null,
				paymentType: record.paymentType?.code ?? null,
				description: record.paymentType?.description ?? null,
				reference: invoice.submitted.reference ?? null,
			})),
		})),

	/** One action that cannot be taken refuses them all, since the answer has no room for the others. */
	submitExternalInvoiceAction(world, { items, names }) {
		const actions: readonly InvoiceAction[] = items;
		if (actions.length === 0) return refuse(400, 'There is no action in the request.');
		for (const action of actions) {
			const rejection = rejectionOf(world, action, names);
			if (rejection !== undefined) return refuse(rejection.status, rejection.message);
		}
		actions.forEach((action, place) => queueAction(world, action, place, names));
		const sentence = `Actions in the queue: ${actions.length}.`;
		const fields = { status: 'pending' };
		return done(sentence, { fields, status: 202, taken: actions.length });
	},

	getExternalAgreementStatus(world, { parameters, names }) {
		const identifier = parameters.externalAgreementIdentifier;
		if (identifier === undefined) {
			return refuse(400, `${names.parameter('externalAgreementIdentifier')} is required.`);
		}
		if (creditorsOf(world).byAgreement(identifier) === undefined) {
			return notFound(`Agreement ${String(identifier)}`);
		}
		return record({
			externalAgreementIdentifier: identifier,
			status: 'Active',
			statusDescription: 'In force',
			active: true,
		});
	},
};
