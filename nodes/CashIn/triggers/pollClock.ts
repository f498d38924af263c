import type { PollRun } from '../api/run';
import { helsinkiDate } from '../invoicing/dates';

/** What day it is, and how long this poll may go on. */
export interface PollClock {
	/** No request is begun after this instant, in milliseconds since 1970. */
	deadline: number;
	isOver(): boolean;
	/**
	 * The day in Helsinki, `YYYY-MM-DD`, by whichever of two clocks is behind: this machine's when the poll began, and
	 * Cash-In's. A clock that runs ahead would take a payment dated ahead for the latest one, and what follows for old.
	 */
	today(): string;
	/** The day in Helsinki by Cash-In's clock alone, once it has told it. */
	serverDay(): string | undefined;
	heardFromServer(this: void, time: number): void;
}

export function startClock(run: PollRun): PollClock {
	const started = Date.now();
	const deadline = started + budget(run) - HAND_OVER_MS;
	let today = helsinkiDate(new Date(started));
	let serverDay: string | undefined;
	return {
		deadline,
		isOver: () => Date.now() >= deadline,
		today: () => today,
		serverDay: () => serverDay,
		heardFromServer: (time) => {
			serverDay ??= helsinkiDate(new Date(time));
			if (serverDay < today) today = serverDay;
		},
	};
}

/** Left for n8n to hand the items over, out of the time a poll may take. */
const HAND_OVER_MS = 5_000;

/** What n8n allows a poll by default; older hosts do not tell. */
const USUAL_BUDGET_MS = 300_000;

function budget(run: PollRun): number {
	return typeof run.context.getPollBudgetMs === 'function'
		? run.context.getPollBudgetMs()
		: USUAL_BUDGET_MS;
}
