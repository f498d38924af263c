import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { CashIn } from '../../nodes/CashIn/CashIn.node';
import { CashInTrigger } from '../../nodes/CashIn/CashInTrigger.node';
import { libraryText } from '../../scripts/library-texts.cts';
import { exampleNames, readExample } from '../../scripts/n8n/examples.cts';
import { pageAddress, pageOf } from '../support/exampleDocs.cts';

/** What the package offers, by the types in a workflow; a node for agents is the other one of its name. */
const OURS: Record<string, INodeTypeDescription> = {
	'n8n-nodes-cash-in.cashIn': new CashIn().description,
	'n8n-nodes-cash-in.cashInTool': new CashIn().description,
	'n8n-nodes-cash-in.cashInTrigger': new CashInTrigger().description,
};

describe.each(exampleNames())('the example %s', (example) => {
	const nodes = readExample(example).nodes as INode[];
	const notes = nodes
		.filter(({ type }) => type === 'n8n-nodes-base.stickyNote')
		.map(({ parameters }) => String(parameters.content));

	it('says on its note to check the account in every Cash-In node, since n8n chooses one by itself', () => {
		expect(notes.join('\n')).toContain('Check the account in every Cash-In node');
	});

	it('links from its note to its page, and from there to the file', () => {
		expect(notes.join('\n')).toContain(`](${pageAddress(example)})`);
		expect(pageOf(example)).toContain(`](../../workflows/${example}.json)`);
	});

	it("has a text for n8n's template library, whose sections all say something", () => {
		const text = libraryText(example);
		const sections = text.split(/^## /m).map((section) => section.split('\n\n'));
		expect(sections.map(([heading]) => heading)).toEqual([
			expect.stringMatching(/^# .{20,100}$/),
			'Who it is for',
			'How it works',
			'How to set up',
			'Requirements',
			'How to customize',
		]);
		for (const [, ...told] of sections) expect(told.join(' ').trim()).toMatch(/\w{2}/);
		expect(text).toContain('- Cash-In: an API key');
		expect(text).not.toMatch(/undefined|\]\((?!https:)/);
	});

	it('leaves no picker empty, or in a mode that n8n would change on import', () => {
		expect(nodes.flatMap((node) => wrongPickers(node))).toEqual([]);
	});
});

/** The pickers of a node that lack their mark, a mode that there is, or a value. */
function wrongPickers(node: INode): string[] {
	const { parameters } = node;
	const description = OURS[node.type];
	const wrong = description === undefined ? [] : ourWrongPickers(description, node);
	return [...wrong, ...unmarked(parameters)].map((what) => `"${node.name}": ${what}`);
}

function ourWrongPickers(description: INodeTypeDescription, node: INode): string[] {
	const { properties } = description;
	const shown =
		NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description) ??
		{};
	return properties
		.filter(({ name }) => name in shown)
		.filter((property) =>
			NodeHelpers.displayParameter(shown, property, node, description, node.parameters),
		)
		.flatMap((property) => wrongIn(property, shown[property.name]));
}

/** Of one parameter that is shown, and of those that were added inside it. */
function wrongIn(property: INodeProperties, value: unknown): string[] {
	if (property.type === 'resourceLocator') {
		const given = (value ?? {}) as { __rl?: boolean; mode?: string; value?: unknown };
		const known = property.modes?.some(({ name }) => name === given.mode) ?? false;
		return given.__rl === true && known && given.value !== ''
			? []
			: [`${property.name} is ${JSON.stringify(value)}`];
	}
	if (typeof value !== 'object' || value === null) return [];
	const inner = Object.entries(value as INodeParameters);
	if (property.type === 'collection') {
		const options = (property.options ?? []) as INodeProperties[];
		return inner.flatMap(([name, one]) =>
			options.filter((option) => option.name === name).flatMap((option) => wrongIn(option, one)),
		);
	}
	if (property.type === 'fixedCollection') {
		const groups = (property.options ?? []) as INodePropertyCollection[];
		return inner.flatMap(([name, rows]) =>
			groups
				.filter((group) => group.name === name)
				.flatMap(({ values }) =>
					[rows]
						.flat()
						.flatMap((row) =>
							values
								.filter((option) => option.name in (row as INodeParameters))
								.flatMap((option) => wrongIn(option, (row as INodeParameters)[option.name])),
						),
				),
		);
	}
	return [];
}

/** Pickers of any node: an object with mode and value, which n8n takes for a picker by its mark alone. */
function unmarked(value: unknown, path = ''): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const own = value as Record<string, unknown>;
	const isPicker = typeof own.mode === 'string' && 'value' in own;
	const wrong =
		isPicker && (own.__rl !== true || own.value === '') ? [`${path} has no mark or value`] : [];
	return [
		...wrong,
		...Object.entries(own).flatMap(([name, one]) => unmarked(one, `${path}.${name}`)),
	];
}
