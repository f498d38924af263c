import fc from 'fast-check';

/** A random order as its store would write it, and what it comes to in cents by the generator's own account. */
export interface RandomOrder {
	order: Record<string, unknown>;
	totalCents: number;
	/** What its one refund gives back; 0 for none. */
	refundCents: number;
	/** Lines that cost something or were ordered, refunds not counted. */
	lines: number;
}

/** A line as the generator thinks of it: an amount in cents and how much of it is given back. */
interface Line {
	cents: number;
	quantity: number;
	rate: string;
	/** Share of the line that is refunded, in pieces. */
	back: number;
}

const RATES = ['25.5', '24', '14', '13.5', '10', '0'];

const line: fc.Arbitrary<Line> = fc
	.record({
		cents: fc.oneof(
			{ weight: 5, arbitrary: fc.integer({ min: 1, max: 500_000 }) },
			{ weight: 1, arbitrary: fc.constant(0) },
		),
		quantity: fc.integer({ min: 1, max: 40 }),
		rate: fc.constantFrom(...RATES),
		back: fc.integer({ min: 0, max: 40 }),
	})
	.map((one) => ({ ...one, back: Math.min(one.back, one.quantity) }));

const shape = fc.record({
	lines: fc.array(line, { minLength: 1, maxLength: 12 }),
	shipping: fc.option(
		fc.record({ cents: fc.integer({ min: 0, max: 3_000 }), rate: fc.constantFrom(...RATES) }),
	),
	fee: fc.option(
		fc.record({ cents: fc.integer({ min: -300, max: 900 }), rate: fc.constantFrom(...RATES) }),
	),
	gross: fc.boolean(),
	/** Whether VAT is rounded once at the end, or for each line. */
	late: fc.boolean(),
	refund: fc.boolean(),
	tells: fc.boolean(),
});

/** Tax in thousandths of a cent times a hundred, exactly: `cents` × rate in tenths of a percent. */
function taxParts(cents: number, rate: string, gross: boolean): { over: bigint; under: bigint } {
	const tenths = BigInt(Math.round(Number(rate) * 10));
	return { over: BigInt(cents) * tenths, under: gross ? 1000n + tenths : 1000n };
}

function rounded({ over, under }: { over: bigint; under: bigint }): number {
	const sign = over < 0n ? -1n : 1n;
	return Number(sign * ((2n * sign * over + under) / (2n * under)));
}

const text = (cents: number) => (cents / 100).toFixed(2);

/** WooCommerce: amounts without tax, printed to the cent each; the total may be rounded for itself. */
export const wooCommerceOrder: fc.Arbitrary<RandomOrder> = shape.map((given) => {
	const { gross, late } = given;
	let id = 0;
	const printed = (cents: number, rate: string) => {
		const tax = rounded(taxParts(cents, rate, gross));
		const net = gross ? cents - tax : cents;
		id += 1;
		const taxes = [
			{ id: rate, total: text(tax) },
			{ id: 'other', total: '' },
		];
		return { id, net, tax, rate, member: { id, total: text(net), total_tax: text(tax), taxes } };
	};
	const goods = given.lines.map((one, index) => ({
		...printed(one.cents, one.rate),
		one,
		// Half a metre, and a quantity as text.
		quantity: index % 3 === 0 ? one.quantity + 0.5 : String(one.quantity),
	}));
	const shipping =
		given.shipping === null ? [] : [printed(given.shipping.cents, given.shipping.rate)];
	const fees = given.fee === null ? [] : [printed(given.fee.cents, given.fee.rate)];
	const all = [...goods, ...shipping, ...fees];
	const sumOf = (list: Array<{ net: number; tax: number }>) =>
		list.reduce((sum, { net, tax }) => sum + net + tax, 0);
	const taxOnce = RATES.reduce((sum, rate) => {
		const net = all.filter((one) => one.rate === rate).reduce((total, one) => total + one.net, 0);
		return sum + rounded(taxParts(net, rate, false));
	}, 0);
	const netSum = all.reduce((sum, { net }) => sum + net, 0);
	const totalCents = late && !gross ? netSum + taxOnce : sumOf(all);
	const back = given.refund
		? goods.filter(({ one, net, tax }) => one.back > 0 && net + tax > 0).slice(0, 3)
		: [];
	const backLines = back.map(({ id: of, net, tax, one, member }) => {
		const part = (cents: number) => Math.round((cents * one.back) / one.quantity);
		return {
			net: part(net),
			tax: part(tax),
			member: {
				id: 1000 + of,
				name: 'Example',
				quantity: -one.back,
				total: text(-part(net)),
				total_tax: text(-part(tax)),
				taxes: [{ id: member.taxes[0]?.id, total: text(-part(tax)) }],
				meta_data: [{ key: '_refunded_item_id', value: String(of) }],
			},
		};
	});
	const refundCents = sumOf(backLines);
	return {
		totalCents,
		refundCents,
		lines: all.length,
		order: {
			number: '1042',
			status: 'processing',
			currency: 'EUR',
			date_created_gmt: '2026-03-02T08:15:00',
			prices_include_tax: gross,
			billing: {},
			line_items: goods.map(({ member, quantity }) => ({ ...member, name: 'Example', quantity })),
			shipping_lines: shipping.map(({ member }) => ({ ...member, method_title: 'Posti' })),
			fee_lines: fees.map(({ member }) => ({ ...member, name: 'Fee' })),
			coupon_lines: [{ code: 'example', discount: '5.00' }],
			tax_lines: RATES.map((rate) => ({ rate_id: rate, rate_percent: Number(rate) })),
			total: text(totalCents),
			...(given.tells
				? { total_tax: text(late && !gross ? taxOnce : all.reduce((sum, { tax }) => sum + tax, 0)) }
				: {}),
			refunds:
				refundCents === 0
					? []
					: [
							{
								id: 7,
								amount: text(refundCents),
								line_items: backLines.map(({ member }) => member),
							},
						],
		},
	};
});

/** Shopify: prices before discounts, with tax or without, and discounts spread over the lines. */
export const shopifyOrder: fc.Arbitrary<RandomOrder> = shape.map((given) => {
	const { gross } = given;
	const taxed = (charged: number, rate: string) => {
		const tax = rounded(taxParts(charged, rate, gross));
		const fraction = Number((Number(rate) / 100).toFixed(4));
		return { tax, tax_lines: rate === '0' ? [] : [{ price: text(tax), rate: fraction }] };
	};
	const goods = given.lines.map((one, index) => {
		const discount = index % 2 === 0 ? Math.floor((one.cents * one.quantity) / 7) : 0;
		const charged = one.cents * one.quantity - discount;
		const { tax, tax_lines } = taxed(charged, one.rate);
		return { id: 10 + index, one, charged, tax, tax_lines, discount };
	});
	const shipping =
		given.shipping === null
			? []
			: [{ ...given.shipping, ...taxed(given.shipping.cents, given.shipping.rate) }];
	const sum = (list: Array<{ charged: number; tax: number }>) =>
		list.reduce((total, { charged, tax }) => total + charged + (gross ? 0 : tax), 0);
	const totalCents = sum(goods) + sum(shipping.map(({ cents, tax }) => ({ charged: cents, tax })));
	const back = given.refund ? goods.filter(({ one, charged }) => one.back > 0 && charged > 0) : [];
	const backLines = back.map(({ id, one, charged, tax }) => ({
		id,
		quantity: one.back,
		charged: Math.round((charged * one.back) / one.quantity),
		tax: Math.round((tax * one.back) / one.quantity),
	}));
	const refundCents = sum(backLines);
	const transactions = given.tells
		? [{ kind: 'refund', status: 'success', amount: text(refundCents) }]
		: [];
	return {
		totalCents,
		refundCents,
		lines: goods.length + shipping.length,
		order: {
			name: '#1042',
			order_number: 1042,
			currency: 'EUR',
			created_at: '2026-03-02T10:15:00+02:00',
			financial_status: 'pending',
			taxes_included: gross,
			total_price: text(totalCents),
			total_tax: text([...goods, ...shipping].reduce((total, { tax }) => total + tax, 0)),
			line_items: goods.map(({ id, one, tax_lines, discount }) => ({
				id,
				name: 'Example',
				quantity: one.quantity,
				current_quantity:
					refundCents === 0 || !back.some((line) => line.id === id)
						? one.quantity
						: one.quantity - one.back,
				price: text(one.cents),
				discount_allocations: discount === 0 ? [] : [{ amount: text(discount) }],
				tax_lines,
			})),
			shipping_lines: shipping.map(({ cents, tax_lines }, index) => ({
				id: 90 + index,
				title: 'Posti',
				price: text(cents),
				tax_lines,
			})),
			refunds:
				refundCents === 0
					? []
					: [
							{
								id: 7,
								transactions,
								refund_line_items: backLines.map(({ id, quantity, charged, tax }) => ({
									line_item_id: id,
									quantity,
									subtotal: Number(text(charged)),
									total_tax: Number(text(tax)),
								})),
							},
						],
		},
	};
});

/** Stripe: the smallest unit of a currency, taxes on top or within, discounts, and lines below zero. */
export const stripeOrder: fc.Arbitrary<RandomOrder> = fc
	.tuple(shape, fc.constantFrom('eur', 'jpy', 'kwd'))
	.map(([given, currency]) => {
		const unit = currency === 'kwd' ? 10 : 1;
		// Cents of the currency to hundredths of it; yen have none.
		const hundredths = currency === 'jpy' ? 100 : 1;
		const lines = given.lines.map(({ cents, rate, quantity }, index) => {
			const amount = index % 4 === 3 ? -Math.floor(cents / 50) : cents;
			const discount = index % 3 === 0 && amount > 0 ? Math.floor(amount / 5) : 0;
			const tax = rounded(taxParts(amount - discount, rate, given.gross));
			const total = amount - discount + (given.gross ? 0 : tax);
			return { amount, discount, tax, total, rate, quantity };
		});
		const totalUnits = lines.reduce((sum, { total }) => sum + total, 0);
		return {
			totalCents: totalUnits * hundredths,
			refundCents: 0,
			lines: lines.length,
			order: {
				object: 'invoice',
				number: 'EX-1042',
				currency,
				created: 1_772_439_300,
				livemode: true,
				status: 'open',
				total: totalUnits * unit,
				lines: {
					has_more: false,
					data: lines.map(({ amount, discount, tax, rate, quantity }, index) => ({
						id: `il_${index}`,
						amount: amount * unit,
						quantity,
						description: 'Example',
						discount_amounts: discount === 0 ? [] : [{ amount: discount * unit }],
						tax_amounts: [
							{
								amount: tax * unit,
								inclusive: given.gross,
								tax_rate: { id: rate, percentage: Number(rate) },
							},
						],
					})),
				},
			},
		};
	});
