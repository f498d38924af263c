import type { IDataObject } from 'n8n-workflow';

import type { EndpointId } from '../../api/endpoints.generated';

/** What a simplified row is made of: its members by name, each with where it stands in the row of Cash-In. */
type SimplifiedRow = Readonly<Record<string, string>>;

/**
 * The ten members that say most, the most useful first, of rows that have more than ten. The first one is what a row
 * is known by. Amounts come with their currency; no business id or personal identity code is among them.
 */
export const simplified: Readonly<Partial<Record<EndpointId, SimplifiedRow>>> = {
	getCollectionCase: {
		CaseId: 'Summary.CaseId',
		Status: 'Summary.Status',
		Stage: 'Summary.Stage',
		CreatedAt: 'Summary.CreatedAt',
		ClosedAt: 'Summary.ClosedAt',
		TotalAmount: 'Balance.TotalAmount',
		Currency: 'Summary.Currency',
		CustomerCode: 'Debtor.CustomerCode',
		DebtorName: 'Debtor.Name',
		Invoices: 'Invoices',
	},
	getCollectionReceivablesStatus: asTheyAre(
		'InvoiceNumber',
		'CaseId',
		'Status',
		'StatusDescription',
		'OpenAmount',
		'CapitalAmount',
		'TotalAmount',
		'Currency',
		'DueDate',
		'Reference',
	),
	getDebtorSummary: {
		CustomerCode: 'Debtor.CustomerCode',
		Name: 'Debtor.Name',
		OpenAmount: 'OpenAmount',
		CapitalAmount: 'CapitalAmount',
		InterestAmount: 'InterestAmount',
		CostsAmount: 'CostsAmount',
		Cases: 'Cases',
		Invoices: 'Invoices',
		Email: 'Debtor.Email',
		Phone: 'Debtor.Phone',
	},
	getExternalInvoiceDeliveryInformation: asTheyAre(
		'InvoiceNumber',
		'InvoiceDate',
		'DeliveryType',
		'DeliveryStatus',
		'StatusDescription',
		'ErrorDescription',
		'DeliveryDate',
		'CaseId',
		'ExternalAgreementIdentifier',
		'SellerName',
	),
	getExternalInvoicePaymentInformation: asTheyAre(
		'InvoiceNumber',
		'Status',
		'InvoiceDate',
		'DueDate',
		'TotalAmount',
		'PaidAmount',
		'OpenAmount',
		'Currency',
		'Reference',
		'ExternalInvoiceRows',
	),
	getSettlement: settlement(),
	// The type tells a payment from a rebate and a write-off; interest and costs are what the capital leaves of the sum.
	listAllocatedPaymentTransactions: {
		AllocationId: 'AllocationId',
		InvoiceNumber: 'InvoiceNumber',
		PaymentAmount: 'Amounts.PaymentAmount',
		CapitalAmount: 'Amounts.CapitalAmount',
		Currency: 'Currency',
		PaymentDate: 'Dates.PaymentDate',
		AccountingDate: 'Dates.AccountingDate',
		PaymentTypeCode: 'PaymentType.Code',
		PaymentType: 'PaymentType.Description',
		CaseId: 'CaseId',
	},
	listCustomers: asTheyAre(
		'CustomerCode',
		'Name',
		'StreetAddress',
		'PostalCode',
		'City',
		'Country',
		'Email',
		'Phone',
		'DeliveryType',
		'FinvoiceAccount',
	),
	listDeliveryInformationBySeller: asTheyAre(
		'InvoiceNumber',
		'InvoiceDate',
		'DeliveryType',
		'DeliveryStatus',
		'StatusDescription',
		'ErrorDescription',
		'DeliveryDate',
		'CaseId',
		'PaymentControlStatus',
		'SellerName',
	),
	listSalesInvoices: asTheyAre(
		'InvoiceNumber',
		'SalesName',
		'Status',
		'InvoiceDate',
		'DueDate',
		'TotalAmount',
		'OpenAmount',
		'Currency',
		'Reference',
		'SalesCustomerCode',
	),
	listSettlements: settlement(),
};

/**
 * A row with its most useful members, flat; what the row lacks is left out. A row without what rows of its kind are
 * known by is of a shape we do not know, and stays as it came.
 */
export function simplifiedRow(members: SimplifiedRow, row: IDataObject): IDataObject {
	const simple: IDataObject = {};
	let isKey = true;
	for (const [name, path] of pathsOf(members)) {
		const value = valueAt(row, path);
		if (isKey && (value === undefined || value === null)) return row;
		isKey = false;
		if (value !== undefined) simple[name] = value;
	}
	return simple;
}

type Path = readonly [name: string, path: readonly string[]];

/** Taken apart once, not for each of a hundred thousand rows. */
const known = new WeakMap<SimplifiedRow, readonly Path[]>();

function pathsOf(members: SimplifiedRow): readonly Path[] {
	const paths =
		known.get(members) ??
		Object.entries(members).map(([name, path]): Path => [name, path.split('.')]);
	known.set(members, paths);
	return paths;
}

function valueAt(row: IDataObject, path: readonly string[]): IDataObject[string] {
	let value: IDataObject[string] = row;
	for (const name of path) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = (value as IDataObject)[name];
	}
	return value;
}

function asTheyAre(...names: string[]): SimplifiedRow {
	return Object.fromEntries(names.map((name) => [name, name]));
}

function settlement(): SimplifiedRow {
	return {
		...asTheyAre(
			'SettlementNumber',
			'SettlementDate',
			'SettlementAmount',
			'Currency',
			'SettlementRows',
			'RemittanceReference',
		),
		BeneficiaryName: 'Beneficiary.Name',
		BeneficiaryIban: 'Beneficiary.Iban',
		...asTheyAre('ApiFetchDate', 'Agency'),
	};
}
