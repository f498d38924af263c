import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Message, OperationRow, Schema } from '../../scripts/contract/source.cts';
import { operationsOf, propertiesOf, readContract } from '../support/contract.cts';
import { operationIds } from './contractFacts';

const contract = readContract();
const operations = operationsOf(contract);
const { schemas, responses } = contract.components;

describe('the examples of the contract', () => {
	const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
	ajv.addSchema({ $id: 'contract', components: contract.components });

	/** What is wrong with a value, in ajv's words; empty when it fits. */
	function faults(schema: Schema, value: unknown): string[] {
		const text = JSON.stringify(schema).replaceAll('"#/', '"contract#/');
		const validate = ajv.compile(JSON.parse(text));
		validate(value);
		return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
	}

	const messagesOf = (row: OperationRow) =>
		Object.entries({ request: row.operation.requestBody, ...row.operation.responses }).filter(
			(entry): entry is [string, Message] => entry[1]?.content !== undefined,
		);

	test('the check itself notices a wrong example', () => {
		const schema = {
			type: 'object',
			required: ['day'],
			properties: { day: { type: 'string', format: 'date' } },
		};
		expect(faults(schema, {})).toEqual([" must have required property 'day'"]);
		expect(faults(schema, { day: '14.3.2026' })).toEqual(['/day must match format "date"']);
	});

	test.each(operationIds)('%s shows a request and an answer that fit its schemas', (id) => {
		const row = operations.find((candidate) => candidate.id === id);
		if (!row) throw new Error(`No operation ${id}`);
		const messages = messagesOf(row);
		expect(messages.some(([place]) => place.startsWith('2'))).toBe(true);
		for (const [place, message] of messages) {
			const media = message.content?.['application/json'];
			expect([place, media?.example]).not.toEqual([place, undefined]);
			expect([place, faults(media?.schema ?? {}, media?.example)]).toEqual([place, []]);
		}
		for (const { name, schema, example } of row.parameters) {
			expect([name, faults(schema, example)]).toEqual([name, []]);
		}
	});

	test('the error answers fit', () => {
		const media = Object.values(responses).flatMap(
			({ content }) => content?.['application/json'] ?? [],
		);
		expect(media.length).toBeGreaterThan(0);
		for (const { schema, example } of media) expect(faults(schema, example)).toEqual([]);
	});

	test('the example of every member fits the member', () => {
		for (const [name, schema] of Object.entries(schemas)) {
			for (const [member, property] of propertiesOf(schema)) {
				for (const example of property.examples ?? []) {
					expect([name, member, faults(property, example)]).toEqual([name, member, []]);
				}
			}
		}
	});
});
