// generated from contract/cash-in.openapi.yaml by `npm run contract`; do not edit

export type Role =
	| 'id'
	| 'label'
	| 'status'
	| 'total'
	| 'amount'
	| 'currency'
	| 'date'
	| 'order'
	| 'rows'
	| 'record'
	| 'rowCount'
	| 'page'
	| 'pageSize'
	| 'sortBy'
	| 'sortOrder'
	| 'unreadOnly'
	| 'items'
	| 'taken'
	| 'failed'
	| 'failures'
	| 'failureKey'
	| 'failureText'
	| 'message'
	| 'details'
	| 'secret'
	| 'harmless';

/** The members that play a role, by schema, in the contract's order. */
export const roles = {
	SalesInvoice: {
		id: ['InvoiceNumber'],
		date: ['InvoiceDate'],
		order: ['OrderIdentifier'],
		currency: ['Currency'],
		total: ['TotalAmount'],
		label: ['SalesName'],
	},
	SalesInvoiceResponse: {
		message: ['StatusDescription'],
		taken: ['UploadedInvoicesCount'],
		failed: ['FailedInvoicesCount'],
		failures: ['FailedInvoices'],
	},
	FailedItem: { failureKey: ['InvoiceNumber'], failureText: ['StatusDescription', 'ErrorMessage'] },
	ErrorMessage: { message: ['Message', 'StatusDescription'], details: ['Errors'] },
	AllocatedPaymentTransaction: { id: ['AllocationId'], currency: ['Currency'] },
	PageMeta: { page: ['Page'], pageSize: ['PageSize'], rowCount: ['TotalCount'] },
	AllocatedPaymentTransactionsResponse: { rows: ['Data'] },
	ValidationResponse: { harmless: ['IsValid'], message: ['Message'] },
	RenewResponse: { message: ['Message'], secret: ['AccessToken'] },
	ReceivablesList: { items: ['Receivables'] },
	Receivable: { id: ['InvoiceNumber'] },
	CollectionResponse: {
		message: ['StatusDescription'],
		taken: ['UploadedReceivablesCount'],
		failed: ['FailedReceivablesCount'],
		failures: ['FailedReceivables'],
	},
	ReceivableStatus: {
		label: ['InvoiceNumber'],
		id: ['CaseId'],
		status: ['Status'],
		currency: ['Currency'],
		amount: ['OpenAmount'],
	},
	BatchStatus: { message: ['StatusDescription'] },
	CaseList: { rows: ['Cases'] },
	SettlementList: { rows: ['Settlements'] },
	Settlement: {
		id: ['SettlementNumber'],
		date: ['SettlementDate'],
		amount: ['SettlementAmount'],
		currency: ['Currency'],
	},
	DirectSettlementList: { rows: ['DirectSettlements'] },
	DirectSettlements: {
		id: ['SettlementNumber'],
		date: ['SettlementDate'],
		amount: ['SettlementAmount'],
		currency: ['Currency'],
	},
	BatchInvoicesList: { items: ['Invoices'] },
	BatchInvoices: {
		id: ['InvoiceNumber'],
		date: ['InvoiceDate'],
		order: ['OrderIdentifier'],
		currency: ['Currency'],
		total: ['TotalAmount'],
		label: ['SalesName'],
	},
	SalesInvoiceBatchResponse: {
		message: ['StatusDescription'],
		taken: ['UploadedInvoicesCount'],
		failed: ['FailedInvoicesCount'],
		failures: ['FailedInvoices'],
	},
	SalesInvoiceWithSellerInfoDTO: {
		id: ['InvoiceNumber'],
		date: ['InvoiceDate'],
		order: ['OrderIdentifier'],
		currency: ['Currency'],
		total: ['TotalAmount'],
		label: ['SalesName'],
	},
	PagedSalesInvoicesResponse: { rows: ['Data'] },
	OnlineSalesInvoices: {
		id: ['InvoiceNumber'],
		status: ['Status'],
		date: ['InvoiceDate'],
		label: ['SalesName'],
		currency: ['Currency'],
		total: ['TotalAmount'],
	},
	InvoicesDeliveryInformation: {
		id: ['InvoiceNumber'],
		date: ['InvoiceDate'],
		status: ['DeliveryStatus'],
		failureText: ['ErrorDescription'],
	},
	OnlineInvoicePaymentControl: { message: ['StatusDescription'] },
	SalesInvoiceUpdateResponse: {
		message: ['StatusDescription'],
		taken: ['UpdatedInvoicesCount'],
		failed: ['FailedInvoicesCount'],
		failures: ['FailedInvoices'],
	},
	SalesInvoicePayment: { id: ['InvoiceNumber'] },
	InvoicePaymentsResponse: {
		message: ['StatusDescription'],
		taken: ['UploadedPaymentsCount'],
		failed: ['FailedPaymentsCount'],
		failures: ['FailedPayments'],
	},
	ReceivedPaymentsResponse: { rows: ['ReceivedPayments'] },
	FinvoiceAccountUpdateResponse: { message: ['StatusDescription'] },
	OnlineProduct: { id: ['ProdCode'], label: ['Name'], amount: ['Price'], currency: ['Currency'] },
	SalesItemResponse: {
		message: ['StatusDescription'],
		taken: ['UploadedItemsCount'],
		failed: ['FailedItemsCount'],
		failures: ['FailedItems'],
	},
	OnlineCustomer: { id: ['CustomerCode'], label: ['Name', 'City'] },
	OnlineCustomerResponse: {
		message: ['StatusDescription'],
		taken: ['UploadedCustomersCount'],
		failed: ['FailedCustomersCount'],
		failures: ['FailedCustomers'],
	},
	OnlineCustomerUpdateResponse: { message: ['StatusDescription'] },
	IntermediationInvoiceDirectPayments: { id: ['InvoiceNumber'] },
	IntermediationInvoiceDirectPaymentResponse: {
		message: ['StatusDescription'],
		taken: ['UploadedPaymentsCount'],
		failed: ['FailedPaymentsCount'],
		failures: ['FailedPayments'],
	},
	ExternalInvoiceActions: { items: ['Actions'] },
	ExternalInvoiceActionData: { id: ['InvoiceNumber'] },
	InvoiceActionResponse: {
		message: ['StatusDescription'],
		taken: ['UploadedActionsCount'],
		failed: ['FailedActionsCount'],
		failures: ['FailedActions'],
	},
	ExternalAgreementStatusResponse: { message: ['StatusDescription'] },
	CreditorResponse: {
		harmless: ['CreditorIdentifier', 'CustomerCode', 'PaymentReferencePrefix'],
		secret: ['AccessToken'],
	},
	CreditorUpdateResponse: { message: ['StatusDescription'] },
	ExternalAgreementIdentifiers: { rows: ['CreditorIdentifiers'] },
	SellerDeliveryInformation: {
		id: ['InvoiceNumber'],
		date: ['InvoiceDate'],
		status: ['DeliveryStatus'],
		failureText: ['ErrorDescription'],
	},
	SmsData: { items: ['Messages'] },
	Messages: { id: ['PhoneNumber'] },
	SmsResponse: {
		message: ['StatusDescription'],
		taken: ['SentMessagesCount'],
		failed: ['FailedMessagesCount'],
		failures: ['FailedMessages'],
	},
	MeterDocumentList: { items: ['Documents'] },
	MeterDocument: { id: ['DocumentNumber'] },
	DocumentResponse: {
		message: ['StatusDescription'],
		taken: ['UploadedDocumentsCount'],
		failed: ['FailedDocumentsCount'],
		failures: ['FailedDocuments'],
	},
} as const satisfies Record<string, Partial<Record<Role, readonly string[]>>>;
