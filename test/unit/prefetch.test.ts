import { createPrefetch } from '../../nodes/CashIn/api/prefetch';

/** Pages that are answered when the test says so. */
function pagesOnDemand() {
	const asked: number[] = [];
	const answers = new Map<number, { give(): Promise<void>; fail(error: Error): void }>();
	const ask = async (page: number, onArrival: () => Promise<void>) => {
		asked.push(page);
		return await new Promise<string>((resolve, fail) => {
			const give = async () => {
				await onArrival();
				resolve(`page ${page}`);
			};
			answers.set(page, { give, fail });
		});
	};
	return { asked, ask, answer: (page: number) => answers.get(page) };
}

it('with every answer another page is asked for, up to twice as many as may be under way', async () => {
	const { asked, ask, answer } = pagesOnDemand();
	const ahead = createPrefetch(2, ask);
	const second = ahead.next(4, 100);
	expect(asked).toEqual([2, 3, 4, 5]);
	void answer(4)?.give();
	expect(asked).toEqual([2, 3, 4, 5, 6]);
	for (const page of [3, 5, 6]) void answer(page)?.give();
	expect(asked).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
	for (const page of [7, 8, 9]) void answer(page)?.give();
	expect(asked).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
	void answer(2)?.give();
	expect(asked).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
	expect(await second).toBe('page 2');
	expect(await ahead.next(4, 99)).toBe('page 3');
	expect(asked).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

it('an answer that has to be asked for once more makes no room a second time', () => {
	const { asked, ask, answer } = pagesOnDemand();
	void createPrefetch(1, ask).next(2, 100);
	void answer(2)?.give();
	void answer(2)?.give();
	expect(asked).toEqual([1, 2, 3]);
});

it('no page is asked for beyond those that are surely needed', () => {
	const { asked, ask, answer } = pagesOnDemand();
	void createPrefetch(1, ask).next(4, 3);
	expect(asked).toEqual([1, 2, 3]);
	void answer(3)?.give();
	expect(asked).toEqual([1, 2, 3]);
});

it('one at a time, no page is asked for before its turn', async () => {
	const { asked, ask, answer } = pagesOnDemand();
	const ahead = createPrefetch(1, ask);
	const first = ahead.next(1, 100);
	await answer(1)?.give();
	expect(await first).toBe('page 1');
	expect(asked).toEqual([1]);
	void ahead.next(0, 0);
	expect(asked).toEqual([1, 2]);
});

it('a smaller number lets run out what is under way, before anything new is asked for', async () => {
	const { asked, ask, answer } = pagesOnDemand();
	const ahead = createPrefetch(1, ask);
	const first = ahead.next(3, 3);
	for (const page of [1, 2, 3]) void answer(page)?.give();
	expect(await first).toBe('page 1');
	expect(await ahead.next(1, 100)).toBe('page 2');
	expect(await ahead.next(1, 100)).toBe('page 3');
	expect(asked).toEqual([1, 2, 3]);
	void ahead.next(1, 100);
	expect(asked).toEqual([1, 2, 3, 4]);
});

it('a page that failed is heard of when it is its turn', async () => {
	const { ask, answer } = pagesOnDemand();
	const ahead = createPrefetch(1, ask);
	const first = ahead.next(2, 2);
	answer(2)?.fail(new Error('page 2 is lost'));
	void answer(1)?.give();
	expect(await first).toBe('page 1');
	await expect(ahead.next(2, 1)).rejects.toThrow('page 2 is lost');
});

it('pages are wanted until somebody stops, and none is asked for after that', () => {
	const { asked, ask, answer } = pagesOnDemand();
	const ahead = createPrefetch(1, ask);
	void ahead.next(2, 100);
	expect(ahead.wanted).toBe(true);
	ahead.stop();
	expect(ahead.wanted).toBe(false);
	void answer(1)?.give();
	expect(asked).toEqual([1, 2]);
});
