import type { INodeProperties } from 'n8n-workflow';

import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { CashInTrigger } from '../../nodes/CashIn/CashInTrigger.node';
import { readAdopted } from './adopted.cts';

const sourceBefore = `${readAdopted().before}/nodes/CashIn`;
const { CashIn: CashInBefore } = jest.requireActual<
	typeof import('../../nodes/CashIn/CashIn.node')
>(`${sourceBefore}/CashIn.node.ts`);
const { CashInTrigger: CashInTriggerBefore } = jest.requireActual<
	typeof import('../../nodes/CashIn/CashInTrigger.node')
>(`${sourceBefore}/CashInTrigger.node.ts`);

/** Where a saved workflow keeps each of its values: `customer create additionalFields.email`. */
function places(properties: INodeProperties[]): string[] {
	return properties
		.filter(({ type }) => type !== 'notice')
		.flatMap((property) => {
			const {
				resource = [''],
				operation = [''],
				event = [''],
			} = property.displayOptions?.show ?? {};
			const own = namesIn(property);
			return resource.flatMap((one) =>
				operation.flatMap((other) =>
					event.flatMap((third) =>
						own.map((name) => [one, other, third, name].filter((part) => part !== '').join(' ')),
					),
				),
			);
		});
}

/** A property, and the values and fields in it. */
function namesIn({ name, options = [] }: INodeProperties): string[] {
	const inner = options.flatMap((option) => {
		if ('values' in option) {
			return option.values.flatMap((value) => namesIn(value).map((one) => `${option.name}.${one}`));
		}
		if ('value' in option) return [`= ${String(option.value)}`];
		return 'type' in option ? namesIn(option) : [];
	});
	return [name, ...inner.map((one) => `${name}.${one}`)];
}

it.each([
	['node', new CashInBefore(), new CashIn()],
	['trigger', new CashInTriggerBefore(), new CashInTrigger()],
])('the %s has a place for every value that a workflow has saved', (_, before, after) => {
	const now = new Set(places(after.description.properties));
	const saved = places(before.description.properties);
	expect(saved.length).toBeGreaterThan(30);
	expect(saved.filter((place) => !now.has(place))).toEqual([]);
});

it('the node that is tried is not the one of the source', () => {
	expect(CashIn).not.toBe(CashInBefore);
	expect(places(new CashIn().description.properties)).toContain(
		'invoice create additionalFields.costCentre',
	);
});
