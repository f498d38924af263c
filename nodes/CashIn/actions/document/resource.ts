import type { ResourceRow } from '../shared/catalogueRow';
import type { BatchOperation } from '../shared/operation';
import * as createMeterReading from './createMeterReading.operation';

/** Documents that Cash-In prints and delivers. */
export const documentResource: ResourceRow = {
	name: 'Document',
	value: 'document',
	description: 'Documents that Cash-In prints and delivers',
	operations: [
		{
			name: 'Create Meter Reading',
			value: 'createMeterReading',
			action: 'Create meter reading document',
			description: 'Make a document of the readings of a meter (mittarilukema) for a customer',
			run: { many: createMeterReading as BatchOperation },
		},
	],
};
