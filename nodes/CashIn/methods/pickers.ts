import type { EndpointId } from '../api/endpoints.generated';

/** A list of Cash-In out of which the editor lets one entry be chosen. */
export interface Picker {
	/** Name of its method among the node's list searches. */
	search: SearchMethod;
	/** What is chosen, for the editor's texts: `customer`. */
	what: string;
	list: EndpointId;
	/** What the list is asked beside its page. */
	query?: Readonly<Record<string, string | boolean>>;
	/** An order that helps, asked for as long as Cash-In does not refuse it: which ones it knows is not documented. */
	order?: Readonly<Record<string, string>>;
	/** Query parameter that finds an entry by its whole number. */
	exact?: string;
	/** The member of a row that is chosen; the lists hold it as text or as a number. */
	id: string;
	/**
	 * Members beside the id by which a person knows an entry; a pair is an amount and its currency. They are what
	 * is searched, too. No identifier of a debtor or buyer: it may be a personal identity code.
	 */
	label: ReadonlyArray<string | readonly [amount: string, currency: string]>;
	/** What reading the list does at Cash-In, said where it is chosen. Such a list is not read unless it is asked for. */
	effect?: string;
}

export type PickerName = keyof typeof pickers;
export type SearchMethod =
	`search${'Cases' | 'Customers' | 'DirectSettlements' | 'Invoices' | 'Products' | 'Settlements'}`;

const MAY_MARK_AS_READ = 'may mark them as read at Cash-In';

export const pickers = {
	case: {
		search: 'searchCases',
		what: 'case',
		// Cash-In has no list of cases; this one names the case of every receivable in collection.
		list: 'getCollectionReceivablesStatus',
		id: 'CaseId',
		label: ['InvoiceNumber', 'Status', ['OpenAmount', 'Currency']],
	},
	customer: {
		search: 'searchCustomers',
		what: 'customer',
		list: 'listCustomers',
		id: 'CustomerCode',
		label: ['Name', 'City'],
	},
	directSettlement: {
		search: 'searchDirectSettlements',
		what: 'direct settlement',
		list: 'listDirectSettlements',
		query: { unfetchedOnly: false },
		id: 'SettlementNumber',
		label: ['SettlementDate', ['SettlementAmount', 'Currency']],
		effect: MAY_MARK_AS_READ,
	},
	invoice: {
		search: 'searchInvoices',
		what: 'invoice',
		list: 'listSalesInvoices',
		order: { sortBy: 'InvoiceDate', sortOrder: 'desc' },
		exact: 'invoiceNumber',
		id: 'InvoiceNumber',
		label: ['SalesName', 'InvoiceDate', ['TotalAmount', 'Currency']],
	},
	product: {
		search: 'searchProducts',
		what: 'product',
		list: 'listProducts',
		id: 'ProdCode',
		label: ['Name', ['Price', 'Currency']],
	},
	settlement: {
		search: 'searchSettlements',
		what: 'settlement',
		list: 'listSettlements',
		query: { unfetchedOnly: false },
		id: 'SettlementNumber',
		label: ['SettlementDate', ['SettlementAmount', 'Currency']],
		effect: MAY_MARK_AS_READ,
	},
} as const satisfies Record<string, Picker>;

/**
 * Which parameter is chosen out of which list. A creditor's own codes and the invoices of other systems are in
 * none of them, and are typed in.
 */
const places: Readonly<Partial<Record<EndpointId, Readonly<Record<string, PickerName>>>>> = {
	deleteCustomer: { customerCode: 'customer' },
	deleteProduct: { prodCode: 'product' },
	getCollectionCase: { caseId: 'case', invoiceNumber: 'invoice' },
	getCollectionReceivablesStatus: { caseId: 'case', invoiceNumber: 'invoice' },
	getDebtorSummary: { customerCode: 'customer' },
	getDirectSettlement: { settlementNumber: 'directSettlement' },
	getInvoiceDeliveryInformation: { invoiceNumber: 'invoice' },
	getInvoiceStatus: { invoiceNumber: 'invoice' },
	getSettlement: { settlementNumber: 'settlement' },
	listAllocatedPaymentTransactions: { caseId: 'case', invoiceNumber: 'invoice' },
	listElectronicInvoicingContracts: { customerCode: 'customer' },
	listReceivedPayments: { invoiceNumber: 'invoice' },
	listSalesInvoices: { invoiceNumber: 'invoice' },
	updateCustomer: { customerCode: 'customer' },
	updateInvoice: { invoiceNumber: 'invoice' },
};

/** The list a parameter of an endpoint is chosen out of, if there is one. */
export function pickerOf(endpoint: EndpointId, parameter: string): Picker | undefined {
	const name = places[endpoint]?.[parameter];
	return name === undefined ? undefined : pickers[name];
}

/** All places, for those who want to walk through them. */
export function pickerPlaces(): Array<{ endpoint: string; parameter: string; picker: PickerName }> {
	return Object.entries(places).flatMap(([endpoint, parameters]) =>
		Object.entries(parameters).map(([parameter, picker]) => ({ endpoint, parameter, picker })),
	);
}
