import { parsePage } from '../../nodes/CashIn/api/parsePage';

it.each<[string, unknown, number]>([
	['a bare array', [{ a: 1 }], 1],
	['a bare array without rows', [], 0],
	['Data', { Data: [{ a: 1 }, { a: 2 }], Meta: { TotalCount: 2 } }, 2],
	['Data without rows', { Data: [], Meta: { TotalCount: 0 } }, 0],
	['Data beside a list of warnings', { Data: [{ a: 1 }], Warnings: ['old'] }, 1],
	['one array of another name', { payments: [{ a: 1 }], Errors: [] }, 1],
])('%s is a list', (_, answer, rows) => {
	const page = parsePage(answer);
	expect([page.shape, page.rows.length]).toEqual(['list', rows]);
});

it.each<[string, unknown]>([
	['no body', undefined],
	['null', null],
	['an object without members', {}],
	['Meta without Data', { Data: null, Meta: { TotalCount: 0 }, Errors: [] }],
])('%s is empty, which is not the same as a list without rows', (_, answer) => {
	expect(parsePage(answer)).toMatchObject({ shape: 'empty', rows: [] });
});

it.each<[string, unknown]>([
	['a message', { Message: 'Service under maintenance' }],
	['a list of errors', { Errors: ['Service under maintenance'] }],
	['a list of errors where the rows would be', { Data: null, Meta: {}, Errors: ['no'] }],
	['two arrays', { payments: [], rebates: [] }],
])('%s is neither, and is given on as it came', (_, answer) => {
	expect(parsePage(answer)).toEqual({ shape: 'other', rows: [answer] });
});

it('a bare text is neither', () => {
	expect(parsePage('maintenance')).toEqual({ shape: 'other', rows: [{ value: 'maintenance' }] });
});

it.each<[string, unknown, number | undefined, number | undefined]>([
	['as documented', { TotalCount: 450, PageSize: 50 }, 450, 50],
	['in lower case', { totalCount: 0, pageSize: 1 }, 0, 1],
	['that make no sense', { TotalCount: -1, PageSize: 0 }, undefined, undefined],
	['as text', { TotalCount: '450', PageSize: '50' }, 450, 50],
	['as words', { TotalCount: 'many', PageSize: '5e1' }, undefined, undefined],
])('numbers of the whole %s', (_, Meta, totalCount, pageSize) => {
	const page = parsePage({ Data: [], Meta });
	expect([page.totalCount, page.pageSize]).toEqual([totalCount, pageSize]);
});

it('what the contract describes comes before what lists commonly have', () => {
	const answer = {
		Found: [{ a: 1 }],
		Others: [],
		Info: { Rows: 7, Size: 3 },
		Meta: { TotalCount: 9 },
	};
	const paths = { rows: ['Found'], rowCount: ['Info', 'Rows'], pageSize: ['Info', 'Size'] };
	expect(parsePage(answer, paths)).toEqual({
		shape: 'list',
		rows: [{ a: 1 }],
		totalCount: 7,
		pageSize: 3,
	});
	expect(parsePage({ Found: [{ a: 1 }], Others: [] }).shape).toBe('other');
});
