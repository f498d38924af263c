/** What the foreign API knows and does, under the names of its own document. */

export type Row = Record<string, unknown>;

export interface Asked {
	path: Record<string, string>;
	/** Numbers and booleans are read already. */
	query: Row;
	body: unknown;
}

/** A refusal with the status of the document. */
export class Refused extends Error {
	constructor(
		readonly status: 404 | 422,
		message: string,
	) {
		super(message);
	}
}

export const KEY = 'foreign-key';

/** Half past nine in Helsinki, whatever the day of the test. */
const NOW = Date.parse('2026-05-20T06:30:00Z');

const MOST_ON_A_PAGE = 100;
const USUAL_ON_A_PAGE = 50;

type Handler = (asked: Asked) => unknown;

export class Business {
	now = NOW;
	key = KEY;
	invoices: Row[] = [];
	customers: Row[] = [];
	products: Row[] = [];
	batches: Row[] = [];
	allocated: Row[] = [];
	received: Row[] = [];
	payouts: Row[] = [];
	directPayouts: Row[] = [];
	cases: Row[] = [];
	claims: Row[] = [];
	creditLosses: Row[] = [];
	deliveries: Row[] = [];
	contracts: Row[] = [];
	externalDeliveries: Row[] = [];
	externalInvoices: Row[] = [];
	sellerDeliveries: Row[] = [];
	/** Whatever else was taken, in order: payments, messages, documents, actions, accounts. */
	taken: Array<{ what: string; row: Row }> = [];
	/** Keys that are refused, with the reason. */
	refusals = new Map<string, string>();

	handle(operation: string, asked: Asked): unknown {
		const handler = this.handlers[operation];
		if (handler === undefined) throw new Error(`${operation} is not served`);
		return handler(asked);
	}

	/** A payment by a customer: the invoice is paid by it, and the lists of payments show it. */
	pay(invoiceNo: string, amount: number, day: string): void {
		const invoice = this.invoice(invoiceNo);
		const paid = Number(invoice.PaidAmount ?? 0) + amount;
		const open = Number(invoice.TotalSum) - paid;
		Object.assign(invoice, { PaidAmount: paid, UnpaidAmount: open });
		if (open <= 0) invoice.Status = 'M';
		this.allocated.push({
			AllocationNumber: `A-${this.allocated.length + 1}`,
			CaseNumber: null,
			Agency: 'PINE',
			InvoiceNo: invoiceNo,
			PaymentType: { Code: 'PAY', Description: 'Payment' },
			Dates: { PaymentDate: day, BookingDate: day, AccountingDate: day, SettlementDate: null },
			Amounts: { PaidAmount: amount, PrincipalAmount: amount, InterestAmount: 0, CreditorFees: 0 },
			Currency: 'EUR',
		});
		this.received.push({
			PaymentDate: day,
			BookingDate: day,
			TotalAmount: amount,
			Currency: 'EUR',
			AccountName: 'Example account',
			ReceivedPaymentRows: [
				{
					InvoiceNo: invoiceNo,
					CaseNumber: null,
					PaymentDate: day,
					Amount: amount,
					Currency: 'EUR',
				},
			],
		});
	}

	private invoice(number: unknown): Row {
		return this.known(this.invoices, 'InvoiceNo', number, 'invoice');
	}

	/** @throws Refused with 404 */
	private known(rows: Row[], member: string, key: unknown, noun: string): Row {
		const found = rows.find((row) => row[member] === key);
		if (found === undefined) throw new Refused(404, `There is no ${noun} ${String(key)}`);
		return found;
	}

	private take(what: string, row: Row): void {
		this.taken.push({ what, row });
	}

	private handlers: Record<string, Handler> = {
		'GET /token/validity': () => ({ Valid: true, Explanation: 'The key is valid' }),
		'POST /token/renewal': ({ query }) => {
			this.take('renewal', query);
			this.key = 'renewed-key';
			return { Explanation: 'Renewed', NewToken: this.key };
		},

		'POST /gensalesinvoices': ({ body }) =>
			this.addInvoices((body as { Invoices: Row[] }).Invoices),
		'POST /gensalesinvoices/with-seller': ({ body }) => this.addInvoices(body as Row[]),
		'POST /invoice-batches': ({ body }) => {
			const { Invoices = [], BatchNumber } = body as { Invoices?: Row[]; BatchNumber?: string };
			const { Accepted, Rejected, Rejections } = this.addInvoices(Invoices);
			const number = BatchNumber ?? `B-${this.batches.length + 1}`;
			this.batches.push({
				BatchNumber: number,
				Status: 'Done',
				CreatedDate: new Date(this.now).toISOString(),
				InvoicesCount: Accepted,
				Lines: [],
			});
			return {
				BatchNumber: number,
				Explanation: 'Taken in',
				UploadedInvoicesCount: Accepted,
				FailedInvoicesCount: Rejected,
				FailedInvoices: Rejections.map(({ Key, Reason }) => ({
					InvoiceNo: Key,
					ErrorMessage: Reason,
				})),
			};
		},
		'GET /invoice-batches': ({ query }) =>
			this.batches.filter(
				(row) =>
					is(row.BatchNumber, query.batchNumber) &&
					between(row.CreatedDate, query.from, query.until),
			),
		'GET /salesinvoices': ({ query }) => {
			const found = this.invoices
				.filter(
					(row) =>
						is(row.InvoiceNo, query.invoiceNo) &&
						is(row.Currency, query.currency) &&
						between(row.InvoiceDate, query.invoicedFrom, query.invoicedTo),
				)
				.map((row) => pick(row, LISTED_OF_AN_INVOICE));
			return this.inside(
				sorted(found, query.sort, query.sortDirection),
				query.pageNo,
				query.perPage,
			);
		},
		'PATCH /salesinvoices': ({ body }) => {
			const { InvoiceNo, ...changes } = body as Row;
			if (InvoiceNo === undefined) throw new Refused(422, 'InvoiceNo is missing');
			const refusal = this.refusals.get(String(InvoiceNo));
			if (refusal !== undefined) return result([], [{ Key: String(InvoiceNo), Reason: refusal }]);
			Object.assign(this.invoice(InvoiceNo), changes);
			return result([InvoiceNo], []);
		},
		'GET /salesinvoices/deliveries': ({ query }) =>
			this.inside(
				this.deliveries.filter(
					(row) =>
						is(row.InvoiceNo, query.invoiceNo) &&
						between(row.InvoiceDate, query.invoicedFrom, query.invoicedTo),
				),
				query.page,
				query.pageSize,
			),
		'GET /salesinvoices/{invoiceNo}/status': ({ path }) => {
			const row = this.invoice(path.invoiceNo);
			return {
				Success: true,
				Payload: pick(row, [
					'InvoiceNo',
					'Status',
					'DueOn',
					'Currency',
					'PaidAmount',
					'UnpaidAmount',
				]),
			};
		},
		'POST /salesinvoices/payments': ({ body }) => {
			const payment = body as Row;
			const key = String(payment.InvoiceNo);
			if (!this.invoices.some(({ InvoiceNo }) => InvoiceNo === key)) {
				return result([], [{ Key: key, Reason: `There is no invoice ${key}` }]);
			}
			this.take('payment', payment);
			return result([key], []);
		},

		'GET /payments/received': ({ query }) =>
			this.items(
				this.received.filter(
					(row) =>
						between(row.PaymentDate, query.from, query.until) &&
						(row.ReceivedPaymentRows as Row[]).some((one) => is(one.InvoiceNo, query.invoiceNo)),
				),
				query,
			),
		'GET /allocated-payment-transactions': ({ query }) =>
			this.items(
				this.allocated.filter((row) => {
					const { PaymentDate, AccountingDate } = row.Dates as Row;
					return (
						is(row.InvoiceNo, query.invoiceNo) &&
						is(row.CaseNumber, query.caseNumber) &&
						is(row.Agency, query.agency) &&
						is(row.Currency, query.currency) &&
						between(PaymentDate, query.paymentDateFrom, query.paymentDateTo) &&
						between(AccountingDate, query.accountingDateFrom, query.accountingDateTo)
					);
				}),
				query,
			),
		'GET /payouts': ({ query }) =>
			this.payouts.filter((row) => between(row.SettledOn, query.from, query.until)),
		'GET /payouts/{settlementId}': ({ path }) =>
			this.known(this.payouts, 'SettlementId', path.settlementId, 'payout'),
		'GET /direct-payouts': ({ query }) =>
			this.directPayouts.filter((row) => between(row.SettledOn, query.from, query.until)),
		'GET /direct-payouts/{settlementId}': ({ path }) =>
			this.known(this.directPayouts, 'SettlementId', path.settlementId, 'payout'),

		'POST /e-invoicing/account': ({ body }) => {
			this.take('account', body as Row);
			return { Explanation: 'Changed', UpdatedCount: 1 };
		},
		'GET /e-invoicing/contracts': ({ query }) =>
			this.contracts.filter(
				(row) =>
					is(row.BuyerCustomerNumber, query.customerNumber) &&
					between(row.StartDate, query.from, query.until),
			),

		'GET /catalog/products': ({ query }) => this.data(this.products, query),
		'POST /catalog/products': ({ body }) =>
			this.add(this.products, body as Row[], 'ProductCode', 'product'),
		'POST /catalog/products/removal': ({ body }) => {
			const { ProductCode } = body as Row;
			const found = this.known(this.products, 'ProductCode', ProductCode, 'product');
			this.products.splice(this.products.indexOf(found), 1);
			return {
				Explanation: 'Removed',
				UploadedItemsCount: 1,
				FailedItemsCount: 0,
				FailedItems: [],
			};
		},
		'GET /customers': ({ query }) => this.data(this.customers, query),
		'POST /customers': ({ body }) =>
			this.add(
				this.customers,
				(body as { Customers: Row[] }).Customers,
				'CustomerNumber',
				'customer',
			),
		'PUT /customers/{customerNumber}': ({ path, body }) => {
			const found = this.known(this.customers, 'CustomerNumber', path.customerNumber, 'customer');
			Object.assign(found, body);
			return { Explanation: 'Changed', CustomerNumber: path.customerNumber };
		},
		'DELETE /customers': ({ query }) => {
			const found = this.known(this.customers, 'CustomerNumber', query.customerNumber, 'customer');
			this.customers.splice(this.customers.indexOf(found), 1);
			return { Explanation: 'Removed', CustomerNumber: query.customerNumber };
		},

		'POST /collection/cases': ({ body }) => {
			const { Claims = [] } = body as { Claims?: Row[] };
			const answer = this.addClaims(Claims);
			return { ...answer, BatchNumber: `CB-${this.claims.length}` };
		},
		'PATCH /collection/claims': ({ body }) => {
			const { Claims = [] } = body as { Claims?: Row[] };
			const missing = Claims.filter(
				({ InvoiceNo }) => !this.claims.some((row) => row.InvoiceNo === InvoiceNo),
			);
			for (const row of Claims) if (!missing.includes(row)) this.take('claim', row);
			return claimAnswer(
				Claims.length,
				missing.map(({ InvoiceNo }) => ({ InvoiceNo, ErrorMessage: 'Not in collection' })),
			);
		},
		'GET /collection/claims': ({ query }) =>
			this.items(
				this.claims.filter(
					(row) =>
						is(row.InvoiceNo, query.invoiceNo) &&
						is(row.CaseNumber, query.caseNumber) &&
						between(row.InvoiceDate, query.changedFrom, query.changedTo),
				),
				query,
			),
		'GET /collection/cases': ({ query }) =>
			this.items(
				this.cases.filter(
					(row) =>
						is((row.Summary as Row).CaseNumber, query.caseNumber) &&
						(row.Invoices as Row[]).some((one) => is(one.InvoiceNo, query.invoiceNo)),
				),
				query,
			),
		'GET /collection/batches/{batchNumber}': ({ path }) => ({
			Success: true,
			Payload: { BatchNumber: path.batchNumber, Status: 'Done', UploadedCount: 2, FailedCount: 0 },
		}),
		'GET /collection/debtors/{customerNumber}/summary': ({ path }) => ({
			Success: true,
			Payload: {
				Debtor: { CustomerNumber: path.customerNumber, Name: 'Example Buyer Oy' },
				Cases: [],
				Invoices: [],
				PrincipalAmount: 100,
				InterestAmount: 1.5,
				CostsAmount: 5,
				UnpaidAmount: 106.5,
			},
		}),
		'GET /collection/credit-losses': ({ query }) =>
			this.creditLosses.filter((row) => between(row.CreditLossDate, query.from, query.until)),

		'GET /external/deliveries': ({ query }) =>
			this.externalDeliveries.filter(
				(row) =>
					is(row.InvoiceNo, query.invoiceNo) &&
					is(row.ExternalAgreementIdentifier, query.agreementId) &&
					between(row.InvoiceDate, query.invoicedFrom, query.invoicedTo),
			),
		'GET /external/payments': ({ query }) =>
			this.data(
				this.externalInvoices.filter(
					(row) =>
						is(row.InvoiceNo, query.invoiceNo) &&
						between(row.InvoiceDate, query.invoicedFrom, query.invoicedTo),
				),
				query,
			),
		'POST /external/direct-payments': ({ body }) => this.takeAll('direct payment', body as Row[]),
		'POST /external/actions': ({ body }) => this.takeAll('action', body as Row[]),
		'GET /external/agreements/{agreementId}/status': ({ path }) => ({
			ExternalAgreementIdentifier: path.agreementId,
			Status: 'ACTIVE',
			Explanation: 'In force',
			Active: true,
		}),

		'POST /partner/creditors': ({ body }) => {
			this.take('creditor', body as Row);
			return { CreditorId: 'CR-1', CustomerNumber: '7001', ApiToken: 'creditor-secret' };
		},
		'PUT /partner/creditors/{customerNumber}': ({ path, body }) => {
			this.take('creditor change', body as Row);
			return { Explanation: 'Changed', CustomerNumber: path.customerNumber };
		},
		'GET /partner/creditors/{customerNumber}/credentials': ({ path }) => ({
			CreditorId: 'CR-1',
			CustomerNumber: path.customerNumber,
			ApiToken: 'creditor-secret',
		}),
		'GET /partner/deliveries': ({ query }) =>
			this.sellerDeliveries.filter(
				(row) =>
					is(row.InvoiceNo, query.invoiceNo) && is(row.SellerBusinessId, query.sellerBusinessId),
			),
		'POST /partner/text-messages': ({ body }) => {
			const { TextMessages = [], Sender } = body as { TextMessages?: Row[]; Sender?: string };
			for (const row of TextMessages) this.take('message', { ...row, Sender });
			return {
				Explanation: 'Sent',
				SentMessagesCount: TextMessages.length,
				FailedMessagesCount: 0,
				DeliveryReports: TextMessages.map(({ MobileNumber }, index) => ({
					MessageId: `M-${index + 1}`,
					PhoneNumber: MobileNumber,
					Status: 'Sent',
				})),
				FailedMessages: [],
			};
		},
		'POST /documents/meter-readings': ({ body }) => this.takeAll('document', body as Row[]),

		'GET /reminders': () => [],
		'POST /reminders': ({ body }) => {
			this.take('reminder', body as Row);
			return body;
		},
	};

	private addInvoices(rows: Row[]) {
		const accepted: unknown[] = [];
		const rejections: Array<{ Key: string; Reason: string }> = [];
		for (const row of rows) {
			const key = String(row.InvoiceNo);
			const taken = this.invoices.some(({ InvoiceNo }) => InvoiceNo === key);
			const reason = this.refusals.get(key) ?? (taken ? `The number ${key} is taken` : undefined);
			if (reason !== undefined) {
				rejections.push({ Key: key, Reason: reason });
				continue;
			}
			accepted.push(key);
			this.invoices.push({
				...row,
				Status: 'H',
				Currency: row.Currency ?? 'EUR',
				UnpaidAmount: row.TotalSum ?? null,
				PaidAmount: 0,
			});
		}
		return result(accepted, rejections);
	}

	private add(list: Row[], rows: Row[], member: string, noun: string) {
		const isTaken = (key: unknown) => list.some((row) => row[member] === key);
		const refused = rows.filter((row) => isTaken(row[member]));
		const accepted = rows.filter((row) => !refused.includes(row));
		list.push(...accepted);
		return result(
			accepted,
			refused.map((row) => {
				const key = String(row[member]);
				return { Key: key, Reason: `There is a ${noun} ${key} already` };
			}),
		);
	}

	private addClaims(rows: Row[]) {
		const refused = rows.filter(({ InvoiceNo }) => this.refusals.has(String(InvoiceNo)));
		for (const row of rows) {
			if (refused.includes(row)) continue;
			const number = `CASE-${this.claims.length + 1}`;
			const { InvoiceNo, InvoiceDate, PrincipalAmount } = row;
			this.claims.push({
				InvoiceNo,
				InvoiceDate,
				PrincipalAmount,
				CaseNumber: number,
				State: 'open',
			});
		}
		return claimAnswer(
			rows.length,
			refused.map(({ InvoiceNo }) => ({
				InvoiceNo,
				ErrorMessage: this.refusals.get(String(InvoiceNo)),
			})),
		);
	}

	private takeAll(what: string, rows: Row[]) {
		for (const row of rows) this.take(what, row);
		return result(rows, []);
	}

	/** `{ result: { rows, total }, requestId }` */
	private inside(rows: Row[], page: unknown, size: unknown) {
		return {
			result: { rows: onPage(rows, page, size).rows, total: rows.length },
			requestId: 'request-1',
		};
	}

	/** `{ items, totalItems, pageNumber, rowsPerPage }` */
	private items(rows: Row[], query: Row) {
		const sortedRows = sorted(rows, query.orderBy, query.direction);
		const { rows: items, number, size } = onPage(sortedRows, query.pageNumber, query.rowsPerPage);
		return { items, totalItems: rows.length, pageNumber: number, rowsPerPage: size };
	}

	/** `{ Data, Meta }` */
	private data(rows: Row[], query: Row) {
		const { rows: Data, number, size } = onPage(rows, query.page, query.pageSize);
		return { Data, Meta: { TotalCount: rows.length, Page: number, PageSize: size } };
	}
}

/** What the list tells of an invoice. */
const LISTED_OF_AN_INVOICE = [
	'InvoiceNo',
	'Status',
	'InvoiceType',
	'InvoiceDate',
	'DueOn',
	'ReferenceNumber',
	'BuyerName',
	'BuyerCustomerNumber',
	'DeliveryType',
	'Currency',
	'NetSum',
	'VatSum',
	'TotalSum',
	'UnpaidAmount',
	'PaidAmount',
];

function pick(row: Row, names: string[]): Row {
	return Object.fromEntries(names.filter((name) => name in row).map((name) => [name, row[name]]));
}

function result(accepted: unknown[], rejections: Array<{ Key: string; Reason: string }>) {
	return {
		Summary: `${accepted.length} accepted, ${rejections.length} rejected`,
		Accepted: accepted.length,
		Rejected: rejections.length,
		Rejections: rejections,
	};
}

function claimAnswer(sent: number, failures: Row[]) {
	return {
		Explanation: 'Read',
		UploadedReceivablesCount: sent - failures.length,
		FailedReceivablesCount: failures.length,
		FailedReceivables: failures,
	};
}

function onPage(rows: Row[], page: unknown, size: unknown) {
	const number = Number(page ?? 1);
	const most = Math.min(Number(size ?? USUAL_ON_A_PAGE), MOST_ON_A_PAGE);
	return { rows: rows.slice((number - 1) * most, number * most), number, size: most };
}

function sorted(rows: Row[], by: unknown, direction: unknown): Row[] {
	if (by === undefined) return rows;
	const name = String(by);
	const turn = direction === 'desc' ? -1 : 1;
	return [...rows].sort((a, b) => turn * String(a[name]).localeCompare(String(b[name])));
}

/** A filter that is not set lets everything pass. */
function is(value: unknown, wanted: unknown): boolean {
	return wanted === undefined || value === wanted;
}

function between(value: unknown, from: unknown, to: unknown): boolean {
	const day = String(value).slice(0, 10);
	return day >= String(from ?? '') && (to === undefined || day <= String(to));
}
