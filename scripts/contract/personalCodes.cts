import { elementOf, rowSchema } from './endpoints.cts';
import {
	generatedNotice,
	isList,
	jsonOf,
	operationsOf,
	propertiesOf,
	resolve,
	successOf,
	type Contract,
	type OperationRow,
	type Schema,
} from './source.cts';

/** Where outputs may hold a personal identity code, as n8n writes it on the description of a node. */
export function personalCodesFile(contract: Contract) {
	const paths = new Set(operationsOf(contract).flatMap((row) => pathsOf(contract, row)));
	return {
		file: 'nodes/CashIn/api/generated/personalCodes.ts',
		content: `// ${generatedNotice}

/** Where an item of an output may hold a personal identity code; \`[*]\` stands for every element of a list. */
export const personalCodePaths: readonly string[] = ${JSON.stringify([...paths].sort())};
`,
	};
}

function pathsOf(contract: Contract, row: OperationRow): string[] {
	const { operation } = row;
	const sent = elementOf(contract, jsonOf(contract, operation.requestBody)?.schema ?? {});
	const sentPaths = marked(contract, sent);
	const shown = (operation['x-shown'] ?? []).map((field) =>
		Object.entries(propertiesOf(contract, sent)).find(([, one]) => one['x-field'] === field),
	);
	const answer = successOf(contract, row)?.schema ?? {};
	return [
		// A row or record; of what is sent, the members that the output shows; an invoice that is previewed.
		...marked(contract, rowSchema(contract, row)),
		...sentPaths.filter((path) => shown.some((member) => member?.[0] === firstOf(path))),
		...([operation['x-action'] ?? []].flat().includes('invoice.preview')
			? sentPaths.map((path) => `invoice.${path}`)
			: []),
		// The whole answer, which API Call gives.
		...marked(contract, answer, 'body'),
	];
}

const firstOf = (path: string) => path.split(/[.[]/, 1)[0];

/**
 * The paths of members with the mark, in a schema and in whatever is in it.
 * @param before the path of the schema itself; @param holders the schemas around it, which it may hold again
 */
function marked(
	contract: Contract,
	schema: Schema,
	before = '',
	holders: readonly Schema[] = [],
): string[] {
	const whole = resolve(contract, schema);
	if (holders.includes(whole)) return [];
	const around = [...holders, whole];
	if (isList(whole)) return marked(contract, whole.items ?? {}, `${before}[*]`, around);
	return Object.entries(propertiesOf(contract, whole)).flatMap(([name, member]) => {
		const path = before === '' ? name : `${before}.${name}`;
		return member['x-personal-code'] === true ? [path] : marked(contract, member, path, around);
	});
}
