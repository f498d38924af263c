import type { IDataObject } from 'n8n-workflow';

import type { FaultInput } from '../../simulator/faults/fault';
import { matching, pageAsked } from './oddCashIn';

/** What `invoice: create` says of an invoice. */
export type Outcome = 'created' | 'recovered' | 'failed' | 'unknown';

export interface Reply {
	status: number;
	body?: unknown;
	html?: string;
	location?: string;
}

/** What becomes of the first upload on its way. */
export interface Break {
	/** Whether Cash-In gets it: never, at once, or only after 50 of the seconds that the node waits. */
	taken: 'no' | 'yes' | 'later';
	/** What comes back. */
	answer: 'cut' | 'half' | 'silence' | 'drip' | 'bomb' | 'brokenTls' | 'unreachable' | Reply;
	/** Every request is answered so, those to the list too. */
	always?: boolean;
}

/** Cash-In's list of invoices in a way of its own. */
type List = (rows: IDataObject[], query: IDataObject) => Reply;

/** One fault, how to make it, and what is promised under it to two invoices of one request. */
export interface FaultRow {
	/** What happens, in plain words. */
	name: string;
	/** The simulator's own faults; of uploads, where they name no other operation. */
	simulator?: FaultInput[];
	/** How the line to Cash-In is; `plain` without it. */
	line?: 'plain' | 'tls' | 'untrusted' | 'refused' | 'noName';
	upload?: Break;
	list?: List;
	/** Whether Cash-In has any other invoice. */
	empty?: boolean;
	/** An invoice that Cash-In has already. */
	there?: IDataObject;
	/** Number of the first invoice. */
	number?: string;
	/** Options of the node. */
	options?: IDataObject;
	/** What becomes of the first invoice. */
	outcome: Outcome;
	/** What becomes of the second, where that is something else. */
	second?: Outcome;
	/** How often the first is in Cash-In afterwards. */
	kept: 0 | 1;
	/** How often the second is, where that is something else and its outcome does not say it. */
	secondKept?: 0 | 1;
	/** Cash-In is given at least a minute before anything is sent again. */
	patient?: boolean;
	promise: string;
	/** The test that says more of it. */
	test: string;
}

export interface FaultGroup {
	title: string;
	rows: FaultRow[];
}

const LOST = 'lostAnswers';
const DOUBT = 'doubtfulAnswers';
const REQUESTS = 'requests';
const BULK = 'bulkFaults';
const HERE = 'faults';

/** `Timeout` under Options, in seconds: the shortest there is. */
const HURRY = { timeout: 1 };

const FOUND = 'Looked up, found, and not sent again.';
const FOUND_LATE =
	'Looked up until Cash-In has had at least a minute, whatever Timeout says; found, and not sent again.';
const SENT_ONCE_MORE =
	'Looked up for at least a minute, whatever Timeout says; surely missing, and sent once more.';
const NOT_TAKEN = 'Cash-In took nothing of it, and nothing is sent again.';
const NEVER_LEFT = 'Nothing was sent, so nothing is looked up.';
const TOLD = 'Nothing is sent again; the error names the invoices to look for in Cash-In.';
const UNDERSTOOD = 'An answer that does not say what was taken is never called a success.';
const NO_PROOF = 'Such a list proves no absence: nothing is sent again.';

/** Three rows for one way in which an answer is lost: nothing was taken, everything was, or it still will be. */
function lost(
	what: string,
	answer: Break['answer'],
	test: string,
	line?: FaultRow['line'],
): FaultRow[] {
	const row = { line, options: HURRY, test };
	return [
		{
			...row,
			name: `${what}; Cash-In took nothing`,
			upload: { taken: 'no', answer },
			outcome: 'created',
			kept: 1,
			patient: true,
			promise: SENT_ONCE_MORE,
		},
		{
			...row,
			name: `${what}; Cash-In has the invoices`,
			upload: { taken: 'yes', answer },
			outcome: 'recovered',
			kept: 1,
			promise: FOUND,
		},
		{
			...row,
			name: `${what}; Cash-In takes the invoices 50 seconds later`,
			upload: { taken: 'later', answer },
			outcome: 'recovered',
			kept: 1,
			promise: FOUND_LATE,
		},
	];
}

/** A refusal that is the same for every request. */
function refused(status: number, test: string, promise = NOT_TAKEN): FaultRow {
	const simulator: FaultInput[] = [
		{ kind: 'errorShape', status, body: { Message: 'ordered by the test' }, count: 9 },
	];
	return {
		name: `Cash-In answers ${status}`,
		simulator,
		outcome: 'failed',
		kept: 0,
		promise,
		test,
	};
}

/** A fault of the simulator's own, as often as `count` says. */
function ordered(kind: FaultInput['kind'], more: Partial<FaultInput> = {}): FaultInput[] {
	return [{ kind, ...more }];
}

/** An upload that Cash-In took and answered with something else. */
function answered(name: string, body: unknown): FaultRow {
	return {
		name: `The answer is ${name}`,
		upload: { taken: 'yes', answer: { status: 202, body } },
		outcome: 'unknown',
		kept: 1,
		promise: UNDERSTOOD,
		test: DOUBT,
	};
}

/** A list in a way of its own, met while an invoice is looked up that Cash-In took and did not answer for. */
function lookingUp(
	name: string,
	list: List,
	outcome: Outcome,
	promise: string,
	test = HERE,
): FaultRow {
	const upload: Break = { taken: 'yes', answer: 'cut' };
	return { name: `The list of invoices ${name}`, upload, list, outcome, kept: 1, promise, test };
}

const page = (rows: IDataObject[], query: IDataObject): Reply => ({
	status: 200,
	body: pageAsked(rows, query),
});
const numbered = (rows: IDataObject[], { invoiceNumber }: IDataObject) =>
	rows.filter((row) => invoiceNumber === undefined || String(row.InvoiceNumber) === invoiceNumber);

const WEB_PAGE = '<html><head><title>Sign in</title></head><body>Please sign in</body></html>';
const today = new Date().toISOString().slice(0, 10);

/** Every fault that is promised about, in the order of the table. */
export const FAULT_GROUPS: readonly FaultGroup[] = [
	{
		title: 'Nothing reached Cash-In',
		rows: [
			{
				name: 'The connection is refused',
				line: 'refused',
				outcome: 'failed',
				kept: 0,
				promise: NEVER_LEFT,
				test: REQUESTS,
			},
			{
				name: 'There is no server of that name',
				line: 'noName',
				outcome: 'failed',
				kept: 0,
				promise: NEVER_LEFT,
				test: HERE,
			},
			{
				name: 'The certificate of the server is not trusted',
				line: 'untrusted',
				outcome: 'failed',
				kept: 0,
				promise: NEVER_LEFT,
				test: HERE,
			},
		],
	},
	{
		title: 'Cash-In refuses',
		rows: [
			refused(400, DOUBT),
			{
				name: 'Cash-In answers 400 because of one of the invoices',
				simulator: ordered('badInvoice', { invoiceNumbers: ['1042'] }),
				outcome: 'failed',
				second: 'created',
				kept: 0,
				promise: 'The request is halved until the bad one stands alone; the good one is created.',
				test: DOUBT,
			},
			{
				name: 'Cash-In takes the request, and names an invoice that it did not take',
				simulator: ordered('partialFailure', { invoiceNumbers: ['1042'] }),
				outcome: 'failed',
				second: 'created',
				kept: 0,
				promise: "The one named fails with Cash-In's reason; the other is created.",
				test: BULK,
			},
			{
				name: 'Cash-In takes the request but for one invoice, and does not say which',
				simulator: ordered('partialFailure', { invoiceNumbers: ['1042'], shape: 'countOnly' }),
				outcome: 'unknown',
				kept: 0,
				secondKept: 1,
				promise: UNDERSTOOD,
				test: BULK,
			},
			refused(401, REQUESTS),
			refused(402, DOUBT),
			refused(403, REQUESTS),
			refused(404, REQUESTS),
			refused(405, HERE),
			refused(413, DOUBT, 'Smaller requests are tried; nothing was taken of any.'),
			refused(422, DOUBT),
			{
				name: 'Cash-In answers 429, and takes it later',
				simulator: ordered(429, { retryAfter: 1 }),
				outcome: 'created',
				kept: 1,
				promise: 'Waits for as long as Cash-In asks, and sends it again: 429 took nothing.',
				test: LOST,
			},
			{
				name: 'Cash-In answers 429 each time',
				simulator: ordered(429, { retryAfter: 0, count: 99 }),
				outcome: 'failed',
				kept: 0,
				promise: 'Given up on after four tries.',
				test: LOST,
			},
		],
	},
	{
		title: 'The answer is lost',
		rows: [
			...lost('The connection is cut', 'cut', LOST),
			...lost('TLS breaks after the request was sent', 'brokenTls', HERE, 'tls'),
			...lost(
				'The network goes away after the request was sent (EHOSTUNREACH)',
				'unreachable',
				HERE,
			),
			...lost('No answer comes within Timeout', 'silence', LOST),
			...[500, 502, 503, 504].flatMap((status) =>
				lost(
					`Cash-In answers ${status}`,
					{ status, body: { Message: 'ordered by the test' } },
					LOST,
				),
			),
			...lost('The upload is answered 302', { status: 302, location: '/elsewhere' }, HERE),
			...lost('The upload is answered 303', { status: 303, location: '/elsewhere' }, HERE),
			{
				name: 'The answer breaks off in the middle',
				upload: { taken: 'yes', answer: 'half' },
				outcome: 'recovered',
				kept: 1,
				promise: FOUND,
				test: HERE,
			},
			{
				name: 'The answer comes a byte at a time, without end',
				upload: { taken: 'yes', answer: 'drip' },
				options: HURRY,
				outcome: 'recovered',
				kept: 1,
				promise: `There is a limit for the whole answer. ${FOUND}`,
				test: HERE,
			},
			{
				name: 'The answer is 100 kB that unpack to 100 MB',
				upload: { taken: 'yes', answer: 'bomb' },
				outcome: 'recovered',
				kept: 1,
				promise: `There is a limit to what is read. ${FOUND}`,
				test: HERE,
			},
		],
	},
	{
		title: "The simulator's own faults",
		rows: [
			...([401, 402, 403, 404] as const).map(
				(kind): FaultRow => ({
					name: `\`${kind}\``,
					simulator: ordered(kind),
					outcome: 'failed',
					kept: 0,
					promise: NOT_TAKEN,
					test: BULK,
				}),
			),
			{
				name: '`429`',
				simulator: ordered(429),
				outcome: 'created',
				kept: 1,
				promise: 'Sent again after a moment: 429 took nothing.',
				test: BULK,
			},
			...([500, 503, 'timeout', 'reset', 'html502'] as const).map(
				(kind): FaultRow => ({
					name: `\`${kind}\``,
					simulator: ordered(kind),
					options: HURRY,
					outcome: 'created',
					kept: 1,
					patient: true,
					promise: SENT_ONCE_MORE,
					test: BULK,
				}),
			),
			...(
				[
					'timeoutAfterProcessing',
					'resetAfterProcessing',
					'500AfterProcessing',
					'truncatedJson',
				] as const
			).map(
				(kind): FaultRow => ({
					name: `\`${kind}\``,
					simulator: ordered(kind),
					options: HURRY,
					outcome: 'recovered',
					kept: 1,
					promise: FOUND,
					test: BULK,
				}),
			),
			{
				name: '`html`',
				simulator: ordered('html'),
				outcome: 'created',
				kept: 1,
				patient: true,
				promise: SENT_ONCE_MORE,
				test: BULK,
			},
			...(['emptyBody', 'noContent'] as const).map(
				(kind): FaultRow => ({
					name: `\`${kind}\``,
					simulator: ordered(kind),
					outcome: 'unknown',
					kept: 1,
					promise: UNDERSTOOD,
					test: DOUBT,
				}),
			),
			{
				name: '`errorShape` with 400',
				simulator: ordered('errorShape', { status: 400, body: 'no JSON', count: 9 }),
				outcome: 'failed',
				kept: 0,
				promise: NOT_TAKEN,
				test: BULK,
			},
			{
				name: '`latency` within Timeout',
				simulator: ordered('latency', { ms: 50 }),
				outcome: 'created',
				kept: 1,
				promise: 'An answer that is late and true is an answer.',
				test: BULK,
			},
			{
				name: '`badInvoice`',
				simulator: ordered('badInvoice', { invoiceNumbers: ['1042'], names: true }),
				outcome: 'failed',
				second: 'created',
				kept: 0,
				promise: 'The request is halved until the bad one stands alone; the good one is created.',
				test: BULK,
			},
			...(['numbers', 'strings', 'objects', 'objectsWithError', 'nested'] as const).map(
				(shape): FaultRow => ({
					name: `\`partialFailure\`, \`${shape}\``,
					simulator: ordered('partialFailure', { invoiceNumbers: ['1042'], shape }),
					outcome: 'failed',
					second: 'created',
					kept: 0,
					promise: 'The one named fails; the other is created.',
					test: BULK,
				}),
			),
		],
	},
	{
		title: 'The answer says something else',
		rows: [
			answered('an object that says nothing', {}),
			answered('a list', [{ InvoiceNumber: 1042, Status: 'Failed' }]),
			answered('counts that do not add up', { UploadedInvoicesCount: 7, FailedInvoicesCount: 0 }),
			answered('counts that cannot be read', {
				UploadedInvoicesCount: 'two',
				FailedInvoicesCount: null,
			}),
			{
				name: 'Every address answers with a web page',
				upload: { taken: 'no', answer: { status: 200, html: WEB_PAGE }, always: true },
				outcome: 'unknown',
				kept: 0,
				promise: TOLD,
				test: REQUESTS,
			},
			{
				name: 'Every address points elsewhere (302)',
				upload: { taken: 'no', answer: { status: 302, location: '/sign-in' }, always: true },
				outcome: 'unknown',
				kept: 0,
				promise: `The address is not followed with the key. ${TOLD}`,
				test: REQUESTS,
			},
		],
	},
	{
		title: 'Something fails while a lost answer is looked up',
		rows: [
			{
				name: 'The list of invoices is refused (403)',
				upload: { taken: 'yes', answer: 'cut' },
				simulator: ordered(403, { operationId: 'listSalesInvoices', count: 99 }),
				outcome: 'unknown',
				kept: 1,
				promise: TOLD,
				test: LOST,
			},
			{
				name: 'The list of invoices answers 503 for a while',
				upload: { taken: 'yes', answer: 'cut' },
				simulator: ordered(503, { operationId: 'listSalesInvoices', count: 3 }),
				outcome: 'recovered',
				kept: 1,
				promise: 'Reading is tried again, up to four times at each look.',
				test: BULK,
			},
			lookingUp(
				'is a web page',
				() => ({ status: 200, html: WEB_PAGE }),
				'unknown',
				NO_PROOF,
				DOUBT,
			),
			lookingUp('has no body', () => ({ status: 204 }), 'unknown', NO_PROOF, DOUBT),
			lookingUp(
				'is a message',
				() => ({ status: 200, body: { Message: 'Not available' } }),
				'unknown',
				NO_PROOF,
				DOUBT,
			),
			lookingUp(
				'has rows without a number',
				() => ({ status: 200, body: { Data: [{ Nr: 1042 }], Meta: { TotalCount: 1 } } }),
				'unknown',
				NO_PROOF,
				DOUBT,
			),
			lookingUp(
				'tells more rows than it gives',
				() => ({ status: 200, body: { Data: [], Meta: { TotalCount: 250 } } }),
				'unknown',
				NO_PROOF,
			),
			lookingUp(
				'shows only old invoices, and none between any dates',
				(rows, query) =>
					page(
						numbered(rows, query).filter(
							({ InvoiceNumber }) =>
								query.fromInvDate === undefined && Number(InvoiceNumber) < 1_000,
						),
						query,
					),
				'unknown',
				NO_PROOF,
				'duplicateCheck',
			),
			lookingUp('shows nothing at all', (_, query) => page([], query), 'unknown', NO_PROOF),
			lookingUp(
				'leaves out the last day it is asked for',
				(rows, query) =>
					page(
						matching(rows, query).filter(
							({ InvoiceDate }) => String(InvoiceDate) < String(query.toInvDate ?? '9'),
						),
						query,
					),
				'recovered',
				'The days asked for reach beyond those of the invoices. Found, and not sent again.',
			),
			lookingUp(
				'goes by the day on which Cash-In received an invoice',
				(rows, query) => {
					const received = rows.map((row) => ({
						row,
						InvoiceDate: today,
						InvoiceNumber: row.InvoiceNumber,
					}));
					const shown = received.filter((one) => matching([one], query).length > 0);
					return page(
						shown.map(({ row }) => row),
						query,
					);
				},
				'recovered',
				'The days asked for reach to today and beyond. Found, and not sent again.',
			),
			lookingUp(
				'ignores its filters',
				(rows, query) => page(rows, query),
				'recovered',
				FOUND,
				LOST,
			),
			{
				name: 'The list of invoices ignores its filters; Cash-In took nothing',
				upload: { taken: 'no', answer: 'cut' },
				list: (rows, query) => page(rows, query),
				outcome: 'created',
				kept: 1,
				patient: true,
				promise: SENT_ONCE_MORE,
				test: LOST,
			},
			{
				name: 'The list of invoices writes 42 for 0042',
				number: '0042',
				upload: { taken: 'yes', answer: 'cut' },
				list: (rows, query) => {
					const bare = rows.map((row) => ({
						...row,
						InvoiceNumber: String(row.InvoiceNumber).replace(/^0+/, ''),
					}));
					return page(matching(bare, query), query);
				},
				outcome: 'unknown',
				second: 'recovered',
				kept: 1,
				promise: 'A number written otherwise may be the same: nothing is sent again.',
				test: HERE,
			},
			{
				name: 'Cash-In has an older invoice of that number; it took nothing',
				upload: { taken: 'no', answer: 'cut' },
				there: { SalesName: 'Another Example Oy' },
				outcome: 'unknown',
				second: 'created',
				kept: 1,
				promise: 'Another invoice of that number is not taken for the new one, nor sent beside it.',
				test: DOUBT,
			},
			{
				name: 'Cash-In has no invoice at all; it took nothing',
				upload: { taken: 'no', answer: 'cut' },
				empty: true,
				outcome: 'unknown',
				kept: 0,
				promise: 'An empty list proves no absence: nothing is sent again.',
				test: HERE,
			},
		],
	},
];
