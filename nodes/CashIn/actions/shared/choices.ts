import { InputProblem } from '../../api/problems';
import type { ExecuteRun } from '../../api/run';

/**
 * An item's choice out of a list, which an expression may have set to anything.
 * @throws InputProblem naming `label` and the choices, without the value: it may be a personal identity code
 * that got into the wrong field
 */
export function readChoice<Choice extends string>(
	run: ExecuteRun,
	item: number,
	name: string,
	label: string,
	choices: readonly Choice[],
): Choice {
	return toChoice(run.parameter(name, item), label, choices);
}

/** A value that must be one of `choices`; throws as `readChoice`. */
export function toChoice<Choice extends string>(
	value: unknown,
	label: string,
	choices: readonly Choice[],
): Choice {
	const choice = choices.find((known) => known === value);
	if (choice !== undefined) return choice;
	throw new InputProblem(`${label} must be one of ${choices.join(', ')}`);
}
