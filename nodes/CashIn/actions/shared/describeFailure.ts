import { stretches } from './bulk/stretches';
import type { Failure, Outcome } from './operation';

/**
 * The error that stops a workflow, saying beside its own advice what became of all items, by the numbers of what was
 * sent: some may have been done already, and running the node again would do them twice.
 */
export function describeFailure(error: Failure['error'], outcomes: Outcome[]): Failure['error'] {
	const inOrder = [...outcomes].sort((a, b) => a.item - b.item);
	const isDone = (outcome: Outcome) => 'json' in outcome;
	const isIn = (state: Failure['state']) => (outcome: Outcome) =>
		'failure' in outcome && outcome.failure.state === state;
	const isOpen = isIn('unknown');
	const sentences = [
		typeof error.description === 'string' ? error.description : '',
		outcomes.some(isDone)
			? `Already done, and not to be run again: ${items(inOrder.filter(isDone))} of ${outcomes.length}.`
			: '',
		outcomes.some(isOpen) ? `May or may not have been done: ${items(inOrder.filter(isOpen))}.` : '',
		outcomes.some((outcome) => isDone(outcome) || isOpen(outcome)) ? '' : 'Nothing was done.',
		keys('In Cash-In', inOrder, isDone),
		keys('Refused', inOrder, isIn('refused')),
		keys('In doubt', inOrder, isOpen),
		keys('Not sent', inOrder, isIn('notSent')),
	];
	error.description = sentences.filter((sentence) => sentence !== '').join(' ');
	return error;
}

/** `Refused: 1002, 1005 to 1007.`; `''` when there is none, or nothing to call them by. */
function keys(
	label: string,
	outcomes: readonly Outcome[],
	belongs: (outcome: Outcome) => boolean,
): string {
	const named = outcomes.flatMap((outcome) =>
		outcome.key === undefined ? [] : [{ key: outcome.key, belongs: belongs(outcome) }],
	);
	const text = stretches(named);
	return text === '' ? '' : `${label}: ${text}.`;
}

/** `items 0-4, 7` */
function items(outcomes: readonly Outcome[]): string {
	const ranges: Array<[first: number, last: number]> = [];
	for (const { item } of outcomes) {
		const current = ranges[ranges.length - 1];
		if (current !== undefined && item === current[1] + 1) current[1] = item;
		else ranges.push([item, item]);
	}
	const texts = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
	return `item${outcomes.length === 1 ? '' : 's'} ${texts.join(', ')}`;
}
