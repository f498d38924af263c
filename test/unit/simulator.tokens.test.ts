import type { Running } from './simulatorClient';
import { startSimulator } from './simulatorClient';

let running: Running;

beforeEach(async () => {
	running = await startSimulator();
});

afterEach(async () => {
	expect(running.simulator.control.violations()).toEqual([]);
	await running.simulator.close();
});

const renewal = { customerCode: '7001', ipAddress: '192.0.2.10' };

const withKey = (key: string) => ({ headers: { 'X-Api-Key': key } });

async function works(key: string): Promise<boolean> {
	const { status, data } = await running.api.get('/validate', withKey(key));
	return status === 200 && data.IsValid === true;
}

describe('renewing a token', () => {
	it('gives a new one, and the old one dies when the grace is over', async () => {
		const { api, sim } = running;
		const { data } = await api.get('/renew', { params: renewal });
		const both = [await works('demo-key'), await works(data.AccessToken)];
		await sim.post('/clock', { advanceSeconds: 3_599 });
		const last = await works('demo-key');
		await sim.post('/clock', { advanceSeconds: 1 });
		const after = [await works('demo-key'), await works(data.AccessToken)];
		const refused = await api.get('/products');

		expect(both).toEqual([true, true]);
		expect(last).toBe(true);
		expect(after).toEqual([false, true]);
		expect(refused.status).toBe(401);
	});

	it('kills the old one at once when there is no grace', async () => {
		await running.sim.post('/settings', { keyGraceSeconds: 0 });
		const { data } = await running.api.get('/renew', { params: renewal });

		expect([await works('demo-key'), await works(data.AccessToken)]).toEqual([false, true]);
	});

	it('twice does not lengthen the life of the first', async () => {
		const { api, sim } = running;
		await api.get('/renew', { params: renewal });
		await sim.post('/clock', { advanceSeconds: 3_000 });
		const { data } = await api.get('/renew', { params: renewal });
		await sim.post('/clock', { advanceSeconds: 600 });

		expect([await works('demo-key'), await works(data.AccessToken)]).toEqual([false, true]);
	});

	it('keeps the rights: a partner has the new key of its creditor, and its own stays a partner key', async () => {
		const { api } = running;
		const credentials = async (key: string) =>
			(await api.get('/creditors/7001/credentials', withKey(key))).data.AccessToken;
		const before = await credentials('partner-key');
		const { data } = await api.get('/renew', { params: renewal });
		const after = await credentials('partner-key');
		const partner = await api.get('/renew', { params: renewal, ...withKey('partner-key') });

		expect(before).toBe('demo-key');
		expect(after).toBe(data.AccessToken);
		expect(await credentials(partner.data.AccessToken)).toBe(data.AccessToken);
	});

	it.each([
		['without a customer code', { ipAddress: '192.0.2.10' }, 400],
		['without an address', { customerCode: '7001' }, 400],
		['with an address that is none', { ...renewal, ipAddress: 'here' }, 400],
		["with another creditor's code", { ...renewal, customerCode: '7002' }, 403],
	])('is refused %s, and the token stays', async (_name, params, status) => {
		await running.sim.post('/settings', { keyGraceSeconds: 0 });
		const answer = await running.api.get('/renew', { params });

		expect(answer.status).toBe(status);
		expect(await works('demo-key')).toBe(true);
	});

	it('is undone by a fresh start', async () => {
		await running.sim.post('/settings', { keyGraceSeconds: 0 });
		const { data } = await running.api.get('/renew', { params: renewal });
		await running.sim.post('/reset');

		expect([await works('demo-key'), await works(data.AccessToken)]).toEqual([true, false]);
	});
});
