import type { IDataObject } from 'n8n-workflow';

import { runCashIn } from '../support/engine';
import { fromJson } from '../support/invoiceRuns';
import { invoice } from '../support/invoices';
import { plainOrder } from '../support/orderFixtures';
import { runOrders } from '../support/orderRuns';
import { useSimulator, type RunningSimulator } from '../support/simulator';

/**
 * A credential may hold expressions, so that each item goes to an account of its own: here two, each with a Cash-In of
 * its own, where what has gone to the wrong one shows.
 */
const first = useSimulator({ keys: ['key-of-the-first'], duplicates: 'accept' });
const second = useSimulator({ keys: ['key-of-the-second'], duplicates: 'accept' });

const ACCOUNT = { apiKey: '={{ $json.key }}', baseUrl: '={{ $json.url }}' };
const toFirst = (members: IDataObject): IDataObject => ({
	key: 'key-of-the-first',
	url: first().url,
	...members,
});
const toSecond = (members: IDataObject): IDataObject => ({
	key: 'key-of-the-second',
	url: second().url,
	...members,
});
const numbersIn = ({ control }: RunningSimulator) =>
	control.invoices().map(({ InvoiceNumber }) => Number(InvoiceNumber));
const create = async (items: IDataObject[], options: IDataObject = {}, settings = {}) =>
	await runCashIn(
		items,
		{ ...fromJson('create', options), invoiceJson: '={{ $json.invoice }}' },
		ACCOUNT,
		{ onError: 'continueErrorOutput', ...settings },
	);
const numbersOf = (items: Array<{ json: IDataObject }>) =>
	items.map(({ json }) => Number(json.InvoiceNumber));

describe('A credential by expression', () => {
	it('sends each invoice to the account of its item, with its key, in as few requests as there are accounts', async () => {
		const items = [1, 2, 3, 4].flatMap((number) => [
			toFirst({ invoice: invoice(1000 + number) }),
			toSecond({ invoice: invoice(2000 + number) }),
		]);
		const { success, failed } = await create(items);
		expect(failed).toEqual([]);
		expect(numbersOf(success)).toEqual([1001, 2001, 1002, 2002, 1003, 2003, 1004, 2004]);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
		expect(numbersIn(first())).toEqual([1001, 1002, 1003, 1004]);
		expect(numbersIn(second())).toEqual([2001, 2002, 2003, 2004]);
		expect(first().to('createInvoice')).toHaveLength(1);
		expect(second().to('createInvoice')).toHaveLength(1);
	});

	it('lets two accounts use the same number, and refuses it twice in one', async () => {
		const { success, failed } = await create([
			toFirst({ invoice: invoice(1042) }),
			toSecond({ invoice: invoice(1042) }),
			toSecond({ invoice: invoice(1042) }),
		]);
		expect(success).toHaveLength(2);
		expect(failed.map(({ json }) => json.error)).toEqual([
			"'Invoice Number' 1042 is used by item 1 too, and was not sent a second time",
		]);
		expect(numbersIn(first())).toEqual([1042]);
		expect(numbersIn(second())).toEqual([1042]);
	});

	it('asks the account of each item what it has', async () => {
		await create([toSecond({ invoice: invoice(1042) })]);
		const { success } = await create(
			[toFirst({ invoice: invoice(1042) }), toSecond({ invoice: invoice(1042) })],
			{ duplicateCheck: 'beforeSending' },
		);
		expect(success.map(({ json }) => json.status)).toEqual(['created', 'alreadyExists']);
		expect(numbersIn(first())).toEqual([1042]);
		expect(numbersIn(second())).toEqual([1042]);
	});

	it('looks up an answer that never came in the account it belongs to', async () => {
		second().control.addFault({ kind: 'resetAfterProcessing', operationId: 'createInvoice' });
		const { success, failed } = await create([
			toFirst({ invoice: invoice(1001) }),
			toSecond({ invoice: invoice(2001) }),
		]);
		expect(failed).toEqual([]);
		expect(success.map(({ json }) => json.status)).toEqual(['created', 'recovered']);
		expect(numbersIn(second())).toEqual([2001]);
	});

	it('fails the items of an account that Cash-In turns away, all of them, and sends the others', async () => {
		const items = [1, 2, 3].flatMap((number) => [
			toFirst({ key: 'a-wrong-key', invoice: invoice(1000 + number) }),
			toSecond({ invoice: invoice(2000 + number) }),
		]);
		const { success, failed } = await create(items, { batchSize: 1 });
		expect(numbersOf(success)).toEqual([2001, 2002, 2003]);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 2 },
			{ item: 4 },
		]);
		expect(first().to('createInvoice')).toHaveLength(1);
		expect(failed[2]?.json.error).toMatch(/^Invoice 1003 was not sent, because .*401/);
		// n8n shows the item itself beside the failure.
		const said = failed.map(({ json: { error, message } }) => ({ error, message }));
		expect(JSON.stringify(said)).not.toContain('a-wrong-key');
	});

	it('that cannot be used for one item fails that one, whatever is wrong with it', async () => {
		const { success, failed } = await create([
			toFirst({ invoice: invoice(1001) }),
			toFirst({ key: '', invoice: invoice(1002) }),
			toFirst({ url: 'http://cash-in.example.com', invoice: invoice(1003) }),
			toFirst({ invoice: invoice(1004) }),
		]);
		expect(numbersOf(success)).toEqual([1001, 1004]);
		expect(failed.map(({ json }) => json.error)).toEqual([
			"'API Key' is empty.",
			expect.stringContaining('not sent to cash-in.example.com over plain http'),
		]);
		expect(numbersIn(first())).toEqual([1001, 1004]);
	});

	it('stops a workflow that is to stop before anything is sent to any account', async () => {
		const { error } = await create(
			[toFirst({ invoice: invoice(1001) }), toSecond({ key: '', invoice: invoice(2001) })],
			{},
			{ onError: 'stopWorkflow' },
		);
		expect(error?.message).toContain("'API Key' is empty.");
		expect(first().requests).toEqual([]);
	});

	it('stops after the account that failed: what belongs to the next is not sent', async () => {
		first().control.addFault({ kind: 402, operationId: 'createInvoice' });
		const { error } = await create(
			[toFirst({ invoice: invoice(1001) }), toSecond({ invoice: invoice(2001) })],
			{},
			{ onError: 'stopWorkflow' },
		);
		expect(error?.message).toContain('Invoice 1001 was not created');
		expect(numbersIn(second())).toEqual([]);
	});

	it('bills an order to the account of its item, and looks for it there', async () => {
		const order = plainOrder({ number: '1042' });
		const items = [toFirst({ order }), toSecond({ order })];
		const parameters = { order: '={{ $json.order }}' };
		const once = await runOrders('', items.slice(1), parameters, {}, ACCOUNT);
		const { success } = await runOrders('', items, parameters, {}, ACCOUNT);
		expect([...once.success, ...success].map(({ json }) => json.status)).toEqual([
			'created',
			'created',
			'alreadyInvoiced',
		]);
		expect(numbersIn(first())).toEqual([1042]);
		expect(numbersIn(second())).toEqual([1042]);
	});

	it('reads and writes of each item by itself in its account', async () => {
		await create([toFirst({ invoice: invoice(1001) }), toSecond({ invoice: invoice(2001) })]);
		const { success } = await runCashIn(
			[toFirst({}), toSecond({})],
			{ resource: 'invoice', operation: 'getAll', returnAll: true, simplify: false },
			ACCOUNT,
		);
		expect(numbersOf(success)).toEqual([1001, 2001]);
	});

	it('is asked for each item only where an expression does more than name a part of it', async () => {
		const askedFor = async (baseUrl: string) => {
			let asked = 0;
			const credential = {
				get apiKey() {
					asked += 1;
					return 'key-of-the-first';
				},
				baseUrl,
			};
			const items = Array.from({ length: 40 }, (_, item) =>
				invoice(1001 + item, { Description: first().url }),
			);
			const { failed } = await runCashIn(items, fromJson('create'), credential);
			expect(failed).toEqual([]);
			return asked;
		};
		expect(await askedFor(first().url)).toBeLessThan(8);
		expect(await askedFor(`={{ '${first().url}' }}`)).toBeLessThan(8);
		expect(await askedFor('={{ $json.Description }}')).toBeLessThan(8);
		expect(await askedFor('={{ $json.Description.trim() }}')).toBeGreaterThanOrEqual(40);
		expect(numbersIn(first())).toHaveLength(160);
	});

	it.each([
		['counts the items', '={{ [$json.a, $json.b][$itemIndex % 2] }}'],
		['counts the items alone', "={{ ['URL1', 'URL2'][$itemIndex % 2] }}"],
		['looks at the item only where it has it', "={{ $json.own || 'URL1' }}"],
	])('whose expression %s goes by each item', async (_, expression) => {
		const baseUrl = expression.replace('URL1', first().url).replace('URL2', second().url);
		const items = [1001, 2001, 1002].map((number, item) => ({
			a: first().url,
			b: second().url,
			...(item === 1 ? { own: second().url } : {}),
			key: item === 1 ? 'key-of-the-second' : 'key-of-the-first',
			invoice: invoice(number),
		}));
		const { failed } = await runCashIn(
			items,
			{ ...fromJson('create'), invoiceJson: '={{ $json.invoice }}' },
			{ apiKey: "={{ $itemIndex === 1 ? 'key-of-the-second' : 'key-of-the-first' }}", baseUrl },
			{ onError: 'continueErrorOutput' },
		);
		expect(failed).toEqual([]);
		expect(numbersIn(first())).toEqual([1001, 1002]);
		expect(numbersIn(second())).toEqual([2001]);
	});

	/** Forty items, of which the eighth alone belongs to the second: no few of them show that. */
	const ODD_ONE = 7;
	const belongsTo = (item: number) => (item === ODD_ONE ? toSecond : toFirst);
	const many = Array.from({ length: 40 }, (_, item) => item);

	it.each<[string, (name: 'key' | 'url') => string]>([
		['counts the items', (name) => `$itemIndex === ${ODD_ONE} ? OTHER.${name} : ONE.${name}`],
		[
			'looks at the items of a node before it',
			(name) => `$('Items').all()[$itemIndex].json.${name}`,
		],
		['looks at all items that came in', (name) => `$input.all()[$itemIndex].json.${name}`],
		['looks at items by an older name', (name) => `$items('Items')[$itemIndex].json.${name}`],
		['looks at the item paired with it', (name) => `$('Items').item.json.${name}`],
		['hides it in a text', (name) => `(({ $json: own }) => own)({ $json }).${name}`],
	])('whose expression %s goes by each of forty items', async (_, expression) => {
		const written = (name: 'key' | 'url') =>
			`={{ ${expression(name)
				.replace(`ONE.${name}`, JSON.stringify(toFirst({})[name]))
				.replace(`OTHER.${name}`, JSON.stringify(toSecond({})[name]))} }}`;
		const { success, failed } = await runCashIn(
			many.map((item) => belongsTo(item)({ invoice: invoice(1000 + item) })),
			{ ...fromJson('create'), invoiceJson: '={{ $json.invoice }}' },
			{ apiKey: written('key'), baseUrl: written('url') },
			{ onError: 'continueErrorOutput' },
		);
		expect(failed).toEqual([]);
		expect(success).toHaveLength(40);
		expect(numbersIn(second())).toEqual([1000 + ODD_ONE]);
		expect(numbersIn(first())).toHaveLength(39);
	});

	/** How often forty items ask for a credential whose key is written so; the eighth belongs to the second account. */
	const askedWith = async (apiKey: string) => {
		let asked = 0;
		const credential = {
			baseUrl: '={{ $json.url }}',
			get apiKey() {
				asked += 1;
				return apiKey;
			},
		};
		const { failed } = await runCashIn(
			many.map((item) => {
				const own = belongsTo(item)({ invoice: invoice(1000 + item) });
				return {
					...own,
					'the key': own.key,
					held: { key: own.key },
					rest: String(own.key).slice(7),
				};
			}),
			{ ...fromJson('create'), invoiceJson: '={{ $json.invoice }}' },
			credential,
			{ onError: 'continueErrorOutput' },
		);
		expect(failed).toEqual([]);
		return asked;
	};

	it.each([
		'={{ $json.key }}',
		'={{$json["the key"]}}',
		"={{ $json['held'].key }}",
		'=key-{{ "of" }}-{{ $json.rest }}',
	])(
		'whose key is %s is asked for once an account, and sends each item to its own',
		async (apiKey) => {
			expect(await askedWith(apiKey)).toBeLessThan(10);
			expect(numbersIn(second())).toEqual([1000 + ODD_ONE]);
			expect(numbersIn(first())).toHaveLength(39);
		},
	);

	it('that names a part of the item which some lack, or hold as something else, fails those alone', async () => {
		const keys = ['key-of-the-first', '', undefined, null, { key: 'x' }, ['key-of-the-first']];
		const { success, failed } = await create(
			[...keys, ...keys].map((key, item) => ({
				...(key === undefined ? {} : { key }),
				url: first().url,
				invoice: invoice(1000 + item),
			})),
		);
		expect(numbersOf(success)).toEqual([1000, 1006]);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual(
			[1, 2, 3, 4, 5, 7, 8, 9, 10, 11].map((item) => ({ item })),
		);
		expect(numbersIn(first())).toEqual([1000, 1006]);
	});

	it('whose expression calls anything is asked for each item', async () => {
		let asked = 0;
		const credential = {
			baseUrl: first().url,
			get apiKey() {
				asked += 1;
				return "={{ DateTime.now().toMillis() > 0 ? 'key-of-the-first' : '' }}";
			},
		};
		await runCashIn(
			many.map((item) => invoice(1000 + item)),
			fromJson('create'),
			credential,
		);
		expect(asked).toBeGreaterThanOrEqual(40);
	});

	it('is asked for few items where it holds settings of n8n only', async () => {
		let asked = 0;
		const credential = {
			baseUrl: first().url,
			get apiKey() {
				asked += 1;
				return '=key-of-the-first{{ $vars.suffix }}{{ $secrets.vault["key"] }}';
			},
		};
		await runCashIn(
			many.map((item) => invoice(1000 + item)),
			fromJson('create'),
			credential,
		);
		expect(asked).toBeLessThan(8);
	});
});
