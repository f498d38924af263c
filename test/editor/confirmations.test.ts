import type { IDataObject } from 'n8n-workflow';

import { endpoints, type EndpointId } from '../../nodes/CashIn/api/generated/endpoints';
import { shows, useEditor } from '../support/editor';
import { useSimulator } from '../support/simulator';
import { exampleBody } from '../support/writes';

const simulator = useSimulator();
const { openNode } = useEditor();

const firstOf = (endpoint: EndpointId) => {
	const [list] = Object.values(Object(exampleBody(endpoint)) as object).filter(Array.isArray);
	return JSON.stringify(list?.[0]);
};

/** What cannot be undone, and what the panel says of it. */
const OPERATIONS: Array<[string, EndpointId, IDataObject, RegExp]> = [
	[
		'a collection case',
		'createCollectionCases',
		{ resource: 'collectionCase', operation: 'create' },
		/Debt collection begins: letters go to the debtor/,
	],
	['a text message', 'sendSms', { resource: 'sms', operation: 'send' }, /goes to a real phone/],
];

describe.each(OPERATIONS)('%s', (_, endpoint, operation, effect) => {
	const partnerKey = 'partner-key';
	const open = async () =>
		await openNode(
			{ ...operation, inputMode: 'json', bodyJson: firstOf(endpoint) },
			{ url: simulator().url, key: endpoints[endpoint].partnerKey ? partnerKey : undefined },
		);

	it('the panel says what happens, and nothing is sent while Confirm is off', async () => {
		const { panel } = await open();
		await shows(panel.parameters, effect);
		await panel.execute();
		await shows(panel.output, "Nothing was sent, because 'Confirm' is off.");
		expect(simulator().to(endpoint)).toEqual([]);
	});

	it('is sent with Confirm switched on', async () => {
		const { panel } = await open();
		await panel.toggle('confirm');
		await panel.execute();
		await shows(panel.output, '1 item');
		expect(simulator().to(endpoint)).toHaveLength(1);
	});
});
