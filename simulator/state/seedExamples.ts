import { noteFinvoiceAccount } from './eInvoicing';
import { newInvoice } from './invoices';
import type { World } from './world';

/**
 * Puts in place what the examples of the contract speak of, so that each example request finds its thing:
 * invoice 1042 of case CASE-2001, partly paid; customer C-1007 with an e-invoicing contract; product
 * P-100; upload B-2026-03; batch 3001; the settlements 202603180001, once their day has come; a credit
 * loss of February 2026. Meant for a world without records; where invoice 1042 is there already it
 * changes nothing.
 */
export function seedExamples(world: World): void {
	if (world.invoices.has(INVOICE.InvoiceNumber)) return;
	world.products.merge(PRODUCT.ProdCode, PRODUCT);
	world.customers.merge(CUSTOMER.CustomerCode, CUSTOMER);
	const invoice = world.invoices.add(INVOICE);
	invoice.caseId = 'CASE-2001';
	noteFinvoiceAccount(world, CUSTOMER.CustomerCode, FINVOICE_ADDRESS);

	world.journal.invoiceBatches.push({
		batchId: 'B-2026-03',
		createdAt: '2026-03-02T06:00:00.000Z',
		lines: [{ InvoiceNumber: INVOICE.InvoiceNumber, Status: 'Accepted', StatusDescription: 'OK' }],
	});

	const received = allocation('123456', 25.5);
	const direct = allocation('123457', 10);
	world.allocations.add([received, direct]);
	world.directPayments.add(direct, { method: 'Bank transfer', reference: INVOICE.Reference });
	invoice.paid.capital = 3_550;

	collect(world, '1040', 'CASE-2000');
	const lost = collect(world, '1039', 'CASE-1999');
	lost.ended = { status: 'CreditLoss', on: '2026-02-20' };
	world.journal.creditLosses.push({
		number: lost.number,
		on: '2026-02-20',
		capital: lost.totalCents,
		interest: 0,
		costs: 0,
		reason: 'Written off',
	});
}

/** A receivable in collection, handed over in a batch of its own. */
function collect(world: World, number: string, caseId: string) {
	const createdAt = '2026-02-02T08:00:00.000Z';
	const receivable = {
		InvoiceNumber: number,
		InvoiceDate: '2026-01-02',
		DueDate: '2026-01-16',
		Currency: 'EUR',
		TotalAmount: 80,
	};
	const debt = newInvoice(receivable, caseId, createdAt);
	world.collection.addCase({ caseId, debt, debtor: DEBTOR, createdAt });
	world.collection.addBatch([{ number, status: 'Created', caseId, receivable }], createdAt);
	return debt;
}

function allocation(id: string, amount: number) {
	return {
		AllocationId: id,
		CaseId: 'CASE-2001',
		Agency: 'CASH-IN',
		InvoiceNumber: INVOICE.InvoiceNumber,
		PaymentType: { Code: '8', Description: 'Bank Transfer' },
		Dates: {
			PaymentDate: '2026-03-14',
			BookingDate: '2026-03-16',
			AccountingDate: '2026-03-16',
			SettlementDate: '2026-03-18',
		},
		Amounts: {
			PaymentAmount: amount,
			CapitalAmount: amount,
			InterestAmount: 0,
			CreditorCostsAmount: 0,
		},
		Currency: 'EUR',
	};
}

const DEBTOR = {
	CustomerCode: 'C-1007',
	Name: 'Esimerkki Asiakas',
	StreetAddress: 'Esimerkkikatu 1',
	PostalCode: '00100',
	City: 'HELSINKI',
	Country: 'FI',
	Email: 'buyer@example.com',
};

const CUSTOMER = { ...DEBTOR, Name: 'Example Buyer Oy', DeliveryType: 'E' };

const FINVOICE_ADDRESS = { FinvoiceAccount: 'FI2112345600000785', FinvoiceOVT: '003712345671' };

const PRODUCT = {
	ProdCode: 'P-100',
	Description: 'Maintenance work',
	Price: 100,
	VatPercent: 25.5,
	Unit: 'kpl',
	Currency: 'EUR',
};

const INVOICE = {
	InvoiceNumber: '1042',
	InvoiceType: 'I',
	InvoiceDate: '2026-03-02',
	DueDate: '2026-03-16',
	Currency: 'EUR',
	NetAmount: 100,
	TaxAmount: 25.5,
	TotalAmount: 125.5,
	Reference: '10427',
	SalesName: CUSTOMER.Name,
	SalesStreetAddress: CUSTOMER.StreetAddress,
	SalesPostalCode: CUSTOMER.PostalCode,
	SalesCity: CUSTOMER.City,
	SalesCountry: CUSTOMER.Country,
	SalesCustomerCode: CUSTOMER.CustomerCode,
	SalesEmail: CUSTOMER.Email,
	DeliveryType: 'E',
	InvoiceRows: [
		{
			ProdCode: PRODUCT.ProdCode,
			Description: PRODUCT.Description,
			VatPercent: 25.5,
			Qty: 1,
			Price: 100,
			Nto: 100,
			Tax: 25.5,
			Total: 125.5,
			Unit: 'kpl',
		},
	],
};
