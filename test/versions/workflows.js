'use strict';

const crypto = require('node:crypto');

const KEY = 'demo-key';
const CREDENTIAL = { id: 'cashInCredential', name: 'Cash-In (simulator)' };

/** The Cash-In credential for a simulator. @param {string} baseUrl */
function credential(baseUrl) {
	const data = { apiKey: KEY, environment: 'custom', baseUrl, endpointOverrides: '{}' };
	return { ...CREDENTIAL, type: 'cashInApi', data };
}

/** A node that speaks to Cash-In. @param {'cashIn' | 'cashInTrigger'} type @param {object} parameters */
function cashIn(type, parameters) {
	return {
		name: 'Cash-In',
		type: `n8n-nodes-cash-in.${type}`,
		typeVersion: 1,
		parameters,
		credentials: { cashInApi: CREDENTIAL },
	};
}

/**
 * @param {string} id
 * @param {object[]} nodes
 * @param {Record<string, string[][]>} connections for each node, where each of its branches goes
 */
function workflow(id, nodes, connections) {
	const main = (branches) => ({
		main: branches.map((names) => names.map((node) => ({ node, type: 'main', index: 0 }))),
	});
	return {
		id,
		name: id,
		// n8n 2.0 gives none to a workflow that is imported.
		versionId: crypto.randomUUID(),
		nodes: nodes.map((node, place) => ({
			id: `${id}-${place}`,
			position: [place * 220, 0],
			...node,
		})),
		connections: Object.fromEntries(
			Object.entries(connections).map(([name, branches]) => [name, main(branches)]),
		),
		settings: { executionOrder: 'v1' },
	};
}

module.exports = { credential, cashIn, workflow, KEY };
