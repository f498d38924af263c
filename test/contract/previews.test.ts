import { catalogue } from '../../nodes/CashIn/actions/catalogue';
import {
	exampleAnswerOf,
	operationsOf,
	previewMembers,
	previewNames,
	readContract,
} from '../support/contract.cts';
import { runCashIn } from '../support/engine';
import { plainOrder } from '../support/orderFixtures';
import { useSimulator } from '../support/simulator';
import { exampleElement } from '../support/writes';

const simulator = useSimulator();

const actions = catalogue.flatMap(({ value: resource, operations }) =>
	operations.map(({ value: operation, run }) => ({
		resource,
		operation,
		endpoint: 'each' in run ? run.each.endpoint : run.many.endpoint,
	})),
);
const asking = actions.flatMap(({ endpoint, ...action }) =>
	endpoint === undefined ? [] : [{ ...action, endpoint }],
);

const ids = {
	batchId: 'B-1',
	prodCode: 'P-1',
	ipAddress: '192.0.2.10',
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
	expect(asking.map(nameOf).filter((name) => !names.includes(name))).toEqual([]);
	expect(names.filter((name) => !actions.map(nameOf).includes(name))).toEqual([]);
	expect(names.length).toBeGreaterThanOrEqual(26);
});

it.each(asking)(
	'the preview of $resource: $operation is what comes out as long as no option is changed',
	async ({ resource, operation, endpoint }) => {
		const body = exampleAnswerOf(endpoint);
		const answer = {
			kind: 'errorShape',
			operationId: endpoint,
			status: 200,
			body,
			count: 1,
		} as const;
		simulator().control.addFault(answer);
		const json = JSON.stringify(exampleElement({ resource, operation, endpoint }) ?? {});
		const parameters = {
			resource,
			operation,
			...ids,
			filters: endpoint === 'getCollectionCase' ? { invoiceNumber: '1' } : {},
			inputMode: 'json',
			bodyJson: json,
			invoiceJson: json,
			order: JSON.stringify(plainOrder()),
			confirm: true,
			// The one operation that does nothing without.
			options: endpoint === 'renewToken' ? { showSecrets: true } : {},
		};
		const credential = { baseUrl: simulator().url, apiKey: 'partner-key' };
		const { success, error } = await runCashIn([{}], parameters, credential);
		expect(error).toBeUndefined();
		expect(Object.keys(success[0]?.json ?? {})).toEqual(previewMembers(`${resource}/${operation}`));
	},
);

it('the contract has an example of every answer, so that every action can have a preview', () => {
	for (const { id, operation } of operationsOf(readContract())) {
		if (operation['x-action'] === undefined) continue;
		expect([id, exampleAnswerOf(id)]).toEqual([id, expect.anything()]);
	}
});
