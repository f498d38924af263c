import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import { bankAccountFindings, withPlainAccounts } from '../../invoicing/bankAccounts';
import { bodyFields } from '../shared/fieldLayout';
import { readFields } from '../shared/bodies';
import { bulkOptions } from '../shared/bulk/bulkOptions';
import type { BulkEntry } from '../shared/bulk/kind';
import { optionsCollection } from '../shared/options';
import type { Outcome } from '../shared/operation';
import { invoicesWithSeller } from './invoiceKinds';
import { vatRoundingOption } from './invoiceProperties';
import { readEntry } from './readEntry';
import { sendInvoices } from './sendInvoices';
import { validationOption } from './validation';
import type { BodyLayout } from '../shared/fieldLayout';
import { updateDisplayOptions } from '../shared/displayOptions';

/** Who the invoice is from. */
const SELLER: BodyLayout = { schema: 'SellerInfoDTO', labelPrefix: 'Seller' };

const properties: INodeProperties[] = [
	...updateDisplayOptions({ show: { inputMode: ['fields'] } }, bodyFields(SELLER)),
	optionsCollection([...bulkOptions(invoicesWithSeller), validationOption, vatRoundingOption]),
];

const displayOptions = { show: { resource: ['invoice'], operation: ['createWithSeller'] } };

export const { endpoint } = invoicesWithSeller;

export const description = updateDisplayOptions(displayOptions, properties);

/** One item is one invoice with its seller; given as JSON, it holds its `SellerInfo`. */
export async function prepare(run: ExecuteRun, item: number): Promise<BulkEntry> {
	const isJson = run.parameter('inputMode', item) === 'json';
	const beside = isJson
		? undefined
		: { SellerInfo: withPlainAccounts(readFields(run, item, SELLER)) };
	const check = ({ SellerInfo }: IDataObject) => bankAccountFindings({ SellerInfo });
	return await readEntry(run, item, invoicesWithSeller, { beside, check });
}

/** Sends what was prepared, many invoices to a request. */
export async function send(
	run: ExecuteRun,
	entries: BulkEntry[],
	stopAtFailure: boolean,
): Promise<Outcome[]> {
	return await sendInvoices(run, invoicesWithSeller, entries, stopAtFailure);
}
