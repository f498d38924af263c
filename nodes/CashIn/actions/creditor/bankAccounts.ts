import type { IDataObject } from 'n8n-workflow';

import { InputProblem } from '../../api/problems';
import type { ExecuteRun } from '../../api/run';
import { bankAccountFindings, pathText, withPlainAccounts } from '../../invoicing/bankAccounts';
import { placesOf, type BodyLayout } from '../shared/body/places';

/**
 * A creditor's body with its bank accounts as banks write them; a BIC that can be none is said beside the output.
 * @throws InputProblem naming the field of an IBAN that cannot be right
 */
export function checkedAccounts(
	run: ExecuteRun,
	item: number,
	body: IDataObject,
	layout: BodyLayout,
): IDataObject {
	const isJson = run.context.getNodeParameter('inputMode', item, 'fields') === 'json';
	const labels = new Map(placesOf(layout).map(({ path, label }) => [pathText(path), label]));
	const findings = bankAccountFindings(body, (path) => {
		const text = pathText(path);
		return `'${isJson ? text : (labels.get(text) ?? text)}'`;
	});
	const wrong = findings.filter(({ severity }) => severity === 'stop');
	if (wrong.length > 0) {
		throw new InputProblem(
			`${wrong.map(({ message }) => message).join(' ')} Nothing was sent. Correct it: money would go to another account, or come back.`,
		);
	}
	if (findings.length > 0) {
		run.context.addExecutionHints({
			message: `Item ${item}: ${findings.map(({ message }) => message).join(' ')}`,
			type: 'warning',
			location: 'outputPane',
		});
	}
	return withPlainAccounts(body);
}
