/** An order of Shopify's REST Admin API as its GraphQL Admin API gives the same order. */
export function graphqlOrder(
	rest: Record<string, unknown>,
	list: 'edges' | 'nodes' = 'nodes',
): Record<string, unknown> {
	const connection = (entries: unknown[]) =>
		list === 'nodes'
			? { nodes: entries, pageInfo: { hasNextPage: false } }
			: { edges: entries.map((node) => ({ node })), pageInfo: { hasNextPage: false } };
	const shop = text(rest.currency);
	const buyers = text(rest.presentment_currency) || shop;
	const bag = (holder: Rest, name: string) => moneyBag(holder, name, shop, buyers);
	const taxLines = (holder: Rest) =>
		listOf(holder.tax_lines).map((tax) => ({
			title: tax.title ?? null,
			rate: tax.rate,
			...(tax.rate === undefined ? {} : { ratePercentage: Number(tax.rate) * 100 }),
			priceSet: bag(tax, 'price'),
		}));
	const allocations = (holder: Rest) =>
		listOf(holder.discount_allocations).map((one) => ({ allocatedAmountSet: bag(one, 'amount') }));
	const lineItem = (line: Rest) => ({
		id: gid('LineItem', line.id),
		name: line.name,
		title: line.title,
		variantTitle: line.variant_title,
		sku: line.sku,
		quantity: line.quantity,
		...(line.current_quantity === undefined ? {} : { currentQuantity: line.current_quantity }),
		product: line.product_id == null ? null : { id: gid('Product', line.product_id) },
		variant: line.variant_id == null ? null : { id: gid('ProductVariant', line.variant_id) },
		originalUnitPriceSet: bag(line, 'price'),
		discountAllocations: allocations(line),
		taxLines: taxLines(line),
		duties: listOf(line.duties).map((duty) => ({
			id: gid('Duty', duty.id),
			price: moneyBag({ price_set: duty }, 'price', shop, buyers),
			taxLines: taxLines(duty),
		})),
	});
	const shippingLine = (line: Rest) => ({
		id: gid('ShippingLine', line.id),
		title: line.title,
		code: line.code,
		isRemoved: line.is_removed ?? false,
		originalPriceSet: bag(line, 'price'),
		...(line.discounted_price === undefined
			? {}
			: { discountedPriceSet: bag(line, 'discounted_price') }),
		discountAllocations: allocations(line),
		taxLines: taxLines(line),
	});
	const refund = (one: Rest) => ({
		id: gid('Refund', one.id),
		legacyResourceId: String(one.id),
		note: one.note ?? null,
		refundLineItems: connection(
			listOf(one.refund_line_items).map((item) => ({
				lineItem: { id: gid('LineItem', item.line_item_id) },
				quantity: item.quantity,
				subtotalSet: bag(item, 'subtotal'),
				totalTaxSet: bag(item, 'total_tax'),
			})),
		),
		refundShippingLines: connection(
			listOf(one.refund_shipping_lines).map((item) => ({
				shippingLine: { id: gid('ShippingLine', (item.shipping_line as Rest | undefined)?.id) },
				subtotalAmountSet: bag(item, 'subtotal_amount'),
				taxAmountSet: bag(item, 'tax_amount'),
			})),
		),
		orderAdjustments: connection(
			listOf(one.order_adjustments).map((item) => ({
				id: gid('OrderAdjustment', item.id),
				reason: enumOf(item.reason),
				amountSet: bag(item, 'amount'),
				taxAmountSet: bag(item, 'tax_amount'),
			})),
		),
		transactions: connection(
			listOf(one.transactions).map((item) => ({
				kind: enumOf(item.kind),
				status: enumOf(item.status),
				amountSet: moneyBag(item, 'amount', text(item.currency) || shop, buyers),
			})),
		),
	});
	const customer = rest.customer as Rest | null | undefined;
	return {
		id: gid('Order', rest.id),
		legacyResourceId: String(rest.id),
		name: rest.name,
		number: rest.order_number,
		createdAt: new Date(String(rest.created_at)).toISOString().replace('.000Z', 'Z'),
		cancelledAt: rest.cancelled_at ?? null,
		test: rest.test ?? false,
		currencyCode: shop,
		presentmentCurrencyCode: rest.presentment_currency ?? shop,
		displayFinancialStatus: enumOf(rest.financial_status),
		taxesIncluded: rest.taxes_included,
		email: rest.email ?? rest.contact_email ?? null,
		phone: rest.phone ?? null,
		poNumber: rest.po_number ?? null,
		paymentGatewayNames: rest.payment_gateway_names ?? [],
		customAttributes: listOf(rest.note_attributes).map(({ name, value }) => ({
			key: name,
			value,
		})),
		billingAddress: addressOf(rest.billing_address),
		shippingAddress: addressOf(rest.shipping_address),
		customer:
			customer == null
				? null
				: {
						firstName: customer.first_name,
						lastName: customer.last_name,
						defaultEmailAddress: customer.email == null ? null : { emailAddress: customer.email },
						defaultPhoneNumber: customer.phone == null ? null : { phoneNumber: customer.phone },
						defaultAddress: addressOf(customer.default_address),
					},
		totalPriceSet: bag(rest, 'total_price'),
		...optional(rest, 'total_tax', { totalTaxSet: bag(rest, 'total_tax') }),
		...optional(rest, 'current_total_price', {
			currentTotalPriceSet: bag(rest, 'current_total_price'),
		}),
		...optional(rest, 'current_total_tax', { currentTotalTaxSet: bag(rest, 'current_total_tax') }),
		...optional(rest, 'total_outstanding', {
			totalOutstandingSet: bag(rest, 'total_outstanding'),
		}),
		...optional(rest, 'total_tip_received', {
			totalTipReceivedSet: bag(rest, 'total_tip_received'),
		}),
		lineItems: connection(listOf(rest.line_items).map(lineItem)),
		shippingLines: connection(listOf(rest.shipping_lines).map(shippingLine)),
		refunds: listOf(rest.refunds).map(refund),
	};
}

type Rest = Record<string, unknown>;

function optional(rest: Rest, name: string, members: Rest): Rest {
	return rest[name] === undefined ? {} : members;
}

/** The REST form writes the shop's amount plainly, and both in `<name>_set`; what stands plainly is the surer one. */
function moneyBag(holder: Rest, name: string, shop: string, buyersCurrency: string): Rest {
	const set = (holder[`${name}_set`] ?? {}) as Record<string, Rest | undefined>;
	const plain = holder[name] === undefined ? set.shop_money?.amount : holder[name];
	const shopMoney = {
		amount: String(plain ?? '0.0'),
		currencyCode: set.shop_money?.currency_code ?? shop,
	};
	const buyers = set.presentment_money;
	// What is nothing is nothing in any currency.
	const nothing = Number(shopMoney.amount) === 0 ? buyersCurrency : shop;
	const presentmentMoney =
		buyers === undefined
			? { ...shopMoney, currencyCode: nothing }
			: { amount: String(buyers.amount), currencyCode: buyers.currency_code ?? shop };
	return { shopMoney, presentmentMoney };
}

function addressOf(given: unknown): Rest | null {
	if (typeof given !== 'object' || given === null) return null;
	const address = given as Rest;
	return {
		firstName: address.first_name,
		lastName: address.last_name,
		name: address.name,
		company: address.company ?? null,
		address1: address.address1,
		address2: address.address2,
		zip: address.zip,
		city: address.city,
		countryCodeV2: address.country_code,
		phone: address.phone ?? null,
	};
}

function gid(kind: string, id: unknown): string {
	return `gid://shopify/${kind}/${String(id)}`;
}

function enumOf(value: unknown): string {
	return text(value).toUpperCase().replace(/ /g, '_');
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): Rest[] {
	return Array.isArray(value) ? (value as Rest[]) : [];
}
