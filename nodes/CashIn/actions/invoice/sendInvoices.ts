import type { ExecuteRun } from '../../api/run';
import type { BulkEntry, BulkKind, SendSettings } from '../shared/bulk/kind';
import { oneAtATime } from '../shared/bulk/oneAtATime';
import { sendMany } from '../shared/bulk/sendMany';
import { refuseRetryOnFail } from '../shared/confirmation';
import type { Outcome } from '../shared/operation';
import { hintWarnings } from './validation';

/** Sends the invoices of one operation, many to a request. */
export async function sendInvoices(
	run: ExecuteRun,
	kind: BulkKind,
	entries: BulkEntry[],
	stopAtFailure: boolean,
): Promise<Outcome[]> {
	hintWarnings(run, entries);
	return await oneAtATime(
		entries.map(({ key }) => key),
		async () => await sendMany(run, kind, entries, { stopAtFailure }),
	);
}

/**
 * n8n's Retry On Fail is let through only where the check before sending is on and what it does not find is surely not
 * there.
 * @throws InputError when it is switched on elsewhere: asked for each item, before anything is sent
 */
export function refuseUnsafeRetry(
	run: ExecuteRun,
	kind: BulkKind,
	{ checked }: SendSettings,
): void {
	if (kind.resend && checked) return;
	const remedy = kind.resend
		? " Or set 'Duplicate Check' under Options to Before Sending: what is there is not sent again then."
		: '';
	const would = `the invoices already ${kind.done} would go out twice`;
	refuseRetryOnFail(run, kind.endpoint, would, remedy);
}
