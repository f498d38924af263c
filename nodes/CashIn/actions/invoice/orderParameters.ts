import type { IDataObject } from 'n8n-workflow';

import type { ExecuteRun } from '../../api/run';
import type { NumberRule } from '../../orders/invoiceNumber';
import type { LumpRules } from '../../orders/lumps';
import type { InvoiceChoices, MetadataKeys } from '../../orders/orderInvoice';
import type { ShopRules } from '../../orders/shop';
import type { ShopObject } from '../../orders/shopJson';
import { SHOPS } from '../../orders/shops/shops';
import type { SkipRules } from '../../orders/skipRules';
import { warnOfRenames } from '../shared/formerNames';
import { readOptions } from '../shared/options';
import { readChoice, toChoice, toMember, toObject, toText } from '../shared/values';
import { optionalDate, readPaymentAndMembers } from './read';

/** One item's parameters; nothing of the order has been looked at. */
export interface OrderParameters {
	/** Id of a shop, or `auto`. */
	source: string;
	given: ShopObject;
	invoiceFor: 'order' | 'refund';
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

/** @throws InputError naming the parameter that cannot be read */
export function readOrderParameters(run: ExecuteRun, item: number): OrderParameters {
	const get = (name: string) => run.parameter(name, item, '');
	const text = (name: string, label: string) => toText(get(name) ?? '', label).trim();
	const choose = <T extends string>(name: string, label: string, choices: readonly T[]) =>
		readChoice(run, item, name, label, choices);
	const flag = (value: unknown, label: string) =>
		toMember(value, { type: 'boolean' }, label) === true;
	const from = choose('numberFrom', "'Invoice Number From'", [
		'orderNumber',
		'prefix',
		'sequence',
		'given',
	]);
	const options = readOptions(run, item);
	const previewOnly = flag(get('previewOnly'), "'Preview Only'");
	const skipStatuses = words(options.skipStatuses ?? '', "'Skip Statuses'");
	return {
		source: choose('source', "'Source'", ['auto', ...SHOPS.map(({ id }) => id)]),
		given: toObject(get('order'), "'Order'"),
		invoiceFor: choose('invoiceFor', "'Invoice For'", ['order', 'refund']),
		refundId: text('refundId', "'Refund ID'"),
		number: {
			from,
			prefix: from === 'prefix' ? text('numberPrefix', "'Prefix'") : '',
			given: from === 'given' ? text('invoiceNumber', "'Invoice Number'") : '',
		},
		creditedNumber: text('creditedInvoiceNumber', "'Credited Invoice Number'"),
		shop: {
			invoiceMethods: words(options.invoiceMethods ?? 'invoice', "'Payment by Invoice'"),
			currency: toChoice(options.orderCurrency ?? 'shop', "'Order Currency'", [
				'buyer',
				'shop',
				'stop',
			]),
		},
		skip: {
			paid: choose('paidOrders', "'Orders Already Paid'", ['invoice', 'skip', 'stop']),
			skipStatuses: skipStatuses.length === 0 ? undefined : skipStatuses,
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
		nameFromEmail: flag(options.nameFromEmail ?? false, "'Name From Email'"),
		choices: {
			invoiceDate: optionalDate(get('invoiceDate'), "'Invoice Date'"),
			paymentTerms: get('paymentTerms') as string | number,
			keys: readKeys(run.parameter('shopFields', item, {}) as IDataObject),
			...readPaymentAndMembers(run, item, warnOfRenames(run)),
		},
		previewOnly,
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

/** `Invoice, cod` as `['invoice', 'cod']`. */
function words(value: unknown, label: string): string[] {
	return toText(value, label)
		.split(',')
		.map((word) => word.trim().toLowerCase())
		.filter((word) => word !== '');
}
