import { answerNames } from '../shared/bulk/answerNames';
import { bulkOperation } from '../shared/bulk/bulkOperation';

/** Documents that ask for, or show, the reading of a meter. */
export const { endpoint, description, prepare, send } = bulkOperation({
	resource: 'document',
	operation: 'createMeterReading',
	thing: 'Document',
	layout: { schema: 'MeterDocument' },
	kind: {
		endpoint: 'createMeterReadingDocuments',
		name: (number) => `Document ${number}`,
		plural: 'documents',
		done: 'created',
		keyLabel: "'Document Number'",
		keyMember: 'DocumentNumber',
		unique: false,
		shown: ['DocumentNumber', 'DocumentDate'],
		answer: answerNames('Documents', [/^document_?(number|no|nbr)$/i, /^number$/i, /^id$/i]),
		silence: 'success',
		halve: true,
		wrap: (Documents) => ({ Documents }),
		resend: false,
		anyOrder: true,
	},
});
