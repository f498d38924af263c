// generated from contract/cash-in.openapi.yaml by `npm run contract`; do not edit
// The API's own name of each field, schema by schema: the one place of code where they are written.

export const SALES_INVOICE = {
	invoiceNumber: 'InvoiceNumber',
	status: 'Status',
	invoiceDate: 'InvoiceDate',
	dueDate: 'DueDate',
	salesReference: 'SalesReference',
	buyersReference: 'BuyersReference',
	orderIdentifier: 'OrderIdentifier',
	orderDate: 'OrderDate',
	agreementIdentifier: 'AgreementIdentifier',
	paymentTermsCode: 'PaymentTermsCode',
	invoiceLanguage: 'InvoiceLanguage',
	currency: 'Currency',
	netAmount: 'NetAmount',
	discAmount: 'DiscAmount',
	roundAmount: 'RoundAmount',
	taxAmount: 'TaxAmount',
	totalAmount: 'TotalAmount',
	reference: 'Reference',
	description: 'Description',
	buyerName: 'SalesName',
	salesName2: 'SalesName2',
	buyerStreetAddress: 'SalesStreetAddress',
	salesStreetAddress2: 'SalesStreetAddress2',
	buyerPostalCode: 'SalesPostalCode',
	buyerCity: 'SalesCity',
	buyerCountry: 'SalesCountry',
	salesType: 'SalesType',
	salesCustomerCode: 'SalesCustomerCode',
	salesIdentifier: 'SalesIdentifier',
	buyerEmail: 'SalesEmail',
	salesPhone: 'SalesPhone',
	invoiceType: 'InvoiceType',
	interestType: 'InterestType',
	interestNumber: 'InterestNumber',
	virtualBankBarcode: 'VirtualBankBarcode',
	deliveryType: 'DeliveryType',
	paymentType: 'PaymentType',
	issueDate: 'IssueDate',
	finvoiceVersion: 'FinvoiceVersion',
	finvoiceSpecification: 'FinvoiceSpecification',
	finvoiceAccount: 'FinvoiceAccount',
	finvoiceOVT: 'FinvoiceOVT',
	autoAdvancement: 'AutoAdvancement',
	invoiceCopyUrl: 'InvoiceCopyUrl',
	billingName1: 'BillingName1',
	billingName2: 'BillingName2',
	billingStreetAddr1: 'BillingStreetAddr1',
	billingStreetAddr2: 'BillingStreetAddr2',
	billingStreetAddr3: 'BillingStreetAddr3',
	billingPostalCode: 'BillingPostalCode',
	billingCity: 'BillingCity',
	billingCountry: 'BillingCountry',
	billingEmailAddress: 'BillingEmailAddress',
	deliveryName: 'DeliveryName',
	deliveryName2: 'DeliveryName2',
	deliveryStreetAddr1: 'DeliveryStreetAddr1',
	deliveryStreetAddr2: 'DeliveryStreetAddr2',
	deliveryStreetAddr3: 'DeliveryStreetAddr3',
	deliveryPostalCode: 'DeliveryPostalCode',
	deliveryCity: 'DeliveryCity',
	deliveryCountry: 'DeliveryCountry',
	creditedInvoiceInformation: 'CreditedInvoiceInformation',
	extendedField1: 'ExtendedField1',
	extendedField2: 'ExtendedField2',
	extendedField3: 'ExtendedField3',
	extendedField4: 'ExtendedField4',
	extendedField5: 'ExtendedField5',
	extendedField6: 'ExtendedField6',
	extendedField7: 'ExtendedField7',
	extendedField8: 'ExtendedField8',
	extendedField9: 'ExtendedField9',
	extendedField10: 'ExtendedField10',
	rows: 'InvoiceRows',
} as const;

export const SALES_INVOICE_ROW = {
	productCode: 'ProdCode',
	description: 'Description',
	vatPercent: 'VatPercent',
	shipDate: 'ShipDate',
	quantity: 'Qty',
	unitPrice: 'Price',
	discountAmount: 'Discount',
	netAmount: 'Nto',
	vatAmount: 'Tax',
	rounding: 'Round',
	totalAmount: 'Total',
	text: 'Text',
	type: 'Type',
	discountPercent: 'DiscountPercent',
	unit: 'Unit',
	vatType: 'VatType',
	currency: 'Currency',
	startDate: 'StartDate',
	endDate: 'EndDate',
	buyerArticleId: 'BuyerArticleId',
	eanCode: 'EanCode',
	serialNumber: 'SerialNumber',
	deliveryIdentifier: 'DeliveryIdentifier',
	deliveryDate: 'DeliveryDate',
	manufacturerOrderId: 'ManufacturerOrderId',
	meterNumber: 'MeterNbr',
	meterStartValue: 'MeterStartValue',
	meterEndValue: 'MeterEndValue',
	meterTimePeriod: 'MeterTimePeriod',
} as const;

export const SALES_INVOICE_RESPONSE = {
	statusDescription: 'StatusDescription',
	uploadedInvoicesCount: 'UploadedInvoicesCount',
	failedInvoicesCount: 'FailedInvoicesCount',
	failedInvoices: 'FailedInvoices',
} as const;

export const FAILED_ITEM = {
	invoiceNumber: 'InvoiceNumber',
	statusDescription: 'StatusDescription',
	errorMessage: 'ErrorMessage',
} as const;

export const ERROR_MESSAGE = {
	message: 'Message',
	statusDescription: 'StatusDescription',
	code: 'Code',
	errors: 'Errors',
} as const;

export const ALLOCATED_PAYMENT_TRANSACTION = {
	allocationId: 'AllocationId',
	caseId: 'CaseId',
	agency: 'Agency',
	invoiceNumber: 'InvoiceNumber',
	paymentType: 'PaymentType',
	dates: 'Dates',
	amounts: 'Amounts',
	currency: 'Currency',
} as const;

export const PAYMENT_TYPE_CODE = { code: 'Code', description: 'Description' } as const;

export const ALLOCATED_PAYMENT_DATES = {
	paymentDate: 'PaymentDate',
	bookingDate: 'BookingDate',
	accountingDate: 'AccountingDate',
	settlementDate: 'SettlementDate',
} as const;

export const ALLOCATED_PAYMENT_AMOUNTS = {
	paymentAmount: 'PaymentAmount',
	capitalAmount: 'CapitalAmount',
	interestAmount: 'InterestAmount',
	creditorCostsAmount: 'CreditorCostsAmount',
} as const;

export const PAGE_META = {
	requestId: 'RequestId',
	timestamp: 'Timestamp',
	count: 'Count',
	page: 'Page',
	pageSize: 'PageSize',
	totalCount: 'TotalCount',
} as const;

export const ALLOCATED_PAYMENT_TRANSACTIONS_RESPONSE = { data: 'Data', meta: 'Meta' } as const;

export const VALIDATION_RESPONSE = { isValid: 'IsValid', message: 'Message' } as const;

export const RENEW_RESPONSE = { message: 'Message', accessToken: 'AccessToken' } as const;

export const RECEIVABLES_LIST = { receivables: 'Receivables' } as const;

export const RECEIVABLE = {
	invoiceNumber: 'InvoiceNumber',
	caseId: 'CaseId',
	invoiceDate: 'InvoiceDate',
	dueDate: 'DueDate',
	reference: 'Reference',
	description: 'Description',
	currency: 'Currency',
	totalAmount: 'TotalAmount',
	capitalAmount: 'CapitalAmount',
	interestAmount: 'InterestAmount',
	creditorCostsAmount: 'CreditorCostsAmount',
	interestType: 'InterestType',
	interestNumber: 'InterestNumber',
	reminderDate: 'ReminderDate',
	agreementIdentifier: 'AgreementIdentifier',
	salesReference: 'SalesReference',
	invoiceCopyUrl: 'InvoiceCopyUrl',
	debtor: 'Debtor',
	invoices: 'Invoices',
	payments: 'Payments',
	outstandingCapitalAmount: 'OutstandingCapitalAmount',
	outstandingInterestAmount: 'OutstandingInterestAmount',
	outstandingCostsAmount: 'OutstandingCostsAmount',
	customParameters: 'CustomParameters',
} as const;

export const DEBTOR = {
	customerCode: 'CustomerCode',
	name: 'Name',
	name2: 'Name2',
	type: 'Type',
	identifier: 'Identifier',
	streetAddress: 'StreetAddress',
	streetAddress2: 'StreetAddress2',
	postalCode: 'PostalCode',
	city: 'City',
	country: 'Country',
	email: 'Email',
	phone: 'Phone',
	language: 'Language',
	contactPerson: 'ContactPerson',
} as const;

export const CONTACT_PERSON = {
	name: 'Name',
	email: 'Email',
	phone: 'Phone',
	role: 'Role',
} as const;

export const CUSTOM_PARAMETERS = { name: 'Name', value: 'Value' } as const;

export const INVOICE = {
	invoiceNumber: 'InvoiceNumber',
	invoiceDate: 'InvoiceDate',
	dueDate: 'DueDate',
	reference: 'Reference',
	totalAmount: 'TotalAmount',
	currency: 'Currency',
	openAmount: 'OpenAmount',
	caseId: 'CaseId',
} as const;

export const PAYMENT = {
	paymentDate: 'PaymentDate',
	amount: 'Amount',
	currency: 'Currency',
	reference: 'Reference',
	paymentMethod: 'PaymentMethod',
	bookingDate: 'BookingDate',
	comment: 'Comment',
} as const;

export const COLLECTION_RESPONSE = {
	statusDescription: 'StatusDescription',
	batchId: 'BatchId',
	uploadedReceivablesCount: 'UploadedReceivablesCount',
	failedReceivablesCount: 'FailedReceivablesCount',
	failedReceivables: 'FailedReceivables',
} as const;

export const RECEIVABLE_STATUS = {
	invoiceNumber: 'InvoiceNumber',
	caseId: 'CaseId',
	status: 'Status',
	statusDescription: 'StatusDescription',
	invoiceDate: 'InvoiceDate',
	dueDate: 'DueDate',
	reference: 'Reference',
	currency: 'Currency',
	totalAmount: 'TotalAmount',
	capitalAmount: 'CapitalAmount',
	interestAmount: 'InterestAmount',
	creditorCostsAmount: 'CreditorCostsAmount',
	openAmount: 'OpenAmount',
} as const;

export const BATCH_STATUS = {
	batchId: 'BatchId',
	status: 'Status',
	statusDescription: 'StatusDescription',
	createdDate: 'CreatedDate',
	uploadedCount: 'UploadedCount',
	failedCount: 'FailedCount',
	data: 'Data',
} as const;

export const BATCH_DATA_RESPONSE = {
	invoiceNumber: 'InvoiceNumber',
	caseId: 'CaseId',
	status: 'Status',
	statusDescription: 'StatusDescription',
	errorMessage: 'ErrorMessage',
} as const;

export const CASE_LIST = { cases: 'Cases' } as const;

export const CASE = {
	summary: 'Summary',
	balance: 'Balance',
	debtor: 'Debtor',
	invoices: 'Invoices',
	payments: 'Payments',
	events: 'Events',
} as const;

export const CASE_SUMMARY = {
	caseId: 'CaseId',
	status: 'Status',
	stage: 'Stage',
	createdAt: 'CreatedAt',
	closedAt: 'ClosedAt',
	activeDays: 'ActiveDays',
	creditor: 'Creditor',
	currency: 'Currency',
	agency: 'Agency',
} as const;

export const CASE_BALANCE = {
	capitalAmount: 'CapitalAmount',
	interestAmount: 'InterestAmount',
	costsAmount: 'CostsAmount',
	totalAmount: 'TotalAmount',
} as const;

export const CASE_EVENT = { date: 'Date', type: 'Type', description: 'Description' } as const;

export const CASE_INVOICE_EXTENDED = {
	invoiceNumber: 'InvoiceNumber',
	invoiceDate: 'InvoiceDate',
	dueDate: 'DueDate',
	reference: 'Reference',
	totalAmount: 'TotalAmount',
	currency: 'Currency',
	caseId: 'CaseId',
	capitalAmount: 'CapitalAmount',
	interestAmount: 'InterestAmount',
	creditorCostsAmount: 'CreditorCostsAmount',
	paidAmount: 'PaidAmount',
	openAmount: 'OpenAmount',
	status: 'Status',
	payments: 'Payments',
} as const;

export const DEBTOR_SUMMARY = {
	debtor: 'Debtor',
	cases: 'Cases',
	invoices: 'Invoices',
	capitalAmount: 'CapitalAmount',
	interestAmount: 'InterestAmount',
	costsAmount: 'CostsAmount',
	openAmount: 'OpenAmount',
} as const;

export const SETTLEMENT_LIST = { settlements: 'Settlements' } as const;

export const SETTLEMENT = {
	settlementNumber: 'SettlementNumber',
	settlementDate: 'SettlementDate',
	settlementAmount: 'SettlementAmount',
	currency: 'Currency',
	agency: 'Agency',
	remittanceReference: 'RemittanceReference',
	beneficiary: 'Beneficiary',
	apiFetchDate: 'ApiFetchDate',
	settlementRows: 'SettlementRows',
} as const;

export const SETTLEMENT_BENEFICIARY = { name: 'Name', iban: 'Iban', bic: 'Bic' } as const;

export const SETTLEMENT_ROWS = {
	allocationId: 'AllocationId',
	caseId: 'CaseId',
	invoiceNumber: 'InvoiceNumber',
	paymentReference: 'PaymentReference',
	allocationDate: 'AllocationDate',
	paymentDate: 'PaymentDate',
	paymentType: 'PaymentType',
	allocatedTotalAmount: 'AllocatedTotalAmount',
	capitalAmount: 'CapitalAmount',
	interestAmount: 'InterestAmount',
	creditorCostsAmount: 'CreditorCostsAmount',
	currency: 'Currency',
} as const;

export const DIRECT_SETTLEMENT_LIST = { directSettlements: 'DirectSettlements' } as const;

export const DIRECT_SETTLEMENTS = {
	settlementNumber: 'SettlementNumber',
	settlementDate: 'SettlementDate',
	settlementAmount: 'SettlementAmount',
	currency: 'Currency',
	agency: 'Agency',
	directSettlementRows: 'DirectSettlementRows',
} as const;

export const DIRECT_SETTLEMENT_ROWS = {
	allocationId: 'AllocationId',
	caseId: 'CaseId',
	invoiceNumber: 'InvoiceNumber',
	paymentReference: 'PaymentReference',
	allocationDate: 'AllocationDate',
	paymentDate: 'PaymentDate',
	paymentType: 'PaymentType',
	paymentMethod: 'PaymentMethod',
	allocatedTotalAmount: 'AllocatedTotalAmount',
	capitalAmount: 'CapitalAmount',
	interestAmount: 'InterestAmount',
	creditorCostsAmount: 'CreditorCostsAmount',
	currency: 'Currency',
} as const;

export const CREDIT_LOSS_RECEIVABLE = {
	caseId: 'CaseId',
	invoiceNumber: 'InvoiceNumber',
	currency: 'Currency',
	capitalAmount: 'CapitalAmount',
	interestAmount: 'InterestAmount',
	creditorCostsAmount: 'CreditorCostsAmount',
	creditLossDate: 'CreditLossDate',
	customerCode: 'CustomerCode',
	debtorName: 'DebtorName',
	reason: 'Reason',
} as const;

export const BATCH_INVOICES_LIST = { invoices: 'Invoices', batchId: 'BatchId' } as const;

export const BATCH_INVOICES = {
	invoiceNumber: 'InvoiceNumber',
	status: 'Status',
	invoiceDate: 'InvoiceDate',
	dueDate: 'DueDate',
	salesReference: 'SalesReference',
	buyersReference: 'BuyersReference',
	orderIdentifier: 'OrderIdentifier',
	orderDate: 'OrderDate',
	agreementIdentifier: 'AgreementIdentifier',
	paymentTermsCode: 'PaymentTermsCode',
	invoiceLanguage: 'InvoiceLanguage',
	currency: 'Currency',
	netAmount: 'NetAmount',
	discAmount: 'DiscAmount',
	roundAmount: 'RoundAmount',
	taxAmount: 'TaxAmount',
	totalAmount: 'TotalAmount',
	reference: 'Reference',
	description: 'Description',
	buyerName: 'SalesName',
	salesName2: 'SalesName2',
	buyerStreetAddress: 'SalesStreetAddress',
	salesStreetAddress2: 'SalesStreetAddress2',
	buyerPostalCode: 'SalesPostalCode',
	buyerCity: 'SalesCity',
	buyerCountry: 'SalesCountry',
	salesType: 'SalesType',
	salesCustomerCode: 'SalesCustomerCode',
	salesIdentifier: 'SalesIdentifier',
	buyerEmail: 'SalesEmail',
	salesPhone: 'SalesPhone',
	invoiceType: 'InvoiceType',
	interestType: 'InterestType',
	interestNumber: 'InterestNumber',
	virtualBankBarcode: 'VirtualBankBarcode',
	deliveryType: 'DeliveryType',
	paymentType: 'PaymentType',
	issueDate: 'IssueDate',
	finvoiceVersion: 'FinvoiceVersion',
	finvoiceSpecification: 'FinvoiceSpecification',
	finvoiceAccount: 'FinvoiceAccount',
	finvoiceOVT: 'FinvoiceOVT',
	autoAdvancement: 'AutoAdvancement',
	invoiceCopyUrl: 'InvoiceCopyUrl',
	billingName1: 'BillingName1',
	billingName2: 'BillingName2',
	billingStreetAddr1: 'BillingStreetAddr1',
	billingStreetAddr2: 'BillingStreetAddr2',
	billingStreetAddr3: 'BillingStreetAddr3',
	billingPostalCode: 'BillingPostalCode',
	billingCity: 'BillingCity',
	billingCountry: 'BillingCountry',
	billingEmailAddress: 'BillingEmailAddress',
	deliveryName: 'DeliveryName',
	deliveryName2: 'DeliveryName2',
	deliveryStreetAddr1: 'DeliveryStreetAddr1',
	deliveryStreetAddr2: 'DeliveryStreetAddr2',
	deliveryStreetAddr3: 'DeliveryStreetAddr3',
	deliveryPostalCode: 'DeliveryPostalCode',
	deliveryCity: 'DeliveryCity',
	deliveryCountry: 'DeliveryCountry',
	creditedInvoiceInformation: 'CreditedInvoiceInformation',
	extendedField1: 'ExtendedField1',
	extendedField2: 'ExtendedField2',
	extendedField3: 'ExtendedField3',
	extendedField4: 'ExtendedField4',
	extendedField5: 'ExtendedField5',
	extendedField6: 'ExtendedField6',
	extendedField7: 'ExtendedField7',
	extendedField8: 'ExtendedField8',
	extendedField9: 'ExtendedField9',
	extendedField10: 'ExtendedField10',
	rows: 'InvoiceRows',
} as const;

export const SALES_INVOICE_BATCH_RESPONSE = {
	batchId: 'BatchId',
	statusDescription: 'StatusDescription',
	uploadedInvoicesCount: 'UploadedInvoicesCount',
	failedInvoicesCount: 'FailedInvoicesCount',
	failedInvoices: 'FailedInvoices',
} as const;

export const INVOICE_BATCH = {
	batchId: 'BatchId',
	status: 'Status',
	statusDescription: 'StatusDescription',
	createdDate: 'CreatedDate',
	invoicesCount: 'InvoicesCount',
	lines: 'Lines',
} as const;

export const SALES_INVOICE_WITH_SELLER_INFO_DTO = {
	invoiceNumber: 'InvoiceNumber',
	status: 'Status',
	invoiceDate: 'InvoiceDate',
	dueDate: 'DueDate',
	salesReference: 'SalesReference',
	buyersReference: 'BuyersReference',
	orderIdentifier: 'OrderIdentifier',
	orderDate: 'OrderDate',
	agreementIdentifier: 'AgreementIdentifier',
	paymentTermsCode: 'PaymentTermsCode',
	invoiceLanguage: 'InvoiceLanguage',
	currency: 'Currency',
	netAmount: 'NetAmount',
	discAmount: 'DiscAmount',
	roundAmount: 'RoundAmount',
	taxAmount: 'TaxAmount',
	totalAmount: 'TotalAmount',
	reference: 'Reference',
	description: 'Description',
	buyerName: 'SalesName',
	salesName2: 'SalesName2',
	buyerStreetAddress: 'SalesStreetAddress',
	salesStreetAddress2: 'SalesStreetAddress2',
	buyerPostalCode: 'SalesPostalCode',
	buyerCity: 'SalesCity',
	buyerCountry: 'SalesCountry',
	salesType: 'SalesType',
	salesCustomerCode: 'SalesCustomerCode',
	salesIdentifier: 'SalesIdentifier',
	buyerEmail: 'SalesEmail',
	salesPhone: 'SalesPhone',
	invoiceType: 'InvoiceType',
	interestType: 'InterestType',
	interestNumber: 'InterestNumber',
	virtualBankBarcode: 'VirtualBankBarcode',
	deliveryType: 'DeliveryType',
	paymentType: 'PaymentType',
	issueDate: 'IssueDate',
	finvoiceVersion: 'FinvoiceVersion',
	finvoiceSpecification: 'FinvoiceSpecification',
	finvoiceAccount: 'FinvoiceAccount',
	finvoiceOVT: 'FinvoiceOVT',
	autoAdvancement: 'AutoAdvancement',
	invoiceCopyUrl: 'InvoiceCopyUrl',
	billingName1: 'BillingName1',
	billingName2: 'BillingName2',
	billingStreetAddr1: 'BillingStreetAddr1',
	billingStreetAddr2: 'BillingStreetAddr2',
	billingStreetAddr3: 'BillingStreetAddr3',
	billingPostalCode: 'BillingPostalCode',
	billingCity: 'BillingCity',
	billingCountry: 'BillingCountry',
	billingEmailAddress: 'BillingEmailAddress',
	deliveryName: 'DeliveryName',
	deliveryName2: 'DeliveryName2',
	deliveryStreetAddr1: 'DeliveryStreetAddr1',
	deliveryStreetAddr2: 'DeliveryStreetAddr2',
	deliveryStreetAddr3: 'DeliveryStreetAddr3',
	deliveryPostalCode: 'DeliveryPostalCode',
	deliveryCity: 'DeliveryCity',
	deliveryCountry: 'DeliveryCountry',
	creditedInvoiceInformation: 'CreditedInvoiceInformation',
	extendedField1: 'ExtendedField1',
	extendedField2: 'ExtendedField2',
	extendedField3: 'ExtendedField3',
	extendedField4: 'ExtendedField4',
	extendedField5: 'ExtendedField5',
	extendedField6: 'ExtendedField6',
	extendedField7: 'ExtendedField7',
	extendedField8: 'ExtendedField8',
	extendedField9: 'ExtendedField9',
	extendedField10: 'ExtendedField10',
	rows: 'InvoiceRows',
	sellerInfo: 'SellerInfo',
} as const;

export const SELLER_INFO_DTO = {
	businessId: 'BusinessId',
	name: 'Name',
	vatCode: 'VatCode',
	address: 'Address',
	contactName: 'ContactName',
	email: 'Email',
	phone: 'Phone',
	iban: 'Iban',
	bic: 'Bic',
} as const;

export const SALES_ADDRESS_DTO = {
	streetAddress: 'StreetAddress',
	streetAddress2: 'StreetAddress2',
	postalCode: 'PostalCode',
	city: 'City',
	country: 'Country',
} as const;

export const PAGED_SALES_INVOICES_RESPONSE = { data: 'Data', meta: 'Meta' } as const;

export const ONLINE_SALES_INVOICES = {
	invoiceNumber: 'InvoiceNumber',
	status: 'Status',
	invoiceType: 'InvoiceType',
	invoiceDate: 'InvoiceDate',
	dueDate: 'DueDate',
	reference: 'Reference',
	buyerName: 'SalesName',
	salesCustomerCode: 'SalesCustomerCode',
	deliveryType: 'DeliveryType',
	currency: 'Currency',
	netAmount: 'NetAmount',
	taxAmount: 'TaxAmount',
	totalAmount: 'TotalAmount',
	openAmount: 'OpenAmount',
	paidAmount: 'PaidAmount',
	caseId: 'CaseId',
} as const;

export const INVOICES_DELIVERY_INFORMATION = {
	invoiceNumber: 'InvoiceNumber',
	invoiceDate: 'InvoiceDate',
	deliveryType: 'DeliveryType',
	deliveryStatus: 'DeliveryStatus',
	statusDescription: 'StatusDescription',
	deliveryDate: 'DeliveryDate',
	paymentControlStatus: 'PaymentControlStatus',
	caseId: 'CaseId',
	agency: 'Agency',
	errorDescription: 'ErrorDescription',
} as const;

export const ONLINE_INVOICE_PAYMENT_CONTROL = {
	invoiceNumber: 'InvoiceNumber',
	status: 'Status',
	statusDescription: 'StatusDescription',
	dueDate: 'DueDate',
	totalAmount: 'TotalAmount',
	currency: 'Currency',
	caseId: 'CaseId',
	paymentControlStatus: 'PaymentControlStatus',
	paidAmount: 'PaidAmount',
	openAmount: 'OpenAmount',
} as const;

export const SALES_INVOICE_UPDATE = {
	invoiceNumber: 'InvoiceNumber',
	dueDate: 'DueDate',
	status: 'Status',
	salesEmail: 'SalesEmail',
	salesPhone: 'SalesPhone',
	salesStreetAddress: 'SalesStreetAddress',
	salesStreetAddress2: 'SalesStreetAddress2',
	salesPostalCode: 'SalesPostalCode',
	salesCity: 'SalesCity',
	salesCountry: 'SalesCountry',
	deliveryType: 'DeliveryType',
	finvoiceAccount: 'FinvoiceAccount',
	finvoiceOVT: 'FinvoiceOVT',
	billingName1: 'BillingName1',
	billingName2: 'BillingName2',
	billingStreetAddr1: 'BillingStreetAddr1',
	billingStreetAddr2: 'BillingStreetAddr2',
	billingStreetAddr3: 'BillingStreetAddr3',
	billingPostalCode: 'BillingPostalCode',
	billingCity: 'BillingCity',
	billingCountry: 'BillingCountry',
	billingEmailAddress: 'BillingEmailAddress',
} as const;

export const SALES_INVOICE_UPDATE_RESPONSE = {
	statusDescription: 'StatusDescription',
	updatedInvoicesCount: 'UpdatedInvoicesCount',
	failedInvoicesCount: 'FailedInvoicesCount',
	failedInvoices: 'FailedInvoices',
} as const;

export const SALES_INVOICE_PAYMENT = {
	invoiceNumber: 'InvoiceNumber',
	paymentDate: 'PaymentDate',
	amount: 'Amount',
	currency: 'Currency',
	paymentType: 'PaymentType',
	paymentReference: 'PaymentReference',
	payerName: 'PayerName',
	bookingDate: 'BookingDate',
	comment: 'Comment',
} as const;

export const INVOICE_PAYMENTS_RESPONSE = {
	statusDescription: 'StatusDescription',
	uploadedPaymentsCount: 'UploadedPaymentsCount',
	failedPaymentsCount: 'FailedPaymentsCount',
	failedPayments: 'FailedPayments',
} as const;

export const VIEW_ONLINE_INVOICE_DELIVERY_STATS = {
	deliveryType: 'DeliveryType',
	totalCount: 'TotalCount',
	successfulCount: 'SuccessfulCount',
	failedCount: 'FailedCount',
	date: 'Date',
	month: 'Month',
} as const;

export const RECEIVED_PAYMENTS_RESPONSE = { receivedPayments: 'ReceivedPayments' } as const;

export const RECEIVED_PAYMENTS = {
	paymentDate: 'PaymentDate',
	bookingDate: 'BookingDate',
	totalAmount: 'TotalAmount',
	currency: 'Currency',
	accountName: 'AccountName',
	receivedPaymentRows: 'ReceivedPaymentRows',
} as const;

export const RECEIVED_PAYMENT_ROWS = {
	caseId: 'CaseId',
	invoiceNumber: 'InvoiceNumber',
	invoicePaymentReference: 'InvoicePaymentReference',
	originalPaymentReference: 'OriginalPaymentReference',
	accountName: 'AccountName',
	bookingDate: 'BookingDate',
	paymentDate: 'PaymentDate',
	amount: 'Amount',
	currency: 'Currency',
} as const;

export const NXS_RECEIVED_PAYMENTS = {
	caseId: 'CaseId',
	invoiceNumber: 'InvoiceNumber',
	invoicePaymentReference: 'InvoicePaymentReference',
	originalPaymentReference: 'OriginalPaymentReference',
	accountName: 'AccountName',
	bookingDate: 'BookingDate',
	paymentDate: 'PaymentDate',
	amount: 'Amount',
	currency: 'Currency',
} as const;

export const FINVOICE_ACCOUNT_UPDATE = {
	salesCustomerCode: 'SalesCustomerCode',
	finvoiceAccount: 'FinvoiceAccount',
	finvoiceOVT: 'FinvoiceOVT',
	finvoiceSpecification: 'FinvoiceSpecification',
	invoiceNumber: 'InvoiceNumber',
} as const;

export const FINVOICE_ACCOUNT_UPDATE_RESPONSE = {
	statusDescription: 'StatusDescription',
	updatedCount: 'UpdatedCount',
} as const;

export const ELECTRONIC_INVOICING_CONTRACTS = {
	salesCustomerCode: 'SalesCustomerCode',
	salesName: 'SalesName',
	finvoiceAccount: 'FinvoiceAccount',
	finvoiceOVT: 'FinvoiceOVT',
	reference: 'Reference',
	status: 'Status',
	action: 'Action',
	startDate: 'StartDate',
	endDate: 'EndDate',
} as const;

export const ONLINE_PRODUCT = {
	prodCode: 'ProdCode',
	name: 'Name',
	description: 'Description',
	price: 'Price',
	vatPercent: 'VatPercent',
	vatType: 'VatType',
	unit: 'Unit',
	discountPercent: 'DiscountPercent',
	eanCode: 'EanCode',
	currency: 'Currency',
} as const;

export const SALES_ITEMS = {} as const;

export const SALES_ITEM_RESPONSE = {
	statusDescription: 'StatusDescription',
	uploadedItemsCount: 'UploadedItemsCount',
	failedItemsCount: 'FailedItemsCount',
	failedItems: 'FailedItems',
} as const;

export const ONLINE_CUSTOMER = {
	customerCode: 'CustomerCode',
	name: 'Name',
	name2: 'Name2',
	streetAddress: 'StreetAddress',
	streetAddress2: 'StreetAddress2',
	postalCode: 'PostalCode',
	city: 'City',
	country: 'Country',
	type: 'Type',
	identifier: 'Identifier',
	email: 'Email',
	phone: 'Phone',
	deliveryType: 'DeliveryType',
	finvoiceAccount: 'FinvoiceAccount',
	finvoiceOVT: 'FinvoiceOVT',
	invoiceLanguage: 'InvoiceLanguage',
	paymentTermsCode: 'PaymentTermsCode',
	billingName1: 'BillingName1',
	billingName2: 'BillingName2',
	billingStreetAddr1: 'BillingStreetAddr1',
	billingStreetAddr2: 'BillingStreetAddr2',
	billingStreetAddr3: 'BillingStreetAddr3',
	billingPostalCode: 'BillingPostalCode',
	billingCity: 'BillingCity',
	billingCountry: 'BillingCountry',
	billingEmailAddress: 'BillingEmailAddress',
} as const;

export const ONLINE_CUSTOMER_RESPONSE = {
	statusDescription: 'StatusDescription',
	uploadedCustomersCount: 'UploadedCustomersCount',
	failedCustomersCount: 'FailedCustomersCount',
	failedCustomers: 'FailedCustomers',
} as const;

export const ONLINE_CUSTOMER_UPDATE_RESPONSE = {
	statusDescription: 'StatusDescription',
	customerCode: 'CustomerCode',
} as const;

export const INTERMEDIATOR_INVOICE = {
	invoiceNumber: 'InvoiceNumber',
	invoiceDate: 'InvoiceDate',
	deliveryType: 'DeliveryType',
	deliveryStatus: 'DeliveryStatus',
	statusDescription: 'StatusDescription',
	deliveryDate: 'DeliveryDate',
	paymentControlStatus: 'PaymentControlStatus',
	caseId: 'CaseId',
	agency: 'Agency',
	errorDescription: 'ErrorDescription',
	externalAgreementIdentifier: 'ExternalAgreementIdentifier',
	sellerName: 'SellerName',
	sellerBusinessId: 'SellerBusinessId',
} as const;

export const EXTERNAL_INVOICE = {
	invoiceNumber: 'InvoiceNumber',
	invoiceDate: 'InvoiceDate',
	dueDate: 'DueDate',
	reference: 'Reference',
	totalAmount: 'TotalAmount',
	currency: 'Currency',
	caseId: 'CaseId',
	status: 'Status',
	openAmount: 'OpenAmount',
	paidAmount: 'PaidAmount',
	externalInvoiceRows: 'ExternalInvoiceRows',
} as const;

export const EXTERNAL_INVOICE_ROWS = {
	paymentDate: 'PaymentDate',
	bookingDate: 'BookingDate',
	amount: 'Amount',
	paymentType: 'PaymentType',
	description: 'Description',
	reference: 'Reference',
} as const;

export const INTERMEDIATION_INVOICE_DIRECT_PAYMENTS = {
	invoiceNumber: 'InvoiceNumber',
	caseId: 'CaseId',
	amount: 'Amount',
	currency: 'Currency',
	paymentDate: 'PaymentDate',
	paymentMethod: 'PaymentMethod',
	reference: 'Reference',
	comment: 'Comment',
	outstandingCapitalAmount: 'OutstandingCapitalAmount',
	outstandingInterestAmount: 'OutstandingInterestAmount',
	outstandingCostsAmount: 'OutstandingCostsAmount',
} as const;

export const INTERMEDIATION_INVOICE_DIRECT_PAYMENT_RESPONSE = {
	statusDescription: 'StatusDescription',
	uploadedPaymentsCount: 'UploadedPaymentsCount',
	failedPaymentsCount: 'FailedPaymentsCount',
	failedPayments: 'FailedPayments',
} as const;

export const EXTERNAL_INVOICE_ACTIONS = { actions: 'Actions' } as const;

export const EXTERNAL_INVOICE_ACTION = { code: 'Code', comment: 'Comment', data: 'Data' } as const;

export const EXTERNAL_INVOICE_ACTION_DATA = {
	invoiceNumber: 'InvoiceNumber',
	caseId: 'CaseId',
	dueDate: 'DueDate',
	paymentMethod: 'PaymentMethod',
	amount: 'Amount',
	currency: 'Currency',
	paymentDate: 'PaymentDate',
	reference: 'Reference',
	outstandingCapitalAmount: 'OutstandingCapitalAmount',
	outstandingInterestAmount: 'OutstandingInterestAmount',
	outstandingCostsAmount: 'OutstandingCostsAmount',
} as const;

export const INVOICE_ACTION_RESPONSE = {
	statusDescription: 'StatusDescription',
	status: 'Status',
	uploadedActionsCount: 'UploadedActionsCount',
	failedActionsCount: 'FailedActionsCount',
	failedActions: 'FailedActions',
} as const;

export const EXTERNAL_AGREEMENT_STATUS_RESPONSE = {
	externalAgreementIdentifier: 'ExternalAgreementIdentifier',
	status: 'Status',
	statusDescription: 'StatusDescription',
	active: 'Active',
} as const;

export const CREDITOR = {
	service: 'Service',
	creditorData: 'CreditorData',
	creditorDetails: 'CreditorDetails',
	contactPersons: 'ContactPersons',
} as const;

export const CREDITOR_SERVICE = { type: 'Type', partnerCode: 'PartnerCode' } as const;

export const CREDITOR_DATA = {
	name: 'Name',
	businessCode: 'BusinessCode',
	vatRegNbr: 'VatRegNbr',
	postalAddress: 'PostalAddress',
	postalCode: 'PostalCode',
	postalDistrict: 'PostalDistrict',
	countryCode: 'CountryCode',
	telephone: 'Telephone',
	email: 'Email',
	website: 'Website',
	languageCode: 'LanguageCode',
} as const;

export const CREDITOR_DETAILS = {
	serviceType: 'ServiceType',
	partnerCode: 'PartnerCode',
	iban: 'Iban',
	bic: 'Bic',
	accountingSystem: 'AccountingSystem',
	externalAgreementIdentifier: 'ExternalAgreementIdentifier',
} as const;

export const CREDITOR_RESPONSE = {
	creditorIdentifier: 'CreditorIdentifier',
	customerCode: 'CustomerCode',
	paymentReferencePrefix: 'PaymentReferencePrefix',
	accessToken: 'AccessToken',
} as const;

export const CREDITOR_UPDATE = {
	creditorUpdateData: 'CreditorUpdateData',
	creditorUpdateDetails: 'CreditorUpdateDetails',
	contactPersons: 'ContactPersons',
} as const;

export const CREDITOR_UPDATE_DATA = {
	name: 'Name',
	businessCode: 'BusinessCode',
	vatRegNbr: 'VatRegNbr',
	postalAddress: 'PostalAddress',
	postalCode: 'PostalCode',
	postalDistrict: 'PostalDistrict',
	countryCode: 'CountryCode',
	telephone: 'Telephone',
	email: 'Email',
	website: 'Website',
	languageCode: 'LanguageCode',
} as const;

export const CREDITOR_UPDATE_DETAILS = {
	serviceType: 'ServiceType',
	partnerCode: 'PartnerCode',
	iban: 'Iban',
	bic: 'Bic',
	accountingSystem: 'AccountingSystem',
	externalAgreementIdentifier: 'ExternalAgreementIdentifier',
} as const;

export const CREDITOR_UPDATE_RESPONSE = {
	statusDescription: 'StatusDescription',
	customerCode: 'CustomerCode',
} as const;

export const EXTERNAL_AGREEMENT_IDENTIFIERS = {
	creditorIdentifiers: 'CreditorIdentifiers',
} as const;

export const CREDITOR_IDENTIFIERS = {
	customerCode: 'CustomerCode',
	businessCode: 'BusinessCode',
	externalAgreementIdentifier: 'ExternalAgreementIdentifier',
	name: 'Name',
} as const;

export const SELLER_DELIVERY_INFORMATION = {
	invoiceNumber: 'InvoiceNumber',
	invoiceDate: 'InvoiceDate',
	deliveryType: 'DeliveryType',
	deliveryStatus: 'DeliveryStatus',
	statusDescription: 'StatusDescription',
	deliveryDate: 'DeliveryDate',
	paymentControlStatus: 'PaymentControlStatus',
	caseId: 'CaseId',
	agency: 'Agency',
	errorDescription: 'ErrorDescription',
	sellerBusinessId: 'SellerBusinessId',
	sellerName: 'SellerName',
} as const;

export const SMS_DATA = { messages: 'Messages', sender: 'Sender' } as const;

export const MESSAGES = {
	phoneNumber: 'PhoneNumber',
	message: 'Message',
	reference: 'Reference',
	invoiceNumber: 'InvoiceNumber',
	caseId: 'CaseId',
} as const;

export const SMS_RESPONSE = {
	statusDescription: 'StatusDescription',
	sentMessagesCount: 'SentMessagesCount',
	failedMessagesCount: 'FailedMessagesCount',
	deliveryReports: 'DeliveryReports',
	failedMessages: 'FailedMessages',
} as const;

export const SMS_DELIVERY_REPORT = {
	messageId: 'MessageId',
	phoneNumber: 'PhoneNumber',
	status: 'Status',
	statusDescription: 'StatusDescription',
	deliveredAt: 'DeliveredAt',
} as const;

export const METER_DOCUMENT_LIST = { documents: 'Documents' } as const;

export const METER_DOCUMENT = {
	documentNumber: 'DocumentNumber',
	documentDate: 'DocumentDate',
	company: 'Company',
	customer: 'Customer',
	usageLocation: 'UsageLocation',
	readings: 'Readings',
	deliveryType: 'DeliveryType',
	language: 'Language',
} as const;

export const METER_COMPANY = {
	name: 'Name',
	businessCode: 'BusinessCode',
	streetAddress: 'StreetAddress',
	postalCode: 'PostalCode',
	city: 'City',
	phone: 'Phone',
	email: 'Email',
} as const;

export const DOCUMENT_CUSTOMER = {
	customerCode: 'CustomerCode',
	name: 'Name',
	streetAddress: 'StreetAddress',
	postalCode: 'PostalCode',
	city: 'City',
	country: 'Country',
	email: 'Email',
} as const;

export const METER_USAGE_LOCATION = {
	locationCode: 'LocationCode',
	streetAddress: 'StreetAddress',
	postalCode: 'PostalCode',
	city: 'City',
} as const;

export const METER_READING = {
	meterNbr: 'MeterNbr',
	meterStartValue: 'MeterStartValue',
	meterEndValue: 'MeterEndValue',
	meterTimePeriod: 'MeterTimePeriod',
	unit: 'Unit',
	description: 'Description',
} as const;

export const DOCUMENT_RESPONSE = {
	statusDescription: 'StatusDescription',
	uploadedDocumentsCount: 'UploadedDocumentsCount',
	failedDocumentsCount: 'FailedDocumentsCount',
	failedDocuments: 'FailedDocuments',
} as const;

export const INTEGRATIONS_ACCOUNTING_LEDGER_DATA = { ledgers: 'Ledgers' } as const;

export const LEDGERS = {
	ledgerIdentifier: 'LedgerIdentifier',
	companyIdentifier: 'CompanyIdentifier',
	documentType: 'DocumentType',
	documentName: 'DocumentName',
	documentDate: 'DocumentDate',
	documentDescription: 'DocumentDescription',
	calculationMode: 'CalculationMode',
	ledgerRows: 'LedgerRows',
} as const;

export const LEDGER_ROWS = {
	bookingDate: 'BookingDate',
	accountNumber: 'AccountNumber',
	vatAccountNumber: 'VatAccountNumber',
	vatType: 'VatType',
	vatPercentage: 'VatPercentage',
	vatCode: 'VatCode',
	amount: 'Amount',
	netAmount: 'NetAmount',
	isVatRow: 'IsVatRow',
	projectNumber: 'ProjectNumber',
	transactionType: 'TransactionType',
	transactionDescription: 'TransactionDescription',
	ledgerDimensions: 'LedgerDimensions',
} as const;

export const LEDGER_ROW_DIMENSIONS = {
	dimensionType: 'DimensionType',
	dimensionValue: 'DimensionValue',
} as const;
