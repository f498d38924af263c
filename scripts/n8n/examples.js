'use strict';

const fs = require('node:fs');
const path = require('node:path');

const FOLDER = path.join(__dirname, '..', '..', 'workflows');

/** Which credential a node needs, by its type; the files name none, since everybody has their own. */
const CREDENTIAL_OF = {
	'n8n-nodes-cash-in.cashIn': 'cashInApi',
	'n8n-nodes-cash-in.cashInTool': 'cashInApi',
	'n8n-nodes-cash-in.cashInTrigger': 'cashInApi',
	'n8n-nodes-base.wooCommerce': 'wooCommerceApi',
	'n8n-nodes-base.wooCommerceTrigger': 'wooCommerceApi',
	'n8n-nodes-base.stripeTrigger': 'stripeApi',
	'n8n-nodes-base.shopify': 'shopifyAccessTokenApi',
	'n8n-nodes-base.shopifyTrigger': 'shopifyAccessTokenApi',
	'n8n-nodes-base.slack': 'slackApi',
	'n8n-nodes-base.emailSend': 'smtp',
	'n8n-nodes-base.googleSheets': 'googleSheetsOAuth2Api',
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 'openAiApi',
};

/** The names of the example workflows, as of their files. */
function exampleNames() {
	return fs
		.readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json'))
		.map((file) => path.basename(file, '.json'))
		.sort();
}

/**
 * An example workflow as its file has it.
 * @param {string} name
 * @returns {any}
 */
function readExample(name) {
	return JSON.parse(fs.readFileSync(path.join(FOLDER, `${name}.json`), 'utf8'));
}

/**
 * The same with a credential chosen in each node that needs one, as its user does after the import. The credential's id
 * is its type.
 * @param {any} workflow
 * @returns {any}
 */
function withCredentials(workflow) {
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => {
			// A request says itself whose credential it takes.
			const type = node.parameters.nodeCredentialType ?? CREDENTIAL_OF[node.type];
			if (type === undefined) return node;
			return { ...node, credentials: { [type]: { id: type, name: type } } };
		}),
	};
}

/**
 * The same asking Cash-In once a minute, the shortest time n8n knows: the files ask once an hour or a day.
 * @param {any} workflow
 * @returns {any}
 */
function everyMinute(workflow) {
	const pollTimes = { item: [{ mode: 'everyMinute' }] };
	return {
		...workflow,
		nodes: workflow.nodes.map((node) =>
			node.parameters.pollTimes === undefined
				? node
				: { ...node, parameters: { ...node.parameters, pollTimes } },
		),
	};
}

module.exports = { exampleNames, readExample, withCredentials, everyMinute };
