import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { listSearch } from '../../nodes/CashIn/pickers/listSearch';
import { runCashIn } from '../support/engine';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator({ strict: true });

it('the codes of an action are suggested with their meaning, and any other can be sent', async () => {
	const context = Object.create(null) as ILoadOptionsFunctions;
	const { results } = (await listSearch.suggestCode?.call(context, 'pau')) ?? {};
	expect(results).toEqual([{ name: expect.stringMatching(/^PAUSE – \w+/), value: 'PAUSE' }]);

	for (const value of ['PAUSE', 'UNHEARD']) {
		const code = { __rl: true, mode: value === 'PAUSE' ? 'list' : 'id', value };
		simulator().control.addFault({ kind: 'errorShape', status: 200, body: {}, count: 1 });
		await runCashIn(
			[{}],
			{
				resource: 'externalInvoice',
				operation: 'submitAction',
				confirm: true,
				inputMode: 'fields',
				code,
				invoiceNumber: '1042',
			},
			{ baseUrl: simulator().url },
		);
	}
	const sent = simulator().requests.map(({ rawBody }) => JSON.parse(rawBody).Actions[0].Code);
	expect(sent).toEqual(['PAUSE', 'UNHEARD']);
});
