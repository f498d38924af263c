import { fieldOf, generatedNotice, propertiesOf, type Contract, type Schema } from './source.cts';

/** What code finds by role, and where. */
const ROLES = [
	'id',
	'label',
	'status',
	'total',
	'amount',
	'currency',
	'date',
	'order',
	'rows',
	'record',
	'rowCount',
	'page',
	'pageSize',
	'sortBy',
	'sortOrder',
	'unreadOnly',
	'items',
	'taken',
	'failed',
	'failures',
	'failureKey',
	'failureText',
	'message',
	'details',
	'secret',
	'harmless',
] as const;

/** A constant for each schema: field name -> the API's own name. */
export function fieldsFile(contract: Contract) {
	const constants = Object.entries(contract.components.schemas).map(([name, schema]) => {
		const names = Object.entries(propertiesOf(contract, schema)).map(
			([member, property]): [string, string] => [fieldOf(name, member, property), member],
		);
		assertUnique(name, names);
		return `export const ${constantOf(name)} = ${JSON.stringify(Object.fromEntries(names))} as const;`;
	});
	return {
		file: 'nodes/CashIn/api/generated/fields.ts',
		content: `// ${generatedNotice}
// The API's own name of each field, schema by schema: the one place of code where they are written.

${constants.join('\n\n')}
`,
	};
}

function assertUnique(schema: string, names: ReadonlyArray<[field: string, name: string]>): void {
	const fields = names.map(([field]) => field);
	const twice = fields.find((field, index) => fields.indexOf(field) !== index);
	if (twice !== undefined) throw new Error(`${schema} has two members with the x-field ${twice}`);
}

/** `SalesInvoiceRow` -> `SALES_INVOICE_ROW` */
function constantOf(schema: string): string {
	return schema
		.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
		.replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
		.toUpperCase();
}

/** Which members of a schema play which role. */
export function rolesFile(contract: Contract) {
	const rows = Object.entries(contract.components.schemas)
		.map(([name, schema]): [string, Record<string, string[]>] => [
			name,
			rolesOf(contract, schema, name),
		])
		.filter(([, roles]) => Object.keys(roles).length > 0);
	return {
		file: 'nodes/CashIn/api/generated/roles.ts',
		content: `// ${generatedNotice}

export type Role = ${ROLES.map((role) => `'${role}'`).join(' | ')};

/** The members that play a role, by schema, in the contract's order. */
export const roles = ${JSON.stringify(Object.fromEntries(rows))} as const satisfies Record<string, Partial<Record<Role, readonly string[]>>>;
`,
	};
}

/** The members of a schema by their role. @throws for a role that nobody knows */
export function rolesOf(
	contract: Contract,
	schema: Schema,
	name = '',
): Partial<Record<string, string[]>> & Record<string, string[]> {
	const found: Record<string, string[]> = {};
	for (const [member, property] of Object.entries(propertiesOf(contract, schema))) {
		const role = property['x-role'];
		if (role === undefined) continue;
		if (!ROLES.some((known) => known === role)) {
			throw new Error(`${name}.${member} has the x-role ${role}, which nothing knows`);
		}
		(found[role] ??= []).push(member);
	}
	return found;
}
