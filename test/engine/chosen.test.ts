import { runCashIn } from '../support/engine';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();
const answered = (body: unknown) =>
	simulator().control.addFault({ kind: 'errorShape', status: 200, body, count: 9 });
const queries = () => simulator().requests.map(({ query }) => query);

describe('what was chosen is asked for', () => {
	const locator = (value: unknown, mode = 'id') => ({ __rl: true, mode, value });
	const settlement = { resource: 'settlement', operation: 'get' };
	const status = { resource: 'invoice', operation: 'getStatus' };
	const run = async (parameters: object, items = [{}]) =>
		await runCashIn(items, { ...parameters }, { baseUrl: simulator().url });

	it.each([
		['a/b', 'a%2Fb'],
		['a?b=c&d#e', 'a%3Fb%3Dc%26d%23e'],
		['../x', '..%2Fx'],
		['7 ä', '7%20%C3%A4'],
		[' 7 ', '7'],
	])('%j in the path, encoded', async (value, encoded) => {
		answered({});
		await run({ ...settlement, settlementNumber: locator(value) });
		await run({ ...settlement, settlementNumber: locator(value, 'list') });
		await run({ ...settlement, settlementNumber: value });
		const paths = simulator().requests.map(({ path }) => path);
		expect(paths).toEqual(Array(3).fill(`/v2/settlements/${encoded}`));
	});

	it.each([
		['', 'Parameter "Settlement Number" is required.'],
		[null, 'Parameter "Settlement Number" is required.'],
		['  ', "'Settlement Number' is empty"],
	])('%j is an issue of the node, and nothing runs', async (value, issue) => {
		const running = run({ ...settlement, settlementNumber: locator(value) });
		await expect(running).rejects.toThrow(`has issues:\n- ${issue}`);
		expect(simulator().requests).toEqual([]);
	});

	it.each(['..', '.', '={{ $json.nothing }}', '={{ " " }}'])(
		'%j is refused before anything is asked',
		async (value) => {
			const { error } = await run({ ...settlement, settlementNumber: locator(value) });
			expect(error?.message).toMatch(/^'Settlement Number' is empty\. Fill it in/);
			expect(simulator().requests).toEqual([]);
		},
	);

	it('in the query, of each item its own, out of an expression inside the locator', async () => {
		answered({});
		const items = [{ n: 1 }, { n: '2' }];
		await run({ ...status, invoiceNumber: locator('={{ $json.n }}') }, items);
		expect(queries()).toEqual([{ invoiceNumber: '1' }, { invoiceNumber: '2' }]);
	});

	it('as a filter; one that is left empty is not sent', async () => {
		answered([]);
		const list = { resource: 'payment', operation: 'getAllocated', returnAll: true };
		await run({
			...list,
			filters: { invoiceNumber: locator('1042', 'list'), caseId: locator('') },
		});
		expect(queries()[0]).toMatchObject({ invoiceNumber: '1042' });
		expect(queries()[0]).not.toHaveProperty('caseId');
	});

	it('a whole object instead of a number is refused in words', async () => {
		const { error } = await run({ ...status, invoiceNumber: '={{ $json }}' }, [{ a: 1 }]);
		expect(error?.message).toMatch(/'Invoice Number' must be text/);
		expect(simulator().requests).toEqual([]);
	});
});
