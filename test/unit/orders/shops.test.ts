import type { INodeProperties } from 'n8n-workflow';

import { CashIn } from '../../../nodes/CashIn/CashIn.node';
import { SHOPS } from '../../../nodes/CashIn/orders/shops/shops';
import { sourceFiles } from '../../support/sourceFiles.cts';

const { properties } = new CashIn().description;
const SOURCE = properties.find(({ name }) => name === 'source') as INodeProperties;

test('A shop is one folder: no other file but the list knows its name', () => {
	const others = sourceFiles('nodes', 'credentials').filter(
		({ file }) => !/^nodes\/CashIn\/orders\/shops\//.test(file),
	);
	expect(others.length).toBeGreaterThan(100);
	for (const { name } of SHOPS) {
		const knowing = others.filter(({ text }) => text.toLowerCase().includes(name.toLowerCase()));
		expect(knowing.map(({ file }) => file)).toEqual([]);
	}
});

test('A shop knows no other: its folder names none', () => {
	for (const { name, id } of SHOPS) {
		const foreign = sourceFiles(`nodes/CashIn/orders/shops/${id}`).filter(({ text }) =>
			SHOPS.some(
				(other) => other.name !== name && text.toLowerCase().includes(other.name.toLowerCase()),
			),
		);
		expect(foreign.map(({ file }) => file)).toEqual([]);
	}
});

test('The editor offers every shop there is, and to detect it', () => {
	const values = (SOURCE.options ?? []).map((option) => ('value' in option ? option.value : ''));
	expect(values).toEqual(['auto', 'shopify', 'stripe', 'wooCommerce']);
});
