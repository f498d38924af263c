import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { endpoints, type Endpoint, type EndpointId } from '../../api/generated/endpoints';
import { confirmationProperties } from '../shared/confirmation';
import { choice } from '../shared/fields';
import { optionsCollection, showSecretsOption, timeoutOption } from '../shared/options';
import { ANY_REQUEST, precautionsOf, type Action } from './precautions';

export const METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] as const satisfies ReadonlyArray<
	Endpoint['method']
>;

const EFFECT = 'The request goes to Cash-In as you give it, and may not be taken back.';

/** What an API Call asks for: an operation of the contract, or method and path; parameters and body. */
export function callProperties(actions: ReadonlyMap<string, Action>): INodeProperties[] {
	const ids = Object.keys(endpoints) as EndpointId[];
	const confirmed = ids.filter((id) => precautionsOf(id, actions).confirmation !== undefined);
	const [confirm, allowAgent] = confirmationProperties({ ...ANY_REQUEST, effect: EFFECT });
	const shown = (property: INodeProperties | undefined, show: object): INodeProperties[] =>
		property === undefined
			? []
			: [{ ...property, displayOptions: { show: { ...property.displayOptions?.show, ...show } } }];
	const asks = (property: INodeProperties | undefined, wanted: readonly string[]) => [
		...shown(property, { requestBy: ['endpoint'], endpoint: wanted }),
		...shown(property, { requestBy: ['path'] }),
	];
	const byPerson = confirmed.filter(
		(id) => precautionsOf(id, actions).confirmation?.confirm === true,
	);
	return [
		choice(
			'requestBy',
			'Request',
			'endpoint',
			'How the request is chosen',
			[
				['Endpoint', 'endpoint', 'Choose one of the operations that are known of the API'],
				['Method and Path', 'path', 'Give the method and the path yourself'],
			],
			{ noDataExpression: true },
		),
		{
			displayName: 'Endpoint',
			name: 'endpoint',
			type: 'options',
			noDataExpression: true,
			options: ids.map((id) => endpointOption(id, actions)).sort(byName),
			default: FIRST,
			description: 'What is asked of Cash-In. Operations that this node has of its own do more.',
			displayOptions: { show: { requestBy: ['endpoint'] } },
		},
		{
			displayName: 'Method',
			name: 'method',
			type: 'options',
			noDataExpression: true,
			options: METHODS.map((method) => ({ name: method, value: method })),
			default: 'GET',
			description: 'The HTTP method. Everything but GET has to be confirmed.',
			displayOptions: { show: { requestBy: ['path'] } },
		},
		{
			displayName: 'Path',
			name: 'path',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. /customers/{code}',
			description:
				"What follows 'Base URL' of the credential. A {placeholder} gets its value from the parameter of that name.",
			displayOptions: { show: { requestBy: ['path'] } },
		},
		{
			displayName: 'Parameters',
			name: 'parameters',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Parameter' },
			placeholder: 'Add Parameter',
			default: {},
			description:
				'Values of the path and of the query, by the names of the Cash-In API. What is left empty is not sent.',
			options: [
				{
					displayName: 'Parameter',
					name: 'parameter',
					values: [
						{
							displayName: 'Name',
							name: 'name',
							type: 'string',
							default: '',
							description: 'Name of the parameter, as the path and the documentation have it',
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							default: '',
							description: 'Value to send',
						},
					],
				},
			],
		},
		{
			displayName: 'Body (JSON)',
			name: 'body',
			type: 'json',
			typeOptions: { rows: 8 },
			default: '',
			description:
				'The whole body, an object or a list, with the member names of the Cash-In API. Leave it empty where there is none.',
		},
		...asks(confirm, byPerson),
		...asks(allowAgent, confirmed),
		optionsCollection([outputOption, showSecretsOption, timeoutOption]),
	];
}

/** What the editor begins with: a read that changes nothing. */
const FIRST: EndpointId = 'validateToken';

function endpointOption(
	id: EndpointId,
	actions: ReadonlyMap<string, Action>,
): INodePropertyOptions {
	const { title, method, path, absent } = endpoints[id];
	const action = actions.get(id);
	const notes = [
		`${method} ${path}`,
		...(action === undefined ? [] : [`This node has its own operation for it: ${action.title}`]),
		...(absent === true ? ["Not in Cash-In's own document"] : []),
	];
	return {
		name: `${title} (${method} ${path})`,
		value: id,
		description: notes.slice(1).join('. '),
	};
}

function byName(a: INodePropertyOptions, b: INodePropertyOptions): number {
	return a.name < b.name ? -1 : 1;
}

const outputOption: INodeProperties = choice(
	'output',
	'Output',
	'rows',
	'How the answer becomes items',
	[
		[
			'One Item for Each Row',
			'rows',
			'A list becomes an item for each of its rows; anything else one item',
		],
		['Whole Answer', 'body', "One item, with the answer as it came under 'body'"],
	],
);
