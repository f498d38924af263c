import { createWire } from '../../simulator/wire';

const document = {
	components: {
		schemas: {
			Payment: {
				properties: {
					DocNo: { 'x-field': 'invoiceNumber' },
					Sums: { $ref: '#/components/schemas/Sums', 'x-field': 'amounts' },
					Parts: { items: { $ref: '#/components/schemas/Sums' }, 'x-field': 'rows' },
				},
			},
			Sums: { allOf: [{ properties: { paid_amount: { 'x-field': 'paymentAmount' } } }] },
		},
	},
};
const list = { items: { $ref: '#/components/schemas/Payment' } };
const wire = createWire(document);

const inFields = [
	{ invoiceNumber: 1042, amounts: { paymentAmount: 5 }, rows: [{ paymentAmount: null }], other: 1 },
];
const onTheWire = [
	{ DocNo: 1042, Sums: { paid_amount: 5 }, Parts: [{ paid_amount: null }], other: 1 },
];

test('names of ours go out as the API calls them, at every depth', () => {
	expect(wire.toWire(list, inFields)).toEqual(onTheWire);
});

test('names of the API come in as ours; what the contract lacks stays', () => {
	expect(wire.toFields(list, onTheWire)).toEqual(inFields);
});
