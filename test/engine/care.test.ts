import type { IDataObject } from 'n8n-workflow';

import type { EndpointId } from '../../nodes/CashIn/api/generated/endpoints';
import { endpoints } from '../../nodes/CashIn/api/generated/endpoints';
import { runCashIn } from '../support/engine';
import { useSimulator } from '../support/simulator';
import { exampleBody, exampleParameters } from '../support/writes';

const simulator = useSimulator();

const run = async (
	endpoint: EndpointId,
	parameters: IDataObject,
	items: IDataObject[] = [{}],
	settings = {},
) => {
	const apiKey = endpoints[endpoint].partnerKey ? 'partner-key' : 'demo-key';
	return await runCashIn(items, parameters, { baseUrl: simulator().url, apiKey }, settings);
};

const json = (body: unknown) => ({ inputMode: 'json', bodyJson: JSON.stringify(body) });

const firstOf = (endpoint: EndpointId) => {
	const [list] = Object.values(Object(exampleBody(endpoint)) as object).filter(Array.isArray);
	return list?.[0] as IDataObject;
};

const receivable = {
	resource: 'collectionCase',
	operation: 'create',
	...json(firstOf('createCollectionCases')),
};
const action = {
	resource: 'externalInvoice',
	operation: 'submitAction',
	...json(firstOf('submitExternalInvoiceAction')),
};
const message = { resource: 'sms', operation: 'send', ...json(firstOf('sendSms')) };
const renewal = {
	resource: 'token',
	operation: 'renew',
	...exampleParameters('renewToken'),
	options: { showSecrets: true },
};
const account = (changes: object) => ({
	resource: 'creditor',
	operation: 'update',
	customerCode: '7001',
	...json(changes),
});
const newAccount = account({ CreditorUpdateDetails: { Iban: 'FI2112345600000785' } });

const careful: Array<[string, EndpointId, IDataObject]> = [
	['a collection case', 'createCollectionCases', receivable],
	['an action on an invoice', 'submitExternalInvoiceAction', action],
	['a text message', 'sendSms', message],
	['a new API key', 'renewToken', renewal],
	["a creditor's new bank account", 'updateCreditor', newAccount],
];

describe.each(careful)('%s', (_, endpoint, parameters) => {
	beforeEach(() => simulator().control.seedExamples());

	it('is refused until a person has confirmed it', async () => {
		const { error } = await run(endpoint, parameters);
		expect(error?.message).toMatch(/^Nothing was sent, because 'Confirm' is off\. .+ \[item 0\]$/);
		expect(simulator().requests).toEqual([]);
	});

	it('goes out once when it is confirmed', async () => {
		const { error } = await run(endpoint, { ...parameters, confirm: true });
		expect(error).toBeUndefined();
		expect(simulator().to(endpoint)).toHaveLength(1);
	});

	it('is not open to an AI agent unless somebody has opened it', async () => {
		const tool = { type: 'n8n-nodes-cash-in.cashInTool' };
		const confirmed = { ...parameters, confirm: true };
		const { error } = await run(endpoint, confirmed, [{}], tool);
		expect(error?.message).toContain('not open to AI agents');
		expect(simulator().requests).toEqual([]);

		await run(endpoint, { ...confirmed, allowAgent: true }, [{}], tool);
		expect(simulator().to(endpoint)).toHaveLength(1);
	});

	it.each(['429', '503', 'reset', 'resetAfterProcessing'] as const)(
		'is never sent again by itself, not even after %s',
		async (kind) => {
			simulator().control.addFault({ kind, count: 1 });
			const { error } = await run(endpoint, { ...parameters, confirm: true });
			expect(error).toBeDefined();
			expect(simulator().to(endpoint)).toHaveLength(1);
			if (kind !== '429') {
				expect(`${error?.message} ${error?.description}`).toContain('may or may not have been');
			}
		},
	);
});

describe("a creditor's bank account", () => {
	beforeEach(() => simulator().control.seedExamples());

	it('needs no confirmation to be left as it is', async () => {
		const change = account({ CreditorUpdateData: { Email: 'new@example.com' } });
		const { error } = await run('updateCreditor', change);
		expect(error).toBeUndefined();
	});

	it.each([
		[{ CreditorUpdateDetails: { Bic: 'NDEAFIHH' } }],
		[{ BankAccount: 'FI2112345600000785' }],
		[{ Other: [{ iban: 'FI2112345600000785' }] }],
	])('needs one wherever it stands in the body: %j', async (body) => {
		const { error } = await run('updateCreditor', account(body));
		expect(error?.message).toContain("'Confirm' is off");
		expect(simulator().requests).toEqual([]);
	});

	it('is a field of its own, and in the fields it needs one too', async () => {
		const fields = {
			resource: 'creditor',
			operation: 'update',
			customerCode: '7001',
			updateFields: { creditorUpdateDetailsIban: '', iban: 'FI2112345600000785' },
		};
		const { error } = await run('updateCreditor', fields);
		expect(error?.message).toContain("'Confirm' is off");
	});
});

describe('a key in an answer', () => {
	beforeEach(() => simulator().control.seedExamples());
	const secret = 'EXAMPLE-NOT-A-KEY-12345';
	const answers = (body: unknown) =>
		simulator().control.addFault({ kind: 'errorShape', status: 200, body, count: 9 });
	const credentials = {
		resource: 'creditor',
		operation: 'getCredentials',
		customerCode: '7001',
	};
	const creditor = {
		resource: 'creditor',
		operation: 'create',
		...json(exampleBody('createCreditor')),
	};

	it.each<[string, EndpointId, IDataObject]>([
		['credentials', 'getCreditorCredentials', credentials],
		['a new creditor', 'createCreditor', creditor],
	])('is hidden in the output of %s wherever it stands', async (_, endpoint, parameters) => {
		answers({
			CustomerCode: '7001',
			AccessToken: secret,
			Message: `The key is ${secret}`,
			Data: [{ Unheard: { Of: secret } }],
		});
		const { success, run: whole } = await run(endpoint, parameters);
		expect(success[0]?.json).toEqual({
			CustomerCode: '7001',
			AccessToken: '[hidden]',
			Message: '[hidden]',
			Data: [{ Unheard: { Of: '[hidden]' } }],
		});
		expect(JSON.stringify(whole)).not.toContain(secret);
	});

	it('is shown to whoever asks for it', async () => {
		answers({ AccessToken: secret });
		const { success } = await run('getCreditorCredentials', {
			...credentials,
			options: { showSecrets: true },
		});
		expect(success[0]?.json).toEqual({ AccessToken: secret });
	});

	it('is not renewed for nobody to see it', async () => {
		const { error } = await run('renewToken', { ...renewal, confirm: true, options: {} });
		expect(error?.message).toContain('Nothing was renewed');
		expect(simulator().requests).toEqual([]);
	});

	it('is given out once when it is renewed, and works', async () => {
		const { success } = await run('renewToken', { ...renewal, confirm: true });
		const apiKey = String(success[0]?.json.AccessToken);
		const { error } = await runCashIn(
			[{}],
			{ resource: 'token', operation: 'validate' },
			{ baseUrl: simulator().url, apiKey },
		);
		expect(error).toBeUndefined();
	});
});

it('a phone number stands in no error', async () => {
	const failing = {
		...message,
		confirm: true,
		...json({ PhoneNumber: '0400-12', Message: 'Hello' }),
	};
	const { failed } = await run('sendSms', failing, [{}], { onError: 'continueErrorOutput' });
	expect(failed[0]?.json.error).toContain('Cash-In did not accept the message');
	expect(JSON.stringify(failed[0]?.json)).not.toContain('0400-12');
});
