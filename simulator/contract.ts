/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the contract is a file of this repository */
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- and it is found from this file's place */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

import type { Checks, Place } from './api/checks';
import { createCompiler, lookUp } from './api/checks';

type JsonNode = { [member: string]: unknown };

/** One operation of the contract, with the means to check what goes in and what comes out. */
export interface Operation extends Checks {
	id: string;
	/** Upper case. */
	method: string;
	/** As the contract writes it, without the base path: `/products/{prodCode}`. */
	path: string;
	/** Whether it answers to partner keys alone. */
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
	operations: readonly Operation[];
	byId: ReadonlyMap<string, Operation>;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

let loaded: Contract | undefined;

/** Reads `contract/cash-in.openapi.yaml`, once in a process: it does not change while we run. */
export function loadContract(): Contract {
	loaded ??= indexContract(
		parse(readFileSync(resolve(__dirname, '../contract/cash-in.openapi.yaml'), 'utf8')),
	);
	return loaded;
}

function indexContract(document: JsonNode): Contract {
	const compiler = createCompiler(document);
	const operations: Operation[] = [];
	for (const [path, item] of Object.entries(document.paths as JsonNode)) {
		const pathPlace = follow(document, `#/paths/${escapePointer(path)}`, item);
		for (const method of METHODS) {
			if (!(method in pathPlace.node)) continue;
			const place = child(document, pathPlace, method);
			const id = String(place.node.operationId);
			const parameters = [pathPlace, place].flatMap((owner) =>
				items(document, owner, 'parameters'),
			);
			const responses = child(document, place, 'responses');
			const answers = Object.keys(responses.node).map((status) => ({
				status,
				place: child(document, responses, status),
			}));
			const body = 'requestBody' in place.node ? child(document, place, 'requestBody') : undefined;
			operations.push({
				id,
				method: method.toUpperCase(),
				path,
				partnerOnly: place.node['x-partner-key'] === true,
				alternatives: (place.node['x-alternatives'] ?? []) as string[],
				parameters: parameters.map(({ node }) => ({
					name: String(node.name),
					in: String(node.in),
				})),
				...compiler.checksOf({ parameters, body, answers }),
			});
		}
	}
	const server = (document.servers as Array<{ url: string }>)[0]?.url ?? '';
	return {
		basePath: new URL(server).pathname.replace(/\/$/, ''),
		operations,
		byId: new Map(operations.map((operation) => [operation.id, operation])),
	};
}

/** The member of a place, references followed. */
function child(document: JsonNode, place: Place, member: string): Place {
	return follow(document, `${place.pointer}/${escapePointer(member)}`, place.node[member]);
}

function items(document: JsonNode, place: Place, member: string): Place[] {
	const list = (place.node[member] ?? []) as unknown[];
	return list.map((node, index) => follow(document, `${place.pointer}/${member}/${index}`, node));
}

function follow(document: JsonNode, pointer: string, node: unknown): Place {
	let place: Place = { pointer, node: node as JsonNode };
	while (typeof place.node?.$ref === 'string') {
		const target = place.node.$ref;
		place = { pointer: target, node: lookUp(document, target) };
	}
	return place;
}

/** A JSON pointer's segment as it stands in a URI fragment: a path's braces must be escaped too. */
function escapePointer(segment: string): string {
	return encodeURIComponent(segment.replace(/~/g, '~0').replace(/\//g, '~1'));
}
