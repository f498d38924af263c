import type { IExecuteFunctions } from 'n8n-workflow';

import { salesInvoices as spec } from '../../nodes/CashIn/actions/invoice/invoiceUpload';
import { createRedactor } from '../../nodes/CashIn/api/redact';
import { createExecuteRun } from '../../nodes/CashIn/api/run';
import { Progress } from '../../nodes/CashIn/upload/messages';
import { taken, undecided } from '../../nodes/CashIn/upload/results';
import type { Result, SendOptions, UploadEntry } from '../../nodes/CashIn/upload/uploadSpec';

const options: SendOptions = {
	batchSize: 100,
	concurrent: 1,
	checked: false,
	account: {
		apiKey: '',
		baseUrl: '',
		overrides: {},
		credentials: {},
		unproxied: Promise.resolve(false),
		...createRedactor(''),
	},
};

/** What a cancelled run says of invoices 1001 and on, of which a letter each tells what became of it: s, o or n. */
function accountOf(letters: string): string {
	const run = createExecuteRun(
		Object.assign(Object.create(null) as IExecuteFunctions, {
			addExecutionHints: () => undefined,
			getNode: () => ({ name: 'Cash-In' }),
			logger: { info: () => undefined, warn: () => undefined },
		}),
	);
	const entries = [...letters].map((_, item): UploadEntry => {
		return { item, key: String(1001 + item), body: {}, group: '', warnings: [], options };
	});
	const results = new Map<UploadEntry, Result>();
	entries.forEach((entry, item) => {
		if (letters[item] === 's') results.set(entry, taken({ run, spec }, entry, 'created', ''));
		if (letters[item] === 'o') {
			results.set(entry, undecided({ run, spec }, entry, entries, 'cut off'));
		}
	});
	return new Progress(run, spec, entries.length).cancelled(entries, results);
}

it.each<[string, string, string, string]>([
	['ssssonnnnn', '4 (1001 to 1004)', '1 (1005)', '5 (1006 to 1010)'],
	['snsnnos', '3 (1001, 1003, 1007)', '1 (1006)', '3 (1002, 1004 to 1005)'],
	[
		'snsnsnsnsnsnss',
		'8 (1001, 1003, 1005, 1007, 1009 and 3 more)',
		'0',
		'6 (1002, 1004, 1006, 1008, 1010 and 1 more)',
	],
	['nn', '0', '0', '2 (1001 to 1002)'],
	['s', '1 (1001)', '0', '0'],
])(
	'a cancelled run of %s claims no number between two that belong',
	(letters, surely, open, not) => {
		expect(accountOf(letters)).toBe(
			`The execution was cancelled. Surely in Cash-In: ${surely}. May or may not be: ${open}. Not created: ${not}.`,
		);
	},
);
