import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import { apiMessage } from '../../api/apiMessage';
import type { EndpointId } from '../../api/endpoints.generated';
import { endpoints } from '../../api/endpoints.generated';
import { redact } from '../../api/redact';

/**
 * The answer to the change of one thing, as an item: as it came, or `{ success: true }` where Cash-In answers with
 * nothing. An answer may speak of failure under a status that says success.
 * @throws NodeOperationError when it counts what failed
 */
export function wholeAnswer(
	context: IExecuteFunctions,
	endpoint: EndpointId,
	answer: unknown,
	item: number,
): IDataObject {
	if (answer === undefined || answer === null || answer === '') return { success: true };
	if (typeof answer !== 'object') return { success: true, answer: answer as string };
	if (Array.isArray(answer)) return { success: true, answer: answer as IDataObject[] };
	const members: IDataObject = { ...answer };
	const failed = Object.entries(members).find(
		([name, count]) => /^failed\w*count$/i.test(name) && Number(count) > 0,
	);
	if (failed === undefined) return members;
	const reasons = Object.entries(members).filter(([name]) => /^failed(?!.*count$)/i.test(name));
	const words = apiMessage({
		StatusDescription: members.StatusDescription,
		Errors: reasons.map(([, reason]) => reason).flat(),
	});
	throw new NodeOperationError(
		context.getNode(),
		redact(
			`Cash-In did not accept "${endpoints[endpoint].title}"${words === '' ? ', and gave no reason' : `: ${words}`}`,
			'',
		),
		{
			itemIndex: item,
			description: 'Nothing of this item was changed. Correct it and run it again.',
		},
	);
}
