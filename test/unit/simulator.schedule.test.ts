import { useSimulator } from '../support/simulator';

const simulator = useSimulator({ now: '2026-03-20T10:00:00Z' });

const list = async (query = '') =>
	await fetch(`${simulator().url}/allocated-payment-transactions${query}`, {
		headers: { 'X-Api-Key': 'demo-key' },
	});
const idsIn = async (response: Response) => {
	const { Data } = (await response.json()) as { Data: Array<{ AllocationId: string }> };
	return Data.map(({ AllocationId }) => AllocationId);
};
const insert = (...ids: string[]) =>
	simulator().control.insertAllocations({
		allocations: ids.map((AllocationId) => ({
			AllocationId,
			Dates: { PaymentDate: '2026-03-19' },
		})),
	});

it('what is put off to after an answer happens between two requests', async () => {
	insert('1', '2');
	simulator().control.schedule({
		when: { afterAnswersOf: 'listAllocatedPaymentTransactions', count: 2 },
		do: 'remove-allocation',
		with: { AllocationId: '1' },
	});
	const pages = [await idsIn(await list()), await idsIn(await list()), await idsIn(await list())];
	expect(pages).toEqual([['1', '2'], ['1', '2'], ['2']]);
});

it('what is put off to a moment happens when the clock is there', async () => {
	insert('1');
	simulator().control.schedule({
		when: { afterSeconds: 60 },
		do: 'edit-allocation',
		with: { AllocationId: '1', set: { Currency: 'SEK' } },
	});
	expect(simulator().control.allocations()[0]?.Currency).toBeUndefined();
	simulator().control.setClock({ advanceSeconds: 60 });
	expect(simulator().control.allocations()[0]?.Currency).toBe('SEK');
});

it('an order for an operation that does not exist is refused', () => {
	expect(() =>
		simulator().control.schedule({
			when: { afterAnswersOf: 'listPayments' },
			do: 'pay',
			with: { InvoiceNumber: 1 },
		}),
	).toThrow('afterAnswersOf: the contract has no operation listPayments.');
});

it('lists come in the order that was set, unless a request names one', async () => {
	insert('1', '2');
	simulator().control.configure({ listOrder: 'desc' });
	expect(await idsIn(await list())).toEqual(['2', '1']);
	expect(await idsIn(await list('?sortOrder=asc'))).toEqual(['1', '2']);
});

it('every answer carries the time of the simulator’s own clock', async () => {
	expect((await list()).headers.get('date')).toBe('Fri, 20 Mar 2026 10:00:00 GMT');
});
