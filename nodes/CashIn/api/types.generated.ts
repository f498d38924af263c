// generated from contract/cash-in.openapi.yaml by `npm run contract`; do not edit

export interface paths {
	'/validate': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Validate token */
		get: operations['validateToken'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/renew': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Renew token
		 * @description Replaces the key in use, although the method is GET. Works only after production has started.
		 */
		get: operations['renewToken'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/collectioncases': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve collection case */
		get: operations['getCollectionCase'];
		put?: never;
		/**
		 * Create Collection Cases
		 * @description Hands over unpaid receivables for collection. Letters to debtors may follow and nothing is known that would undo it.
		 */
		post: operations['createCollectionCases'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/collectionreceivables': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve Collection Receivables Status */
		get: operations['getCollectionReceivablesStatus'];
		put?: never;
		/**
		 * Update Collection Receivables
		 * @description Reports payments the creditor received directly from the debtor. Sending it twice may book a payment twice.
		 */
		post: operations['updateCollectionReceivables'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/casebatches/{batchId}': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve Case Batch Status */
		get: operations['getCaseBatchStatus'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/debtorsummary': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve debtor summary */
		get: operations['getDebtorSummary'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/settlements': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Retrieve list of settlements
		 * @description Settlements come weekly in debt collection and one to three times a week in the lifecycle service.
		 */
		get: operations['listSettlements'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/settlements/{settlementNumber}': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve settlement data */
		get: operations['getSettlement'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/directsettlements': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve list of direct settlements */
		get: operations['listDirectSettlements'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/directsettlements/{settlementNumber}': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve direct settlement data */
		get: operations['getDirectSettlement'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/creditlossreceivables': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Retrieve Credit Loss Receivables
		 * @description New data comes once a month, on the first day.
		 */
		get: operations['listCreditLossReceivables'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/allocated-payment-transactions': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Retrieve allocated payment transactions
		 * @description How payments and other events (bank transfers, rebates, write-offs) were allocated to cases. Without dates: the last 30 days.
		 */
		get: operations['listAllocatedPaymentTransactions'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/gensalesinvoices': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Create an invoice
		 * @description Sends one or many invoices. 202 means received: how the delivery went is asked later. What a repeated invoice number does is not known.
		 */
		post: operations['createInvoice'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/batchinvoices': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** List batch uploads and export lines */
		get: operations['listInvoiceBatches'];
		put?: never;
		/** Submit a batch of sales invoices */
		post: operations['submitInvoiceBatch'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/gensalesinvoiceswithsellerinfo': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/** Create an invoice with seller information */
		post: operations['createInvoiceWithSellerInfo'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/salesinvoices': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** List all sales invoices */
		get: operations['listSalesInvoices'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/salesinvoices/{invoiceNumber}': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		/**
		 * Update an invoice
		 * @description Changes an invoice already sent. An invoice in a terminal state answers 402.
		 */
		put: operations['updateInvoice'];
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/invoicesdeliveryinformation': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Retrieve invoice delivery information
		 * @description How invoices were delivered. Meant to be asked about once a day to find those that were not.
		 */
		get: operations['getInvoiceDeliveryInformation'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/invoicestatus': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve invoice status */
		get: operations['getInvoiceStatus'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/salesinvoicepayments': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Submit payment for an invoice
		 * @description Reports a payment you received yourself. Sending it twice may book it twice.
		 */
		post: operations['submitInvoicePayment'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/invoicedeliverystats': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve delivery statistics */
		get: operations['getDeliveryStatistics'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/receivedpayments': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve received payments */
		get: operations['listReceivedPayments'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/finvoiceaccount': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		/** Submit update to Finvoice Account */
		put: operations['updateFinvoiceAccount'];
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/electronicinvoicingcontracts': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve electronic invoicing contracts */
		get: operations['listElectronicInvoicingContracts'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/products': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** List all products */
		get: operations['listProducts'];
		put?: never;
		/** Submit new products */
		post: operations['createProducts'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/products/{prodCode}': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post?: never;
		/** Delete an product */
		delete: operations['deleteProduct'];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/customers': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** List all customers */
		get: operations['listCustomers'];
		put?: never;
		/** Submit new customers */
		post: operations['createCustomers'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/customers/{customerCode}': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		/** Update an customer */
		put: operations['updateCustomer'];
		post?: never;
		/** Delete an customer */
		delete: operations['deleteCustomer'];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/externalinvoices/deliveryinformation': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve delivery information */
		get: operations['getExternalInvoiceDeliveryInformation'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/externalinvoices/payments': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve payment information */
		get: operations['getExternalInvoicePaymentInformation'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/externalinvoices/directpayments': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Create an direct payment
		 * @description Reports a payment that came directly to the creditor. Sending it twice may book it twice.
		 */
		post: operations['createExternalDirectPayment'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/externalinvoices/actions': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Submit an invoice action
		 * @description Asks for something to be done with an invoice or its case, such as a pause or a withdrawal. Actions wait in a queue.
		 */
		post: operations['submitExternalInvoiceAction'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/externalagreements/status': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve status of the agreement */
		get: operations['getExternalAgreementStatus'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/creditors': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Submit new creditor
		 * @description Registers a creditor. The answer holds the creditor's own credentials.
		 */
		post: operations['createCreditor'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/creditors/{customerCode}': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		/**
		 * Update creditor
		 * @description Changes contact details, bank account or service settings of a creditor. A changed account moves payouts.
		 */
		put: operations['updateCreditor'];
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/creditors/{customerCode}/credentials': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Retrieve creditor credentials
		 * @description Gives the credentials a creditor uses now. Secret.
		 */
		get: operations['getCreditorCredentials'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/externalagreementidentifiers': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve External Agreement Identifiers */
		get: operations['listExternalAgreementIdentifiers'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/invoicesdeliveryinformationbyseller': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** Retrieve invoice delivery information by seller */
		get: operations['listDeliveryInformationBySeller'];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/sms': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Send SMS message
		 * @description Sends text messages to debtors. Each costs money and reaches a person.
		 */
		post: operations['sendSms'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	'/meterdocuments': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/** Create meter reading documents */
		post: operations['createMeterReadingDocuments'];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
}
export type webhooks = Record<string, never>;
export interface components {
	schemas: {
		/** @description One sales invoice. Every member is seen in the vendor's own sample body; its type is the JSON type of the sample, null is allowed beside it. */
		SalesInvoice: {
			/**
			 * @description Invoice number in your own system. The answer carries no other handle, so keep it unique
			 * @example 1042
			 */
			InvoiceNumber: number | string;
			/**
			 * @description State the invoice enters Cash-In with
			 * @example H
			 */
			Status?: string | null;
			/**
			 * Format: date
			 * @description Date of the invoice, YYYY-MM-DD
			 * @example 2026-03-02
			 */
			InvoiceDate?: string | null;
			/**
			 * Format: date
			 * @description Due date (eräpäivä), YYYY-MM-DD
			 * @example 2026-03-16
			 */
			DueDate?: string | null;
			/**
			 * @description Seller's reference
			 * @example Order desk
			 */
			SalesReference?: string | null;
			/**
			 * @description Buyer's reference (tilaajan viite)
			 * @example PO-7781
			 */
			BuyersReference?: string | null;
			/**
			 * @description Order number
			 * @example SO-2026-118
			 */
			OrderIdentifier?: string | null;
			/**
			 * Format: date-time
			 * @description Date and time of the order
			 * @example 2026-02-27T09:30:00.000Z
			 */
			OrderDate?: string | null;
			/**
			 * @description Contract or agreement number
			 * @example AGR-15
			 */
			AgreementIdentifier?: string | null;
			/**
			 * @description Payment term in days, as the sample's 14 suggests
			 * @example 14
			 */
			PaymentTermsCode?: number | null;
			/**
			 * @description Language of the invoice, two letters
			 * @example FI
			 */
			InvoiceLanguage?: string | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description Sum without VAT, in currency units (euros, not cents)
			 * @example 100
			 */
			NetAmount?: number | null;
			/**
			 * @description Discount on the whole invoice, in currency units
			 * @example 0
			 */
			DiscAmount?: number | null;
			/**
			 * @description Rounding, in currency units
			 * @example 0
			 */
			RoundAmount?: number | null;
			/**
			 * @description VAT in all, in currency units
			 * @example 25.5
			 */
			TaxAmount?: number | null;
			/**
			 * @description Sum to pay, in currency units
			 * @example 125.5
			 */
			TotalAmount?: number | null;
			/**
			 * @description Reference number for the payment (viitenumero). Text, since long numbers lose digits
			 * @example 10427
			 */
			Reference?: string | null;
			/**
			 * @description Free text on the invoice
			 * @example Maintenance, February 2026
			 */
			Description?: string | null;
			/**
			 * @description Buyer's name: company or person
			 * @example Example Buyer Oy
			 */
			SalesName?: string | null;
			/**
			 * @description Second line of the buyer's name
			 * @example Accounts payable
			 */
			SalesName2?: string | null;
			/**
			 * @description Buyer's street address
			 * @example Esimerkkikatu 1
			 */
			SalesStreetAddress?: string | null;
			/**
			 * @description Second line of the buyer's street address
			 * @example Building B
			 */
			SalesStreetAddress2?: string | null;
			/**
			 * @description Buyer's postal code
			 * @example 00100
			 */
			SalesPostalCode?: string | null;
			/**
			 * @description Buyer's city
			 * @example HELSINKI
			 */
			SalesCity?: string | null;
			/**
			 * @description Buyer's country, ISO 3166 two letters
			 * @example FI
			 */
			SalesCountry?: string | null;
			/**
			 * @description Kind of buyer
			 * @example H
			 */
			SalesType?: string | null;
			/**
			 * @description Your customer number of the buyer
			 * @example C-1007
			 */
			SalesCustomerCode?: string | null;
			/**
			 * @description Business id or personal identity code of the buyer. Personal data
			 * @example 1234567-1
			 */
			SalesIdentifier?: string | null;
			/**
			 * @description Buyer's e-mail address
			 * @example buyer@example.com
			 */
			SalesEmail?: string | null;
			/**
			 * @description Buyer's phone number
			 * @example +358400000000
			 */
			SalesPhone?: string | null;
			/**
			 * @description Kind of document
			 * @example I
			 */
			InvoiceType?: string | null;
			/**
			 * @description How late interest is set
			 * @example V
			 */
			InterestType?: string | null;
			/**
			 * @description Late interest, percent
			 * @example 8
			 */
			InterestNumber?: number | null;
			/** @description Finnish bank barcode (virtuaaliviivakoodi), 54 digits */
			VirtualBankBarcode?: string | null;
			/**
			 * @description Channel the invoice is delivered by. A wrong code may print a letter instead of sending an e-mail
			 * @example E
			 */
			DeliveryType?: string | null;
			/** @description Way of payment; the sample does not say which values there are */
			PaymentType?: string | null;
			/**
			 * Format: date-time
			 * @description Date and time of issue
			 * @example 2026-03-02T06:00:00.000Z
			 */
			IssueDate?: string | null;
			/**
			 * @description Version of Finvoice
			 * @example 2.01
			 */
			FinvoiceVersion?: string | null;
			/**
			 * @description Finvoice specification
			 * @example B2C
			 */
			FinvoiceSpecification?: string | null;
			/**
			 * @description Buyer's e-invoice address (verkkolaskuosoite)
			 * @example 003712345671
			 */
			FinvoiceAccount?: string | null;
			/**
			 * @description Buyer's e-invoice operator or OVT code
			 * @example 003712345671
			 */
			FinvoiceOVT?: string | null;
			/**
			 * @description Whether the invoice moves on by itself; the sample has 1
			 * @example 1
			 */
			AutoAdvancement?: number | null;
			/**
			 * @description Where the buyer can download a copy
			 * @example https://example.com/invoices/1042.pdf
			 */
			InvoiceCopyUrl?: string | null;
			/**
			 * @description Billing party's name, if it is not the buyer
			 * @example Example Group Oy
			 */
			BillingName1?: string | null;
			/**
			 * @description Second line of the billing party's name
			 * @example Invoices
			 */
			BillingName2?: string | null;
			/**
			 * @description Billing address, line 1
			 * @example Esimerkkitie 2
			 */
			BillingStreetAddr1?: string | null;
			/**
			 * @description Billing address, line 2
			 * @example 2nd floor
			 */
			BillingStreetAddr2?: string | null;
			/** @description Billing address, line 3 */
			BillingStreetAddr3?: string | null;
			/**
			 * @description Billing postal code
			 * @example 00200
			 */
			BillingPostalCode?: string | null;
			/**
			 * @description Billing city
			 * @example HELSINKI
			 */
			BillingCity?: string | null;
			/**
			 * @description Billing country, ISO 3166 two letters
			 * @example FI
			 */
			BillingCountry?: string | null;
			/**
			 * @description E-mail address for invoices
			 * @example invoices@example.com
			 */
			BillingEmailAddress?: string | null;
			/**
			 * @description Name of the party the goods went to
			 * @example Example Buyer Oy, warehouse
			 */
			DeliveryName?: string | null;
			/**
			 * @description Second line of the delivery name
			 * @example Gate 3
			 */
			DeliveryName2?: string | null;
			/**
			 * @description Delivery address, line 1
			 * @example Esimerkkipolku 3
			 */
			DeliveryStreetAddr1?: string | null;
			/**
			 * @description Delivery address, line 2
			 * @example Dock 1
			 */
			DeliveryStreetAddr2?: string | null;
			/** @description Delivery address, line 3 */
			DeliveryStreetAddr3?: string | null;
			/**
			 * @description Delivery postal code
			 * @example 00300
			 */
			DeliveryPostalCode?: string | null;
			/**
			 * @description Delivery city
			 * @example HELSINKI
			 */
			DeliveryCity?: string | null;
			/**
			 * @description Delivery country, ISO 3166 two letters
			 * @example FI
			 */
			DeliveryCountry?: string | null;
			/** @description Free field 1 */
			ExtendedField1?: string | null;
			/** @description Free field 2 */
			ExtendedField2?: string | null;
			/** @description Free field 3 */
			ExtendedField3?: string | null;
			/** @description Free field 4 */
			ExtendedField4?: string | null;
			/** @description Free field 5 */
			ExtendedField5?: string | null;
			/** @description Free field 6 */
			ExtendedField6?: string | null;
			/** @description Free field 7 */
			ExtendedField7?: string | null;
			/** @description Free field 8 */
			ExtendedField8?: string | null;
			/** @description Free field 9 */
			ExtendedField9?: string | null;
			/** @description Free field 10 */
			ExtendedField10?: string | null;
			/** @description Which invoice this one credits */
			CreditedInvoiceInformation?: string | null;
			/** @description Rows of the invoice */
			InvoiceRows: components['schemas']['SalesInvoiceRow'][];
		};
		/** @description One row of an invoice. Seen in the vendor's sample body. The sample's figures do not add up, so no arithmetic is derived from them. */
		SalesInvoiceRow: {
			/**
			 * @description Product code
			 * @example P-100
			 */
			ProdCode?: string | null;
			/**
			 * @description What is invoiced
			 * @example Maintenance work
			 */
			Description?: string | null;
			/**
			 * @description VAT, percent
			 * @example 25.5
			 */
			VatPercent?: number | null;
			/**
			 * @description Date of shipping; the sample shows null, the format is our reading
			 * @example 2026-02-27
			 */
			ShipDate?: string | null;
			/**
			 * @description Quantity
			 * @example 1
			 */
			Qty?: number | null;
			/**
			 * @description Price of one unit, in currency units
			 * @example 100
			 */
			Price?: number | null;
			/**
			 * @description Discount, in currency units
			 * @example 0
			 */
			Discount?: number | null;
			/**
			 * @description Row sum without VAT, in currency units (our reading of the name)
			 * @example 100
			 */
			Nto?: number | null;
			/**
			 * @description VAT of the row, in currency units
			 * @example 25.5
			 */
			Tax?: number | null;
			/**
			 * @description Rounding, in currency units
			 * @example 0
			 */
			Round?: number | null;
			/**
			 * @description Row sum with VAT, in currency units
			 * @example 125.5
			 */
			Total?: number | null;
			/** @description Free text under the row */
			Text?: string | null;
			/**
			 * @description Kind of row
			 * @example I
			 */
			Type?: string | null;
			/**
			 * @description Discount, percent
			 * @example 0
			 */
			DiscountPercent?: number | null;
			/**
			 * @description Unit (kpl means pieces)
			 * @example kpl
			 */
			Unit?: string | null;
			/**
			 * @description How the price relates to VAT
			 * @example N
			 */
			VatType?: string | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * Format: date
			 * @description Start of the period the row covers, YYYY-MM-DD
			 * @example 2026-02-01
			 */
			StartDate?: string | null;
			/**
			 * Format: date
			 * @description End of the period the row covers, YYYY-MM-DD
			 * @example 2026-02-28
			 */
			EndDate?: string | null;
			/** @description Buyer's product code */
			BuyerArticleId?: string | null;
			/** @description EAN code */
			EanCode?: string | null;
			/** @description Serial number */
			SerialNumber?: string | null;
			/** @description Delivery number */
			DeliveryIdentifier?: string | null;
			/**
			 * Format: date
			 * @description Date of delivery, YYYY-MM-DD
			 * @example 2026-02-27
			 */
			DeliveryDate?: string | null;
			/** @description Manufacturer's order number */
			ManufacturerOrderId?: string | null;
			/**
			 * @description Number of the meter
			 * @example M-4471
			 */
			MeterNbr?: string | null;
			/**
			 * @description Meter reading at the start. Text in the sample
			 * @example 10250
			 */
			MeterStartValue?: string | null;
			/**
			 * @description Meter reading at the end. Text in the sample
			 * @example 10410
			 */
			MeterEndValue?: string | null;
			/**
			 * @description Period between the readings
			 * @example 2026-02
			 */
			MeterTimePeriod?: string | null;
		};
		/** @description Answer to sent invoices. The four members are seen; that this schema name belongs to them is our reading. A success does not mean that every invoice was taken: look at FailedInvoicesCount. */
		SalesInvoiceResponse: {
			/**
			 * @description Cash-In's own words about the upload
			 * @example Successfull upload of sales invoices (1).
			 */
			StatusDescription?: string | null;
			/**
			 * @description How many invoices were taken
			 * @example 1
			 */
			UploadedInvoicesCount: number;
			/**
			 * @description How many invoices were not taken
			 * @example 0
			 */
			FailedInvoicesCount: number;
			/** @description The invoices that were not taken. Seen as null only; the shape of an element is our reading */
			FailedInvoices?: components['schemas']['FailedItem'][] | null;
		};
		/** @description Something that was not taken. Shape not known: text, a number or an object; passed on as it is. */
		FailedItem:
			| string
			| number
			| {
					InvoiceNumber?: string | number | null;
					/**
					 * @description Result or state in Cash-In's own words
					 * @example OK
					 */
					StatusDescription?: string | null;
					/**
					 * @description Why it was not taken
					 * @example Due date is before the invoice date
					 */
					ErrorMessage?: string | null;
			  };
		/** @description Body of an error answer. Only the schema name is known. */
		ErrorMessage: {
			/**
			 * @description What went wrong, in words
			 * @example The key is not valid
			 */
			Message?: string | null;
			/**
			 * @description What went wrong, in words
			 * @example Bad request
			 */
			StatusDescription?: string | null;
			/**
			 * @description Code of the error
			 * @example 400
			 */
			Code?: string | number | null;
			/** @description Further details, one for each fault */
			Errors?: unknown[] | null;
		};
		/** @description One allocation of money to an invoice: a bank transfer, a rebate, a write-off or another event. */
		AllocatedPaymentTransaction: {
			/**
			 * @description Cash-In's id of the allocation; text in the sample
			 * @example 123456
			 */
			AllocationId?: string | number | null;
			/**
			 * @description Collection case; text in the sample
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description Which company of the group handles the case
			 * @example CASH-IN
			 */
			Agency?: string | null;
			/**
			 * @description Your own invoice number; text in the sample
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/** @description Kind of payment or other event */
			PaymentType?: components['schemas']['PaymentTypeCode'];
			/** @description The dates of the payment */
			Dates?: components['schemas']['AllocatedPaymentDates'];
			/** @description The payment and how it was split */
			Amounts?: components['schemas']['AllocatedPaymentAmounts'];
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
		};
		/** @description Kind of payment or other event, as code and text. */
		PaymentTypeCode: {
			/**
			 * @description Code; text in the sample
			 * @example 8
			 */
			Code?: string | number | null;
			/**
			 * @description The code in words
			 * @example Bank Transfer
			 */
			Description?: string | null;
		};
		/** @description Dates of an allocated payment. */
		AllocatedPaymentDates: {
			/**
			 * Format: date
			 * @description When the payment was made, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			PaymentDate?: string | null;
			/**
			 * Format: date
			 * @description When the bank booked it, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			BookingDate?: string | null;
			/**
			 * Format: date
			 * @description When it is in the books, YYYY-MM-DD
			 * @example 2026-03-15
			 */
			AccountingDate?: string | null;
			/**
			 * Format: date
			 * @description When it is settled to the creditor, YYYY-MM-DD
			 * @example 2026-03-18
			 */
			SettlementDate?: string | null;
		};
		/** @description Amounts of an allocated payment, in currency units. In the sample the parts add up to the payment. */
		AllocatedPaymentAmounts: {
			/**
			 * @description The whole payment
			 * @example 125.5
			 */
			PaymentAmount?: number | null;
			/**
			 * @description Part that pays the invoice itself (pääoma)
			 * @example 125.5
			 */
			CapitalAmount?: number | null;
			/**
			 * @description Part that pays interest (korko)
			 * @example 0
			 */
			InterestAmount?: number | null;
			/**
			 * @description Part that pays the creditor's costs (kulut)
			 * @example 0
			 */
			CreditorCostsAmount?: number | null;
		};
		/** @description Where in the list this page is. */
		PageMeta: {
			/**
			 * @description Cash-In's id of the request; name it when asking them
			 * @example 00000000-0000-4000-8000-000000000001
			 */
			RequestId?: string | null;
			/**
			 * Format: date-time
			 * @description When the answer was made
			 * @example 2026-03-15T06:00:00Z
			 */
			Timestamp?: string | null;
			/**
			 * @description Rows on this page
			 * @example 1
			 */
			Count?: number | null;
			/**
			 * @description Number of this page; 1 in the sample
			 * @example 1
			 */
			Page?: number | null;
			/**
			 * @description Rows on a full page
			 * @example 100
			 */
			PageSize?: number | null;
			/**
			 * @description Rows in all
			 * @example 1
			 */
			TotalCount?: number | null;
		};
		/** @description One page of allocations. */
		AllocatedPaymentTransactionsResponse: {
			/** @description The allocations on this page */
			Data: components['schemas']['AllocatedPaymentTransaction'][];
			/** @description Where in the list this page is */
			Meta: components['schemas']['PageMeta'];
		};
		/** @description Answer to validating a token. Rely on the HTTP status, not on the body. */
		ValidationResponse: {
			/**
			 * @description Whether the key is valid
			 * @example true
			 */
			IsValid?: boolean | null;
			/**
			 * @description The same in words
			 * @example Token is valid
			 */
			Message?: string | null;
		};
		/** @description Answer to renewing a token. Secret. */
		RenewResponse: {
			/**
			 * @description Words about the renewal; may hold the new token
			 * @example Token renewed
			 */
			Message?: string | null;
			/**
			 * @description The new access token. Secret
			 * @example EXAMPLE-NOT-A-KEY
			 */
			AccessToken?: string | null;
		};
		/** @description Receivables to hand over or to update. */
		ReceivablesList: {
			/** @description The receivables */
			Receivables?: components['schemas']['Receivable'][] | null;
		};
		/** @description One receivable: an unpaid invoice and who owes it. */
		Receivable: {
			InvoiceNumber?: string | number | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * Format: date
			 * @description Date of the invoice, YYYY-MM-DD
			 * @example 2026-03-02
			 */
			InvoiceDate?: string | null;
			/**
			 * Format: date
			 * @description Due date (eräpäivä), YYYY-MM-DD
			 * @example 2026-03-16
			 */
			DueDate?: string | null;
			/**
			 * @description Reference number for the payment (viitenumero)
			 * @example 10427
			 */
			Reference?: string | null;
			/**
			 * @description What the receivable is for
			 * @example Maintenance, February 2026
			 */
			Description?: string | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description Sum to pay, in currency units
			 * @example 125.5
			 */
			TotalAmount?: number | null;
			/**
			 * @description Unpaid part of the invoice itself (pääoma), in currency units
			 * @example 125.5
			 */
			CapitalAmount?: number | null;
			/**
			 * @description Interest (korko), in currency units
			 * @example 0.75
			 */
			InterestAmount?: number | null;
			/**
			 * @description The creditor's costs (kulut), in currency units
			 * @example 5
			 */
			CreditorCostsAmount?: number | null;
			/**
			 * @description How late interest is set
			 * @example V
			 */
			InterestType?: string | null;
			/**
			 * @description Late interest, percent
			 * @example 8
			 */
			InterestNumber?: number | null;
			/**
			 * Format: date
			 * @description When you reminded the debtor yourself, YYYY-MM-DD
			 * @example 2026-03-30
			 */
			ReminderDate?: string | null;
			/**
			 * @description Contract or agreement number
			 * @example AGR-15
			 */
			AgreementIdentifier?: string | null;
			/**
			 * @description Seller's reference
			 * @example Order desk
			 */
			SalesReference?: string | null;
			/**
			 * @description Where a copy can be downloaded
			 * @example https://example.com/invoices/1042.pdf
			 */
			InvoiceCopyUrl?: string | null;
			/** @description Who owes */
			Debtor?: components['schemas']['Debtor'];
			/** @description Invoices, when the receivable groups several */
			Invoices?: components['schemas']['Invoice'][] | null;
			/** @description Payments you received yourself */
			Payments?: components['schemas']['Payment'][] | null;
			/**
			 * @description Capital still unpaid after the payment, in currency units
			 * @example 0
			 */
			OutstandingCapitalAmount?: number | null;
			/**
			 * @description Interest still unpaid after the payment, in currency units
			 * @example 0
			 */
			OutstandingInterestAmount?: number | null;
			/**
			 * @description Costs still unpaid after the payment, in currency units
			 * @example 0
			 */
			OutstandingCostsAmount?: number | null;
			/** @description Free name and value pairs */
			CustomParameters?: components['schemas']['CustomParameters'][] | null;
		};
		/** @description Who owes. Personal data. */
		Debtor: {
			/**
			 * @description Your customer number
			 * @example C-1007
			 */
			CustomerCode?: string | null;
			/**
			 * @description Name: company or person
			 * @example Esimerkki Asiakas
			 */
			Name?: string | null;
			/** @description Second line of the name */
			Name2?: string | null;
			/**
			 * @description Kind of debtor
			 * @example H
			 */
			Type?: string | null;
			/**
			 * @description Business id or personal identity code. Personal data: keep it out of URLs and logs
			 * @example 1234567-1
			 */
			Identifier?: string | null;
			/**
			 * @description Street address
			 * @example Esimerkkikatu 1
			 */
			StreetAddress?: string | null;
			/** @description Second line of the street address */
			StreetAddress2?: string | null;
			/**
			 * @description Postal code
			 * @example 00100
			 */
			PostalCode?: string | null;
			/**
			 * @description City
			 * @example HELSINKI
			 */
			City?: string | null;
			/**
			 * @description Country, ISO 3166 two letters
			 * @example FI
			 */
			Country?: string | null;
			/**
			 * @description E-mail address
			 * @example buyer@example.com
			 */
			Email?: string | null;
			/**
			 * @description Phone number
			 * @example +358400000000
			 */
			Phone?: string | null;
			/**
			 * @description Language for letters, two letters
			 * @example FI
			 */
			Language?: string | null;
			/** @description Whom to contact */
			ContactPerson?: components['schemas']['ContactPerson'];
		};
		/** @description A person to contact. */
		ContactPerson: {
			/**
			 * @description Name
			 * @example Esimerkki Yhteyshenkilö
			 */
			Name?: string | null;
			/**
			 * @description E-mail address
			 * @example buyer@example.com
			 */
			Email?: string | null;
			/**
			 * @description Phone number
			 * @example +358400000000
			 */
			Phone?: string | null;
			/**
			 * @description What the person is contacted about
			 * @example PRIMARY
			 */
			Role?: string | null;
		};
		/** @description A free name and value pair. */
		CustomParameters: {
			/**
			 * @description Name
			 * @example costCenter
			 */
			Name?: string | null;
			/**
			 * @description Value
			 * @example 310
			 */
			Value?: string | null;
		};
		/** @description An invoice as part of a receivable or a case. */
		Invoice: {
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * Format: date
			 * @description Date of the invoice, YYYY-MM-DD
			 * @example 2026-03-02
			 */
			InvoiceDate?: string | null;
			/**
			 * Format: date
			 * @description Due date (eräpäivä), YYYY-MM-DD
			 * @example 2026-03-16
			 */
			DueDate?: string | null;
			/**
			 * @description Reference number for the payment (viitenumero)
			 * @example 10427
			 */
			Reference?: string | null;
			/**
			 * @description Sum to pay, in currency units
			 * @example 125.5
			 */
			TotalAmount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description Still unpaid, in currency units
			 * @example 125.5
			 */
			OpenAmount?: number | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
		};
		/** @description A payment of an invoice. */
		Payment: {
			/**
			 * Format: date
			 * @description When the payment was made, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			PaymentDate?: string | null;
			/**
			 * @description Sum paid, in currency units
			 * @example 125.5
			 */
			Amount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description Reference number for the payment (viitenumero)
			 * @example 10427
			 */
			Reference?: string | null;
			/**
			 * @description Way of payment
			 * @example Bank transfer
			 */
			PaymentMethod?: string | null;
			/**
			 * Format: date
			 * @description When it was booked, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			BookingDate?: string | null;
			/**
			 * @description Comment in your own words
			 * @example Paid at the desk
			 */
			Comment?: string | null;
		};
		/** @description Answer to receivables sent in. */
		CollectionResponse: {
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * @description Id of the batch
			 * @example 3001
			 */
			BatchId?: string | number | null;
			/**
			 * @description How many receivables were taken
			 * @example 1
			 */
			UploadedReceivablesCount?: number | null;
			/**
			 * @description How many were not taken
			 * @example 0
			 */
			FailedReceivablesCount?: number | null;
			/** @description Those not taken */
			FailedReceivables?: components['schemas']['FailedItem'][] | null;
		};
		/** @description A receivable and where it stands. */
		ReceivableStatus: {
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description State of the receivable
			 * @example Open
			 */
			Status?: string | null;
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * Format: date
			 * @description Date of the invoice, YYYY-MM-DD
			 * @example 2026-03-02
			 */
			InvoiceDate?: string | null;
			/**
			 * Format: date
			 * @description Due date (eräpäivä), YYYY-MM-DD
			 * @example 2026-03-16
			 */
			DueDate?: string | null;
			/**
			 * @description Reference number for the payment (viitenumero)
			 * @example 10427
			 */
			Reference?: string | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description Sum to pay, in currency units
			 * @example 125.5
			 */
			TotalAmount?: number | null;
			/**
			 * @description The invoice itself (pääoma), in currency units
			 * @example 125.5
			 */
			CapitalAmount?: number | null;
			/**
			 * @description Interest (korko), in currency units
			 * @example 0.75
			 */
			InterestAmount?: number | null;
			/**
			 * @description The creditor's costs (kulut), in currency units
			 * @example 5
			 */
			CreditorCostsAmount?: number | null;
			/**
			 * @description Still unpaid, in currency units
			 * @example 125.5
			 */
			OpenAmount?: number | null;
		};
		/** @description Where a batch of receivables stands. */
		BatchStatus: {
			/**
			 * @description Id of the batch
			 * @example 3001
			 */
			BatchId?: string | number | null;
			/**
			 * @description State of the batch
			 * @example Processed
			 */
			Status?: string | null;
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * Format: date-time
			 * @description When it was created
			 * @example 2026-03-02T06:00:00Z
			 */
			CreatedDate?: string | null;
			/**
			 * @description How many were taken
			 * @example 2
			 */
			UploadedCount?: number | null;
			/**
			 * @description How many were not taken
			 * @example 0
			 */
			FailedCount?: number | null;
			/** @description One element for each receivable */
			Data?: components['schemas']['BatchDataResponse'][] | null;
		};
		/** @description What became of one receivable of a batch. */
		BatchDataResponse: {
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description State of the receivable
			 * @example Created
			 */
			Status?: string | null;
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/** @description Why it was not taken */
			ErrorMessage?: string | null;
		};
		/** @description Collection cases. */
		CaseList: {
			/** @description The cases */
			Cases?: components['schemas']['Case'][] | null;
		};
		/** @description One collection case with its invoices and payments. */
		Case: {
			/** @description The case in brief */
			Summary?: components['schemas']['CaseSummary'];
			/** @description What is still owed */
			Balance?: components['schemas']['CaseBalance'];
			/** @description Who owes */
			Debtor?: components['schemas']['Debtor'];
			/** @description Invoices of the case */
			Invoices?: components['schemas']['CaseInvoiceExtended'][] | null;
			/** @description Payments received */
			Payments?: components['schemas']['Payment'][] | null;
			/** @description What has happened */
			Events?: components['schemas']['CaseEvent'][] | null;
		};
		/** @description A collection case in brief. */
		CaseSummary: {
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description State of the case
			 * @example Open
			 */
			Status?: string | null;
			/**
			 * @description Phase the collection is in
			 * @example Reminder
			 */
			Stage?: string | null;
			/**
			 * Format: date-time
			 * @description When the case was opened
			 * @example 2026-03-31T08:00:00Z
			 */
			CreatedAt?: string | null;
			/**
			 * Format: date
			 * @description When the case was closed, YYYY-MM-DD; null while open
			 */
			ClosedAt?: string | null;
			/**
			 * @description Days the case has been open
			 * @example 12
			 */
			ActiveDays?: number | null;
			/**
			 * @description Name of the creditor
			 * @example Example Seller Oy
			 */
			Creditor?: string | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description Which company of the group handles it
			 * @example CASH-IN
			 */
			Agency?: string | null;
		};
		/** @description What is owed in a case, in currency units. */
		CaseBalance: {
			/**
			 * @description The invoice itself (pääoma), in currency units
			 * @example 125.5
			 */
			CapitalAmount?: number | null;
			/**
			 * @description Interest (korko), in currency units
			 * @example 0.75
			 */
			InterestAmount?: number | null;
			/**
			 * @description Unpaid costs, in currency units
			 * @example 5
			 */
			CostsAmount?: number | null;
			/**
			 * @description Unpaid in all, in currency units
			 * @example 131.25
			 */
			TotalAmount?: number | null;
		};
		/** @description Something that happened in a case. */
		CaseEvent: {
			/**
			 * Format: date-time
			 * @description When it happened
			 * @example 2026-03-31T08:00:00Z
			 */
			Date?: string | null;
			/**
			 * @description Kind of event
			 * @example Reminder
			 */
			Type?: string | null;
			/**
			 * @description The event in words
			 * @example First reminder sent
			 */
			Description?: string | null;
		};
		/** @description An invoice in a case with what is paid and open. */
		CaseInvoiceExtended: {
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * Format: date
			 * @description Date of the invoice, YYYY-MM-DD
			 * @example 2026-03-02
			 */
			InvoiceDate?: string | null;
			/**
			 * Format: date
			 * @description Due date (eräpäivä), YYYY-MM-DD
			 * @example 2026-03-16
			 */
			DueDate?: string | null;
			/**
			 * @description Reference number for the payment (viitenumero)
			 * @example 10427
			 */
			Reference?: string | null;
			/**
			 * @description Sum to pay, in currency units
			 * @example 125.5
			 */
			TotalAmount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description The invoice itself (pääoma), in currency units
			 * @example 125.5
			 */
			CapitalAmount?: number | null;
			/**
			 * @description Interest (korko), in currency units
			 * @example 0.75
			 */
			InterestAmount?: number | null;
			/**
			 * @description The creditor's costs (kulut), in currency units
			 * @example 5
			 */
			CreditorCostsAmount?: number | null;
			/**
			 * @description Paid so far, in currency units
			 * @example 0
			 */
			PaidAmount?: number | null;
			/**
			 * @description Still unpaid, in currency units
			 * @example 125.5
			 */
			OpenAmount?: number | null;
			/**
			 * @description State of the invoice
			 * @example Open
			 */
			Status?: string | null;
			/** @description Payments of the invoice */
			Payments?: components['schemas']['Payment'][] | null;
		};
		/** @description Everything one debtor owes you. */
		DebtorSummary: {
			/** @description Who owes */
			Debtor?: components['schemas']['Debtor'];
			/** @description The debtor's cases */
			Cases?: components['schemas']['CaseSummary'][] | null;
			/** @description The debtor's invoices */
			Invoices?: components['schemas']['Invoice'][] | null;
			/**
			 * @description The invoice itself (pääoma), in currency units
			 * @example 125.5
			 */
			CapitalAmount?: number | null;
			/**
			 * @description Interest (korko), in currency units
			 * @example 0.75
			 */
			InterestAmount?: number | null;
			/**
			 * @description Unpaid costs, in currency units
			 * @example 5
			 */
			CostsAmount?: number | null;
			/**
			 * @description Still unpaid, in currency units
			 * @example 125.5
			 */
			OpenAmount?: number | null;
		};
		/** @description Settlements in brief. */
		SettlementList: {
			/** @description The settlements, without rows */
			Settlements?: components['schemas']['Settlement'][] | null;
		};
		/** @description Money paid out to the creditor and the payments it consists of. */
		Settlement: {
			/**
			 * @description Number of the settlement
			 * @example 202603180001
			 */
			SettlementNumber?: string | number | null;
			/**
			 * Format: date
			 * @description Date of the settlement, YYYY-MM-DD
			 * @example 2026-03-18
			 */
			SettlementDate?: string | null;
			/**
			 * @description Sum paid out, in currency units
			 * @example 125.5
			 */
			SettlementAmount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description Which company of the group handles it
			 * @example CASH-IN
			 */
			Agency?: string | null;
			/**
			 * @description Reference of the payout
			 * @example 8090000000007
			 */
			RemittanceReference?: string | null;
			/** @description Who received the payout */
			Beneficiary?: components['schemas']['SettlementBeneficiary'];
			/**
			 * Format: date-time
			 * @description When it was first fetched; a sister API keeps this
			 */
			ApiFetchDate?: string | null;
			/** @description Payments the settlement consists of */
			SettlementRows?: components['schemas']['SettlementRows'][] | null;
		};
		/** @description Account a settlement was paid to. */
		SettlementBeneficiary: {
			/**
			 * @description Account holder
			 * @example Example Seller Oy
			 */
			Name?: string | null;
			/**
			 * @description IBAN
			 * @example FI2112345600000785
			 */
			Iban?: string | null;
			/**
			 * @description BIC
			 * @example EXAMFIHH
			 */
			Bic?: string | null;
		};
		/** @description One payment in a settlement. */
		SettlementRows: {
			/**
			 * @description Id of the allocation
			 * @example 123456
			 */
			AllocationId?: string | number | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * @description Reference number of the payment (viitenumero)
			 * @example 10427
			 */
			PaymentReference?: string | null;
			/**
			 * Format: date
			 * @description When it was allocated, YYYY-MM-DD
			 * @example 2026-03-16
			 */
			AllocationDate?: string | null;
			/**
			 * Format: date
			 * @description When the payment was made, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			PaymentDate?: string | null;
			/** @description Kind of payment */
			PaymentType?: components['schemas']['PaymentTypeCode'];
			/**
			 * @description The whole row, in currency units
			 * @example 125.5
			 */
			AllocatedTotalAmount?: number | null;
			/**
			 * @description The invoice itself (pääoma), in currency units
			 * @example 125.5
			 */
			CapitalAmount?: number | null;
			/**
			 * @description Interest (korko), in currency units
			 * @example 0.75
			 */
			InterestAmount?: number | null;
			/**
			 * @description The creditor's costs (kulut), in currency units
			 * @example 5
			 */
			CreditorCostsAmount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
		};
		/** @description Direct settlements in brief. */
		DirectSettlementList: {
			/** @description The direct settlements, without rows */
			DirectSettlements?: components['schemas']['DirectSettlements'][] | null;
		};
		/** @description A direct settlement. Working reading: payments the creditor received itself. */
		DirectSettlements: {
			/**
			 * @description Number of the settlement
			 * @example 202603180001
			 */
			SettlementNumber?: string | number | null;
			/**
			 * Format: date
			 * @description Date of the settlement, YYYY-MM-DD
			 * @example 2026-03-18
			 */
			SettlementDate?: string | null;
			/**
			 * @description Sum paid out, in currency units
			 * @example 125.5
			 */
			SettlementAmount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description Which company of the group handles it
			 * @example CASH-IN
			 */
			Agency?: string | null;
			/** @description Payments it consists of */
			DirectSettlementRows?: components['schemas']['DirectSettlementRows'][] | null;
		};
		/** @description One payment in a direct settlement. */
		DirectSettlementRows: {
			/**
			 * @description Id of the allocation
			 * @example 123456
			 */
			AllocationId?: string | number | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * @description Reference number of the payment (viitenumero)
			 * @example 10427
			 */
			PaymentReference?: string | null;
			/**
			 * Format: date
			 * @description When it was allocated, YYYY-MM-DD
			 * @example 2026-03-16
			 */
			AllocationDate?: string | null;
			/**
			 * Format: date
			 * @description When the payment was made, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			PaymentDate?: string | null;
			/** @description Kind of payment */
			PaymentType?: components['schemas']['PaymentTypeCode'];
			/**
			 * @description Way of payment
			 * @example Bank transfer
			 */
			PaymentMethod?: string | null;
			/**
			 * @description The whole row, in currency units
			 * @example 125.5
			 */
			AllocatedTotalAmount?: number | null;
			/**
			 * @description The invoice itself (pääoma), in currency units
			 * @example 125.5
			 */
			CapitalAmount?: number | null;
			/**
			 * @description Interest (korko), in currency units
			 * @example 0.75
			 */
			InterestAmount?: number | null;
			/**
			 * @description The creditor's costs (kulut), in currency units
			 * @example 5
			 */
			CreditorCostsAmount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
		};
		/** @description A receivable written off as credit loss (luottotappio). */
		CreditLossReceivable: {
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description The invoice itself (pääoma), in currency units
			 * @example 125.5
			 */
			CapitalAmount?: number | null;
			/**
			 * @description Interest (korko), in currency units
			 * @example 0.75
			 */
			InterestAmount?: number | null;
			/**
			 * @description The creditor's costs (kulut), in currency units
			 * @example 5
			 */
			CreditorCostsAmount?: number | null;
			/**
			 * Format: date
			 * @description When it was written off, YYYY-MM-DD
			 * @example 2026-04-01
			 */
			CreditLossDate?: string | null;
			/**
			 * @description Your customer number
			 * @example C-1007
			 */
			CustomerCode?: string | null;
			/**
			 * @description Name of the debtor
			 * @example Esimerkki Asiakas
			 */
			DebtorName?: string | null;
			/**
			 * @description Why it was written off
			 * @example No means
			 */
			Reason?: string | null;
		};
		/** @description A batch of invoices. */
		BatchInvoicesList: {
			/** @description The invoices */
			Invoices?: components['schemas']['BatchInvoices'][] | null;
			/**
			 * @description Your own name for the batch
			 * @example B-2026-03
			 */
			BatchId?: string | number | null;
		};
		/** @description One invoice of a batch. Read as the same members as SalesInvoice; it may hold something else. */
		BatchInvoices: components['schemas']['SalesInvoice'];
		/** @description Answer to a batch of invoices. */
		SalesInvoiceBatchResponse: {
			/**
			 * @description Id of the batch
			 * @example 3001
			 */
			BatchId?: string | number | null;
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * @description How many invoices were taken
			 * @example 1
			 */
			UploadedInvoicesCount?: number | null;
			/**
			 * @description How many were not taken
			 * @example 0
			 */
			FailedInvoicesCount?: number | null;
			/** @description Those not taken */
			FailedInvoices?: components['schemas']['FailedItem'][] | null;
		};
		/** @description A batch of invoices sent earlier. */
		InvoiceBatch: {
			/**
			 * @description Id of the batch
			 * @example 3001
			 */
			BatchId?: string | number | null;
			/**
			 * @description State of the batch
			 * @example Processed
			 */
			Status?: string | null;
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * Format: date-time
			 * @description When it was created
			 * @example 2026-03-02T06:00:00Z
			 */
			CreatedDate?: string | null;
			/**
			 * @description How many invoices it holds
			 * @example 2
			 */
			InvoicesCount?: number | null;
			/** @description Export lines, as they come */
			Lines?: unknown[] | null;
		};
		/** @description A sales invoice that names its seller. */
		SalesInvoiceWithSellerInfoDTO: components['schemas']['SalesInvoice'] & {
			/** @description Who sells */
			SellerInfo?: components['schemas']['SellerInfoDTO'];
		};
		/** @description The seller of an invoice. */
		SellerInfoDTO: {
			/**
			 * @description Seller's business id (Y-tunnus)
			 * @example 1234567-1
			 */
			BusinessId?: string | null;
			/**
			 * @description Seller's name
			 * @example Example Seller Oy
			 */
			Name?: string | null;
			/**
			 * @description Seller's VAT number
			 * @example FI12345671
			 */
			VatCode?: string | null;
			/** @description Seller's address */
			Address?: components['schemas']['SalesAddressDTO'];
			/**
			 * @description Contact person
			 * @example Esimerkki Myyjä
			 */
			ContactName?: string | null;
			/**
			 * @description E-mail address
			 * @example buyer@example.com
			 */
			Email?: string | null;
			/**
			 * @description Phone number
			 * @example +358400000000
			 */
			Phone?: string | null;
			/**
			 * @description Account the buyer pays to, IBAN
			 * @example FI2112345600000785
			 */
			Iban?: string | null;
			/**
			 * @description Bank of the account, BIC
			 * @example EXAMFIHH
			 */
			Bic?: string | null;
		};
		/** @description An address. */
		SalesAddressDTO: {
			/**
			 * @description Street address
			 * @example Esimerkkikatu 1
			 */
			StreetAddress?: string | null;
			/** @description Second line of the street address */
			StreetAddress2?: string | null;
			/**
			 * @description Postal code
			 * @example 00100
			 */
			PostalCode?: string | null;
			/**
			 * @description City
			 * @example HELSINKI
			 */
			City?: string | null;
			/**
			 * @description Country, ISO 3166 two letters
			 * @example FI
			 */
			Country?: string | null;
		};
		/** @description One page of sales invoices. */
		PagedSalesInvoicesResponse: {
			/** @description The invoices on this page */
			Data?: components['schemas']['OnlineSalesInvoices'][] | null;
			/** @description Where in the list this page is */
			Meta?: components['schemas']['PageMeta'];
		};
		/** @description A sales invoice in Cash-In and where it stands. */
		OnlineSalesInvoices: {
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * @description State of the invoice
			 * @example Open
			 */
			Status?: string | null;
			/**
			 * @description Kind of document
			 * @example I
			 */
			InvoiceType?: string | null;
			/**
			 * Format: date
			 * @description Date of the invoice, YYYY-MM-DD
			 * @example 2026-03-02
			 */
			InvoiceDate?: string | null;
			/**
			 * Format: date
			 * @description Due date (eräpäivä), YYYY-MM-DD
			 * @example 2026-03-16
			 */
			DueDate?: string | null;
			/**
			 * @description Reference number for the payment (viitenumero)
			 * @example 10427
			 */
			Reference?: string | null;
			/**
			 * @description Buyer's name
			 * @example Example Buyer Oy
			 */
			SalesName?: string | null;
			/**
			 * @description Your customer number of the buyer
			 * @example C-1007
			 */
			SalesCustomerCode?: string | null;
			/**
			 * @description Channel the invoice was delivered by
			 * @example E
			 */
			DeliveryType?: string | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description Sum without VAT, in currency units
			 * @example 100
			 */
			NetAmount?: number | null;
			/**
			 * @description VAT in all, in currency units
			 * @example 25.5
			 */
			TaxAmount?: number | null;
			/**
			 * @description Sum to pay, in currency units
			 * @example 125.5
			 */
			TotalAmount?: number | null;
			/**
			 * @description Still unpaid, in currency units
			 * @example 125.5
			 */
			OpenAmount?: number | null;
			/**
			 * @description Paid so far, in currency units
			 * @example 0
			 */
			PaidAmount?: number | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
		};
		/** @description How the delivery of one invoice went. */
		InvoicesDeliveryInformation: {
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * Format: date
			 * @description Date of the invoice, YYYY-MM-DD
			 * @example 2026-03-02
			 */
			InvoiceDate?: string | null;
			/**
			 * @description Channel
			 * @example E
			 */
			DeliveryType?: string | null;
			/**
			 * @description How it went
			 * @example Failed
			 */
			DeliveryStatus?: string | null;
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * Format: date-time
			 * @description When it was delivered
			 * @example 2026-03-02T10:15:00Z
			 */
			DeliveryDate?: string | null;
			/**
			 * @description State of payment control
			 * @example Active
			 */
			PaymentControlStatus?: string | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description Which company of the group handles it
			 * @example CASH-IN
			 */
			Agency?: string | null;
			/**
			 * @description Why it was not delivered
			 * @example E-mail address does not exist
			 */
			ErrorDescription?: string | null;
		};
		/** @description Where one invoice stands in payment control. */
		OnlineInvoicePaymentControl: {
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * @description State of the invoice
			 * @example Open
			 */
			Status?: string | null;
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * Format: date
			 * @description Due date (eräpäivä), YYYY-MM-DD
			 * @example 2026-03-16
			 */
			DueDate?: string | null;
			/**
			 * @description Sum to pay, in currency units
			 * @example 125.5
			 */
			TotalAmount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description State of payment control
			 * @example Active
			 */
			PaymentControlStatus?: string | null;
			/**
			 * @description Paid so far, in currency units
			 * @example 0
			 */
			PaidAmount?: number | null;
			/**
			 * @description Still unpaid, in currency units
			 * @example 125.5
			 */
			OpenAmount?: number | null;
		};
		/** @description Changes to an invoice already sent. Whether members left out stay as they were is not known. */
		SalesInvoiceUpdate: {
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * Format: date
			 * @description Due date (eräpäivä), YYYY-MM-DD
			 * @example 2026-03-16
			 */
			DueDate?: string | null;
			/** @description New state */
			Status?: string | null;
			/**
			 * @description Buyer's e-mail address
			 * @example buyer@example.com
			 */
			SalesEmail?: string | null;
			/**
			 * @description Buyer's phone number
			 * @example +358400000000
			 */
			SalesPhone?: string | null;
			/**
			 * @description Buyer's street address
			 * @example Esimerkkikatu 1
			 */
			SalesStreetAddress?: string | null;
			/** @description Second line of the street address */
			SalesStreetAddress2?: string | null;
			/**
			 * @description Buyer's postal code
			 * @example 00100
			 */
			SalesPostalCode?: string | null;
			/**
			 * @description Buyer's city
			 * @example HELSINKI
			 */
			SalesCity?: string | null;
			/**
			 * @description Buyer's country, ISO 3166 two letters
			 * @example FI
			 */
			SalesCountry?: string | null;
			/**
			 * @description Channel of delivery
			 * @example E
			 */
			DeliveryType?: string | null;
			/**
			 * @description E-invoice address (verkkolaskuosoite)
			 * @example 003712345671
			 */
			FinvoiceAccount?: string | null;
			/**
			 * @description E-invoice operator or OVT code
			 * @example 003712345671
			 */
			FinvoiceOVT?: string | null;
			/**
			 * @description Billing party's name
			 * @example Example Group Oy
			 */
			BillingName1?: string | null;
			/** @description Second line of the billing party's name */
			BillingName2?: string | null;
			/**
			 * @description Billing address, line 1
			 * @example Esimerkkitie 2
			 */
			BillingStreetAddr1?: string | null;
			/** @description Billing address, line 2 */
			BillingStreetAddr2?: string | null;
			/** @description Billing address, line 3 */
			BillingStreetAddr3?: string | null;
			/**
			 * @description Billing postal code
			 * @example 00200
			 */
			BillingPostalCode?: string | null;
			/**
			 * @description Billing city
			 * @example HELSINKI
			 */
			BillingCity?: string | null;
			/**
			 * @description Billing country, ISO 3166 two letters
			 * @example FI
			 */
			BillingCountry?: string | null;
			/**
			 * @description E-mail address for invoices
			 * @example invoices@example.com
			 */
			BillingEmailAddress?: string | null;
		};
		/** @description Answer to changing an invoice. */
		SalesInvoiceUpdateResponse: {
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * @description How many invoices were changed
			 * @example 1
			 */
			UpdatedInvoicesCount?: number | null;
			/**
			 * @description How many were not
			 * @example 0
			 */
			FailedInvoicesCount?: number | null;
			/** @description Those not changed */
			FailedInvoices?: components['schemas']['FailedItem'][] | null;
		};
		/** @description A payment you received yourself for an invoice. */
		SalesInvoicePayment: {
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * Format: date
			 * @description When the payment was made, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			PaymentDate?: string | null;
			/**
			 * @description Sum paid, in currency units
			 * @example 125.5
			 */
			Amount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description Kind of payment
			 * @example 8
			 */
			PaymentType?: string | null;
			/**
			 * @description Reference number of the payment (viitenumero)
			 * @example 10427
			 */
			PaymentReference?: string | null;
			/**
			 * @description Who paid
			 * @example Example Buyer Oy
			 */
			PayerName?: string | null;
			/**
			 * Format: date
			 * @description When it was booked, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			BookingDate?: string | null;
			/**
			 * @description Comment in your own words
			 * @example Paid at the desk
			 */
			Comment?: string | null;
		};
		/** @description Answer to payments sent in. */
		InvoicePaymentsResponse: {
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * @description How many payments were taken
			 * @example 1
			 */
			UploadedPaymentsCount?: number | null;
			/**
			 * @description How many were not
			 * @example 0
			 */
			FailedPaymentsCount?: number | null;
			/** @description Those not taken */
			FailedPayments?: components['schemas']['FailedItem'][] | null;
		};
		/** @description How many invoices went out by one channel. */
		ViewOnlineInvoiceDeliveryStats: {
			/**
			 * @description Channel
			 * @example E
			 */
			DeliveryType?: string | null;
			/**
			 * @description Invoices in all
			 * @example 120
			 */
			TotalCount?: number | null;
			/**
			 * @description Delivered
			 * @example 118
			 */
			SuccessfulCount?: number | null;
			/**
			 * @description Not delivered
			 * @example 2
			 */
			FailedCount?: number | null;
			/**
			 * Format: date
			 * @description Day the figures are for, YYYY-MM-DD
			 * @example 2026-03-02
			 */
			Date?: string | null;
			/**
			 * @description Month the figures are for, YYYY-MM
			 * @example 2026-03
			 */
			Month?: string | null;
		};
		/** @description Payments received. */
		ReceivedPaymentsResponse: {
			/** @description The payments */
			ReceivedPayments?: components['schemas']['ReceivedPayments'][] | null;
		};
		/** @description Payments received on one account and day. */
		ReceivedPayments: {
			/**
			 * Format: date
			 * @description When the payment was made, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			PaymentDate?: string | null;
			/**
			 * Format: date
			 * @description When it was booked, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			BookingDate?: string | null;
			/**
			 * @description Sum of the rows, in currency units
			 * @example 125.5
			 */
			TotalAmount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description Who paid, or the account
			 * @example Example Buyer Oy
			 */
			AccountName?: string | null;
			/** @description The payments one by one */
			ReceivedPaymentRows?: components['schemas']['ReceivedPaymentRows'][] | null;
		};
		/** @description One payment received. */
		ReceivedPaymentRows: {
			/**
			 * @description Collection case
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * @description Reference number on the invoice
			 * @example 10427
			 */
			InvoicePaymentReference?: string | null;
			/**
			 * @description Reference number the payer gave
			 * @example 10427
			 */
			OriginalPaymentReference?: string | null;
			/**
			 * @description Who paid, or the account
			 * @example Example Buyer Oy
			 */
			AccountName?: string | null;
			/**
			 * Format: date
			 * @description When it was booked, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			BookingDate?: string | null;
			/**
			 * Format: date
			 * @description When the payment was made, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			PaymentDate?: string | null;
			/**
			 * @description Sum paid, in currency units
			 * @example 125.5
			 */
			Amount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
		};
		/** @description One payment received, in another form; read as the same members as ReceivedPaymentRows. */
		NxsReceivedPayments: {
			/**
			 * @description Collection case
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * @description Reference number on the invoice
			 * @example 10427
			 */
			InvoicePaymentReference?: string | null;
			/**
			 * @description Reference number the payer gave
			 * @example 10427
			 */
			OriginalPaymentReference?: string | null;
			/**
			 * @description Who paid, or the account
			 * @example Example Buyer Oy
			 */
			AccountName?: string | null;
			/**
			 * Format: date
			 * @description When it was booked, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			BookingDate?: string | null;
			/**
			 * Format: date
			 * @description When the payment was made, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			PaymentDate?: string | null;
			/**
			 * @description Sum paid, in currency units
			 * @example 125.5
			 */
			Amount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
		};
		/** @description Change of an e-invoice address. Whether it concerns a customer, an invoice or the creditor itself is not known. */
		FinvoiceAccountUpdate: {
			/**
			 * @description Your customer number of the buyer
			 * @example C-1007
			 */
			SalesCustomerCode?: string | null;
			/**
			 * @description New e-invoice address (verkkolaskuosoite)
			 * @example 003712345671
			 */
			FinvoiceAccount?: string | null;
			/**
			 * @description E-invoice operator or OVT code
			 * @example 003712345671
			 */
			FinvoiceOVT?: string | null;
			/**
			 * @description Finvoice specification
			 * @example B2C
			 */
			FinvoiceSpecification?: string | null;
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
		};
		/** @description Answer to changing an e-invoice address. */
		FinvoiceAccountUpdateResponse: {
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * @description How many records were changed
			 * @example 1
			 */
			UpdatedCount?: number | null;
		};
		/** @description A buyer's order to receive e-invoices in the bank (verkkolaskusopimus). */
		ElectronicInvoicingContracts: {
			/**
			 * @description Your customer number of the buyer
			 * @example C-1007
			 */
			SalesCustomerCode?: string | null;
			/**
			 * @description Buyer's name
			 * @example Esimerkki Asiakas
			 */
			SalesName?: string | null;
			/**
			 * @description E-invoice address (verkkolaskuosoite)
			 * @example 003712345671
			 */
			FinvoiceAccount?: string | null;
			/**
			 * @description E-invoice operator or OVT code
			 * @example 003712345671
			 */
			FinvoiceOVT?: string | null;
			/**
			 * @description Reference the buyer gave
			 * @example 10427
			 */
			Reference?: string | null;
			/**
			 * @description State of the order
			 * @example Active
			 */
			Status?: string | null;
			/**
			 * @description What the buyer asked for
			 * @example add
			 */
			Action?: string | null;
			/**
			 * Format: date
			 * @description First day, YYYY-MM-DD
			 * @example 2026-03-01
			 */
			StartDate?: string | null;
			/**
			 * Format: date
			 * @description Last day, YYYY-MM-DD
			 */
			EndDate?: string | null;
		};
		/** @description A product. */
		OnlineProduct: {
			/**
			 * @description Product code
			 * @example P-100
			 */
			ProdCode?: string | null;
			/**
			 * @description Name
			 * @example Maintenance hour
			 */
			Name?: string | null;
			/**
			 * @description Description, as it stands on the invoice row
			 * @example Maintenance work
			 */
			Description?: string | null;
			/**
			 * @description Price of one unit, in currency units
			 * @example 100
			 */
			Price?: number | null;
			/**
			 * @description VAT, percent
			 * @example 25.5
			 */
			VatPercent?: number | null;
			/**
			 * @description How the price relates to VAT
			 * @example N
			 */
			VatType?: string | null;
			/**
			 * @description Unit (kpl means pieces)
			 * @example h
			 */
			Unit?: string | null;
			/**
			 * @description Discount, percent
			 * @example 0
			 */
			DiscountPercent?: number | null;
			/** @description EAN code */
			EanCode?: string | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
		};
		/** @description Products to add. */
		SalesItems: components['schemas']['OnlineProduct'][];
		/** @description Answer to products sent in. */
		SalesItemResponse: {
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * @description How many products were taken
			 * @example 1
			 */
			UploadedItemsCount?: number | null;
			/**
			 * @description How many were not
			 * @example 0
			 */
			FailedItemsCount?: number | null;
			/** @description Those not taken */
			FailedItems?: components['schemas']['FailedItem'][] | null;
		};
		/** @description A customer. */
		OnlineCustomer: {
			/**
			 * @description Your customer number
			 * @example C-1007
			 */
			CustomerCode?: string | null;
			/**
			 * @description Name: company or person
			 * @example Example Buyer Oy
			 */
			Name?: string | null;
			/** @description Second line of the name */
			Name2?: string | null;
			/**
			 * @description Street address
			 * @example Esimerkkikatu 1
			 */
			StreetAddress?: string | null;
			/** @description Second line of the street address */
			StreetAddress2?: string | null;
			/**
			 * @description Postal code
			 * @example 00100
			 */
			PostalCode?: string | null;
			/**
			 * @description City
			 * @example HELSINKI
			 */
			City?: string | null;
			/**
			 * @description Country, ISO 3166 two letters
			 * @example FI
			 */
			Country?: string | null;
			/**
			 * @description Kind of customer
			 * @example H
			 */
			Type?: string | null;
			/**
			 * @description Business id or personal identity code. Personal data
			 * @example 1234567-1
			 */
			Identifier?: string | null;
			/**
			 * @description E-mail address
			 * @example buyer@example.com
			 */
			Email?: string | null;
			/**
			 * @description Phone number
			 * @example +358400000000
			 */
			Phone?: string | null;
			/**
			 * @description Channel invoices are delivered by
			 * @example E
			 */
			DeliveryType?: string | null;
			/**
			 * @description E-invoice address (verkkolaskuosoite)
			 * @example 003712345671
			 */
			FinvoiceAccount?: string | null;
			/**
			 * @description E-invoice operator or OVT code
			 * @example 003712345671
			 */
			FinvoiceOVT?: string | null;
			/**
			 * @description Language of invoices, two letters
			 * @example FI
			 */
			InvoiceLanguage?: string | null;
			/**
			 * @description Payment term in days
			 * @example 14
			 */
			PaymentTermsCode?: number | null;
			/**
			 * @description Billing party's name
			 * @example Example Group Oy
			 */
			BillingName1?: string | null;
			/** @description Second line of the billing party's name */
			BillingName2?: string | null;
			/**
			 * @description Billing address, line 1
			 * @example Esimerkkitie 2
			 */
			BillingStreetAddr1?: string | null;
			/** @description Billing address, line 2 */
			BillingStreetAddr2?: string | null;
			/** @description Billing address, line 3 */
			BillingStreetAddr3?: string | null;
			/**
			 * @description Billing postal code
			 * @example 00200
			 */
			BillingPostalCode?: string | null;
			/**
			 * @description Billing city
			 * @example HELSINKI
			 */
			BillingCity?: string | null;
			/**
			 * @description Billing country, ISO 3166 two letters
			 * @example FI
			 */
			BillingCountry?: string | null;
			/**
			 * @description E-mail address for invoices
			 * @example invoices@example.com
			 */
			BillingEmailAddress?: string | null;
		};
		/** @description Answer to customers sent in. */
		OnlineCustomerResponse: {
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * @description How many customers were taken
			 * @example 1
			 */
			UploadedCustomersCount?: number | null;
			/**
			 * @description How many were not
			 * @example 0
			 */
			FailedCustomersCount?: number | null;
			/** @description Those not taken */
			FailedCustomers?: components['schemas']['FailedItem'][] | null;
		};
		/** @description Answer to changing a customer. */
		OnlineCustomerUpdateResponse: {
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * @description Your customer number
			 * @example C-1007
			 */
			CustomerCode?: string | null;
		};
		/** @description How the delivery of one external invoice went. */
		IntermediatorInvoice: {
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * Format: date
			 * @description Date of the invoice, YYYY-MM-DD
			 * @example 2026-03-02
			 */
			InvoiceDate?: string | null;
			/**
			 * @description Channel
			 * @example E
			 */
			DeliveryType?: string | null;
			/**
			 * @description How it went
			 * @example Delivered
			 */
			DeliveryStatus?: string | null;
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * Format: date-time
			 * @description When it was delivered
			 * @example 2026-03-02T10:15:00Z
			 */
			DeliveryDate?: string | null;
			/**
			 * @description State of payment control
			 * @example Active
			 */
			PaymentControlStatus?: string | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description Which company of the group handles it
			 * @example CASH-IN
			 */
			Agency?: string | null;
			/** @description Why it was not delivered */
			ErrorDescription?: string | null;
			/**
			 * @description Your own record of the agreement
			 * @example EXT-31
			 */
			ExternalAgreementIdentifier?: string | null;
			/**
			 * @description Seller's name
			 * @example Example Seller Oy
			 */
			SellerName?: string | null;
			/**
			 * @description Seller's business id (Y-tunnus)
			 * @example 1234567-1
			 */
			SellerBusinessId?: string | null;
		};
		/** @description An external invoice and its payments. */
		ExternalInvoice: {
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * Format: date
			 * @description Date of the invoice, YYYY-MM-DD
			 * @example 2026-03-02
			 */
			InvoiceDate?: string | null;
			/**
			 * Format: date
			 * @description Due date (eräpäivä), YYYY-MM-DD
			 * @example 2026-03-16
			 */
			DueDate?: string | null;
			/**
			 * @description Reference number for the payment (viitenumero)
			 * @example 10427
			 */
			Reference?: string | null;
			/**
			 * @description Sum to pay, in currency units
			 * @example 125.5
			 */
			TotalAmount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description State of the invoice
			 * @example Open
			 */
			Status?: string | null;
			/**
			 * @description Still unpaid, in currency units
			 * @example 125.5
			 */
			OpenAmount?: number | null;
			/**
			 * @description Paid so far, in currency units
			 * @example 0
			 */
			PaidAmount?: number | null;
			/** @description Payments one by one */
			ExternalInvoiceRows?: components['schemas']['ExternalInvoiceRows'][] | null;
		};
		/** @description One payment of an external invoice. */
		ExternalInvoiceRows: {
			/**
			 * Format: date
			 * @description When the payment was made, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			PaymentDate?: string | null;
			/**
			 * Format: date
			 * @description When it was booked, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			BookingDate?: string | null;
			/**
			 * @description Sum paid, in currency units
			 * @example 125.5
			 */
			Amount?: number | null;
			/**
			 * @description Kind of payment
			 * @example 8
			 */
			PaymentType?: string | null;
			/**
			 * @description In words
			 * @example Bank transfer
			 */
			Description?: string | null;
			/**
			 * @description Reference of the payment
			 * @example 10427
			 */
			Reference?: string | null;
		};
		/** @description A payment of an external invoice that came directly to the creditor. */
		IntermediationInvoiceDirectPayments: {
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * @description Sum paid, in currency units
			 * @example 125.5
			 */
			Amount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * Format: date
			 * @description When the payment was made, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			PaymentDate?: string | null;
			/**
			 * @description Way of payment
			 * @example Bank transfer
			 */
			PaymentMethod?: string | null;
			/**
			 * @description Reference number for the payment (viitenumero)
			 * @example 10427
			 */
			Reference?: string | null;
			/**
			 * @description Comment in your own words
			 * @example Paid at the desk
			 */
			Comment?: string | null;
			/**
			 * @description Capital still unpaid after the payment, in currency units
			 * @example 0
			 */
			OutstandingCapitalAmount?: number | null;
			/**
			 * @description Interest still unpaid after the payment, in currency units
			 * @example 0
			 */
			OutstandingInterestAmount?: number | null;
			/**
			 * @description Costs still unpaid after the payment, in currency units
			 * @example 0
			 */
			OutstandingCostsAmount?: number | null;
		};
		/** @description Answer to direct payments sent in. */
		IntermediationInvoiceDirectPaymentResponse: {
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * @description How many payments were taken
			 * @example 1
			 */
			UploadedPaymentsCount?: number | null;
			/**
			 * @description How many were not
			 * @example 0
			 */
			FailedPaymentsCount?: number | null;
			/** @description Those not taken */
			FailedPayments?: components['schemas']['FailedItem'][] | null;
		};
		/** @description What to do with external invoices. */
		ExternalInvoiceActions: {
			/** @description The actions */
			Actions?: components['schemas']['ExternalInvoiceAction'][] | null;
		};
		/** @description One action on one invoice. */
		ExternalInvoiceAction: {
			/**
			 * @description What to do
			 * @example COMMENT
			 */
			Code?: string | null;
			/**
			 * @description Comment in your own words
			 * @example Paid at the desk
			 */
			Comment?: string | null;
			/** @description What the action needs to know */
			Data?: components['schemas']['ExternalInvoiceActionData'];
		};
		/** @description What an action needs to know. */
		ExternalInvoiceActionData: {
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
			/**
			 * Format: date
			 * @description New due date of the case, YYYY-MM-DD
			 * @example 2026-04-15
			 */
			DueDate?: string | null;
			/**
			 * @description Way of payment
			 * @example Bank transfer
			 */
			PaymentMethod?: string | null;
			/**
			 * @description Sum paid, in currency units
			 * @example 125.5
			 */
			Amount?: number | null;
			/**
			 * @description Currency, ISO 4217
			 * @example EUR
			 */
			Currency?: string | null;
			/**
			 * Format: date
			 * @description When the payment was made, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			PaymentDate?: string | null;
			/**
			 * @description Reference number for the payment (viitenumero)
			 * @example 10427
			 */
			Reference?: string | null;
			/**
			 * @description Capital still unpaid after the payment, in currency units
			 * @example 0
			 */
			OutstandingCapitalAmount?: number | null;
			/**
			 * @description Interest still unpaid after the payment, in currency units
			 * @example 0
			 */
			OutstandingInterestAmount?: number | null;
			/**
			 * @description Costs still unpaid after the payment, in currency units
			 * @example 0
			 */
			OutstandingCostsAmount?: number | null;
		};
		/** @description Answer to an action. */
		InvoiceActionResponse: {
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * @description State of the action
			 * @example pending
			 */
			Status?: string | null;
		};
		/** @description Where an external agreement stands. */
		ExternalAgreementStatusResponse: {
			/**
			 * @description Your own record of the agreement
			 * @example EXT-31
			 */
			ExternalAgreementIdentifier?: string | null;
			/**
			 * @description State of the agreement
			 * @example Active
			 */
			Status?: string | null;
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * @description Whether it is in force
			 * @example true
			 */
			Active?: boolean | null;
		};
		/** @description A new creditor. */
		Creditor: {
			/** @description Which service the creditor uses */
			Service?: components['schemas']['CreditorService'];
			/** @description Business details */
			CreditorData?: components['schemas']['CreditorData'];
			/** @description Service settings and bank account */
			CreditorDetails?: components['schemas']['CreditorDetails'];
			/** @description People to contact */
			ContactPersons?: components['schemas']['ContactPerson'][] | null;
		};
		/** @description Which service a creditor uses. */
		CreditorService: {
			/**
			 * @description Service
			 * @example LIFECYCLE
			 */
			Type?: string | null;
			/**
			 * @description Your code as a partner
			 * @example EXAMPLE1
			 */
			PartnerCode?: string | null;
		};
		/** @description Business details of a creditor. */
		CreditorData: {
			/**
			 * @description Name of the company
			 * @example Example Seller Oy
			 */
			Name?: string | null;
			/**
			 * @description Business id (Y-tunnus)
			 * @example 1234567-1
			 */
			BusinessCode?: string | null;
			/**
			 * @description VAT number
			 * @example FI12345671
			 */
			VatRegNbr?: string | null;
			/**
			 * @description Street address
			 * @example Esimerkkikatu 1
			 */
			PostalAddress?: string | null;
			/**
			 * @description Postal code
			 * @example 00100
			 */
			PostalCode?: string | null;
			/**
			 * @description City
			 * @example HELSINKI
			 */
			PostalDistrict?: string | null;
			/**
			 * @description Country, ISO 3166 two letters
			 * @example FI
			 */
			CountryCode?: string | null;
			/**
			 * @description Phone number
			 * @example +358400000000
			 */
			Telephone?: string | null;
			/**
			 * @description E-mail address
			 * @example office@example.com
			 */
			Email?: string | null;
			/**
			 * @description Website
			 * @example https://example.com
			 */
			Website?: string | null;
			/**
			 * @description Language, ISO 639-1
			 * @example FI
			 */
			LanguageCode?: string | null;
		};
		/** @description Service settings and bank account of a creditor. */
		CreditorDetails: {
			/**
			 * @description Service
			 * @example LIFECYCLE
			 */
			ServiceType?: string | null;
			/**
			 * @description Your code as a partner
			 * @example EXAMPLE1
			 */
			PartnerCode?: string | null;
			/**
			 * @description Account payouts go to, IBAN
			 * @example FI2112345600000785
			 */
			Iban?: string | null;
			/**
			 * @description Bank of the account, BIC
			 * @example EXAMFIHH
			 */
			Bic?: string | null;
			/** @description Accounting system in use */
			AccountingSystem?: string | null;
			/**
			 * @description Your own record of the agreement
			 * @example EXT-31
			 */
			ExternalAgreementIdentifier?: string | null;
		};
		/** @description What a creditor calls the API with. Secret. */
		CreditorResponse: {
			/**
			 * @description Cash-In's id of the creditor
			 * @example 5001
			 */
			CreditorIdentifier?: string | number | null;
			/**
			 * @description Customer code of the creditor
			 * @example 7001
			 */
			CustomerCode?: string | null;
			/**
			 * @description Start of the creditor's payment references
			 * @example 7001
			 */
			PaymentReferencePrefix?: string | null;
			/**
			 * @description The creditor's access token. Secret
			 * @example EXAMPLE-NOT-A-KEY
			 */
			AccessToken?: string | null;
		};
		/** @description Changes to a creditor. The name of this wrapper is ours. */
		CreditorUpdate: {
			/** @description Business details */
			CreditorUpdateData?: components['schemas']['CreditorUpdateData'];
			/** @description Service settings and bank account. A changed account moves payouts: check it twice */
			CreditorUpdateDetails?: components['schemas']['CreditorUpdateDetails'];
			/** @description People to contact */
			ContactPersons?: components['schemas']['ContactPerson'][] | null;
		};
		/** @description Changed business details of a creditor. */
		CreditorUpdateData: {
			/**
			 * @description Name of the company
			 * @example Example Seller Oy
			 */
			Name?: string | null;
			/**
			 * @description Business id (Y-tunnus)
			 * @example 1234567-1
			 */
			BusinessCode?: string | null;
			/**
			 * @description VAT number
			 * @example FI12345671
			 */
			VatRegNbr?: string | null;
			/**
			 * @description Street address
			 * @example Esimerkkikatu 1
			 */
			PostalAddress?: string | null;
			/**
			 * @description Postal code
			 * @example 00100
			 */
			PostalCode?: string | null;
			/**
			 * @description City
			 * @example HELSINKI
			 */
			PostalDistrict?: string | null;
			/**
			 * @description Country, ISO 3166 two letters
			 * @example FI
			 */
			CountryCode?: string | null;
			/**
			 * @description Phone number
			 * @example +358400000000
			 */
			Telephone?: string | null;
			/**
			 * @description E-mail address
			 * @example office@example.com
			 */
			Email?: string | null;
			/**
			 * @description Website
			 * @example https://example.com
			 */
			Website?: string | null;
			/**
			 * @description Language, ISO 639-1
			 * @example FI
			 */
			LanguageCode?: string | null;
		};
		/** @description Changed service settings and bank account of a creditor. */
		CreditorUpdateDetails: {
			/**
			 * @description Service
			 * @example LIFECYCLE
			 */
			ServiceType?: string | null;
			/**
			 * @description Your code as a partner
			 * @example EXAMPLE1
			 */
			PartnerCode?: string | null;
			/**
			 * @description Account payouts go to, IBAN
			 * @example FI2112345600000785
			 */
			Iban?: string | null;
			/**
			 * @description Bank of the account, BIC
			 * @example EXAMFIHH
			 */
			Bic?: string | null;
			/** @description Accounting system in use */
			AccountingSystem?: string | null;
			/**
			 * @description Your own record of the agreement
			 * @example EXT-31
			 */
			ExternalAgreementIdentifier?: string | null;
		};
		/** @description Answer to changing a creditor. */
		CreditorUpdateResponse: {
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * @description Customer code of the creditor
			 * @example 7001
			 */
			CustomerCode?: string | null;
		};
		/** @description Creditors and the partner's own records of them. */
		ExternalAgreementIdentifiers: {
			/** @description One element for each creditor */
			CreditorIdentifiers?: components['schemas']['CreditorIdentifiers'][] | null;
		};
		/** @description A creditor and the partner's own record of it. */
		CreditorIdentifiers: {
			/**
			 * @description Customer code of the creditor
			 * @example 7001
			 */
			CustomerCode?: string | null;
			/**
			 * @description Business id (Y-tunnus)
			 * @example 1234567-1
			 */
			BusinessCode?: string | null;
			/**
			 * @description Your own record of the agreement
			 * @example EXT-31
			 */
			ExternalAgreementIdentifier?: string | null;
			/**
			 * @description Name of the creditor
			 * @example Example Seller Oy
			 */
			Name?: string | null;
		};
		/** @description How the delivery of one invoice went, and whose it was. */
		SellerDeliveryInformation: components['schemas']['InvoicesDeliveryInformation'] & {
			/**
			 * @description Seller's business id (Y-tunnus)
			 * @example 1234567-1
			 */
			SellerBusinessId?: string | null;
			/**
			 * @description Seller's name
			 * @example Example Seller Oy
			 */
			SellerName?: string | null;
		};
		/** @description Text messages to send. */
		SmsData: {
			/** @description The messages */
			Messages?: components['schemas']['Messages'][] | null;
			/**
			 * @description Who the message seems to come from
			 * @example ExampleOy
			 */
			Sender?: string | null;
		};
		/** @description One text message. */
		Messages: {
			/**
			 * @description Receiver's number in E.164 form. Personal data
			 * @example +358400000000
			 */
			PhoneNumber?: string | null;
			/**
			 * @description The text
			 * @example Your invoice 1042 is due on 16.3.2026.
			 */
			Message?: string | null;
			/**
			 * @description Your own reference of the message
			 * @example SMS-1
			 */
			Reference?: string | null;
			/**
			 * @description Your own invoice number
			 * @example 1042
			 */
			InvoiceNumber?: string | number | null;
			/**
			 * @description Collection case; in the lifecycle service every invoice has its own
			 * @example CASE-2001
			 */
			CaseId?: string | number | null;
		};
		/** @description Answer to text messages. */
		SmsResponse: {
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * @description How many were sent
			 * @example 1
			 */
			SentMessagesCount?: number | null;
			/**
			 * @description How many were not
			 * @example 0
			 */
			FailedMessagesCount?: number | null;
			/** @description One element for each message */
			DeliveryReports?: components['schemas']['SmsDeliveryReport'][] | null;
		};
		/** @description What became of one text message. */
		SmsDeliveryReport: {
			/**
			 * @description Id of the message
			 * @example 90001
			 */
			MessageId?: string | number | null;
			/**
			 * @description Receiver's number. Personal data
			 * @example +358400000000
			 */
			PhoneNumber?: string | null;
			/**
			 * @description State of the message
			 * @example Sent
			 */
			Status?: string | null;
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * Format: date-time
			 * @description When it arrived
			 * @example 2026-03-10T09:00:05Z
			 */
			DeliveredAt?: string | null;
		};
		/** @description Meter reading documents to make. */
		MeterDocumentList: {
			/** @description The documents */
			Documents?: components['schemas']['MeterDocument'][] | null;
		};
		/** @description One meter reading document. */
		MeterDocument: {
			/**
			 * @description Your number of the document
			 * @example D-77
			 */
			DocumentNumber?: string | number | null;
			/**
			 * Format: date
			 * @description Date of the document, YYYY-MM-DD
			 * @example 2026-03-02
			 */
			DocumentDate?: string | null;
			/** @description Who sends it */
			Company?: components['schemas']['MeterCompany'];
			/** @description Who receives it */
			Customer?: components['schemas']['DocumentCustomer'];
			/** @description Where the meter is */
			UsageLocation?: components['schemas']['MeterUsageLocation'];
			/** @description The readings */
			Readings?: components['schemas']['MeterReading'][] | null;
			/**
			 * @description Channel of delivery
			 * @example E
			 */
			DeliveryType?: string | null;
			/**
			 * @description Language of the document, two letters
			 * @example FI
			 */
			Language?: string | null;
		};
		/** @description The company a meter document comes from. */
		MeterCompany: {
			/**
			 * @description Name
			 * @example Example Energy Oy
			 */
			Name?: string | null;
			/**
			 * @description Business id (Y-tunnus)
			 * @example 1234567-1
			 */
			BusinessCode?: string | null;
			/**
			 * @description Street address
			 * @example Esimerkkikatu 1
			 */
			StreetAddress?: string | null;
			/**
			 * @description Postal code
			 * @example 00100
			 */
			PostalCode?: string | null;
			/**
			 * @description City
			 * @example HELSINKI
			 */
			City?: string | null;
			/**
			 * @description Phone number
			 * @example +358400000000
			 */
			Phone?: string | null;
			/**
			 * @description E-mail address
			 * @example buyer@example.com
			 */
			Email?: string | null;
		};
		/** @description Who a document goes to. */
		DocumentCustomer: {
			/**
			 * @description Your customer number
			 * @example C-1007
			 */
			CustomerCode?: string | null;
			/**
			 * @description Name: company or person
			 * @example Esimerkki Asiakas
			 */
			Name?: string | null;
			/**
			 * @description Street address
			 * @example Esimerkkikatu 1
			 */
			StreetAddress?: string | null;
			/**
			 * @description Postal code
			 * @example 00100
			 */
			PostalCode?: string | null;
			/**
			 * @description City
			 * @example HELSINKI
			 */
			City?: string | null;
			/**
			 * @description Country, ISO 3166 two letters
			 * @example FI
			 */
			Country?: string | null;
			/**
			 * @description E-mail address
			 * @example buyer@example.com
			 */
			Email?: string | null;
		};
		/** @description Where a meter is. */
		MeterUsageLocation: {
			/**
			 * @description Your code of the place
			 * @example L-12
			 */
			LocationCode?: string | null;
			/**
			 * @description Street address
			 * @example Esimerkkikatu 1
			 */
			StreetAddress?: string | null;
			/**
			 * @description Postal code
			 * @example 00100
			 */
			PostalCode?: string | null;
			/**
			 * @description City
			 * @example HELSINKI
			 */
			City?: string | null;
		};
		/** @description One reading of a meter. */
		MeterReading: {
			/**
			 * @description Number of the meter
			 * @example M-4471
			 */
			MeterNbr?: string | null;
			/**
			 * @description Reading at the start
			 * @example 10250
			 */
			MeterStartValue?: string | null;
			/**
			 * @description Reading at the end
			 * @example 10410
			 */
			MeterEndValue?: string | null;
			/**
			 * @description Period between the readings
			 * @example 2026-02
			 */
			MeterTimePeriod?: string | null;
			/**
			 * @description Unit of the reading
			 * @example kWh
			 */
			Unit?: string | null;
			/**
			 * @description What is measured
			 * @example Electricity
			 */
			Description?: string | null;
		};
		/** @description Answer to documents sent in. */
		DocumentResponse: {
			/**
			 * @description Result or state in Cash-In's own words
			 * @example OK
			 */
			StatusDescription?: string | null;
			/**
			 * @description How many documents were taken
			 * @example 1
			 */
			UploadedDocumentsCount?: number | null;
			/**
			 * @description How many were not
			 * @example 0
			 */
			FailedDocumentsCount?: number | null;
			/** @description Those not taken */
			FailedDocuments?: components['schemas']['FailedItem'][] | null;
		};
		/** @description Accounting vouchers. No operation in Cash-In's menu uses them. */
		IntegrationsAccountingLedgerData: {
			/** @description The voucher */
			Ledgers?: components['schemas']['Ledgers'];
		};
		/** @description One accounting voucher. */
		Ledgers: {
			/**
			 * @description Id of the voucher
			 * @example L-1
			 */
			LedgerIdentifier?: string | number | null;
			/**
			 * @description Whose books
			 * @example 1234567-1
			 */
			CompanyIdentifier?: string | null;
			/**
			 * @description Kind of voucher
			 * @example ML
			 */
			DocumentType?: string | null;
			/**
			 * @description Name of the voucher
			 * @example March sales
			 */
			DocumentName?: string | null;
			/**
			 * Format: date
			 * @description Date of the voucher, YYYY-MM-DD
			 * @example 2026-03-31
			 */
			DocumentDate?: string | null;
			/**
			 * @description Description; the sister API takes at most 210 characters
			 * @example Sales of March 2026
			 */
			DocumentDescription?: string | null;
			/**
			 * @description How amounts relate to VAT
			 * @example GROSS
			 */
			CalculationMode?: string | null;
			/** @description The rows */
			LedgerRows?: components['schemas']['LedgerRows'][] | null;
		};
		/** @description One row of a voucher. */
		LedgerRows: {
			/**
			 * Format: date
			 * @description When it was booked, YYYY-MM-DD
			 * @example 2026-03-14
			 */
			BookingDate?: string | null;
			/**
			 * @description Account in the books
			 * @example 3000
			 */
			AccountNumber?: string | null;
			/**
			 * @description Account of the VAT
			 * @example 2939
			 */
			VatAccountNumber?: string | null;
			/** @description Kind of VAT */
			VatType?: string | null;
			/**
			 * @description VAT, percent
			 * @example 25.5
			 */
			VatPercentage?: number | null;
			/** @description VAT code */
			VatCode?: string | null;
			/**
			 * @description Sum paid, in currency units
			 * @example 125.5
			 */
			Amount?: number | null;
			/**
			 * @description Sum without VAT, in currency units
			 * @example 100
			 */
			NetAmount?: number | null;
			/**
			 * @description 1 for a VAT row, else 0
			 * @example 0
			 */
			IsVatRow?: number | null;
			/** @description Project */
			ProjectNumber?: string | null;
			/** @description Kind of transaction */
			TransactionType?: string | null;
			/** @description The transaction in words */
			TransactionDescription?: string | null;
			/** @description Cost centres and the like */
			LedgerDimensions?: components['schemas']['LedgerRowDimensions'][] | null;
		};
		/** @description One dimension of a voucher row. */
		LedgerRowDimensions: {
			/**
			 * @description Kind of dimension
			 * @example COST_CENTER
			 */
			DimensionType?: string | null;
			/**
			 * @description Value
			 * @example 310
			 */
			DimensionValue?: string | null;
		};
	};
	responses: {
		/** @description No rows. An empty list may come as 204, as in the sister API, or as an empty list. */
		NoRows: {
			headers: {
				[name: string]: unknown;
			};
			content?: never;
		};
		/** @description Deleted. */
		Deleted: {
			headers: {
				[name: string]: unknown;
			};
			content?: never;
		};
		/** @description The request is malformed or misses a required parameter. */
		BadRequest: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				/**
				 * @example {
				 *       "Message": "InvoiceRows is missing"
				 *     }
				 */
				'application/json': components['schemas']['ErrorMessage'];
			};
		};
		/** @description The key is missing, wrong, or of another environment. */
		Unauthorized: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				/**
				 * @example {
				 *       "Message": "The key is not valid"
				 *     }
				 */
				'application/json': components['schemas']['ErrorMessage'];
			};
		};
		/** @description Well-formed, but a business rule forbids it, such as an invoice in a terminal state. */
		BusinessRule: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				/**
				 * @example {
				 *       "Message": "The invoice is already paid"
				 *     }
				 */
				'application/json': components['schemas']['ErrorMessage'];
			};
		};
		/** @description The key lacks the right to do this. */
		Forbidden: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				/**
				 * @example {
				 *       "Message": "The key has no right to this"
				 *     }
				 */
				'application/json': components['schemas']['ErrorMessage'];
			};
		};
		/** @description Nothing matches the identifier. */
		NotFound: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				/**
				 * @example {
				 *       "Message": "No such invoice"
				 *     }
				 */
				'application/json': components['schemas']['ErrorMessage'];
			};
		};
		/** @description Too many requests. Not in Cash-In's table of status codes; common enough to be prepared for. */
		TooManyRequests: {
			headers: {
				/** @description Seconds to wait, or a date */
				'Retry-After'?: string;
				[name: string]: unknown;
			};
			content: {
				/**
				 * @example {
				 *       "Message": "Too many requests"
				 *     }
				 */
				'application/json': components['schemas']['ErrorMessage'];
			};
		};
		/** @description Unexpected fault in the server. */
		ServerError: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				/**
				 * @example {
				 *       "Message": "Unexpected fault"
				 *     }
				 */
				'application/json': components['schemas']['ErrorMessage'];
			};
		};
		/** @description Not available for now (maintenance or outage). Try again after a short delay. */
		Unavailable: {
			headers: {
				/** @description Seconds to wait, or a date. Whether Cash-In sends it is not known */
				'Retry-After'?: string;
				[name: string]: unknown;
			};
			content: {
				/**
				 * @example {
				 *       "Message": "Down for maintenance"
				 *     }
				 */
				'application/json': components['schemas']['ErrorMessage'];
			};
		};
	};
	parameters: never;
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
	validateToken: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "IsValid": true,
					 *       "Message": "Token is valid"
					 *     }
					 */
					'application/json': components['schemas']['ValidationResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	renewToken: {
		parameters: {
			query?: {
				/**
				 * @description Your customer code with Cash-In
				 * @example 7001
				 */
				customerCode?: string;
				/**
				 * @description Public IP address you call from, as registered with Cash-In
				 * @example 192.0.2.10
				 */
				ipAddress?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "Message": "Token renewed",
					 *       "AccessToken": "EXAMPLE-NOT-A-KEY"
					 *     }
					 */
					'application/json': components['schemas']['RenewResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	getCollectionCase: {
		parameters: {
			query?: {
				/**
				 * @description Collection case
				 * @example CASE-2001
				 */
				caseId?: string;
				/**
				 * @description Your own invoice number
				 * @example 1042
				 */
				invoiceNumber?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "Cases": [
					 *         {
					 *           "Summary": {
					 *             "CaseId": "CASE-2001",
					 *             "Status": "Open",
					 *             "Stage": "Reminder",
					 *             "CreatedAt": "2026-03-31T08:00:00Z",
					 *             "ClosedAt": null,
					 *             "ActiveDays": 12,
					 *             "Creditor": "Example Seller Oy",
					 *             "Currency": "EUR",
					 *             "Agency": "CASH-IN"
					 *           },
					 *           "Balance": {
					 *             "CapitalAmount": 125.5,
					 *             "InterestAmount": 0.75,
					 *             "CostsAmount": 5,
					 *             "TotalAmount": 131.25
					 *           },
					 *           "Debtor": {
					 *             "CustomerCode": "C-1007",
					 *             "Name": "Esimerkki Asiakas",
					 *             "Type": "H",
					 *             "StreetAddress": "Esimerkkikatu 1",
					 *             "PostalCode": "00100",
					 *             "City": "HELSINKI",
					 *             "Country": "FI",
					 *             "Email": "buyer@example.com",
					 *             "Language": "FI"
					 *           },
					 *           "Invoices": [
					 *             {
					 *               "InvoiceNumber": "1042",
					 *               "InvoiceDate": "2026-03-02",
					 *               "DueDate": "2026-03-16",
					 *               "Reference": "10427",
					 *               "TotalAmount": 125.5,
					 *               "Currency": "EUR",
					 *               "CaseId": "CASE-2001",
					 *               "OpenAmount": 125.5,
					 *               "CapitalAmount": 125.5,
					 *               "InterestAmount": 0.75,
					 *               "CreditorCostsAmount": 5,
					 *               "PaidAmount": 0,
					 *               "Status": "Open",
					 *               "Payments": []
					 *             }
					 *           ],
					 *           "Payments": [],
					 *           "Events": [
					 *             {
					 *               "Date": "2026-03-31T08:00:00Z",
					 *               "Type": "Reminder",
					 *               "Description": "First reminder sent"
					 *             }
					 *           ]
					 *         }
					 *       ]
					 *     }
					 */
					'application/json': components['schemas']['CaseList'];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	createCollectionCases: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example {
				 *       "Receivables": [
				 *         {
				 *           "InvoiceNumber": "1042",
				 *           "InvoiceDate": "2026-03-02",
				 *           "DueDate": "2026-03-16",
				 *           "Reference": "10427",
				 *           "Currency": "EUR",
				 *           "CapitalAmount": 125.5,
				 *           "ReminderDate": "2026-03-30",
				 *           "Debtor": {
				 *             "CustomerCode": "C-1007",
				 *             "Name": "Esimerkki Asiakas",
				 *             "Type": "H",
				 *             "StreetAddress": "Esimerkkikatu 1",
				 *             "PostalCode": "00100",
				 *             "City": "HELSINKI",
				 *             "Country": "FI",
				 *             "Email": "buyer@example.com",
				 *             "Language": "FI"
				 *           }
				 *         }
				 *       ]
				 *     }
				 */
				'application/json': components['schemas']['ReceivablesList'];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "BatchId": "3001",
					 *       "UploadedReceivablesCount": 1,
					 *       "FailedReceivablesCount": 0,
					 *       "FailedReceivables": null
					 *     }
					 */
					'application/json': components['schemas']['CollectionResponse'];
				};
			};
			/** @description Success */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "BatchId": "3001",
					 *       "UploadedReceivablesCount": 1,
					 *       "FailedReceivablesCount": 0,
					 *       "FailedReceivables": null
					 *     }
					 */
					'application/json': components['schemas']['CollectionResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	getCollectionReceivablesStatus: {
		parameters: {
			query?: {
				/**
				 * @description Your own invoice number
				 * @example 1042
				 */
				invoiceNumber?: string;
				/**
				 * @description Collection case
				 * @example CASE-2001
				 */
				caseId?: string;
				/**
				 * @description First day, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				fromDate?: string;
				/**
				 * @description Last day, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				toDate?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example [
					 *       {
					 *         "InvoiceNumber": "1042",
					 *         "CaseId": "CASE-2001",
					 *         "Status": "Open",
					 *         "StatusDescription": "In collection",
					 *         "InvoiceDate": "2026-03-02",
					 *         "DueDate": "2026-03-16",
					 *         "Reference": "10427",
					 *         "Currency": "EUR",
					 *         "TotalAmount": 125.5,
					 *         "CapitalAmount": 125.5,
					 *         "InterestAmount": 0.75,
					 *         "CreditorCostsAmount": 5,
					 *         "OpenAmount": 131.25
					 *       }
					 *     ]
					 */
					'application/json': components['schemas']['ReceivableStatus'][];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	updateCollectionReceivables: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example {
				 *       "Receivables": [
				 *         {
				 *           "InvoiceNumber": "1042",
				 *           "CaseId": "CASE-2001",
				 *           "Payments": [
				 *             {
				 *               "PaymentDate": "2026-03-14",
				 *               "Amount": 125.5,
				 *               "Currency": "EUR",
				 *               "Reference": "10427",
				 *               "PaymentMethod": "Bank transfer",
				 *               "BookingDate": "2026-03-14"
				 *             }
				 *           ],
				 *           "OutstandingCapitalAmount": 0,
				 *           "OutstandingInterestAmount": 0,
				 *           "OutstandingCostsAmount": 0
				 *         }
				 *       ]
				 *     }
				 */
				'application/json': components['schemas']['ReceivablesList'];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "BatchId": "3001",
					 *       "UploadedReceivablesCount": 1,
					 *       "FailedReceivablesCount": 0,
					 *       "FailedReceivables": null
					 *     }
					 */
					'application/json': components['schemas']['CollectionResponse'];
				};
			};
			/** @description Success */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "BatchId": "3001",
					 *       "UploadedReceivablesCount": 1,
					 *       "FailedReceivablesCount": 0,
					 *       "FailedReceivables": null
					 *     }
					 */
					'application/json': components['schemas']['CollectionResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	getCaseBatchStatus: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/**
				 * @description Id of the batch, from the answer to Create Collection Cases
				 * @example 3001
				 */
				batchId: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "BatchId": "3001",
					 *       "Status": "Processed",
					 *       "StatusDescription": "OK",
					 *       "CreatedDate": "2026-03-31T08:00:00Z",
					 *       "UploadedCount": 1,
					 *       "FailedCount": 0,
					 *       "Data": [
					 *         {
					 *           "InvoiceNumber": "1042",
					 *           "CaseId": "CASE-2001",
					 *           "Status": "Created",
					 *           "StatusDescription": "OK",
					 *           "ErrorMessage": null
					 *         }
					 *       ]
					 *     }
					 */
					'application/json': components['schemas']['BatchStatus'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	getDebtorSummary: {
		parameters: {
			query?: {
				/**
				 * @description Your customer number of the debtor
				 * @example C-1007
				 */
				customerCode?: string;
				/**
				 * @description Business id or personal identity code. Personal data in an address: avoid it
				 * @example 1234567-1
				 */
				debtorIdentifier?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "Debtor": {
					 *         "CustomerCode": "C-1007",
					 *         "Name": "Esimerkki Asiakas",
					 *         "Type": "H",
					 *         "StreetAddress": "Esimerkkikatu 1",
					 *         "PostalCode": "00100",
					 *         "City": "HELSINKI",
					 *         "Country": "FI",
					 *         "Email": "buyer@example.com",
					 *         "Language": "FI"
					 *       },
					 *       "Cases": [
					 *         {
					 *           "CaseId": "CASE-2001",
					 *           "Status": "Open",
					 *           "Stage": "Reminder",
					 *           "CreatedAt": "2026-03-31T08:00:00Z",
					 *           "ClosedAt": null,
					 *           "ActiveDays": 12,
					 *           "Creditor": "Example Seller Oy",
					 *           "Currency": "EUR",
					 *           "Agency": "CASH-IN"
					 *         }
					 *       ],
					 *       "Invoices": [
					 *         {
					 *           "InvoiceNumber": "1042",
					 *           "InvoiceDate": "2026-03-02",
					 *           "DueDate": "2026-03-16",
					 *           "Reference": "10427",
					 *           "TotalAmount": 125.5,
					 *           "Currency": "EUR",
					 *           "CaseId": "CASE-2001",
					 *           "OpenAmount": 125.5
					 *         }
					 *       ],
					 *       "CapitalAmount": 125.5,
					 *       "InterestAmount": 0.75,
					 *       "CostsAmount": 5,
					 *       "OpenAmount": 131.25
					 *     }
					 */
					'application/json': components['schemas']['DebtorSummary'];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	listSettlements: {
		parameters: {
			query?: {
				/**
				 * @description First day, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				fromDate?: string;
				/**
				 * @description Last day, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				toDate?: string;
				/**
				 * @description Whether to give only settlements not read before. The server may remember what was read
				 * @example false
				 */
				unfetchedOnly?: boolean;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "Settlements": [
					 *         {
					 *           "SettlementNumber": "202603180001",
					 *           "SettlementDate": "2026-03-18",
					 *           "SettlementAmount": 125.5,
					 *           "Currency": "EUR",
					 *           "Agency": "CASH-IN"
					 *         }
					 *       ]
					 *     }
					 */
					'application/json': components['schemas']['SettlementList'];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	getSettlement: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/**
				 * @description Number of the settlement, from the list of settlements
				 * @example 202603180001
				 */
				settlementNumber: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "SettlementNumber": "202603180001",
					 *       "SettlementDate": "2026-03-18",
					 *       "SettlementAmount": 125.5,
					 *       "Currency": "EUR",
					 *       "Agency": "CASH-IN",
					 *       "RemittanceReference": "8090000000007",
					 *       "Beneficiary": {
					 *         "Name": "Example Seller Oy",
					 *         "Iban": "FI2112345600000785",
					 *         "Bic": "EXAMFIHH"
					 *       },
					 *       "ApiFetchDate": null,
					 *       "SettlementRows": [
					 *         {
					 *           "AllocationId": "123456",
					 *           "CaseId": "CASE-2001",
					 *           "InvoiceNumber": "1042",
					 *           "PaymentReference": "10427",
					 *           "AllocationDate": "2026-03-16",
					 *           "PaymentDate": "2026-03-14",
					 *           "PaymentType": {
					 *             "Code": "8",
					 *             "Description": "Bank Transfer"
					 *           },
					 *           "AllocatedTotalAmount": 125.5,
					 *           "CapitalAmount": 119.75,
					 *           "InterestAmount": 0.75,
					 *           "CreditorCostsAmount": 5,
					 *           "Currency": "EUR"
					 *         }
					 *       ]
					 *     }
					 */
					'application/json': components['schemas']['Settlement'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	listDirectSettlements: {
		parameters: {
			query?: {
				/**
				 * @description First day, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				fromDate?: string;
				/**
				 * @description Last day, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				toDate?: string;
				/**
				 * @description Whether to give only those not read before. The server may remember what was read
				 * @example false
				 */
				unfetchedOnly?: boolean;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "DirectSettlements": [
					 *         {
					 *           "SettlementNumber": "202603180001",
					 *           "SettlementDate": "2026-03-18",
					 *           "SettlementAmount": 125.5,
					 *           "Currency": "EUR",
					 *           "Agency": "CASH-IN"
					 *         }
					 *       ]
					 *     }
					 */
					'application/json': components['schemas']['DirectSettlementList'];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	getDirectSettlement: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/**
				 * @description Number of the direct settlement, from the list
				 * @example 202603180001
				 */
				settlementNumber: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "SettlementNumber": "202603180001",
					 *       "SettlementDate": "2026-03-18",
					 *       "SettlementAmount": 125.5,
					 *       "Currency": "EUR",
					 *       "Agency": "CASH-IN",
					 *       "DirectSettlementRows": [
					 *         {
					 *           "AllocationId": "123456",
					 *           "CaseId": "CASE-2001",
					 *           "InvoiceNumber": "1042",
					 *           "PaymentReference": "10427",
					 *           "AllocationDate": "2026-03-16",
					 *           "PaymentDate": "2026-03-14",
					 *           "PaymentType": {
					 *             "Code": "8",
					 *             "Description": "Bank Transfer"
					 *           },
					 *           "AllocatedTotalAmount": 125.5,
					 *           "CapitalAmount": 119.75,
					 *           "InterestAmount": 0.75,
					 *           "CreditorCostsAmount": 5,
					 *           "Currency": "EUR",
					 *           "PaymentMethod": "Bank transfer"
					 *         }
					 *       ]
					 *     }
					 */
					'application/json': components['schemas']['DirectSettlements'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	listCreditLossReceivables: {
		parameters: {
			query?: {
				/**
				 * @description First day, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				fromDate?: string;
				/**
				 * @description Last day, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				toDate?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example [
					 *       {
					 *         "CaseId": "CASE-2001",
					 *         "InvoiceNumber": "1042",
					 *         "Currency": "EUR",
					 *         "CapitalAmount": 125.5,
					 *         "InterestAmount": 0.75,
					 *         "CreditorCostsAmount": 5,
					 *         "CreditLossDate": "2026-04-01",
					 *         "CustomerCode": "C-1007",
					 *         "DebtorName": "Esimerkki Asiakas",
					 *         "Reason": "No means"
					 *       }
					 *     ]
					 */
					'application/json': components['schemas']['CreditLossReceivable'][];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	listAllocatedPaymentTransactions: {
		parameters: {
			query?: {
				/**
				 * @description Your own invoice number
				 * @example 1042
				 */
				invoiceNumber?: string;
				/**
				 * @description Collection case
				 * @example CASE-2001
				 */
				caseId?: string;
				/**
				 * @description Which company of the group handles the case
				 * @example CASH-IN
				 */
				agency?: string;
				/**
				 * @description First payment date, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				paymentDateFrom?: string;
				/**
				 * @description Last payment date, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				paymentDateTo?: string;
				/**
				 * @description First accounting date, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				accountingDateFrom?: string;
				/**
				 * @description Last accounting date, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				accountingDateTo?: string;
				/**
				 * @description Currency, ISO 4217
				 * @example EUR
				 */
				currency?: string;
				/**
				 * @description Whether to give only payments with a breakdown (our reading of the name)
				 * @example true
				 */
				hasAllocatedBreakdown?: boolean;
				/**
				 * @description Number of the page; 1 is the first in the sample
				 * @example 1
				 */
				page?: number;
				/**
				 * @description Rows on a page; 100 in the sample, the largest allowed is not known
				 * @example 100
				 */
				pageSize?: number;
				/**
				 * @description Member to sort by; allowed values are not known
				 * @example PaymentDate
				 */
				sortBy?: string;
				/**
				 * @description Direction; allowed values are not known
				 * @example desc
				 */
				sortOrder?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "Data": [
					 *         {
					 *           "AllocationId": "123456",
					 *           "CaseId": "CASE-2001",
					 *           "Agency": "CASH-IN",
					 *           "InvoiceNumber": "1042",
					 *           "PaymentType": {
					 *             "Code": "8",
					 *             "Description": "Bank Transfer"
					 *           },
					 *           "Dates": {
					 *             "PaymentDate": "2026-03-14",
					 *             "BookingDate": "2026-03-14",
					 *             "AccountingDate": "2026-03-15",
					 *             "SettlementDate": "2026-03-18"
					 *           },
					 *           "Amounts": {
					 *             "PaymentAmount": 125.5,
					 *             "CapitalAmount": 119.75,
					 *             "InterestAmount": 0.75,
					 *             "CreditorCostsAmount": 5
					 *           },
					 *           "Currency": "EUR"
					 *         }
					 *       ],
					 *       "Meta": {
					 *         "RequestId": "00000000-0000-4000-8000-000000000001",
					 *         "Timestamp": "2026-03-15T06:00:00Z",
					 *         "Count": 1,
					 *         "Page": 1,
					 *         "PageSize": 100,
					 *         "TotalCount": 1
					 *       }
					 *     }
					 */
					'application/json': components['schemas']['AllocatedPaymentTransactionsResponse'];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	createInvoice: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example [
				 *       {
				 *         "InvoiceNumber": 1042,
				 *         "Status": "H",
				 *         "InvoiceType": "I",
				 *         "InvoiceLanguage": "FI",
				 *         "InvoiceDate": "2026-03-02",
				 *         "DueDate": "2026-03-16",
				 *         "PaymentTermsCode": 14,
				 *         "Currency": "EUR",
				 *         "NetAmount": 100,
				 *         "TaxAmount": 25.5,
				 *         "TotalAmount": 125.5,
				 *         "Reference": "10427",
				 *         "SalesName": "Example Buyer Oy",
				 *         "SalesStreetAddress": "Esimerkkikatu 1",
				 *         "SalesPostalCode": "00100",
				 *         "SalesCity": "HELSINKI",
				 *         "SalesCountry": "FI",
				 *         "SalesCustomerCode": "C-1007",
				 *         "SalesEmail": "buyer@example.com",
				 *         "DeliveryType": "E",
				 *         "InvoiceRows": [
				 *           {
				 *             "ProdCode": "P-100",
				 *             "Description": "Maintenance work",
				 *             "VatPercent": 25.5,
				 *             "Qty": 1,
				 *             "Price": 100,
				 *             "Discount": 0,
				 *             "Nto": 100,
				 *             "Tax": 25.5,
				 *             "Round": 0,
				 *             "Total": 125.5,
				 *             "Type": "I",
				 *             "DiscountPercent": 0,
				 *             "Unit": "kpl",
				 *             "VatType": "N",
				 *             "Currency": "EUR"
				 *           }
				 *         ]
				 *       }
				 *     ]
				 */
				'application/json': components['schemas']['SalesInvoice'][];
			};
		};
		responses: {
			/** @description Invoice(s) created */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "Successfull upload of sales invoices (1).",
					 *       "UploadedInvoicesCount": 1,
					 *       "FailedInvoicesCount": 0,
					 *       "FailedInvoices": null
					 *     }
					 */
					'application/json': components['schemas']['SalesInvoiceResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	listInvoiceBatches: {
		parameters: {
			query?: {
				/**
				 * @description Id of the batch
				 * @example B-2026-03
				 */
				batchId?: string;
				/**
				 * @description First day, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				fromDate?: string;
				/**
				 * @description Last day, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				toDate?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example [
					 *       {
					 *         "BatchId": "B-2026-03",
					 *         "Status": "Processed",
					 *         "StatusDescription": "OK",
					 *         "CreatedDate": "2026-03-02T06:00:00Z",
					 *         "InvoicesCount": 1,
					 *         "Lines": []
					 *       }
					 *     ]
					 */
					'application/json': components['schemas']['InvoiceBatch'][];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	submitInvoiceBatch: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example {
				 *       "BatchId": "B-2026-03",
				 *       "Invoices": [
				 *         {
				 *           "InvoiceNumber": 1042,
				 *           "Status": "H",
				 *           "InvoiceType": "I",
				 *           "InvoiceLanguage": "FI",
				 *           "InvoiceDate": "2026-03-02",
				 *           "DueDate": "2026-03-16",
				 *           "PaymentTermsCode": 14,
				 *           "Currency": "EUR",
				 *           "NetAmount": 100,
				 *           "TaxAmount": 25.5,
				 *           "TotalAmount": 125.5,
				 *           "Reference": "10427",
				 *           "SalesName": "Example Buyer Oy",
				 *           "SalesStreetAddress": "Esimerkkikatu 1",
				 *           "SalesPostalCode": "00100",
				 *           "SalesCity": "HELSINKI",
				 *           "SalesCountry": "FI",
				 *           "SalesCustomerCode": "C-1007",
				 *           "SalesEmail": "buyer@example.com",
				 *           "DeliveryType": "E",
				 *           "InvoiceRows": [
				 *             {
				 *               "ProdCode": "P-100",
				 *               "Description": "Maintenance work",
				 *               "VatPercent": 25.5,
				 *               "Qty": 1,
				 *               "Price": 100,
				 *               "Discount": 0,
				 *               "Nto": 100,
				 *               "Tax": 25.5,
				 *               "Round": 0,
				 *               "Total": 125.5,
				 *               "Type": "I",
				 *               "DiscountPercent": 0,
				 *               "Unit": "kpl",
				 *               "VatType": "N",
				 *               "Currency": "EUR"
				 *             }
				 *           ]
				 *         }
				 *       ]
				 *     }
				 */
				'application/json': components['schemas']['BatchInvoicesList'];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "BatchId": "B-2026-03",
					 *       "StatusDescription": "Successfull upload of sales invoices (1).",
					 *       "UploadedInvoicesCount": 1,
					 *       "FailedInvoicesCount": 0,
					 *       "FailedInvoices": null
					 *     }
					 */
					'application/json': components['schemas']['SalesInvoiceBatchResponse'];
				};
			};
			/** @description Success */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "BatchId": "B-2026-03",
					 *       "StatusDescription": "Successfull upload of sales invoices (1).",
					 *       "UploadedInvoicesCount": 1,
					 *       "FailedInvoicesCount": 0,
					 *       "FailedInvoices": null
					 *     }
					 */
					'application/json': components['schemas']['SalesInvoiceBatchResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	createInvoiceWithSellerInfo: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example [
				 *       {
				 *         "InvoiceNumber": 1042,
				 *         "Status": "H",
				 *         "InvoiceType": "I",
				 *         "InvoiceLanguage": "FI",
				 *         "InvoiceDate": "2026-03-02",
				 *         "DueDate": "2026-03-16",
				 *         "PaymentTermsCode": 14,
				 *         "Currency": "EUR",
				 *         "NetAmount": 100,
				 *         "TaxAmount": 25.5,
				 *         "TotalAmount": 125.5,
				 *         "Reference": "10427",
				 *         "SalesName": "Example Buyer Oy",
				 *         "SalesStreetAddress": "Esimerkkikatu 1",
				 *         "SalesPostalCode": "00100",
				 *         "SalesCity": "HELSINKI",
				 *         "SalesCountry": "FI",
				 *         "SalesCustomerCode": "C-1007",
				 *         "SalesEmail": "buyer@example.com",
				 *         "DeliveryType": "E",
				 *         "InvoiceRows": [
				 *           {
				 *             "ProdCode": "P-100",
				 *             "Description": "Maintenance work",
				 *             "VatPercent": 25.5,
				 *             "Qty": 1,
				 *             "Price": 100,
				 *             "Discount": 0,
				 *             "Nto": 100,
				 *             "Tax": 25.5,
				 *             "Round": 0,
				 *             "Total": 125.5,
				 *             "Type": "I",
				 *             "DiscountPercent": 0,
				 *             "Unit": "kpl",
				 *             "VatType": "N",
				 *             "Currency": "EUR"
				 *           }
				 *         ],
				 *         "SellerInfo": {
				 *           "BusinessId": "1234567-1",
				 *           "Name": "Example Seller Oy",
				 *           "VatCode": "FI12345671",
				 *           "Address": {
				 *             "StreetAddress": "Esimerkkikatu 1",
				 *             "PostalCode": "00100",
				 *             "City": "HELSINKI",
				 *             "Country": "FI"
				 *           },
				 *           "ContactName": "Esimerkki Myyjä",
				 *           "Email": "office@example.com",
				 *           "Iban": "FI2112345600000785",
				 *           "Bic": "EXAMFIHH"
				 *         }
				 *       }
				 *     ]
				 */
				'application/json': components['schemas']['SalesInvoiceWithSellerInfoDTO'][];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "Successfull upload of sales invoices (1).",
					 *       "UploadedInvoicesCount": 1,
					 *       "FailedInvoicesCount": 0,
					 *       "FailedInvoices": null
					 *     }
					 */
					'application/json': components['schemas']['SalesInvoiceResponse'];
				};
			};
			/** @description Success */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "Successfull upload of sales invoices (1).",
					 *       "UploadedInvoicesCount": 1,
					 *       "FailedInvoicesCount": 0,
					 *       "FailedInvoices": null
					 *     }
					 */
					'application/json': components['schemas']['SalesInvoiceResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	listSalesInvoices: {
		parameters: {
			query?: {
				/**
				 * @description Your own invoice number
				 * @example 1042
				 */
				invoiceNumber?: string;
				/**
				 * @description First invoice date, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				fromInvDate?: string;
				/**
				 * @description Last invoice date, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				toInvDate?: string;
				/**
				 * @description State of the invoice
				 * @example Open
				 */
				status?: string;
				/**
				 * @description Number of the page; 1 is the first in the sample
				 * @example 1
				 */
				page?: number;
				/**
				 * @description Rows on a page; 100 in the sample, the largest allowed is not known
				 * @example 100
				 */
				pageSize?: number;
				/**
				 * @description Member to sort by; allowed values are not known
				 * @example InvoiceDate
				 */
				sortBy?: string;
				/**
				 * @description Direction; allowed values are not known
				 * @example desc
				 */
				sortOrder?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "Data": [
					 *         {
					 *           "InvoiceNumber": "1042",
					 *           "Status": "Open",
					 *           "InvoiceType": "I",
					 *           "InvoiceDate": "2026-03-02",
					 *           "DueDate": "2026-03-16",
					 *           "Reference": "10427",
					 *           "SalesName": "Example Buyer Oy",
					 *           "SalesCustomerCode": "C-1007",
					 *           "DeliveryType": "E",
					 *           "Currency": "EUR",
					 *           "NetAmount": 100,
					 *           "TaxAmount": 25.5,
					 *           "TotalAmount": 125.5,
					 *           "OpenAmount": 125.5,
					 *           "PaidAmount": 0,
					 *           "CaseId": "CASE-2001"
					 *         }
					 *       ],
					 *       "Meta": {
					 *         "RequestId": "00000000-0000-4000-8000-000000000001",
					 *         "Timestamp": "2026-03-15T06:00:00Z",
					 *         "Count": 1,
					 *         "Page": 1,
					 *         "PageSize": 100,
					 *         "TotalCount": 1
					 *       }
					 *     }
					 */
					'application/json': components['schemas']['PagedSalesInvoicesResponse'];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	updateInvoice: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/**
				 * @description Your own invoice number
				 * @example 1042
				 */
				invoiceNumber: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example {
				 *       "InvoiceNumber": "1042",
				 *       "DueDate": "2026-03-23",
				 *       "SalesEmail": "buyer@example.com"
				 *     }
				 */
				'application/json': components['schemas']['SalesInvoiceUpdate'];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "UpdatedInvoicesCount": 1,
					 *       "FailedInvoicesCount": 0,
					 *       "FailedInvoices": null
					 *     }
					 */
					'application/json': components['schemas']['SalesInvoiceUpdateResponse'];
				};
			};
			/** @description Success */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "UpdatedInvoicesCount": 1,
					 *       "FailedInvoicesCount": 0,
					 *       "FailedInvoices": null
					 *     }
					 */
					'application/json': components['schemas']['SalesInvoiceUpdateResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	getInvoiceDeliveryInformation: {
		parameters: {
			query?: {
				/**
				 * @description Your own invoice number
				 * @example 1042
				 */
				invoiceNumber?: string;
				/**
				 * @description First invoice date, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				fromInvDate?: string;
				/**
				 * @description Last invoice date, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				toInvDate?: string;
				/**
				 * @description Which records to give; allowed values are not known
				 * @example all
				 */
				fetchType?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example [
					 *       {
					 *         "InvoiceNumber": "1042",
					 *         "InvoiceDate": "2026-03-02",
					 *         "DeliveryType": "E",
					 *         "DeliveryStatus": "Failed",
					 *         "StatusDescription": "Not delivered",
					 *         "DeliveryDate": "2026-03-02T10:15:00Z",
					 *         "PaymentControlStatus": "Active",
					 *         "CaseId": "CASE-2001",
					 *         "Agency": "CASH-IN",
					 *         "ErrorDescription": "E-mail address does not exist"
					 *       }
					 *     ]
					 */
					'application/json': components['schemas']['InvoicesDeliveryInformation'][];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	getInvoiceStatus: {
		parameters: {
			query?: {
				/**
				 * @description Your own invoice number
				 * @example 1042
				 */
				invoiceNumber?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "InvoiceNumber": "1042",
					 *       "Status": "Open",
					 *       "StatusDescription": "Sent",
					 *       "DueDate": "2026-03-16",
					 *       "TotalAmount": 125.5,
					 *       "Currency": "EUR",
					 *       "CaseId": "CASE-2001",
					 *       "PaymentControlStatus": "Active",
					 *       "PaidAmount": 0,
					 *       "OpenAmount": 125.5
					 *     }
					 */
					'application/json': components['schemas']['OnlineInvoicePaymentControl'];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	submitInvoicePayment: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example [
				 *       {
				 *         "InvoiceNumber": "1042",
				 *         "PaymentDate": "2026-03-14",
				 *         "Amount": 125.5,
				 *         "Currency": "EUR",
				 *         "PaymentType": "8",
				 *         "PaymentReference": "10427",
				 *         "PayerName": "Example Buyer Oy"
				 *       }
				 *     ]
				 */
				'application/json': components['schemas']['SalesInvoicePayment'][];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "UploadedPaymentsCount": 1,
					 *       "FailedPaymentsCount": 0,
					 *       "FailedPayments": null
					 *     }
					 */
					'application/json': components['schemas']['InvoicePaymentsResponse'];
				};
			};
			/** @description Success */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "UploadedPaymentsCount": 1,
					 *       "FailedPaymentsCount": 0,
					 *       "FailedPayments": null
					 *     }
					 */
					'application/json': components['schemas']['InvoicePaymentsResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	getDeliveryStatistics: {
		parameters: {
			query?: {
				/**
				 * @description First day, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				fromDate?: string;
				/**
				 * @description Last day, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				toDate?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example [
					 *       {
					 *         "DeliveryType": "E",
					 *         "TotalCount": 120,
					 *         "SuccessfulCount": 118,
					 *         "FailedCount": 2,
					 *         "Date": "2026-03-02",
					 *         "Month": "2026-03"
					 *       }
					 *     ]
					 */
					'application/json': components['schemas']['ViewOnlineInvoiceDeliveryStats'][];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	listReceivedPayments: {
		parameters: {
			query?: {
				/**
				 * @description First day, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				fromDate?: string;
				/**
				 * @description Last day, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				toDate?: string;
				/**
				 * @description Your own invoice number
				 * @example 1042
				 */
				invoiceNumber?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "ReceivedPayments": [
					 *         {
					 *           "PaymentDate": "2026-03-14",
					 *           "BookingDate": "2026-03-14",
					 *           "TotalAmount": 125.5,
					 *           "Currency": "EUR",
					 *           "AccountName": "Example Buyer Oy",
					 *           "ReceivedPaymentRows": [
					 *             {
					 *               "CaseId": "CASE-2001",
					 *               "InvoiceNumber": "1042",
					 *               "InvoicePaymentReference": "10427",
					 *               "OriginalPaymentReference": "10427",
					 *               "AccountName": "Example Buyer Oy",
					 *               "BookingDate": "2026-03-14",
					 *               "PaymentDate": "2026-03-14",
					 *               "Amount": 125.5,
					 *               "Currency": "EUR"
					 *             }
					 *           ]
					 *         }
					 *       ]
					 *     }
					 */
					'application/json': components['schemas']['ReceivedPaymentsResponse'];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	updateFinvoiceAccount: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example {
				 *       "SalesCustomerCode": "C-1007",
				 *       "FinvoiceAccount": "003712345671",
				 *       "FinvoiceOVT": "003712345671"
				 *     }
				 */
				'application/json': components['schemas']['FinvoiceAccountUpdate'];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "UpdatedCount": 1
					 *     }
					 */
					'application/json': components['schemas']['FinvoiceAccountUpdateResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	listElectronicInvoicingContracts: {
		parameters: {
			query?: {
				/**
				 * @description Your customer number of the buyer
				 * @example C-1007
				 */
				customerCode?: string;
				/**
				 * @description First day, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				fromDate?: string;
				/**
				 * @description Last day, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				toDate?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example [
					 *       {
					 *         "SalesCustomerCode": "C-1007",
					 *         "SalesName": "Esimerkki Asiakas",
					 *         "FinvoiceAccount": "003712345671",
					 *         "FinvoiceOVT": "003712345671",
					 *         "Reference": "10427",
					 *         "Status": "Active",
					 *         "Action": "add",
					 *         "StartDate": "2026-03-01",
					 *         "EndDate": null
					 *       }
					 *     ]
					 */
					'application/json': components['schemas']['ElectronicInvoicingContracts'][];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	listProducts: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example [
					 *       {
					 *         "ProdCode": "P-100",
					 *         "Name": "Maintenance hour",
					 *         "Description": "Maintenance work",
					 *         "Price": 100,
					 *         "VatPercent": 25.5,
					 *         "Unit": "h",
					 *         "Currency": "EUR"
					 *       }
					 *     ]
					 */
					'application/json': components['schemas']['OnlineProduct'][];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	createProducts: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example [
				 *       {
				 *         "ProdCode": "P-100",
				 *         "Name": "Maintenance hour",
				 *         "Description": "Maintenance work",
				 *         "Price": 100,
				 *         "VatPercent": 25.5,
				 *         "Unit": "h",
				 *         "Currency": "EUR"
				 *       }
				 *     ]
				 */
				'application/json': components['schemas']['SalesItems'];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "UploadedItemsCount": 1,
					 *       "FailedItemsCount": 0,
					 *       "FailedItems": null
					 *     }
					 */
					'application/json': components['schemas']['SalesItemResponse'];
				};
			};
			/** @description Success */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "UploadedItemsCount": 1,
					 *       "FailedItemsCount": 0,
					 *       "FailedItems": null
					 *     }
					 */
					'application/json': components['schemas']['SalesItemResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	deleteProduct: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/**
				 * @description Product code
				 * @example P-100
				 */
				prodCode: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK"
					 *     }
					 */
					'application/json': components['schemas']['SalesItemResponse'];
				};
			};
			204: components['responses']['Deleted'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	listCustomers: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example [
					 *       {
					 *         "CustomerCode": "C-1007",
					 *         "Name": "Example Buyer Oy",
					 *         "StreetAddress": "Esimerkkikatu 1",
					 *         "PostalCode": "00100",
					 *         "City": "HELSINKI",
					 *         "Country": "FI",
					 *         "Type": "H",
					 *         "Email": "buyer@example.com",
					 *         "InvoiceLanguage": "FI",
					 *         "PaymentTermsCode": 14
					 *       }
					 *     ]
					 */
					'application/json': components['schemas']['OnlineCustomer'][];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	createCustomers: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example [
				 *       {
				 *         "CustomerCode": "C-1007",
				 *         "Name": "Example Buyer Oy",
				 *         "StreetAddress": "Esimerkkikatu 1",
				 *         "PostalCode": "00100",
				 *         "City": "HELSINKI",
				 *         "Country": "FI",
				 *         "Type": "H",
				 *         "Email": "buyer@example.com",
				 *         "InvoiceLanguage": "FI",
				 *         "PaymentTermsCode": 14
				 *       }
				 *     ]
				 */
				'application/json': components['schemas']['OnlineCustomer'][];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "UploadedCustomersCount": 1,
					 *       "FailedCustomersCount": 0,
					 *       "FailedCustomers": null
					 *     }
					 */
					'application/json': components['schemas']['OnlineCustomerResponse'];
				};
			};
			/** @description Success */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "UploadedCustomersCount": 1,
					 *       "FailedCustomersCount": 0,
					 *       "FailedCustomers": null
					 *     }
					 */
					'application/json': components['schemas']['OnlineCustomerResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	updateCustomer: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/**
				 * @description Your customer number
				 * @example C-1007
				 */
				customerCode: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example {
				 *       "CustomerCode": "C-1007",
				 *       "Email": "buyer@example.com"
				 *     }
				 */
				'application/json': components['schemas']['OnlineCustomer'];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "CustomerCode": "C-1007"
					 *     }
					 */
					'application/json': components['schemas']['OnlineCustomerUpdateResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	deleteCustomer: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/**
				 * @description Your customer number
				 * @example C-1007
				 */
				customerCode: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "CustomerCode": "C-1007"
					 *     }
					 */
					'application/json': components['schemas']['OnlineCustomerUpdateResponse'];
				};
			};
			204: components['responses']['Deleted'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	getExternalInvoiceDeliveryInformation: {
		parameters: {
			query?: {
				/**
				 * @description Your own invoice number
				 * @example 1042
				 */
				invoiceNumber?: string;
				/**
				 * @description First invoice date, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				fromInvDate?: string;
				/**
				 * @description Last invoice date, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				toInvDate?: string;
				/**
				 * @description Your own record of the agreement
				 * @example EXT-31
				 */
				externalAgreementIdentifier?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example [
					 *       {
					 *         "InvoiceNumber": "1042",
					 *         "InvoiceDate": "2026-03-02",
					 *         "DeliveryType": "E",
					 *         "DeliveryStatus": "Delivered",
					 *         "StatusDescription": "OK",
					 *         "DeliveryDate": "2026-03-02T10:15:00Z",
					 *         "PaymentControlStatus": "Active",
					 *         "CaseId": "CASE-2001",
					 *         "Agency": "CASH-IN",
					 *         "ErrorDescription": null,
					 *         "ExternalAgreementIdentifier": "EXT-31",
					 *         "SellerName": "Example Seller Oy",
					 *         "SellerBusinessId": "1234567-1"
					 *       }
					 *     ]
					 */
					'application/json': components['schemas']['IntermediatorInvoice'][];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	getExternalInvoicePaymentInformation: {
		parameters: {
			query?: {
				/**
				 * @description Your own invoice number
				 * @example 1042
				 */
				invoiceNumber?: string;
				/**
				 * @description First invoice date, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				fromInvDate?: string;
				/**
				 * @description Last invoice date, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				toInvDate?: string;
				/**
				 * @description Your own record of the agreement
				 * @example EXT-31
				 */
				externalAgreementIdentifier?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example [
					 *       {
					 *         "InvoiceNumber": "1042",
					 *         "InvoiceDate": "2026-03-02",
					 *         "DueDate": "2026-03-16",
					 *         "Reference": "10427",
					 *         "TotalAmount": 125.5,
					 *         "Currency": "EUR",
					 *         "CaseId": "CASE-2001",
					 *         "OpenAmount": 0,
					 *         "Status": "Paid",
					 *         "PaidAmount": 125.5,
					 *         "ExternalInvoiceRows": [
					 *           {
					 *             "PaymentDate": "2026-03-14",
					 *             "BookingDate": "2026-03-14",
					 *             "Amount": 125.5,
					 *             "PaymentType": "8",
					 *             "Description": "Bank transfer",
					 *             "Reference": "10427"
					 *           }
					 *         ]
					 *       }
					 *     ]
					 */
					'application/json': components['schemas']['ExternalInvoice'][];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	createExternalDirectPayment: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example [
				 *       {
				 *         "InvoiceNumber": "1042",
				 *         "CaseId": "CASE-2001",
				 *         "Amount": 125.5,
				 *         "Currency": "EUR",
				 *         "PaymentDate": "2026-03-14",
				 *         "PaymentMethod": "Bank transfer",
				 *         "Reference": "10427",
				 *         "OutstandingCapitalAmount": 0,
				 *         "OutstandingInterestAmount": 0,
				 *         "OutstandingCostsAmount": 0
				 *       }
				 *     ]
				 */
				'application/json': components['schemas']['IntermediationInvoiceDirectPayments'][];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "UploadedPaymentsCount": 1,
					 *       "FailedPaymentsCount": 0,
					 *       "FailedPayments": null
					 *     }
					 */
					'application/json': components['schemas']['IntermediationInvoiceDirectPaymentResponse'];
				};
			};
			/** @description Success */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "UploadedPaymentsCount": 1,
					 *       "FailedPaymentsCount": 0,
					 *       "FailedPayments": null
					 *     }
					 */
					'application/json': components['schemas']['IntermediationInvoiceDirectPaymentResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	submitExternalInvoiceAction: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example {
				 *       "Actions": [
				 *         {
				 *           "Code": "PAUSE",
				 *           "Comment": "Agreed by phone",
				 *           "Data": {
				 *             "InvoiceNumber": "1042",
				 *             "CaseId": "CASE-2001"
				 *           }
				 *         }
				 *       ]
				 *     }
				 */
				'application/json': components['schemas']['ExternalInvoiceActions'];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "Status": "pending"
					 *     }
					 */
					'application/json': components['schemas']['InvoiceActionResponse'];
				};
			};
			/** @description Success */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "Status": "pending"
					 *     }
					 */
					'application/json': components['schemas']['InvoiceActionResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	getExternalAgreementStatus: {
		parameters: {
			query?: {
				/**
				 * @description Your own record of the agreement
				 * @example EXT-31
				 */
				externalAgreementIdentifier?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "ExternalAgreementIdentifier": "EXT-31",
					 *       "Status": "Active",
					 *       "StatusDescription": "In force",
					 *       "Active": true
					 *     }
					 */
					'application/json': components['schemas']['ExternalAgreementStatusResponse'];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	createCreditor: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example {
				 *       "Service": {
				 *         "Type": "LIFECYCLE",
				 *         "PartnerCode": "EXAMPLE1"
				 *       },
				 *       "CreditorData": {
				 *         "Name": "Example Seller Oy",
				 *         "BusinessCode": "1234567-1",
				 *         "VatRegNbr": "FI12345671",
				 *         "PostalAddress": "Esimerkkikatu 1",
				 *         "PostalCode": "00100",
				 *         "PostalDistrict": "HELSINKI",
				 *         "CountryCode": "FI",
				 *         "Email": "office@example.com",
				 *         "LanguageCode": "FI"
				 *       },
				 *       "CreditorDetails": {
				 *         "Iban": "FI2112345600000785",
				 *         "Bic": "EXAMFIHH"
				 *       },
				 *       "ContactPersons": [
				 *         {
				 *           "Name": "Esimerkki Yhteyshenkilö",
				 *           "Email": "office@example.com",
				 *           "Role": "PRIMARY"
				 *         }
				 *       ]
				 *     }
				 */
				'application/json': components['schemas']['Creditor'];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "CreditorIdentifier": "5001",
					 *       "CustomerCode": "7001",
					 *       "PaymentReferencePrefix": "7001",
					 *       "AccessToken": "EXAMPLE-NOT-A-KEY"
					 *     }
					 */
					'application/json': components['schemas']['CreditorResponse'];
				};
			};
			/** @description Success */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "CreditorIdentifier": "5001",
					 *       "CustomerCode": "7001",
					 *       "PaymentReferencePrefix": "7001",
					 *       "AccessToken": "EXAMPLE-NOT-A-KEY"
					 *     }
					 */
					'application/json': components['schemas']['CreditorResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	updateCreditor: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/**
				 * @description Customer code of the creditor
				 * @example 7001
				 */
				customerCode: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example {
				 *       "CreditorUpdateData": {
				 *         "Email": "office@example.com",
				 *         "Telephone": "+358400000000"
				 *       }
				 *     }
				 */
				'application/json': components['schemas']['CreditorUpdate'];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "CustomerCode": "7001"
					 *     }
					 */
					'application/json': components['schemas']['CreditorUpdateResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	getCreditorCredentials: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/**
				 * @description Customer code of the creditor
				 * @example 7001
				 */
				customerCode: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "CreditorIdentifier": "5001",
					 *       "CustomerCode": "7001",
					 *       "PaymentReferencePrefix": "7001",
					 *       "AccessToken": "EXAMPLE-NOT-A-KEY"
					 *     }
					 */
					'application/json': components['schemas']['CreditorResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	listExternalAgreementIdentifiers: {
		parameters: {
			query?: {
				/**
				 * @description Customer code of the creditor
				 * @example 7001
				 */
				customerCode?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "CreditorIdentifiers": [
					 *         {
					 *           "CustomerCode": "7001",
					 *           "BusinessCode": "1234567-1",
					 *           "ExternalAgreementIdentifier": "EXT-31",
					 *           "Name": "Example Seller Oy"
					 *         }
					 *       ]
					 *     }
					 */
					'application/json': components['schemas']['ExternalAgreementIdentifiers'];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	listDeliveryInformationBySeller: {
		parameters: {
			query?: {
				/**
				 * @description Seller's business id (Y-tunnus)
				 * @example 1234567-1
				 */
				sellerBusinessId?: string;
				/**
				 * @description Customer code of the creditor
				 * @example 7001
				 */
				customerCode?: string;
				/**
				 * @description First invoice date, YYYY-MM-DD
				 * @example 2026-03-01
				 */
				fromInvDate?: string;
				/**
				 * @description Last invoice date, YYYY-MM-DD
				 * @example 2026-03-31
				 */
				toInvDate?: string;
				/**
				 * @description Your own invoice number
				 * @example 1042
				 */
				invoiceNumber?: string;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example [
					 *       {
					 *         "InvoiceNumber": "1042",
					 *         "InvoiceDate": "2026-03-02",
					 *         "DeliveryType": "E",
					 *         "DeliveryStatus": "Failed",
					 *         "StatusDescription": "Not delivered",
					 *         "DeliveryDate": "2026-03-02T10:15:00Z",
					 *         "PaymentControlStatus": "Active",
					 *         "CaseId": "CASE-2001",
					 *         "Agency": "CASH-IN",
					 *         "ErrorDescription": "E-mail address does not exist",
					 *         "SellerBusinessId": "1234567-1",
					 *         "SellerName": "Example Seller Oy"
					 *       }
					 *     ]
					 */
					'application/json': components['schemas']['SellerDeliveryInformation'][];
				};
			};
			204: components['responses']['NoRows'];
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	sendSms: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example {
				 *       "Sender": "ExampleOy",
				 *       "Messages": [
				 *         {
				 *           "PhoneNumber": "+358400000000",
				 *           "Message": "Your invoice 1042 is due on 16.3.2026.",
				 *           "Reference": "SMS-1",
				 *           "InvoiceNumber": "1042"
				 *         }
				 *       ]
				 *     }
				 */
				'application/json': components['schemas']['SmsData'];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "SentMessagesCount": 1,
					 *       "FailedMessagesCount": 0,
					 *       "DeliveryReports": [
					 *         {
					 *           "MessageId": "90001",
					 *           "PhoneNumber": "+358400000000",
					 *           "Status": "Sent",
					 *           "StatusDescription": "OK",
					 *           "DeliveredAt": "2026-03-10T09:00:05Z"
					 *         }
					 *       ]
					 *     }
					 */
					'application/json': components['schemas']['SmsResponse'];
				};
			};
			/** @description Success */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "SentMessagesCount": 1,
					 *       "FailedMessagesCount": 0,
					 *       "DeliveryReports": [
					 *         {
					 *           "MessageId": "90001",
					 *           "PhoneNumber": "+358400000000",
					 *           "Status": "Sent",
					 *           "StatusDescription": "OK",
					 *           "DeliveredAt": "2026-03-10T09:00:05Z"
					 *         }
					 *       ]
					 *     }
					 */
					'application/json': components['schemas']['SmsResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
	createMeterReadingDocuments: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				/**
				 * @example {
				 *       "Documents": [
				 *         {
				 *           "DocumentNumber": "D-77",
				 *           "DocumentDate": "2026-03-02",
				 *           "Company": {
				 *             "Name": "Example Energy Oy",
				 *             "BusinessCode": "1234567-1"
				 *           },
				 *           "Customer": {
				 *             "CustomerCode": "C-1007",
				 *             "Name": "Esimerkki Asiakas",
				 *             "StreetAddress": "Esimerkkikatu 1",
				 *             "PostalCode": "00100",
				 *             "City": "HELSINKI",
				 *             "Country": "FI"
				 *           },
				 *           "UsageLocation": {
				 *             "LocationCode": "L-12",
				 *             "StreetAddress": "Esimerkkikatu 1",
				 *             "PostalCode": "00100",
				 *             "City": "HELSINKI"
				 *           },
				 *           "Readings": [
				 *             {
				 *               "MeterNbr": "M-4471",
				 *               "MeterStartValue": "10250",
				 *               "MeterEndValue": "10410",
				 *               "MeterTimePeriod": "2026-02",
				 *               "Unit": "kWh",
				 *               "Description": "Electricity"
				 *             }
				 *           ]
				 *         }
				 *       ]
				 *     }
				 */
				'application/json': components['schemas']['MeterDocumentList'];
			};
		};
		responses: {
			/** @description Success */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "UploadedDocumentsCount": 1,
					 *       "FailedDocumentsCount": 0,
					 *       "FailedDocuments": null
					 *     }
					 */
					'application/json': components['schemas']['DocumentResponse'];
				};
			};
			/** @description Success */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					/**
					 * @example {
					 *       "StatusDescription": "OK",
					 *       "UploadedDocumentsCount": 1,
					 *       "FailedDocumentsCount": 0,
					 *       "FailedDocuments": null
					 *     }
					 */
					'application/json': components['schemas']['DocumentResponse'];
				};
			};
			400: components['responses']['BadRequest'];
			401: components['responses']['Unauthorized'];
			402: components['responses']['BusinessRule'];
			403: components['responses']['Forbidden'];
			404: components['responses']['NotFound'];
			429: components['responses']['TooManyRequests'];
			500: components['responses']['ServerError'];
			503: components['responses']['Unavailable'];
		};
	};
}
