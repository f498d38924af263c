import { findDebt } from './collection';
import { finnishDate } from './dates';
import { bookDirectPayment } from './directPayments';
import { endInvoice } from './endInvoice';
import type { JsonObject, StoredInvoice } from './invoices';
import { isTerminal, statusOf } from './invoices';
import type { World } from './world';

/** One action as it was asked for: the contract's ExternalInvoiceAction. */
export interface InvoiceAction {
	Code?: string | null;
	Comment?: string | null;
	Data?: JsonObject | null;
}

/**
 * What stands against an action, or undefined: 402 when the invoice is in a terminal state, unless it is
 * a mere comment.
 */
export function actionFault(
	world: World,
	{ Code, Data }: InvoiceAction,
): { status: number; message: string } | undefined {
	if (!Code) return { status: 400, message: 'Code is missing.' };
	const number = Data?.InvoiceNumber;
	if (number === undefined || number === null || number === '') {
		return { status: 400, message: `${Code}: Data.InvoiceNumber is missing.` };
	}
	const debt = findDebt(world, String(number));
	if (debt === undefined)
		return { status: 404, message: `Invoice ${String(number)} was not found.` };
	const caseId = Data?.CaseId;
	if (caseId !== undefined && caseId !== null && String(caseId) !== debt.caseId) {
		const message = `Invoice ${debt.number} is not in the case ${String(caseId)}.`;
		return { status: 404, message };
	}
	for (const member of NEEDED.get(Code) ?? []) {
		const given = Data?.[member];
		if (given === undefined || given === null) {
			return { status: 400, message: `${Code}: Data.${member} is missing.` };
		}
	}
	if (isTerminal(debt) && Code !== 'COMMENT') {
		const message = `Invoice ${debt.number} is in a terminal state: ${statusOf(debt)}.`;
		return { status: 402, message };
	}
	return undefined;
}

const NEEDED = new Map<string, readonly string[]>([
	['DUEDATE', ['DueDate']],
	['DIRECTPAYMENT', ['Amount', 'PaymentDate']],
]);

/** Puts an action in the queue, where it waits its time by the simulator's clock. */
export function queueAction(world: World, action: InvoiceAction, place: number): void {
	const { Code, Comment, Data } = action;
	const debt = findDebt(world, String(Data?.InvoiceNumber));
	if (!Code || !Data || debt === undefined) return;
	world.agenda.after((place + 1) * world.settings.processingSeconds, (at) => {
		const late = actionFault(world, action);
		// It may have been paid while the action waited.
		if (late === undefined) EFFECTS.get(Code)?.(world, debt, Data, at);
		const description = late?.message ?? Comment ?? `${Code} was done`;
		world.collection.note(debt.caseId, { Date: at, Type: Code, Description: description });
	});
}

type Effect = (world: World, debt: StoredInvoice, data: JsonObject, at: string) => void;

/** The codes that change something here; all others, known or not, are noted in the case alone. */
const EFFECTS = new Map<string, Effect>([
	[
		'WITHDRAW',
		(world, debt) => endInvoice(world, { InvoiceNumber: debt.number, Status: 'Withdrawn' }),
	],
	[
		'DUEDATE',
		(_world, debt, { DueDate }) => {
			debt.submitted = { ...debt.submitted, DueDate };
		},
	],
	[
		'DIRECTPAYMENT',
		(world, _debt, data, at) => {
			bookDirectPayment(world, { BookingDate: finnishDate(new Date(at)), ...data });
		},
	],
]);
