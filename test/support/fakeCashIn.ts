import type { IDataObject, IHttpRequestOptions, IPollFunctions } from 'n8n-workflow';

import { CashInTrigger } from '../../nodes/CashIn/CashInTrigger.node';

/** A row of the list as the fake keeps it: a day to filter by, and what the API shows. */
export interface FakeRow {
	id: string;
	date: string;
	record: IDataObject;
}

/**
 * A Cash-In in memory, for thousands of polls a second: it pages and filters a list by date, tells its time, and can
 * change or fail between two requests of one poll.
 */
export function createFakeCashIn() {
	const rows: FakeRow[] = [];
	const fake = {
		rows,
		/** Its own clock, milliseconds since 1970. */
		now: 0,
		pageSize: 3,
		order: 'asc' as 'asc' | 'desc',
		tellsTotal: true,
		/** Told the running number of each request of the current poll, before it is answered; what it gives is the answer. */
		beforeRequest: undefined as ((number: number) => IDataObject | undefined) | undefined,
		requests: 0,
		answer(options: IHttpRequestOptions) {
			fake.requests += 1;
			const instead = fake.beforeRequest?.(fake.requests);
			if (instead !== undefined) return instead;
			const query = options.qs ?? {};
			const from = String(query.paymentDateFrom ?? query.fromInvDate ?? '');
			const to = String(query.paymentDateTo ?? '9999-12-31');
			const sorted = rows
				.filter(({ date }) => date >= from && date <= to)
				.sort((a, b) => (a.date + a.id < b.date + b.id ? -1 : 1));
			if (fake.order === 'desc') sorted.reverse();
			const start = (Number(query.page) - 1) * fake.pageSize;
			const Data = sorted.slice(start, start + fake.pageSize).map(({ record }) => record);
			const Meta = {
				PageSize: fake.pageSize,
				...(fake.tellsTotal ? { TotalCount: sorted.length } : {}),
			};
			return {
				statusCode: 200,
				headers: { date: new Date(fake.now).toUTCString() },
				body: JSON.stringify({ Data, Meta }),
			};
		},
	};
	return fake;
}

export type FakeCashIn = ReturnType<typeof createFakeCashIn>;

/** A trigger that polls the fake, with n8n's memory in our hands. */
export function createFakeTrigger(fake: FakeCashIn) {
	let memory: IDataObject = {};
	const node = new CashInTrigger();
	const contextOf = (parameters: IDataObject): IPollFunctions =>
		Object.assign(Object.create(null) as IPollFunctions, {
			getNode: () => ({ name: 'Cash-In', credentials: { cashInApi: { id: '1' } } }),
			getMode: () => 'trigger',
			getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
			getCredentials: async () => ({
				apiKey: 'demo-key',
				environment: 'custom',
				baseUrl: 'http://127.0.0.1:1',
				endpointOverrides: '{}',
			}),
			getWorkflowStaticData: () => memory,
			logger: { debug: () => {}, warn: () => {} },
			helpers: {
				httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) =>
					fake.answer(options),
			},
		});
	return {
		/** The items of one poll; nothing when there are none. */
		async poll(parameters: IDataObject): Promise<IDataObject[]> {
			fake.requests = 0;
			const output = await node.poll.call(contextOf(parameters));
			return output?.[0]?.map(({ json }) => json) ?? [];
		},
		/** As n8n writes it to its database. */
		save: () => JSON.stringify(memory),
		restore(saved: string) {
			memory = JSON.parse(saved) as IDataObject;
		},
	};
}
