import { catalogue } from '../../nodes/CashIn/actions/catalogue';
import { endpoints } from '../../nodes/CashIn/api/endpoints.generated';
import {
	exampleAnswerOf,
	operationsOf,
	previewMembers,
	previewNames,
	readContract,
} from '../support/contract';
import { runCashIn } from '../support/engine';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

const actions = catalogue.flatMap(({ value: resource, operations }) =>
	operations.map(({ value: operation, run }) => ({
		resource,
		operation,
		endpoint: 'each' in run ? run.each.endpoint : run.many.endpoint,
	})),
);
const reads = actions.flatMap(({ endpoint, ...action }) =>
	endpoint !== undefined && endpoints[endpoint].method === 'GET' ? [{ ...action, endpoint }] : [],
);

const ids = {
	batchId: 'B-1',
	customerCode: 'C-1',
	externalAgreementIdentifier: 'A-1',
	invoiceNumber: '1',
	sellerBusinessId: '1234567-1',
	settlementNumber: 'S-1',
};

it('every action that asks something of Cash-In has an output preview, and every preview an action', () => {
	const names = previewNames();
	const nameOf = ({ resource, operation }: { resource: string; operation: string }) =>
		`${resource}/${operation}`;
	const asking = actions.filter(({ endpoint }) => endpoint !== undefined).map(nameOf);
	expect(asking.filter((name) => !names.includes(name))).toEqual([]);
	expect(names.filter((name) => !actions.map(nameOf).includes(name))).toEqual([]);
	expect(names.length).toBeGreaterThanOrEqual(26);
});

it.each(reads)(
	'the preview of $resource: $operation is what comes out as long as no option is changed',
	async ({ resource, operation, endpoint }) => {
		const body = exampleAnswerOf(endpoint);
		simulator().control.addFault({ kind: 'errorShape', status: 200, body, count: 1 });
		const parameters = { resource, operation, ...ids, filters: { invoiceNumber: '1' } };
		const credential = { baseUrl: simulator().url, apiKey: 'partner-key' };
		const { success, error } = await runCashIn([{}], parameters, credential);
		expect(error).toBeUndefined();
		expect(Object.keys(success[0]?.json ?? {})).toEqual(previewMembers(`${resource}/${operation}`));
	},
);

it('the contract has an example of every answer, so that every action can have a preview', () => {
	for (const { id } of operationsOf(readContract())) {
		expect([id, exampleAnswerOf(id)]).toEqual([id, expect.anything()]);
	}
});
