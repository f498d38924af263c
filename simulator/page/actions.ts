import type { Control } from '../control/control';
import { findDebt } from '../world/debts';
import { currencyOf, openCents } from '../world/invoices';
import { fromCents } from '../world/money';
import { settlementsUpToToday } from '../world/settlements';
import type { World } from '../world/world';
import { inTimes, OFFERED } from './faults';
import { amountOf, dayInWords } from './view';

/** What the page's buttons do: each calls the function that the control interface has for it. */
interface Parts {
	control: Control;
	world: World;
}

/**
 * @returns what happened, in a sentence
 * @throws Error whose message is a sentence, when it cannot be done
 */
type Action = (parts: Parts, form: URLSearchParams) => string;

const EXAMPLES = 10;
const MOST_TIMES = 1_000;

/** By their addresses under /_sim/page. */
export const ACTIONS: { [address: string]: Action } = {
	pay: ({ control, world }, form) => {
		const { number, currency, open } = invoiceOf(world, form);
		control.pay({ InvoiceNumber: number });
		return `Invoice ${number} was paid: ${amountOf(open, currency)}.`;
	},

	'pay-part': ({ control, world }, form) => {
		const { number, currency, open } = invoiceOf(world, form);
		const cents = centsIn(form.get('amount') ?? '');
		control.pay({ InvoiceNumber: number, Amount: fromCents(cents) });
		const paid = `Invoice ${number} was paid${cents < open ? ' in part' : ''}: ${amountOf(cents, currency)}`;
		if (cents === open) return `${paid}.`;
		return cents < open
			? `${paid}, and ${amountOf(open - cents, currency)} is still open.`
			: `${paid}, ${amountOf(cents - open, currency)} more than was open.`;
	},

	'fail-delivery': ({ control }, form) => {
		const number = form.get('number') ?? '';
		control.failDeliveries({ invoiceNumbers: [number] });
		return `The delivery of invoice ${number} failed.`;
	},

	'mend-delivery': ({ control }, form) => {
		const number = form.get('number') ?? '';
		control.failDeliveries({ invoiceNumbers: [number], ok: true });
		return `Invoice ${number} was delivered.`;
	},

	'advance-day': ({ control, world }) => {
		const before = settlementsUpToToday(world).length;
		const { today } = control.setClock({ advanceDays: 1 });
		const published = settlementsUpToToday(world).length - before;
		const news = published === 0 ? '' : ` ${counted(published, 'settlement')} came out.`;
		return `It is ${dayInWords(today)} now.${news}`;
	},

	'add-faults': ({ control }, form) => {
		const offered = OFFERED.find(({ id }) => id === form.get('kind'));
		if (offered === undefined) throw new Error('Choose one of the faults in the list.');
		const times = timesIn(form.get('times') ?? '1');
		control.addFault({ ...offered.order, count: times });
		return `Added: ${offered.label}, ${inTimes(times)}. The next ${times === 1 ? 'request meets' : `${times} requests meet`} it.`;
	},

	'remove-fault': ({ control }, form) => {
		const id = Number(form.get('id'));
		if (!control.faults().some((fault) => fault.id === id)) {
			throw new Error('That fault is gone already: requests have met it, or it was removed.');
		}
		control.clearFaults(id);
		return 'The fault was removed.';
	},

	'clear-faults': ({ control }) => {
		const count = control.faults().length;
		control.clearFaults();
		return count === 0 ? 'There was no fault to clear.' : `${counted(count, 'fault')} cleared.`;
	},

	'add-examples': ({ control }) => {
		const { invoices } = control.seed({ invoices: EXAMPLES });
		return `${counted(invoices, 'example invoice')} added.`;
	},
};

function invoiceOf(world: World, form: URLSearchParams) {
	const number = form.get('number') ?? '';
	const invoice = findDebt(world, number);
	return {
		number,
		open: invoice === undefined ? 0 : openCents(invoice),
		currency: invoice === undefined ? '' : currencyOf(invoice),
	};
}

/** The cents of an amount as people write it: `12,50`, `12.50`, `1 200`, `12.5 €`. */
function centsIn(written: string): number {
	const [, whole, part = ''] =
		/^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(written.replace(/\s|€|EUR/gi, '')) ?? [];
	// From the digits: 0.29 * 100 is not 29.
	const cents = whole === undefined ? 0 : Number(whole + part.padEnd(2, '0'));
	if (cents > 0) return cents;
	throw new Error(
		`Nothing was paid: "${written}" is no amount above 0. Write it like 12,50 or 12.50.`,
	);
}

function timesIn(written: string): number {
	const times = Number(written);
	if (/^\d+$/.test(written.trim()) && times >= 1 && times <= MOST_TIMES) return times;
	throw new Error(
		`No fault was added: "${written}" is no number of times. Enter a whole number from 1 to ${MOST_TIMES}.`,
	);
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
