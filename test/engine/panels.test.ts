import { Workflow, type IDataObject } from 'n8n-workflow';

import { CashInApi } from '../../credentials/CashInApi.credentials';
import { catalogue } from '../../nodes/CashIn/actions/catalogue';
import { triggerEvents } from '../../nodes/CashIn/triggers/events';
import { cashInNode, nodeTypes, runCashIn } from '../support/engine';
import { useSimulator } from '../support/simulator';

const simulator = useSimulator();

/** The line n8n shows under a node. */
function subtitleOf(type: string, parameters: IDataObject): unknown {
	const node = cashInNode(`n8n-nodes-cash-in.${type}`, parameters);
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const { description } = nodeTypes.getByNameAndVersion(node.type);
	return workflow.expression.getSimpleParameterValue(
		node,
		description.subtitle ?? '',
		'internal',
		{},
	);
}

describe('The line under a node', () => {
	it.each([
		['invoice', 'createFromOrder', 'Create from order: invoice'],
		['invoice', 'getAll', 'Get many: invoice'],
		['collectionCase', 'getBatchStatus', 'Get batch status: collection case'],
		['eInvoicing', 'getContracts', 'Get contracts: e-invoicing'],
		['sms', 'send', 'Send: SMS'],
		['settlement', 'getAllDirect', 'Get many direct: settlement'],
	])('says of %s and %s: %s', (resource, operation, line) => {
		expect(subtitleOf('cashIn', { resource, operation })).toBe(line);
	});

	it('has the words of every operation and every event', () => {
		for (const { value: resource, operations } of catalogue) {
			for (const { value: operation, name } of operations) {
				const line = String(subtitleOf('cashIn', { resource, operation }));
				expect(line.split(': ')[0]?.toLowerCase()).toBe(name.toLowerCase());
			}
		}
		const lines = triggerEvents.map(({ value: event }) => subtitleOf('cashInTrigger', { event }));
		expect(lines).toContain('Payment allocated');
		for (const line of lines) expect(line).toMatch(/^[A-Z][a-z]+(?: [a-z]+)+$/);
	});
});

describe('A row', () => {
	const sentRow = async (row: IDataObject) => {
		const { error } = await runCashIn(
			[{ percent: 12.5, invoiceNumber: '1042' }],
			{
				resource: 'invoice',
				operation: 'create',
				inputMode: 'fields',
				invoiceNumber: '1042',
				invoiceDate: '2026-03-02',
				buyerName: 'Example Buyer Oy',
				buyerEmail: 'buyer@example.com',
				rowsInput: 'list',
				rows: { row: [{ description: 'Work', quantity: 2, unitPrice: 100, ...row }] },
			},
			{ baseUrl: simulator().url },
		);
		expect(error).toBeUndefined();
		const [sent] = JSON.parse(simulator().to('createInvoice')[0]?.rawBody ?? '[]');
		return sent.InvoiceRows[0];
	};

	it.each<[string, IDataObject, number]>([
		['left as it is', {}, 25.5],
		['chosen from the list', { vatPercent: { __rl: true, mode: 'list', value: '13.5' } }, 13.5],
		['entered', { vatPercent: { __rl: true, mode: 'id', value: '24' } }, 24],
		['entered with a comma', { vatPercent: { __rl: true, mode: 'id', value: '25,5' } }, 25.5],
		['of a workflow of before', { vatPercent: 14 }, 14],
		['of none, of before', { vatPercent: 0 }, 0],
		['from an expression', { vatPercent: '={{ $json.percent }}' }, 12.5],
	])('has the VAT %s', async (_, row, percent) => {
		expect((await sentRow(row)).VatPercent).toBe(percent);
	});

	it.each<[string, IDataObject]>([
		['under Additional Fields', { additionalFields: { unit: 'h', discountPercent: 10 } }],
		['in the row, as of before', { unit: 'h', discountPercent: 10 }],
		['by an expression in the row, as of before', { unit: 'h', discountPercent: '={{ 5 + 5 }}' }],
	])('has its unit and discount %s', async (_, row) => {
		expect(await sentRow(row)).toMatchObject({ Unit: 'h', DiscountPercent: 10, Nto: 180 });
	});
});

describe('The credential', () => {
	const shown = new CashInApi().properties;

	it('calls the sandbox by its name, and wants its address', () => {
		const environment = shown.find(({ name }) => name === 'environment');
		expect(environment?.options).toContainEqual(
			expect.objectContaining({ name: 'Sandbox or Other Address', value: 'custom' }),
		);
		expect(shown.find(({ name }) => name === 'baseUrl')).toMatchObject({ required: true });
	});
});
