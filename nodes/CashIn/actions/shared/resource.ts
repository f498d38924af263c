import type { INodeProperties } from 'n8n-workflow';

import { endpoints, type EndpointId } from '../../api/generated/endpoints';
import { displayName } from '../../text/displayName';
import { confirmationProperties } from './confirmation';
import { updateDisplayOptions } from './displayOptions';
import type { BatchOperation, ItemOperation } from './operation';

/** What the editor says of an operation. */
export interface OperationTexts {
	/** Left out, it follows from the value: `getAllDirect` is "Get Many Direct". */
	name?: string;
	/** Sentence case, with the resource, as the node panel lists it. */
	action: string;
	/** One line: n8n cuts off what is longer. */
	description: string;
	/** What else to know before using it; stands above its fields. */
	notice?: string;
}

/** How an operation runs: one item at a time, or many items in one request. */
export type Runner = { each: ItemOperation } | { many: BatchOperation };

/** One operation, made by `list`, `record`, `write` or `upload`. */
export type OperationRow = OperationTexts & { run: Runner };

/** One resource of the node with its operations. Names and values are part of the public surface. */
export interface Resource {
	name: string;
	value: string;
	description: string;
	operations: Array<OperationTexts & { name: string; value: string; run: Runner }>;
	/** The value of the operation the editor begins with. */
	initial: string;
	/** What the operations ask for, each field shown for its operations only. */
	properties: INodeProperties[];
}

interface ResourceTexts {
	name: string;
	description: string;
	/** Fields that several operations share; they stand before those of the single operations. */
	properties?: INodeProperties[];
	/** The operation the editor begins with; left out, the first one that only reads. */
	initial?: string;
}

/** @param rows by value, in the order of the editor: alphabetical by name */
export function resource(
	value: string,
	{ name, description, properties = [], initial }: ResourceTexts,
	rows: Readonly<Record<string, OperationRow>>,
): Resource {
	const entries = Object.entries(rows);
	const fieldsOf = (fields: (operation: Operation) => INodeProperties[]) =>
		entries.flatMap(([operation, { run }]) =>
			updateDisplayOptions(
				{ show: { resource: [value], operation: [operation] } },
				fields(operationOf(run)),
			),
		);
	const [first] = entries.find(([, { run }]) => onlyReads(endpointOf(run))) ?? entries[0] ?? [''];
	return {
		name,
		value,
		description,
		operations: entries.map(([operation, row]) => ({
			...row,
			value: operation,
			name: row.name ?? displayName(operation.replace(/^getAll(?![a-z])/, 'getMany')),
		})),
		initial: initial ?? first,
		properties: [
			...notices(value, rows),
			...fieldsOf(({ confirmation }) => confirmationProperties(confirmation)),
			...properties,
			...fieldsOf(({ description }) => description),
		],
	};
}

type Operation = ItemOperation | BatchOperation;

function operationOf(run: Runner): Operation {
	return 'each' in run ? run.each : run.many;
}

function endpointOf(run: Runner): EndpointId | undefined {
	return operationOf(run).endpoint;
}

function onlyReads(endpoint: EndpointId | undefined): boolean {
	if (endpoint === undefined) return true;
	const { retry, secretResponse } = endpoints[endpoint];
	return retry === 'read' && !secretResponse;
}

/** What is said above the fields: that an address is our reading and may have to be corrected, and each row's own. */
function notices(value: string, rows: Readonly<Record<string, OperationRow>>): INodeProperties[] {
	const entries = Object.entries(rows);
	const said = entries.flatMap(([operation, { notice, run }]) =>
		[UNCONFIRMED[evidenceOf(run)], notice].flatMap((text) =>
			text === undefined ? [] : [{ operation, text }],
		),
	);
	return [...new Set(said.map(({ text }) => text))].map((text, index) => ({
		displayName: text,
		name: `${value}Notice${index + 1}`,
		type: 'notice',
		default: '',
		displayOptions: {
			show: {
				resource: [value],
				operation: said.filter((one) => one.text === text).map(({ operation }) => operation),
			},
		},
	}));
}

function evidenceOf(run: Runner) {
	const endpoint = endpointOf(run);
	return endpoint === undefined ? 'documented' : endpoints[endpoint].evidence;
}

const HELP =
	'<a href="https://github.com/n8n-nodes-cash-in/n8n-nodes-cash-in/blob/main/docs/help-confirm-the-api.md" target="_blank">What to do if it fails</a>.';

const UNCONFIRMED: Readonly<Record<ReturnType<typeof evidenceOf>, string | undefined>> = {
	documented: undefined,
	observed: undefined,
	partial: `Its path is not yet confirmed by Cash-In. ${HELP}`,
	inferred: `Its method and path are not yet confirmed by Cash-In. ${HELP}`,
};
