import { endpoints } from '../../nodes/CashIn/api/generated/endpoints';

/** The two requests that are measured, as HTTP Request and the bare client have to be told of them; the contract knows. */
export interface Api {
	path: string;
	method: string;
	/** Of an upload: the member around the list, and where the answer says how many were taken. */
	items?: string;
	taken: readonly string[];
	/** Of a list: the parameters, and where in the answer the rows and their number are. */
	page: string;
	pageSize: string;
	rows: readonly string[];
	total: readonly string[];
}

export const SEND = apiOf('createInvoice');
export const READ = apiOf('listAllocatedPaymentTransactions');

function apiOf(operation: 'createInvoice' | 'listAllocatedPaymentTransactions'): Api {
	const { path, method, body, answer, parameters } = endpoints[operation];
	const named = (role: string) => parameters.find((parameter) => parameter.role === role)?.name;
	return {
		path,
		method,
		items: body?.items,
		taken: [...(answer.at ?? []), answer.taken ?? ''],
		page: named('page') ?? '',
		pageSize: named('pageSize') ?? '',
		rows: answer.rows ?? [],
		total: answer.rowCount ?? [],
	};
}
