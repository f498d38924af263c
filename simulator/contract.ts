/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the contract is a file of this repository */
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- and it is found from this file's place */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

import { CONTRACT, createChecker, follow, type Checks, type Node } from './checks';

/** One operation of the contract, with the means to check what goes in and what comes out. */
export interface Operation extends Checks {
	id: string;
	/** Upper case. */
	method: string;
	/** As the contract writes it, without the base path: `/products/{prodCode}`. */
	path: string;
	/** True: it answers to partner keys alone. */
	partnerOnly: boolean;
	/**
	 * Other paths the vendor may have, from `x-alternatives`: `/token/validate`, `/settlement?number=`,
	 * `POST /creditors`.
	 */
	alternatives: readonly string[];
	/** Names of its parameters and where the contract has them. */
	parameters: ReadonlyArray<{ name: string; in: string }>;
}

export interface Contract {
	/** Path of the contract's server address: `/v2`. */
	basePath: string;
	byId: ReadonlyMap<string, Operation>;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

let loaded: Contract | undefined;

/**
 * Reads `contract/cash-in.openapi.yaml`, or the file that the environment variable CASH_IN_CONTRACT names; once in a
 * process: it does not change while we run.
 */
export function loadContract(): Contract {
	if (loaded !== undefined) return loaded;
	const file =
		process.env.CASH_IN_CONTRACT ?? resolve(__dirname, '../contract/cash-in.openapi.yaml');
	const text = readFileSync(file, 'utf8');
	// References made absolute resolve in every part of the document that is compiled by itself. A part with
	// an alias is visited twice.
	loaded = indexContract(
		parse(text, (key, value) =>
			key === '$ref' && String(value).startsWith('#') ? `${CONTRACT}${value}` : value,
		),
	);
	return loaded;
}

function indexContract(document: Node): Contract {
	const checksOf = createChecker(document);
	const listIn = ({ parameters = [] }: Node) =>
		(parameters as Node[]).map((node) => follow(document, node));
	const byId = new Map<string, Operation>();
	for (const [path, item] of Object.entries(document.paths as { [path: string]: Node })) {
		for (const method of METHODS.filter((each) => each in item)) {
			const operation = item[method] as Node;
			const parameters = [...listIn(item), ...listIn(operation)];
			const answers = Object.entries(operation.responses as { [status: string]: Node });
			const id = String(operation.operationId);
			byId.set(id, {
				id,
				method: method.toUpperCase(),
				path,
				partnerOnly: operation['x-partner-key'] === true,
				alternatives: (operation['x-alternatives'] ?? []) as string[],
				parameters: parameters.map((node) => ({ name: String(node.name), in: String(node.in) })),
				...checksOf({
					parameters,
					body: follow(document, (operation.requestBody ?? {}) as Node),
					answers: new Map(answers.map(([status, node]) => [status, follow(document, node)])),
				}),
			});
		}
	}
	const server = (document.servers as Array<{ url: string }>)[0]?.url ?? '';
	return { basePath: new URL(server).pathname.replace(/\/$/, ''), byId };
}
