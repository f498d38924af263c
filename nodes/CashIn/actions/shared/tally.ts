import type { Failure, Outcome } from './operation';

/**
 * The error that stops a workflow, saying beside its own advice what became of the other items: some may have
 * been done already, and running the node again would do them twice.
 */
export function tally(error: Failure['error'], outcomes: Outcome[]): Failure['error'] {
	const done = outcomes.filter((outcome) => 'json' in outcome);
	const open = outcomes.filter(
		(outcome) => 'failure' in outcome && outcome.failure.details.outcome === 'unknown',
	);
	const sentences = [
		typeof error.description === 'string' ? error.description : '',
		done.length > 0
			? `Already done, and not to be run again: ${items(done)} of ${outcomes.length}.`
			: '',
		open.length > 0 ? `May or may not have been done: ${items(open)}.` : '',
		done.length + open.length === 0 ? 'Nothing was done.' : '',
	];
	error.description = sentences.filter((sentence) => sentence !== '').join(' ');
	return error;
}

/** `items 0-4, 7` */
function items(outcomes: Outcome[]): string {
	const ranges: Array<[first: number, last: number]> = [];
	for (const { item } of [...outcomes].sort((a, b) => a.item - b.item)) {
		const current = ranges[ranges.length - 1];
		if (current !== undefined && item === current[1] + 1) current[1] = item;
		else ranges.push([item, item]);
	}
	const texts = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
	return `item${outcomes.length === 1 ? '' : 's'} ${texts.join(', ')}`;
}
