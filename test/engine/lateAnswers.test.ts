import { pickers } from '../../nodes/CashIn/api/pickers';
import { createTrigger, runCashIn } from '../support/engine';
import { searchList } from '../support/pickers';
import { useSimulator } from '../support/simulator';

/** Nobody waits long for an answer that never comes, nor before asking again. */
jest.mock<typeof import('../../nodes/CashIn/api/http')>('../../nodes/CashIn/api/http', () => {
	const actual = jest.requireActual<typeof import('../../nodes/CashIn/api/http')>(
		'../../nodes/CashIn/api/http',
	);
	return {
		...actual,
		sendHttp: async (run, what) => await actual.sendHttp(run, { ...what, timeoutMs: 50 }),
	};
});
jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof import('../support/waits')>('../support/waits').withWaits(() => 0),
);

const simulator = useSimulator();
const credential = () => ({ baseUrl: simulator().url });
const silence = () => simulator().control.addFault({ kind: 'timeout', count: 9 });
/** The one list whose reading changes something. */
const MARKED = ' Cash-In may have marked the settlements as read all the same.';
const late = (description: string) => ({
	message: expect.stringMatching(/Cash[-\u2011]In did not answer in time/),
	description,
});

describe('When Cash-In does not answer in time, the advice can be followed where it is read', () => {
	it.each(Object.values(pickers).map((picker) => [picker.search, picker.noun] as const))(
		'%s',
		async (search, what) => {
			silence();
			await expect(searchList(search, credential())).rejects.toMatchObject(
				late(
					`Open the list again in a moment, or choose 'By ID' and enter what identifies the ${what}.${
						/settlement/.test(what) ? MARKED : ''
					}`,
				),
			);
		},
	);

	it('searching for a number', async () => {
		silence();
		await expect(searchList('searchInvoices', credential(), '1042')).rejects.toMatchObject(
			late(
				"Open the list again in a moment, or choose 'By ID' and enter what identifies the invoice.",
			),
		);
	});

	it('a poll of the trigger', async () => {
		const { poll } = createTrigger({}, credential());
		await poll('trigger', 'activate');
		silence();
		await expect(poll()).rejects.toMatchObject(
			late('The next poll asks again, and skips nothing.'),
		);
	});

	it('Execute step of the trigger', async () => {
		silence();
		await expect(createTrigger({}, credential()).poll('manual')).rejects.toMatchObject(
			late('Execute the step again in a moment.'),
		);
	});

	it('an operation, which has a Timeout of its own', async () => {
		silence();
		const { error } = await runCashIn(
			[{}],
			{ resource: 'invoice', operation: 'getAll', returnAll: true, options: {} },
			credential(),
		);
		expect(error?.description).toContain("give it longer with 'Timeout' under Options");
	});
});
