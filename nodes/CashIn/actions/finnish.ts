import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../api/errors';
import type { ExecuteRun } from '../api/run';
import { generateBarcode } from '../finnish/barcode';
import { validateIdentifier, type IdentifierType } from '../finnish/identifier';
import { generateReference, validateReference, type ReferenceFormat } from '../finnish/reference';
import { Rejected } from '../finnish/validation';
import { readCents } from '../invoicing/money';
import { ParseError } from '../invoicing/values';
import { resource, type OperationRow, type OperationTexts } from './shared/resource';
import { readChoice, toDate, toText } from './shared/values';

const FORMATS: readonly ReferenceFormat[] = ['national', 'rf'];
const TYPES: readonly IdentifierType[] = ['businessId', 'iban', 'ovt', 'personalId', 'vatNumber'];

/** These make no API call, and need no credential. A wrong number is an answer and no failure. */
export const finnish = resource(
	'finnish',
	{
		name: 'Finnish Identifier',
		description:
			'Reference numbers (viitenumero), virtual barcodes and identifiers, worked out without a credential',
	},
	{
		generateBarcode: compute(
			{
				action: 'Generate virtual barcode',
				description:
					'Make the virtual barcode (virtuaaliviivakoodi) that a payer pastes into an online bank',
			},
			[
				text('iban', 'IBAN (Tilinumero)', 'The Finnish account the payment goes to', {
					required: true,
					placeholder: 'e.g. FI21 1234 5600 0007 85',
				}),
				text(
					'reference',
					'Reference Number (Viitenumero)',
					'National, or RF without letters after its check digits',
					{ required: true, placeholder: 'e.g. 1234561' },
				),
				text(
					'amount',
					'Amount (Summa)',
					'What is to be paid, in euros, up to 999,999.99. Left empty, the payer fills it in.',
					{ placeholder: 'e.g. 1234.50' },
				),
				{
					displayName: 'Due Date (Eräpäivä)',
					name: 'dueDate',
					type: 'dateTime',
					typeOptions: { dateOnly: true },
					default: '',
					description: 'The day it is to be paid by. Left empty, the barcode carries none.',
				},
			],
			(run, item) => {
				const made = generateBarcode({
					iban: readText(run, item, 'iban', "'IBAN'"),
					reference: readText(run, item, 'reference', "'Reference Number'"),
					amountCents: readAmount(run, item),
					dueDate: readDueDate(run, item),
				});
				if (made instanceof Rejected) throw inputError(made);
				return { barcode: made.barcode, version: made.version, checkDigits: made.checkDigits };
			},
		),
		generateReference: compute(
			{
				action: 'Generate reference number',
				description:
					'Make a reference number (viitenumero) with its check digit, for instance from an invoice number',
			},
			[
				text(
					'base',
					'Base',
					'What the reference number (viitenumero) is made from, for instance the invoice number. Its digits are used, at most 19, without leading zeros; everything else is left out.',
					{ required: true, placeholder: 'e.g. 2026001' },
				),
				choice('format', 'Format', 'national', 'Which kind of reference number to make', [
					['National (Viitenumero)', 'national', 'The Finnish reference number, e.g. 1234561'],
					[
						'RF (Kansainvälinen Viite)',
						'rf',
						'The international creditor reference (ISO 11649), e.g. RF341234561',
					],
				]),
			],
			(run, item) => {
				const format = readChoice(run, item, 'format', "'Format'", FORMATS);
				const made = generateReference(readBase(run, item), format);
				if (made instanceof Rejected) throw inputError(made);
				return { reference: made.reference, formatted: made.formatted };
			},
		),
		validateIdentifier: compute(
			{
				action: 'Validate identifier',
				description:
					'Check an IBAN, business ID (Y-tunnus), VAT number, OVT ID or personal identity code (henkilötunnus)',
			},
			[
				choice('type', 'Type', 'iban', 'What kind of identifier it is', [
					['Business ID (Y-Tunnus)', 'businessId', 'Of a company or association, e.g. 1234567-1'],
					[
						'IBAN (Tilinumero)',
						'iban',
						'A bank account, Finnish or foreign, e.g. FI21 1234 5600 0007 85',
					],
					['OVT ID (OVT-Tunnus)', 'ovt', 'An e-invoice address, e.g. 003712345671'],
					[
						'Personal Identity Code (Henkilötunnus, HETU)',
						'personalId',
						'Of a person. An invalid one is never repeated in the answer.',
					],
					[
						'VAT Number (ALV-Tunnus)',
						'vatNumber',
						'Finnish, e.g. FI12345671; a foreign one is taken by its form only',
					],
				]),
				text('value', 'Value', 'The identifier to check. Spaces and lower case do not matter.', {
					required: true,
					placeholder: 'e.g. FI21 1234 5600 0007 85',
				}),
			],
			// Nothing here repeats the value: it may be a personal identity code.
			(run, item) => {
				const type = readChoice(run, item, 'type', "'Type'", TYPES);
				const value = readText(run, item, 'value', "'Value'");
				const { valid, normalized, reason, warning } = validateIdentifier(type, value);
				return { valid, normalized, reason, warning };
			},
		),
		validateReference: compute(
			{
				action: 'Validate reference number',
				description: 'Check a reference number (viitenumero), Finnish or international (RF)',
			},
			[
				text(
					'reference',
					'Reference Number (Viitenumero)',
					'The reference number to check, Finnish or international (RF). Spaces do not matter.',
					{ required: true, placeholder: 'e.g. 1234561' },
				),
			],
			(run, item) => {
				const reference = readText(run, item, 'reference', "'Reference Number'");
				const { valid, kind, normalized, formatted, reason } = validateReference(reference);
				return { valid, kind, normalized, formatted, reason };
			},
		),
	},
);

function compute(
	texts: OperationTexts,
	description: INodeProperties[],
	answer: (run: ExecuteRun, item: number) => IDataObject,
): OperationRow {
	return {
		...texts,
		run: {
			each: {
				description,
				execute: async (run, item) => [{ json: answer(run, item), pairedItem: { item } }],
			},
		},
	};
}

function text(
	name: string,
	displayName: string,
	description: string,
	{ required, placeholder }: Pick<INodeProperties, 'required' | 'placeholder'>,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		...(required === undefined ? {} : { required }),
		placeholder,
		description,
	};
}

function choice(
	name: string,
	displayName: string,
	fallback: string,
	description: string,
	options: ReadonlyArray<readonly [name: string, value: string, description: string]>,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'options',
		options: options.map(([label, value, about]) => ({ name: label, value, description: about })),
		default: fallback,
		description,
	};
}

/**
 * An item's parameter as text; `''` where an expression gave nothing.
 * @throws InputError naming `label`, for a list, an object, or a number too long to have kept its digits
 */
function readText(run: ExecuteRun, item: number, name: string, label: string): string {
	const value: unknown = run.context.getNodeParameter(name, item, '');
	return value === undefined || value === null ? '' : toText(value, label);
}

/** The digits of 1234.5 or -5 would make the reference of another number, so those are no base. */
function readBase(run: ExecuteRun, item: number): string {
	const value: unknown = run.context.getNodeParameter('base', item, '');
	if (typeof value === 'number' && !(Number.isInteger(value) && value >= 0)) {
		throw new InputError(`'Base' must be text or a whole number such as 2026001, and is ${value}`);
	}
	return readText(run, item, 'base', "'Base'");
}

/** Cents; 0, which leaves the amount to the payer, when nothing is given. */
function readAmount(run: ExecuteRun, item: number): number {
	const value: unknown = run.context.getNodeParameter('amount', item, '');
	if (isEmpty(value)) return 0;
	const cents = readCents(value);
	if (cents instanceof ParseError) throw new InputError(`'Amount' ${cents.why}`);
	return cents;
}

function readDueDate(run: ExecuteRun, item: number): string {
	const value: unknown = run.context.getNodeParameter('dueDate', item, '');
	return isEmpty(value) ? '' : toDate(value, "'Due Date'");
}

function isEmpty(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

const ADVICE: Record<Rejected['part'], { label: string; remedy: string }> = {
	base: { label: 'Base', remedy: 'An invoice number will do.' },
	iban: { label: 'IBAN', remedy: 'Give the Finnish account the payment goes to.' },
	reference: {
		label: 'Reference Number',
		remedy: 'The operation Generate Reference makes one that fits.',
	},
	amount: { label: 'Amount', remedy: 'Left empty, the payer fills it in.' },
	dueDate: { label: 'Due Date', remedy: 'Left empty, the barcode carries none.' },
};

/** The error of a rejected argument: its parameter's name, the reason, and the remedy. */
function inputError({ part, reason }: Rejected): InputError {
	const { label, remedy } = ADVICE[part];
	return new InputError(`'${label}': ${reason} ${remedy}`);
}
