import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { apiMessage } from '../../api/apiMessage';
import {
	ERROR_MESSAGE,
	RECEIVABLE_STATUS,
	SALES_INVOICE_RESPONSE,
} from '../../api/generated/fields';
import type { Answer } from '../../api/generated/endpoints';
import { roles } from '../../api/generated/roles';
import type { Redactor } from '../../api/redact';
import { endpointOf, type Requested } from '../../api/requested';
import type { ExecuteRun } from '../../api/run';
import { failureSign } from '../../upload/failureSign';
import { failureText } from '../../upload/parseResponse';

/**
 * The answer to the change of one thing, as an item: as it came, or `{ success: true }` where Cash-In answers with
 * nothing. An answer may speak of failure under a status that says success.
 * @throws NodeOperationError when it does, with Cash-In's words
 */
export function parseWriteResponse(
	run: ExecuteRun,
	requested: Requested,
	answer: unknown,
	item: number,
	redactor: Redactor,
): IDataObject {
	if (isNothing(answer)) return { success: true };
	assertDone(run, requested, answer, item, redactor, adviceAfter);
	if (typeof answer !== 'object') return { success: true, answer: answer as string };
	if (Array.isArray(answer)) return { success: true, answer: answer as IDataObject[] };
	return { ...answer };
}

export function isNothing(answer: unknown): answer is undefined | null | '' {
	return answer === undefined || answer === null || answer === '';
}

/** @throws NodeOperationError when an answer to a write speaks of failure under a status that says success */
export function assertDone(
	{ node }: ExecuteRun,
	requested: Requested,
	answer: unknown,
	item: number,
	{ redact }: Redactor,
	advice: (answer: unknown, described: Answer) => string,
): void {
	const isPlain = typeof answer === 'string' || typeof answer === 'number';
	if (isPlain || failureSign(answer) === '') return;
	const { title, answer: described } = endpointOf(requested);
	const words = redact(wordsOf(answer, described));
	const said = words === '' ? ', and gave no reason' : `: ${words}`;
	const message = `Cash-In did not accept "${title}"${said}`;
	const description = advice(answer, described);
	throw new NodeOperationError(node, message, { itemIndex: item, description });
}

/** Cash-In's words, wherever it put them: reasons stand in lists called `FailedInvoices` and the like, too. */
function wordsOf(answer: unknown, { failures, failureTexts = [] }: Answer): string {
	if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
		return apiMessage({ [ERROR_MESSAGE.errors]: answer });
	}
	const reasons = Object.entries(answer)
		.filter(([name]) => name === failures || /^failed(?!.*count$)/i.test(name))
		.map(([, reason]): unknown => reason)
		.flat()
		.map((reason) => (apiMessage(reason) === '' ? failureText(reason, failureTexts) : reason));
	return apiMessage(reasons.length === 0 ? answer : { ...answer, [ERROR_MESSAGE.errors]: reasons });
}

/** Only a count says that nothing was done. */
function adviceAfter(answer: unknown, { failed }: Answer): string {
	const counts = Object.entries(Object(answer)).some(
		([name, count]) => (name === failed || /^failed\w*count$/i.test(name)) && Number(count) > 0,
	);
	return counts
		? 'Nothing of this item was changed. Correct it and run it again.'
		: 'Its answer does not say that nothing was changed: look in Cash-In before you run it again.';
}

/** Members that hold no secret, in lower case. The names of the others are our reading, so they are not trusted to tell. */
const HARMLESS = new Set(
	[
		...roles.CreditorResponse.harmless,
		...roles.ValidationResponse.harmless,
		SALES_INVOICE_RESPONSE.statusDescription,
		RECEIVABLE_STATUS.status,
	].map((name) => name.toLowerCase()),
);

/**
 * An answer that holds a key, without it. Where Cash-In puts the key is not documented – even in a message – so that
 * every text is hidden but those known to be harmless.
 */
export function hideSecrets(answer: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(answer).map(([name, value]) => [
			name,
			HARMLESS.has(name.toLowerCase()) ? value : hide(value),
		]),
	);
}

export function hide(value: unknown): IDataObject[string] {
	if (value === null || value === undefined || typeof value === 'boolean') return value ?? null;
	if (Array.isArray(value)) return value.map((entry) => hide(entry)) as IDataObject[];
	if (typeof value === 'object') return hideSecrets(value as IDataObject);
	return value === '' ? '' : '[hidden]';
}
