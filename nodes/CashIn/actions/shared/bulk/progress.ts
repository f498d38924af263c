import { redactPersonalCodes } from '../../../api/redact';
import type { ExecuteRun } from '../../../api/run';
import type { Outcome } from '../operation';
import type { BulkEntry, BulkKind } from './kind';
import { stretches } from './stretches';

/** The least time between two lines in the log, in milliseconds. */
const LINE_MS = 1_000;

/** What a long run says of itself: in n8n's log while it lasts, beside the output when it has ended. */
export interface Progress {
	/** So many more are settled. */
	add(outcomes: readonly Outcome[]): void;
	/** The user has cancelled the execution: what was sent and what was not, as text, in the log and as a hint. */
	cancelled(entries: readonly BulkEntry[], outcomes: ReadonlyMap<BulkEntry, Outcome>): string;
	/** @param batches how many requests the run was planned to be */
	end(batches: number): void;
}

export function createProgress(
	run: ExecuteRun,
	{ plural, done }: BulkKind,
	total: number,
): Progress {
	let settled = 0;
	let failed = 0;
	let ended = false;
	let lastLine = 0;
	const hint = (message: string, type: 'info' | 'warning') =>
		run.context.addExecutionHints({ message, type, location: 'outputPane' });
	return {
		add: (outcomes) => {
			if (outcomes.length === 0) return;
			const before = percent(settled, total);
			settled += outcomes.length;
			failed += outcomes.filter((outcome) => 'failure' in outcome).length;
			// A hundred lines tell as much as ten thousand, and one in a second as much as ten.
			if (percent(settled, total) === before) return;
			if (settled < total && Date.now() - lastLine < LINE_MS) return;
			lastLine = Date.now();
			run.context.logger.info(
				`Cash-In: ${settled} of ${total} ${plural} settled, ${failed} failed`,
			);
		},
		cancelled: (entries, outcomes) => {
			ended = true;
			const of = (test: (outcome: Outcome | undefined) => boolean) =>
				inWords(entries, (entry) => test(outcomes.get(entry)));
			const account = [
				'The execution was cancelled.',
				`Surely in Cash-In: ${of((outcome) => outcome !== undefined && 'json' in outcome)}.`,
				`May or may not be: ${of(isOpen)}.`,
				`Not ${done}: ${of((outcome) => !isOpen(outcome) && !(outcome !== undefined && 'json' in outcome))}.`,
			].join(' ');
			// A key may be a personal identity code, such as a customer code.
			const text = redactPersonalCodes(account);
			run.context.logger.warn(`Cash-In: ${text}`);
			hint(text, 'warning');
			return text;
		},
		end: (batches) => {
			if (batches < 2 || ended) return;
			const { requests } = run.limiter;
			hint(
				`${settled - failed} of ${total} ${plural} are in Cash-In, ${failed} failed; it took ${requests} requests.`,
				'info',
			);
		},
	};
}

function isOpen(outcome: Outcome | undefined): boolean {
	return outcome !== undefined && 'failure' in outcome && outcome.failure.state === 'unknown';
}

/** `301 (1001 to 1300, 1305)` */
function inWords(entries: readonly BulkEntry[], belongs: (entry: BulkEntry) => boolean): string {
	const all = entries.map((entry) => ({ key: entry.key, belongs: belongs(entry) }));
	const count = all.filter((one) => one.belongs).length;
	return count === 0 ? '0' : `${count} (${stretches(all)})`;
}

function percent(settled: number, total: number): number {
	return Math.floor((settled / total) * 100);
}
