import type { OperationRow, Schema } from '../source.cts';
import type { Assignment } from './likeness.cts';
import type { VendorMessage, VendorOperation } from './vendor.cts';

/** How one of our operations is to be taken over. */
export interface OperationPlan {
	row: OperationRow;
	their: VendorOperation;
	parameters: Assignment;
	/** Our parameters that are members of the vendor's body: field -> member. */
	inBody: Map<string, string>;
	/** Members of our body that are parameters of the vendor's: field -> parameter. */
	outOfBody: Map<string, string>;
	/** Paging parameters of a list that had none: the vendor's name -> role. */
	parameterRoles: Map<string, string>;
	body?: { list?: string[]; element: Schema; ours: Schema };
	/** Path to the rows or to the record; undefined for an answer without JSON. */
	answer?: { kind: 'list' | 'record'; path: string[] };
	problems: string[];
}

/** A parameter that says which one thing is meant. */
export function isKey(row: OperationRow, parameter: OperationRow['parameters'][number]): boolean {
	const needed = row.parameters.filter((other) => other['x-needed'] === true);
	return parameter.in === 'path' || (parameter['x-needed'] === true && needed.length === 1);
}

export function successIn({ answers }: VendorOperation): VendorMessage | undefined {
	const statuses = Object.keys(answers)
		.filter((status) => status.startsWith('2'))
		.sort();
	const withJson = statuses.find((status) => answers[status]?.schema !== undefined);
	const told = withJson ?? statuses[0];
	if (told !== undefined) return answers[told];
	return Object.keys(answers).every((status) => status === 'default') ? answers.default : undefined;
}
