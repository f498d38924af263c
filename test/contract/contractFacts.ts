/** Words of a text as a list. */
export const words = (text: string) => text.trim().split(/\s+/);

/** Our names of the operations in the menu of Cash-In's docs. */
export const operationIds = words(`
	validateToken renewToken createCollectionCases updateCollectionReceivables
	getCollectionReceivablesStatus getCaseBatchStatus getCollectionCase getDebtorSummary
	listSettlements getSettlement listDirectSettlements getDirectSettlement
	listCreditLossReceivables listAllocatedPaymentTransactions createInvoice submitInvoiceBatch
	listInvoiceBatches createInvoiceWithSellerInfo listSalesInvoices
	getInvoiceDeliveryInformation getInvoiceStatus updateInvoice submitInvoicePayment
	getDeliveryStatistics listReceivedPayments updateFinvoiceAccount
	listElectronicInvoicingContracts listProducts createProducts deleteProduct listCustomers
	createCustomers updateCustomer deleteCustomer getExternalInvoiceDeliveryInformation
	getExternalInvoicePaymentInformation createExternalDirectPayment
	submitExternalInvoiceAction getExternalAgreementStatus createCreditor updateCreditor
	getCreditorCredentials listExternalAgreementIdentifiers listDeliveryInformationBySeller
	sendSms createMeterReadingDocuments
`);

/** The schema names in the menu of Cash-In's docs. */
export const vendorSchemas = words(`
	BatchDataResponse BatchInvoices BatchInvoicesList BatchStatus Case CaseInvoiceExtended
	CaseList CaseSummary CollectionResponse ContactPerson CreditLossReceivable Creditor
	CreditorData CreditorDetails CreditorIdentifiers CreditorResponse CreditorUpdateData
	CreditorUpdateDetails CreditorUpdateResponse CustomParameters Debtor DirectSettlementList
	DirectSettlementRows DirectSettlements DocumentCustomer DocumentResponse
	ElectronicInvoicingContracts ErrorMessage ExternalAgreementIdentifiers
	ExternalAgreementStatusResponse ExternalInvoice ExternalInvoiceActions ExternalInvoiceRows
	FinvoiceAccountUpdate FinvoiceAccountUpdateResponse IntegrationsAccountingLedgerData
	IntermediationInvoiceDirectPaymentResponse IntermediationInvoiceDirectPayments
	IntermediatorInvoice Invoice InvoiceActionResponse InvoicePaymentsResponse
	InvoicesDeliveryInformation LedgerRowDimensions LedgerRows Ledgers Messages MeterCompany
	MeterDocument MeterDocumentList MeterReading MeterUsageLocation NxsReceivedPayments
	OnlineCustomer OnlineCustomerResponse OnlineCustomerUpdateResponse
	OnlineInvoicePaymentControl OnlineProduct OnlineSalesInvoices PagedSalesInvoicesResponse
	Payment Receivable ReceivablesList ReceivedPaymentRows ReceivedPayments
	ReceivedPaymentsResponse RenewResponse SalesAddressDTO SalesInvoice
	SalesInvoiceBatchResponse SalesInvoicePayment SalesInvoiceResponse SalesInvoiceRow
	SalesInvoiceUpdate SalesInvoiceUpdateResponse SalesInvoiceWithSellerInfoDTO
	SalesItemResponse SalesItems SellerInfoDTO Settlement SettlementList SettlementRows SmsData
	SmsDeliveryReport SmsResponse ValidationResponse ViewOnlineInvoiceDeliveryStats
`);

/** Members of the sample body on the page create-an-invoice. */
const sampleInvoice = words(`
	InvoiceNumber Status InvoiceDate DueDate SalesReference BuyersReference OrderIdentifier
	OrderDate AgreementIdentifier PaymentTermsCode InvoiceLanguage Currency NetAmount
	DiscAmount RoundAmount TaxAmount TotalAmount Reference Description SalesName SalesName2
	SalesStreetAddress SalesStreetAddress2 SalesPostalCode SalesCity SalesCountry SalesType
	SalesCustomerCode SalesIdentifier SalesEmail SalesPhone InvoiceType InterestType
	InterestNumber VirtualBankBarcode DeliveryType PaymentType IssueDate FinvoiceVersion
	FinvoiceSpecification FinvoiceAccount FinvoiceOVT AutoAdvancement InvoiceCopyUrl
	BillingName1 BillingName2 BillingStreetAddr1 BillingStreetAddr2 BillingStreetAddr3
	BillingPostalCode BillingCity BillingCountry BillingEmailAddress DeliveryName DeliveryName2
	DeliveryStreetAddr1 DeliveryStreetAddr2 DeliveryStreetAddr3 DeliveryPostalCode DeliveryCity
	DeliveryCountry ExtendedField1 ExtendedField2 ExtendedField3 ExtendedField4 ExtendedField5
	ExtendedField6 ExtendedField7 ExtendedField8 ExtendedField9 ExtendedField10
	CreditedInvoiceInformation InvoiceRows
`);
const sampleRow = words(`
	ProdCode Description VatPercent ShipDate Qty Price Discount Nto Tax Round Total Text Type
	DiscountPercent Unit VatType Currency StartDate EndDate BuyerArticleId EanCode SerialNumber
	DeliveryIdentifier DeliveryDate ManufacturerOrderId MeterNbr MeterStartValue MeterEndValue
	MeterTimePeriod
`);

/** Everything else in the contract is our reading. */
export const documentedMembers: Record<string, string[]> = {
	SalesInvoice: sampleInvoice,
	SalesInvoiceRow: sampleRow,
	SalesInvoiceResponse: words(
		'StatusDescription UploadedInvoicesCount FailedInvoicesCount FailedInvoices',
	),
	AllocatedPaymentTransactionsResponse: words('Data Meta'),
	AllocatedPaymentTransaction: words(
		'AllocationId CaseId Agency InvoiceNumber PaymentType Dates Amounts Currency',
	),
	PaymentTypeCode: words('Code Description'),
	AllocatedPaymentDates: words('PaymentDate BookingDate AccountingDate SettlementDate'),
	AllocatedPaymentAmounts: words('PaymentAmount CapitalAmount InterestAmount CreditorCostsAmount'),
	PageMeta: words('RequestId Timestamp Count Page PageSize TotalCount'),
};
