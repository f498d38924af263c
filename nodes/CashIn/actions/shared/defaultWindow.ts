import { defaultWindows, type EndpointId } from '../../api/endpoints.generated';
import type { ExecuteRun } from '../../api/run';
import { displayName } from '../../text/displayName';

/** Whether a query parameter is one of the dates without which a list gives the last days only. */
export function isOfWindow(endpoint: EndpointId, name: string): boolean {
	const { from = [], to = [] } = defaultWindows[endpoint] ?? {};
	return [...from, ...to].includes(name);
}

/** In a sentence, what a list gives without dates; `''` where nothing is known of that. */
export function windowNote(endpoint: EndpointId): string {
	const window = defaultWindows[endpoint];
	if (window === undefined) return '';
	return window.evidence === 'documented'
		? `Without dates, Cash-In gives the last ${window.days} days only.`
		: `Without dates, Cash-In may give the last ${window.days} days only (our reading).`;
}

/** Tells the user, beside the output and once in a run, that a list was asked without dates and may go on further back. */
export function hintDefaultWindow(run: ExecuteRun, endpoint: EndpointId, query: object = {}): void {
	const { from = [] } = defaultWindows[endpoint] ?? {};
	const note = windowNote(endpoint);
	const hasDates = Object.keys(query).some((name) => isOfWindow(endpoint, name));
	if (note === '' || hasDates) return;
	const filters = from.map((name) => `'${displayName(name)}'`).join(' or ');
	run.hint(`${note} For others, add the filter ${filters}.`, 'info');
}
