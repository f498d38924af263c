import type { Failure, Outcome } from './operation';

/** How many numbers a message lists before it only counts. */
const MOST_LISTED = 20;

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
			: 'Nothing was done.',
		open.length > 0 ? `May or may not have been done: ${items(open)}.` : '',
	];
	error.description = sentences.filter((sentence) => sentence !== '').join(' ');
	return error;
}

function items(outcomes: Outcome[]): string {
	const numbers = outcomes.slice(0, MOST_LISTED).map(({ item }) => item);
	const more = outcomes.length > MOST_LISTED ? `, and ${outcomes.length - MOST_LISTED} more` : '';
	return `item${outcomes.length === 1 ? '' : 's'} ${numbers.join(', ')}${more}`;
}
