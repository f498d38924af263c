import { endpoints, type EndpointId } from '../../nodes/CashIn/api/generated/endpoints';
import { valueAt } from '../../nodes/CashIn/api/parsePage';
import { loadContract } from '../../simulator/contract';
import { operationsOf, readContract } from '../support/contract.cts';
import { exampleRequest, startSimulator, type Running } from '../unit/simulatorClient';

const operations = operationsOf(readContract()).map(
	({ id, method, path, parameters, operation }) => ({
		...operation,
		operationId: id,
		method,
		route: path,
		parameters,
	}),
);

/** How many an answer says were not taken. */
function failedIn(id: string, body: unknown): unknown {
	const { at = [], failed } = endpoints[id as EndpointId].answer;
	return failed === undefined ? 0 : Object(valueAt(body, at))[failed];
}

let running: Running;

beforeEach(async () => {
	running = await startSimulator();
});

afterEach(async () => {
	await running.simulator.close();
});

describe('every operation of the contract', () => {
	it('answers its own example request as the contract allows', async () => {
		const { simulator, api, sim } = running;

		const outcomes = [];
		for (const operation of operations) {
			await sim.post('/reset');
			await sim.post('/settings', { duplicates: 'accept' });
			await sim.post('/seed-examples');
			const { status, data } = await api.request(exampleRequest(operation, 'partner-key'));
			const body: unknown = data === '' ? undefined : data;
			const wrong = loadContract().byId.get(operation.operationId)?.checkAnswer(status, body);
			const failed = failedIn(operation.operationId, body);
			const ok = status >= 200 && status < 300 && !failed;
			outcomes.push({ id: operation.operationId, ok, wrong });
		}

		expect(outcomes).toHaveLength(operations.length);
		expect(outcomes.filter(({ ok, wrong }) => !ok || wrong !== undefined)).toEqual([]);
		expect(simulator.control.violations()).toEqual([]);
	});

	it('is refused with 401 without a key and with an unknown one', async () => {
		const { simulator, api } = running;
		const refused = new Set<string>();
		for (const operation of operations) {
			const request = exampleRequest(operation, 'unknown-key');
			const unknown = await api.request(request);
			const none = await api.request({ ...request, headers: { 'X-Api-Key': undefined } });
			if (unknown.status === 401 && none.status === 401) refused.add(operation.operationId);
		}

		expect(refused.size).toBe(operations.length);
		expect(simulator.control.violations()).toEqual([]);
		expect(simulator.control.state()).toMatchObject({ invoices: 0, allocations: 0 });
	});

	it('is open to a creditor key, but for the six that need the partner key', async () => {
		const statuses = new Map<string, number>();
		for (const operation of operations) {
			const { status } = await running.api.request(exampleRequest(operation, 'demo-key'));
			statuses.set(operation.operationId, status);
		}

		const forbidden = [...statuses].filter(([, status]) => status === 403).map(([id]) => id);
		expect(forbidden.sort()).toEqual([
			'createCreditor',
			'getCreditorCredentials',
			'listDeliveryInformationBySeller',
			'listExternalAgreementIdentifiers',
			'sendSms',
			'updateCreditor',
		]);
		expect(running.simulator.control.violations()).toEqual([]);
	});
});
