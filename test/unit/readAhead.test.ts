import { createReadAhead } from '../../nodes/CashIn/api/readAhead';

/** Pages that are answered when the test says so. */
function pagesOnDemand() {
	const asked: number[] = [];
	const answers = new Map<number, { give(text: string): void; fail(error: Error): void }>();
	const ask = async (page: number) => {
		asked.push(page);
		return await new Promise<string>((give, fail) => answers.set(page, { give, fail }));
	};
	return { asked, ask, answer: (page: number) => answers.get(page) };
}

it('no page is asked for beyond those that may be under way, answered or not', async () => {
	const { asked, ask, answer } = pagesOnDemand();
	const ahead = createReadAhead(2, ask);
	const second = ahead.next(4);
	expect(asked).toEqual([2, 3, 4, 5]);
	for (const page of [5, 4, 3]) answer(page)?.give(`page ${page}`);
	await Promise.resolve();
	expect(asked).toEqual([2, 3, 4, 5]);
	answer(2)?.give('page 2');
	expect(await second).toBe('page 2');
	expect(asked).toEqual([2, 3, 4, 5]);
	expect(await ahead.next(4)).toBe('page 3');
	expect(asked).toEqual([2, 3, 4, 5, 6]);
});

it('a smaller number lets run out what is under way, before anything new is asked for', async () => {
	const { asked, ask, answer } = pagesOnDemand();
	const ahead = createReadAhead(1, ask);
	const first = ahead.next(3);
	for (const page of [1, 2, 3]) answer(page)?.give(`page ${page}`);
	expect(await first).toBe('page 1');
	expect(await ahead.next(1)).toBe('page 2');
	expect(await ahead.next(1)).toBe('page 3');
	expect(asked).toEqual([1, 2, 3]);
	void ahead.next(0);
	expect(asked).toEqual([1, 2, 3, 4]);
});

it('a page that failed is heard of when it is its turn', async () => {
	const { ask, answer } = pagesOnDemand();
	const ahead = createReadAhead(1, ask);
	const first = ahead.next(2);
	answer(2)?.fail(new Error('page 2 is lost'));
	answer(1)?.give('page 1');
	expect(await first).toBe('page 1');
	await expect(ahead.next(2)).rejects.toThrow('page 2 is lost');
});

it('pages are wanted until somebody stops', () => {
	const ahead = createReadAhead(1, pagesOnDemand().ask);
	expect(ahead.wanted).toBe(true);
	ahead.stop();
	expect(ahead.wanted).toBe(false);
});
