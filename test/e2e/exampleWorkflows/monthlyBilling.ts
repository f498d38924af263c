import { day } from '../../support/days';
import type { World } from '../../support/exampleWorkflows';
import { numberSent } from '../../support/invoices';

const ID = 'cashInMonthly';

/** A sheet of customers is billed once a month. */
export function monthlyBilling(world: () => World): void {
	describe('Monthly billing', () => {
		it('bills each active customer of the sheet once a month, and writes into the sheet what became of it', async () => {
			const { n8n, standIns, simulator, invoiced } = world();
			const today = day(0);
			const number = (customer: string) => `${today.slice(0, 4)}${today.slice(5, 7)}${customer}`;
			const row = (
				customer: number,
				price: unknown,
				active: string,
				email = 'buyer@example.com',
			) => [
				customer,
				`Example Buyer ${customer} Oy`,
				'Esimerkkikatu 1',
				100,
				'HELSINKI',
				email,
				'Maintenance',
				2,
				price,
				25.5,
				active,
			];
			standIns.googleSheets.sheets.Customers = [
				[
					'Customer number',
					'Name',
					'Street',
					'Postal code',
					'City',
					'E-mail',
					'Product',
					'Quantity',
					'Unit price',
					'VAT percent',
					'Active',
					'Last month billed',
					'Last invoice',
					'Problem',
				],
				row(7, 49.9, 'yes'),
				row(8, 'no price', 'yes'),
				row(9, 10, 'no'),
				row(10, 12.5, 'Yes'),
			];
			const run = await n8n.runWorkflow(ID);

			expect(run.data.resultData.error).toBeUndefined();
			expect(invoiced(number('0007'))).toMatchObject({ TotalAmount: 125.25 });
			expect(invoiced(number('0010'))).toMatchObject({ TotalAmount: 31.38 });
			expect(invoiced(number('0008'))).toBeUndefined();
			expect(invoiced(number('0009'))).toBeUndefined();
			const month = today.slice(0, 7);
			expect(standIns.googleSheets.rows('Customers')).toMatchObject([
				{ 'Last month billed': month, Problem: '-' },
				{ 'Last month billed': '', Problem: expect.stringContaining('no price') },
				{ 'Last month billed': '' },
				{ 'Last month billed': month, 'Last invoice': numberSent(Number(number('0010'))) },
			]);

			// As after a mishap: the sheet was not written, but the invoices went out.
			for (const cells of standIns.googleSheets.sheets.Customers.slice(1)) cells[11] = '';
			const uploads = () =>
				simulator.control.requests().filter(({ operationId }) => operationId === 'createInvoice')
					.length;
			const before = uploads();
			const again = await n8n.runWorkflow(ID);
			expect(again.data.resultData.error).toBeUndefined();
			expect(uploads()).toBe(before);
		});
	});
}
