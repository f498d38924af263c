import type { z } from 'zod';

import type { World } from '../state/world';
import type { Control } from './control';
import type { PUT_OFF, scheduleInput } from './inputs';

/** Puts off what the control interface can do: to a moment of the simulator's clock, or to between two requests. */
export interface Schedule {
	/** @param act is told nothing, and does what was ordered */
	add(when: z.output<typeof scheduleInput>['when'], act: () => void): void;
	/** To be called when a request has been answered: what was to come after it happens now. */
	answered(operationId: string): void;
	clear(): void;
}

interface Waiting {
	operationId: string;
	/** Answers still to come before it. */
	left: number;
	act: () => void;
}

export function createSchedule(world: World): Schedule {
	let waiting: Waiting[] = [];
	return {
		add: (when, act) => {
			if ('afterSeconds' in when) world.agenda.after(when.afterSeconds, act);
			else waiting.push({ operationId: when.afterAnswersOf, left: when.count, act });
		},
		answered: (operationId) => {
			for (const one of waiting) if (one.operationId === operationId) one.left -= 1;
			const due = waiting.filter(({ left }) => left <= 0);
			waiting = waiting.filter(({ left }) => left > 0);
			for (const { act } of due) act();
		},
		clear: () => {
			waiting = [];
		},
	};
}

/**
 * What was ordered, to be done when its time has come. Nobody waits for it then: where answers that are wrong are
 * looked for, a failure is found too.
 */
export function laterAction(
	control: Control,
	violations: string[],
	order: Pick<z.output<typeof scheduleInput>, 'do' | 'with'>,
): () => void {
	const act = actionsOf(control)[order.do];
	return () => {
		try {
			act(order.with as never);
		} catch (error) {
			violations.push(`What was put off (${order.do}) failed: ${(error as Error).message}`);
		}
	};
}

/** Each reads its input itself. */
function actionsOf(control: Control): {
	[name in (typeof PUT_OFF)[number]]: (input: never) => unknown;
} {
	return {
		pay: control.pay,
		'insert-allocations': control.insertAllocations,
		'edit-allocation': control.editAllocation,
		'remove-allocation': control.removeAllocation,
		'end-invoice': control.endInvoice,
		'fail-deliveries': control.failDeliveries,
	};
}
