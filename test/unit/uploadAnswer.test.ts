import { salesInvoices } from '../../nodes/CashIn/actions/invoice/invoiceUpload';
import { parseResponse } from '../../nodes/CashIn/upload/parseResponse';

const parse = (answer: unknown, keys: string[]) => parseResponse(answer, keys, salesInvoices);

const sent = ['1001', '1002', '1003'];
const answer = (FailedInvoices: unknown, failed = 1, uploaded = sent.length - failed) => ({
	StatusDescription: 'Partly taken',
	UploadedInvoicesCount: uploaded,
	FailedInvoicesCount: failed,
	FailedInvoices,
});

it.each<[string, unknown, string]>([
	['a number', [1002], ''],
	['a text', ['1002'], ''],
	['a text with its reason', ['1002: postal code missing'], '1002: postal code missing'],
	['a sentence', ['Invoice 1002 is a duplicate'], 'Invoice 1002 is a duplicate'],
	['an object', [{ InvoiceNumber: 1002 }], ''],
	[
		'an object in camel case with its reason',
		[{ invoiceNumber: '1002', message: 'duplicate' }],
		'duplicate',
	],
	['an object under another name', [{ Number: '1002', ErrorMessage: 'duplicate' }], 'duplicate'],
	[
		'an invoice beside its error',
		[{ Invoice: { InvoiceNumber: 1002 }, Error: 'duplicate' }],
		'duplicate',
	],
	[
		'a nested list',
		{ Items: [{ InvoiceNumber: 1002, StatusDescription: 'duplicate' }] },
		'duplicate',
	],
	['an object with an id of its own', [{ Id: 1001, InvoiceNumber: 1002, Message: 'bad' }], 'bad'],
	['an object with a short name', [{ InvNo: 1002, Message: 'bad' }], 'bad'],
	['an object with another short name', [{ InvoiceNr: '1002', Message: 'bad' }], 'bad'],
	['an object with a Finnish name', [{ LaskuNumero: 1002, Virhe: 'x', Message: 'bad' }], 'bad'],
	['an object as a document', [{ DocumentNumber: 1002, Message: 'bad' }], 'bad'],
	[
		'an object with a document number of its own',
		[{ DocumentNumber: 1001, InvoiceNumber: 1002, Message: 'bad' }],
		'bad',
	],
	['an object by its id alone', [{ Id: 1002, Message: 'bad' }], 'bad'],
	['a map by number', { 1002: 'duplicate' }, 'duplicate'],
	['a map by number with lists', { 1002: ['duplicate', 'late'] }, 'duplicate; late'],
])('a failed invoice given as %s is told from the others', (_, failed, reason) => {
	expect(parse(answer(failed), sent)).toEqual({
		kind: 'settled',
		failures: new Map([['1002', reason]]),
		statusDescription: 'Partly taken',
		rest: {},
	});
});

it.each<[string, unknown]>([
	['an invoice inside', [{ Id: 1001, Invoice: { InvoiceNumber: 1002 }, Error: 'bad' }]],
	['a document number', [{ DocumentNumber: 1001, Invoice: { InvoiceNumber: 1002 }, Error: 'bad' }]],
	['a number under an unknown name', [{ Id: 1001, Nr: 1002, Error: 'bad' }]],
])('an id that happens to be a number sent does not blame it when %s says another', (_, failed) => {
	expect(parse(answer(failed), sent)).toMatchObject({ kind: 'unclear' });
});

it.each([['1001, 1003'], [['1001,1003']], ['1001;1003'], [['1001', '1003']]])(
	'several numbers in one text are told apart: %j',
	(failed) => {
		expect(parse(answer(failed, 2), sent)).toMatchObject({
			kind: 'settled',
			failures: new Map([
				['1001', ''],
				['1003', ''],
			]),
		});
	},
);

it('all failed needs no names', () => {
	expect(parse(answer(null, 3, 0), sent)).toEqual({
		kind: 'settled',
		failures: new Map(sent.map((number) => [number, 'Partly taken'])),
		statusDescription: 'Partly taken',
		rest: {},
	});
});

it.each<[string, unknown]>([
	[
		'the documented answer',
		{
			StatusDescription: 'Fine',
			UploadedInvoicesCount: 3,
			FailedInvoicesCount: 0,
			FailedInvoices: null,
		},
	],
	[
		'the documented answer in lower case and as text',
		{ statusDescription: 'Fine', uploadedInvoicesCount: '3', failedInvoicesCount: '0' },
	],
	[
		'the documented answer in an envelope',
		{ Data: { StatusDescription: 'Fine', UploadedInvoicesCount: 3 } },
	],
])('%s means that all were taken', (_, body) => {
	expect(parse(body, sent)).toEqual({
		kind: 'settled',
		failures: new Map(),
		statusDescription: 'Fine',
		rest: {},
	});
});

it.each<[string, unknown]>([
	['a count without names', answer(null, 1)],
	['a count that names fewer', answer([1002], 2)],
	['a count that names more', answer([1001, 1002], 1)],
	['a name that was not sent', answer([{ InvoiceNumber: 9999 }])],
	['names though none are counted', { ...answer([1002], 0, 3) }],
	['counters that do not add up', answer(null, 0, 2)],
	[
		'a number that only occurs in a sentence',
		answer(['The name may have 1002 characters at most']),
	],
	['numbers of which one was not sent', answer('1002, 9999')],
	['numbers with one reason', answer('1001, 1002: duplicates', 2)],
	['a sentence that names two', answer(['Invoice 1001 and invoice 1002 clash'])],
	['no body at all', undefined],
	['an object without the documented members', {}],
	['a list where an object is documented', [{ InvoiceNumber: 1001, Status: 'Failed' }]],
	['an entry that names nobody, without counters', { FailedInvoices: [{ Nbr: 2, Reason: 'x' }] }],
	[
		'counters as text that say all failed, in lower case',
		{ uploadedinvoicescount: '1', failedinvoicescount: '2' },
	],
])('%s is never guessed at', (_, body) => {
	expect(parse(body, sent).kind).toBe('unclear');
});

describe('an answer that counts nothing', () => {
	const lenient = { ...salesInvoices, onNoCounts: 'success' as const };

	it.each([[{ Message: 'OK' }], [{ Status: 'pending', Success: true }], [undefined], [[]]])(
		'is a success where no counting is documented: %j',
		(body) => {
			expect(parseResponse(body, sent, lenient)).toMatchObject({
				kind: 'settled',
				failures: new Map(),
			});
		},
	);

	it.each([
		[{ Errors: ['postal code missing'] }],
		[{ errors: { PostalCode: ['missing'] } }],
		[{ Success: false, Message: 'no' }],
		[{ isSuccess: false }],
	])('is in doubt when it speaks of errors: %j', (body) => {
		expect(parseResponse(body, sent, lenient)).toMatchObject({
			kind: 'unclear',
			reason: expect.stringContaining('speaks of errors'),
		});
	});
});
