import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { apiMessage } from '../../api/apiMessage';
import type { EndpointId } from '../../api/endpoints.generated';
import { endpoints } from '../../api/endpoints.generated';
import type { Redactor } from '../../api/redact';
import type { ExecuteRun } from '../../api/run';
import { failureSign } from './failureSigns';

/**
 * The answer to the change of one thing, as an item: as it came, or `{ success: true }` where Cash-In answers with
 * nothing. An answer may speak of failure under a status that says success.
 * @throws NodeOperationError when it does, with Cash-In's words
 */
export function wholeAnswer(
	run: ExecuteRun,
	endpoint: EndpointId,
	answer: unknown,
	item: number,
	{ redact }: Redactor,
): IDataObject {
	if (answer === undefined || answer === null || answer === '') return { success: true };
	const isPlain = typeof answer === 'string' || typeof answer === 'number';
	if (!isPlain && failureSign(answer) !== '') {
		const words = redact(wordsOf(answer));
		const said = words === '' ? ', and gave no reason' : `: ${words}`;
		throw new NodeOperationError(
			run.node,
			`Cash-In did not accept "${endpoints[endpoint].title}"${said}`,
			{ itemIndex: item, description: adviceAfter(answer) },
		);
	}
	if (typeof answer !== 'object') return { success: true, answer: answer as string };
	if (Array.isArray(answer)) return { success: true, answer: answer as IDataObject[] };
	return { ...answer };
}

/** Cash-In's words, wherever it put them: reasons stand in lists called `FailedInvoices` and the like, too. */
function wordsOf(answer: unknown): string {
	if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
		return apiMessage({ Errors: answer });
	}
	const reasons = Object.entries(answer)
		.filter(([name]) => /^failed(?!.*count$)/i.test(name))
		.map(([, reason]): unknown => reason)
		.flat();
	return apiMessage(reasons.length === 0 ? answer : { ...answer, Errors: reasons });
}

/** Only a count says that nothing was done. */
function adviceAfter(answer: unknown): string {
	const counts = Object.entries(Object(answer)).some(
		([name, count]) => /^failed\w*count$/i.test(name) && Number(count) > 0,
	);
	return counts
		? 'Nothing of this item was changed. Correct it and run it again.'
		: 'Its answer does not say that nothing was changed: look in Cash-In before you run it again.';
}
