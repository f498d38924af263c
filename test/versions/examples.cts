import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { INode, INodeParameters, INodeTypeDescription, NodeHelpers } from 'n8n-workflow';

import { exampleNames, readExample } from '../../scripts/n8n/examples.cts';
import type { Check, World } from './check.cts';

/** Which n8n an example workflow needs, as its page says, where not every one will do. */
export const SINCE: Partial<Record<string, string>> = {
	// Before, the Data Table node could not make a table.
	'orders-once': '2.20.0',
	'reminders-before-collection': '2.20.0',
	// Before, no tool of an agent could wait for a person.
	'agent-with-approval': '2.20.0',
};

/** Every example workflow, imported as its user does, in the words of the n8n it is imported into. */
export const exampleChecks: Check[] = exampleNames().map((example) => ({
	id: `example ${example}`,
	name: `the example workflow ${example} is imported, and each of its nodes and values is known`,
	since: SINCE[example],
	async holds(world) {
		const { id: _, ...file } = readExample(example);
		const { id } = await world.n8n.addWorkflow(file);
		const { nodes } = await world.n8n.rest<{ nodes: INode[] }>('GET', `/rest/workflows/${id}`);
		assert.equal(nodes.length, file.nodes.length);
		const types = nodeTypes(world);
		assert.deepEqual(
			nodes.flatMap((node) => problemsOf(world, types, node)),
			[],
		);
	},
}));

/** What this n8n does not know of a node, or would mark as an issue in the editor; credentials are the user's own. */
function problemsOf(world: World, types: INodeTypeDescription[], node: INode): string[] {
	const called = `"${node.name}" (${node.type} ${node.typeVersion})`;
	const description = types.find(
		({ name, version }) => name === node.type && [version].flat().includes(node.typeVersion),
	);
	if (description === undefined) return [`${called} is not known`];
	const helpers = helpersOf(world);
	const { properties } = description;
	// As the editor reads a workflow: with the usual values of what was not set.
	const read = helpers.getNodeParameters(
		properties,
		node.parameters,
		true,
		false,
		node,
		description,
	);
	const parameters = read ?? {};
	const known = pathsIn(parameters);
	const lost = pathsIn(node.parameters).filter((name) => !known.includes(name));
	const issues = helpers.getNodeParametersIssues(
		properties,
		{ ...node, parameters },
		description,
	)?.parameters;
	return [
		...lost.map((name) => `${called} has no parameter ${name}`),
		...Object.values(issues ?? {})
			.flat()
			.map((issue) => `${called}: ${issue}`),
	];
}

/** Every node there is, as n8n serves them to its editor. */
function nodeTypes({ n8n }: World): INodeTypeDescription[] {
	const file = path.join(n8n.folder, '.cache', 'n8n', 'public', 'types', 'nodes.json');
	return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** n8n's own, of that version, which its editor finds issues with. */
function helpersOf({ runtime }: World): typeof NodeHelpers {
	const module = require(path.join(runtime.dir, 'node_modules', 'n8n-workflow'));
	return module.NodeHelpers;
}

/** The names of all parameters that are set, with those around them. */
function pathsIn(parameters: INodeParameters, before = ''): string[] {
	return Object.entries(parameters).flatMap(([name, value]) => {
		const own = `${before}${name}`;
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return [own];
		return [own, ...pathsIn(value as INodeParameters, `${own}.`)];
	});
}
