import type { IDataObject } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import { isEmpty } from '../../invoicing/values';
import type { NumberRule } from '../../orders/invoiceNumber';
import type { LumpRules } from '../../orders/lumps';
import type { InvoiceChoices, MetadataKeys } from '../../orders/orderInvoice';
import type { ShopRules } from '../../orders/shop';
import type { ShopObject } from '../../orders/shopJson';
import { SHOPS } from '../../orders/shops/shops';
import type { SkipRules } from '../../orders/skipRules';
import { readChoice, toChoice, toDate, toMember, toObject, toText } from '../shared/values';
import { readOptions } from '../shared/options';
import { readCollection } from './invoiceInput';

/** One item's parameters, read; nothing of the order has been looked at. */
export interface OrderParameters {
	/** Id of a shop, or `auto`. */
	source: string;
	given: ShopObject;
	invoiceFor: (typeof INVOICE_FOR)[number];
	refundId: string;
	number: NumberRule & { given: string };
	/** Number of the invoice a refund credits; `''` for the one the rule makes of the order. */
	creditedNumber: string;
	shop: ShopRules;
	skip: SkipRules;
	lumps: LumpRules;
	nameFromEmail: boolean;
	/** What goes into the invoice as it is. */
	choices: Omit<InvoiceChoices, 'invoiceNumber' | 'credits'>;
	previewOnly: boolean;
}

const SOURCES = ['auto', ...SHOPS.map(({ id }) => id)];
const INVOICE_FOR = ['order', 'refund'] as const;
const NUMBER_FROM = ['orderNumber', 'prefix', 'sequence', 'given'] as const;
const PAID = ['invoice', 'skip', 'stop'] as const;
const REFERENCE_MODES = ['national', 'rf', 'given', 'none'] as const;

/** @throws InputError naming the parameter that cannot be read */
export function readOrderParameters(run: ExecuteRun, item: number): OrderParameters {
	const get = (name: string) => run.parameter(name, item, '');
	const say = (name: string, label: string) => toText(get(name) ?? '', label).trim();
	const from = readChoice(run, item, 'numberFrom', "'Invoice Number From'", NUMBER_FROM);
	const options = readOptions(run, item);
	const previewOnly = toMember(get('previewOnly'), { type: 'boolean' }, "'Preview Only'");
	return {
		source: readChoice(run, item, 'source', "'Source'", SOURCES),
		given: toObject(get('order'), "'Order'"),
		invoiceFor: readChoice(run, item, 'invoiceFor', "'Invoice For'", INVOICE_FOR),
		refundId: say('refundId', "'Refund ID'"),
		number: {
			from,
			prefix: from === 'prefix' ? say('numberPrefix', "'Prefix'") : '',
			given: from === 'given' ? say('invoiceNumber', "'Invoice Number'") : '',
		},
		creditedNumber: say('creditedInvoiceNumber', "'Credited Invoice Number'"),
		shop: {
			invoiceMethods: words(options.invoiceMethods ?? 'invoice', "'Payment by Invoice'"),
			currency: toChoice(options.orderCurrency ?? 'shop', "'Order Currency'", [
				'buyer',
				'shop',
				'stop',
			]),
		},
		skip: {
			paid: readChoice(run, item, 'paidOrders', "'Orders Already Paid'", PAID),
			skipStatuses: statuses(options.skipStatuses),
			onlyMethods: words(options.onlyMethods ?? '', "'Only These Payment Methods'"),
		},
		lumps: {
			refundsWithoutLines: toChoice(
				options.refundsWithoutLines ?? 'stop',
				"'Refunds Without Lines'",
				['spread', 'stop'],
			),
			takenOff: toChoice(options.takenOff ?? 'stop', "'Gift Cards and Part Payments'", [
				'paymentRow',
				'spread',
				'stop',
			]),
		},
		nameFromEmail:
			toMember(options.nameFromEmail ?? false, { type: 'boolean' }, "'Name From Email'") === true,
		choices: readInvoiceChoices(run, item),
		previewOnly: previewOnly === true,
	};
}

function readInvoiceChoices(run: ExecuteRun, item: number): OrderParameters['choices'] {
	const get = (name: string, fallback: unknown = '') => run.parameter(name, item, fallback);
	const { creditorIban, ...additional } = get('additionalFields', {}) as IDataObject;
	const invoiceDate = get('invoiceDate');
	const deliveryType = get('deliveryType');
	return {
		invoiceDate: isEmpty(invoiceDate) ? undefined : toDate(invoiceDate, "'Invoice Date'"),
		paymentTerms: get('paymentTerms') as string | number,
		reference: {
			mode: readChoice(run, item, 'referenceMode', "'Reference Number'", REFERENCE_MODES),
			value: toText(get('reference') ?? '', "'Reference'"),
		},
		creditorIban: toText(creditorIban ?? '', "'Creditor IBAN'"),
		keys: readKeys(get('shopFields', {}) as IDataObject),
		members: {
			...(isEmpty(deliveryType) ? {} : { DeliveryType: deliveryType }),
			...readCollection(additional),
		},
	};
}

function readKeys(fields: IDataObject): MetadataKeys {
	const key = (name: string) => toText(fields[name] ?? '', "'Shop Fields'").trim();
	return {
		businessId: key('businessIdKey'),
		eInvoiceAddress: key('eInvoiceAddressKey'),
		eInvoiceOperator: key('eInvoiceOperatorKey'),
		purchaseOrder: key('purchaseOrderKey'),
	};
}

function statuses(value: unknown): string[] | undefined {
	const list = words(value ?? '', "'Skip Statuses'");
	return list.length === 0 ? undefined : list;
}

function words(value: unknown, label: string): string[] {
	return toText(value, label)
		.split(',')
		.map((word) => word.trim().toLowerCase())
		.filter((word) => word !== '');
}
