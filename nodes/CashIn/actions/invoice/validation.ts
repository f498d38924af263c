import type { INodeProperties } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import type { BulkEntry } from '../shared/bulk/kind';
import { hintEntries, validationOptionOf } from '../shared/validation';

/** What is done about an invoice that is wrong, or cannot reach its buyer. */
export const validationOption: INodeProperties = validationOptionOf(
	'What happens when an invoice does not add up, cannot be delivered, or looks odd. What cannot be read at all always stops it.',
	'Do not send an invoice that is wrong or cannot be delivered; warn about the rest',
);

/** Tells the user, beside the output, which invoices go out with warnings. */
export function hintWarnings(run: ExecuteRun, entries: readonly BulkEntry[]): void {
	hintEntries(run, entries, (key) => `Invoice ${key}`);
}
