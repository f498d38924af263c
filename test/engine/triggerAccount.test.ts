import { createHash } from 'node:crypto';

import fastify, { type FastifyInstance } from 'fastify';
import type { IDataObject } from 'n8n-workflow';

import { createTrigger, type Credential } from '../support/engine';

/** What each key may see. Two keys of one account see the same. */
const lists = new Map<string, IDataObject[]>();
let server: FastifyInstance;
let baseUrl = '';
let now = '';

beforeEach(async () => {
	now = '2026-05-20';
	jest.spyOn(Date, 'now').mockImplementation(() => Date.parse(`${now}T09:00:00Z`));
	lists.clear();
	server = fastify({ forceCloseConnections: true });
	server.get('/*', async ({ headers }, reply) => {
		const Data = lists.get(String(headers['x-api-key']));
		if (Data === undefined) return await reply.code(403).send({});
		return { Data, Meta: { TotalCount: Data.length } };
	});
	baseUrl = await server.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
	jest.restoreAllMocks();
	await server.close();
});

function start(event: string, apiKey: string, options: IDataObject = {}) {
	const credential: Credential = { baseUrl, apiKey };
	return { credential, running: createTrigger({ event, options }, credential) };
}
const settlement = (SettlementNumber: string, SettlementDate: string, SettlementAmount = 10) => ({
	SettlementNumber,
	SettlementDate,
	SettlementAmount,
});
const payment = (AllocationId: string, PaymentDate: string) => ({
	AllocationId,
	Dates: { PaymentDate },
	Amounts: { PaymentAmount: 10 },
});
const invoice = (InvoiceNumber: string, Status: string, InvoiceDate = '2026-05-02') => ({
	InvoiceNumber,
	Status,
	InvoiceDate,
});
const numbers = (items: IDataObject[] | null) =>
	items?.map((item) => item.SettlementNumber ?? item.AllocationId ?? item.InvoiceNumber) ?? null;

describe('the key of another account in the same credential', () => {
	it('begins anew: settlements with the numbers of the first one’s are not taken for given out', async () => {
		const first = [settlement('1', '2026-05-10'), settlement('2', '2026-05-12')];
		lists.set('key-of-a', first);
		lists.set('key-of-b', [settlement('1', '2026-05-11')]);
		const { credential, running } = start('settlementPublished', 'key-of-a');
		expect(await running.poll()).toBeNull();
		now = '2026-05-21';
		first.push(settlement('3', '2026-05-21'));
		expect(numbers(await running.poll())).toEqual(['3']);
		credential.apiKey = 'key-of-b';
		expect(await running.poll()).toBeNull();
		lists.get('key-of-b')?.push(settlement('2', '2026-05-21'), settlement('3', '2026-05-22'));
		now = '2026-05-22';
		expect(numbers(await running.poll())).toEqual(['2', '3']);
		expect(await running.poll()).toBeNull();
	});

	it('gives what is dated since the last poll, even with a number of the first account’s that day', async () => {
		lists.set('key-of-a', []);
		const { credential, running } = start('settlementPublished', 'key-of-a');
		await running.poll();
		lists.get('key-of-a')?.push(settlement('1', now));
		expect(numbers(await running.poll())).toEqual(['1']);
		credential.apiKey = 'key-of-b';
		lists.set('key-of-b', [settlement('1', now, 99), settlement('0', '2026-05-11')]);
		expect(await running.poll()).toMatchObject([{ SettlementNumber: '1', SettlementAmount: 99 }]);
		expect(await running.poll()).toBeNull();
	});

	it('takes the invoices it sees for old, and gives their changes from then on', async () => {
		lists.set('key-of-a', [invoice('1', 'Open'), invoice('2', 'Open'), invoice('3', 'Paid')]);
		const other = [invoice('101', 'Open'), invoice('102', 'Paid'), invoice('1', 'Paid')];
		lists.set('key-of-b', other);
		const { credential, running } = start('invoiceStatusChanged', 'key-of-a');
		await running.poll();
		credential.apiKey = 'key-of-b';
		expect(await running.poll()).toBeNull();
		other[0] = invoice('101', 'Paid');
		expect(await running.poll()).toMatchObject([{ InvoiceNumber: '101', previousStatus: 'Open' }]);
	});

	it('gives everything since Start From, where that is set', async () => {
		lists.set('key-of-a', [settlement('1', '2026-05-10')]);
		lists.set('key-of-b', [settlement('1', '2026-05-04'), settlement('2', '2026-05-11')]);
		const options = { startFrom: '2026-05-01' };
		const { credential, running } = start('settlementPublished', 'key-of-a', options);
		expect(numbers(await running.poll())).toEqual(['1']);
		credential.apiKey = 'key-of-b';
		expect(numbers(await running.poll())).toEqual(['1', '2']);
	});

	it('is met only when its list can be read; until then nothing is forgotten', async () => {
		const first = [settlement('1', '2026-05-10')];
		lists.set('key-of-a', first);
		const { credential, running } = start('settlementPublished', 'key-of-a');
		await running.poll();
		const before = running.memory;
		credential.apiKey = 'key-of-b';
		await expect(running.poll()).rejects.toMatchObject({ httpCode: '403' });
		expect(running.memory).toEqual(before);
		credential.apiKey = 'key-of-a';
		first.push(settlement('2', '2026-05-20'));
		expect(numbers(await running.poll())).toEqual(['2']);
	});
});

describe('a new key of the same account', () => {
	it('loses no payment that came in between, however late it was entered, and repeats none of an earlier day', async () => {
		const list = [payment('1', '2026-05-10'), payment('2', '2026-05-11')];
		lists.set('old-key', list);
		lists.set('new-key', list);
		const { credential, running } = start('paymentAllocated', 'old-key');
		await running.poll();
		now = '2026-05-22';
		list.push(payment('3', '2026-05-21'));
		expect(numbers(await running.poll())).toEqual(['3']);
		list.push(payment('4', '2026-05-22'), payment('5', '2026-05-12'));
		credential.apiKey = 'new-key';
		expect(numbers(await running.poll())).toEqual(['5', '4']);
		expect(await running.poll()).toBeNull();
	});

	it('may repeat what was given out on the day of the last poll, with the same dedupeKey', async () => {
		const list = [payment('1', '2026-05-10')];
		lists.set('old-key', list);
		lists.set('new-key', list);
		const { credential, running } = start('paymentAllocated', 'old-key');
		await running.poll();
		list.push(payment('2', '2026-05-20'));
		const before = await running.poll();
		credential.apiKey = 'new-key';
		expect(await running.poll()).toEqual(before);
		expect(await running.poll()).toBeNull();
	});

	it('loses no change of an invoice, and invents none', async () => {
		const list = [invoice('1', 'Open'), invoice('2', 'Open'), invoice('3', 'Paid')];
		lists.set('old-key', list);
		lists.set('new-key', list);
		const { credential, running } = start('invoiceStatusChanged', 'old-key');
		await running.poll();
		list[0] = invoice('1', 'Paid');
		list.push(invoice('4', 'Paid'));
		credential.apiKey = 'new-key';
		expect(numbers(await running.poll())).toEqual(['1', '4']);
		expect(await running.poll()).toBeNull();
	});
});

describe('what is remembered of the account', () => {
	const key = 'example-key-0123456789';
	const hashes = ['md5', 'sha1', 'sha256', 'sha512'].flatMap((name) =>
		[key, baseUrl + key].flatMap((text) => {
			const digest = createHash(name).update(text);
			return [digest.copy().digest('hex'), digest.copy().digest('base64')];
		}),
	);

	it('is neither the key nor a hash of it that could be looked up', async () => {
		lists.set(key, [payment('1', '2026-05-10')]);
		const memories = [];
		for (let time = 0; time < 2; time += 1) {
			const { running } = start('paymentAllocated', key);
			await running.poll();
			memories.push(running.memory);
		}
		const text = JSON.stringify(memories);
		expect(text).not.toContain(key);
		for (const hash of hashes) expect(text).not.toContain(hash.slice(0, 12));
		// The same key leaves another mark each time.
		expect(memories[0]?.account).not.toBe(memories[1]?.account);
	});

	it('is not there in a memory of before, which goes on with the key it meets', async () => {
		const list = [payment('1', '2026-05-10')];
		lists.set('any-key', list);
		const before = start('paymentAllocated', 'any-key').running;
		await before.poll();
		const { account, polled, ...memory } = before.memory;
		expect([account, polled]).toEqual([expect.any(String), '2026-05-20']);
		const after = start('paymentAllocated', 'any-key').running;
		after.restore(memory);
		list.push(payment('2', '2026-05-08'));
		expect(numbers(await after.poll())).toEqual(['2']);
		expect(after.memory.account).toEqual(expect.any(String));
	});
});
