import { redactPersonalCodes } from '../api/redact';
import type { ExecuteRun } from '../api/run';
import type { Result, UploadEntry, UploadSpec } from './uploadSpec';

/** Stretches of keys, or sentences, that a message shows before it only counts. */
const MOST_SHOWN = 5;

/**
 * `1001 to 1300, 1305 and 4 more`: the keys that belong, in stretches of the order in which all were sent, so that no
 * key between two is claimed. `''` when none belongs.
 */
export function keyRanges(all: ReadonlyArray<{ key: string; belongs: boolean }>): string {
	const found: string[][] = [];
	let current: string[] = [];
	for (const { key, belongs } of all) {
		if (belongs) {
			if (current.length === 0) found.push(current);
			current.push(key);
		} else {
			current = [];
		}
	}
	const shown = found.slice(0, MOST_SHOWN);
	const more = found.flat().length - shown.flat().length;
	const texts = shown.map(([first = '', ...others]) =>
		others.length === 0 ? first : `${first} to ${others[others.length - 1]}`,
	);
	return `${texts.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Shows beside the output which entries go out with warnings. */
export function hintWarnings(
	run: ExecuteRun,
	{ name }: UploadSpec,
	entries: readonly UploadEntry[],
): void {
	const sentences = entries
		.filter(({ warnings }) => warnings.length > 0)
		.map(({ key, warnings }) => `${name(key)}: ${warnings.join(' ')}`);
	if (sentences.length === 0) return;
	run.hint(redactPersonalCodes(firstFew(sentences)), 'warning');
}

/** Shows beside the output which previews would not be sent. With one item its name says nothing new. */
export function hintRefused(run: ExecuteRun, results: readonly Result[]): void {
	const alone = run.context.getInputData().length === 1;
	const sentences = results.flatMap((result) => {
		const refused = 'refused' in result ? result.refused : undefined;
		if (refused === undefined) return [];
		return [alone ? refused.why : `${refused.name}: ${refused.why}`];
	});
	if (sentences.length === 0) return;
	run.hint(`Create would not send this: ${firstFew(sentences)}`, 'warning');
}

/** Sentences of a message, of which there may be thousands: the first few, and how many more. */
export function firstFew(sentences: readonly string[]): string {
	const more = sentences.length > MOST_SHOWN ? [`And ${sentences.length - MOST_SHOWN} more.`] : [];
	return [...sentences.slice(0, MOST_SHOWN), ...more].join(' ');
}

/** The least time between two lines in the log, in milliseconds. */
const LINE_MS = 1_000;

/** Reports on a long run: in n8n's log while it lasts, beside the output when it has ended. */
export class Progress {
	private settled = 0;

	private failed = 0;

	private lastLine = 0;

	constructor(
		private readonly run: ExecuteRun,
		private readonly spec: UploadSpec,
		private readonly total: number,
	) {}

	/** Counts results. */
	add(results: readonly Result[]): void {
		if (results.length === 0) return;
		const before = this.percent();
		this.settled += results.length;
		this.failed += results.filter((result) => 'error' in result).length;
		// At most a line for each percent, and one in a second.
		if (this.percent() === before) return;
		if (this.settled < this.total && Date.now() - this.lastLine < LINE_MS) return;
		this.lastLine = Date.now();
		this.run.context.logger.info(
			`Cash-In: ${this.settled} of ${this.total} ${this.spec.plural} settled, ${this.failed} failed`,
		);
	}

	private percent(): number {
		return Math.floor((this.settled / this.total) * 100);
	}

	/** Reports what was sent and what was not when the user cancelled the execution; returns the text. */
	cancelled(entries: readonly UploadEntry[], results: ReadonlyMap<UploadEntry, Result>): string {
		const inState = (state: State) => {
			const all = entries.map((entry) => ({
				key: entry.key,
				belongs: stateOf(results.get(entry)) === state,
			}));
			const count = all.filter(({ belongs }) => belongs).length;
			return count === 0 ? '0' : `${count} (${keyRanges(all)})`;
		};
		// A key may be a personal identity code, such as a customer code.
		const text = redactPersonalCodes(
			`The execution was cancelled. Surely in Cash-In: ${inState('sent')}. May or may not be: ${inState('unknown')}. Not ${this.spec.done}: ${inState('unsent')}.`,
		);
		this.run.context.logger.warn(`Cash-In: ${text}`);
		this.run.hint(text, 'warning');
		return text;
	}

	/** Reports the end of a run of several requests. */
	end(): void {
		const { run, settled, failed, total, spec } = this;
		run.hint(
			`${settled - failed} of ${total} ${spec.plural} are in Cash-In, ${failed} failed; it took ${run.limiter.requests} requests.`,
			'info',
		);
	}
}

type State = 'sent' | 'unknown' | 'unsent';

function stateOf(result: Result | undefined): State {
	if (result === undefined) return 'unsent';
	if ('json' in result) return 'sent';
	return result.status === 'unknown' ? 'unknown' : 'unsent';
}
