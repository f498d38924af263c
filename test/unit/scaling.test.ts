import { mostInvoices, orderLimits, runBytes, sendMs } from '../bench/scale/model.cts';
import { pageFile } from '../bench/scale/page.cts';

/** docs/scaling.md and the model in it; see `npm run bench:scale`. */

it('docs/scaling.md has the figures of docs/scaling.json', () => {
	const { text, fresh } = pageFile();
	expect(fresh).toBe(text);
});

it('a run takes its computing, and the wait of each round of requests', () => {
	const of = { invoices: 1_000, batch: 100, answerMs: 50 };
	expect(sendMs({ invoiceMs: 0.2 }, { ...of, concurrent: 1 })).toBe(200 + 10 * 50);
	// Ten requests, four at a time, are three rounds.
	expect(sendMs({ invoiceMs: 0.2 }, { ...of, concurrent: 4 })).toBe(200 + 3 * 50);
	expect(sendMs({ invoiceMs: 0.2 }, { ...of, invoices: 1, concurrent: 8 })).toBe(0.2 + 50);
});

it('memory grows with the items, and what a machine holds is the other way round', () => {
	const memory = { baseBytes: 400e6, itemBytes: 8_000, addedBytes: 2_000 };
	expect(runBytes(memory, 100_000)).toBe(1_400e6);
	expect(mostInvoices(memory, 1_400e6)).toBe(100_000);
	expect(mostInvoices(memory, 100e6)).toBe(0);
});

describe('what limits orders first', () => {
	const constants = {
		orderMs: { main: 10, workers: 30, postgres: 15, redis: 5 },
		orderRequests: 5,
	};
	const cluster = { workers: 1, concurrency: 10, cores: 8, answerMs: 20 };
	const limits = (changes: object) =>
		orderLimits(constants, { ...cluster, ...changes }).map(({ what, perMinute }) => [
			what,
			Math.round(perMinute),
		]);

	it('is the one worker, then Postgres', () => {
		expect(limits({}).slice(0, 2)).toEqual([
			["the workers' processors", 2_000],
			['Postgres, on one processor', 4_000],
		]);
	});

	it('is the machine, where there are more workers than processors', () => {
		expect(limits({ workers: 4, cores: 2 })[0]).toEqual(['the processors of all machines', 2_000]);
	});

	it('is waiting, where Cash-In is slow and few executions are under way', () => {
		expect(limits({ workers: 2, concurrency: 1, answerMs: 594 })[0]).toEqual([
			"executions under way, waiting for Cash-In's answers",
			40,
		]);
	});

	it('is what Cash-In allows, where that is less', () => {
		expect(limits({ allowed: 600 })[0]).toEqual(['what Cash-In allows', 120]);
	});
});
