import type { IDataObject } from 'n8n-workflow';

import { ORDERS, SAID, type OrderFixture } from '../support/orderFixtures';
import { jsons, previewOrders, refusalOf, runOrders } from '../support/orderRuns';

type Source = keyof typeof ORDERS;
const SOURCES = Object.keys(ORDERS) as Source[];
const ALL = SOURCES.flatMap((source) => ORDERS[source].map((fixture) => ({ source, ...fixture })));

const patterns = (codes: string[] = []) =>
	codes.map((code): unknown => expect.stringMatching(SAID[code] ?? /no such code/));
const optionsOf = ({ options = {} }: OrderFixture) => options as IDataObject;

test.each(SOURCES)('There are 25 orders of %s at least', (source) => {
	expect(ORDERS[source].length).toBeGreaterThanOrEqual(25);
	expect(new Set(ORDERS[source].map(({ name }) => name)).size).toBe(ORDERS[source].length);
});

describe('An order as its shop gives it', () => {
	const invoiced = ALL.filter(({ rows }) => rows !== undefined);
	it.each(invoiced)('of $source with $name becomes the invoice it should be', async (fixture) => {
		const { order, source, total, rows, rounding = 0, number, warns } = fixture;
		// The state is none of these fixtures' business: some were paid back in part.
		const parameters = {
			options: optionsOf(fixture),
			source,
			...(order.financial_status === 'partially_refunded' ? { paidOrders: 'invoice' } : {}),
		};
		const [invoice] = await previewOrders([order], parameters);
		expect(invoice).toMatchObject({ total, rows, rounding, warnings: patterns(warns) });
		if (number !== undefined) expect(String(invoice?.number)).toBe(number);
		expect(invoice?.invoice.InvoiceRows).toEqual(
			rows?.map((): unknown => expect.objectContaining({ Price: expect.any(Number) })),
		);
	});

	const credited = ALL.flatMap(({ credit, ...fixture }) =>
		credit === undefined ? [] : [{ ...fixture, credit }],
	);
	it.each(credited)('of $source with $name is credited as it should be', async (fixture) => {
		const { order, credit, source } = fixture;
		const parameters = { invoiceFor: 'refund', refundId: credit.id, source };
		const [invoice] = await previewOrders([order], {
			...parameters,
			options: optionsOf(fixture),
		});
		expect(invoice).toMatchObject({
			total: credit.total,
			rows: credit.rows,
			rounding: 0,
			credits: expect.stringMatching(/^[0-9]+$/),
			warnings: patterns(credit.warns),
		});
		const rows = invoice?.invoice.InvoiceRows as IDataObject[];
		expect(rows.every(({ Price }) => Number(Price) > 0)).toBe(true);
	});

	const skipped = ALL.filter((fixture) => fixture.skipped !== undefined);
	it.each(skipped)('of $source with $name is skipped', async (fixture) => {
		const { success } = await runOrders('http://127.0.0.1:9', [fixture.order], {
			options: optionsOf(fixture),
		});
		expect(jsons(success)).toEqual([
			expect.objectContaining({
				status: 'skipped',
				reason: expect.stringContaining(fixture.skipped ?? ''),
			}),
		]);
	});

	const refused = ALL.filter((fixture) => fixture.refused !== undefined);
	it.each(refused)('of $source with $name is refused', async (fixture) => {
		expect(await refusalOf(fixture.order, { options: optionsOf(fixture) })).toContain(
			fixture.refused,
		);
	});
});
