'use strict';

const fs = require('node:fs');
const path = require('node:path');
const YAML = require('yaml');

const root = path.join(__dirname, '..', '..');
const contractFile = 'contract/cash-in.openapi.yaml';
const generatedNotice = `generated from ${contractFile} by \`npm run contract\`; do not edit`;

const methods = ['get', 'post', 'put', 'patch', 'delete'];
const evidenceInWords = {
	documented: 'Method and path documented',
	partial: 'Method documented, path is our reading',
	inferred: 'Title documented, method and path are our reading',
};

/**
 * Parses an OpenAPI document, YAML or JSON.
 * @param {string} [file] path of the document; the contract of this repository when left out
 * @returns {object} the document as plain data, references unresolved
 */
function readContract(file = path.join(root, contractFile)) {
	return YAML.parse(fs.readFileSync(file, 'utf8'));
}

/**
 * Every operation of a document as one flat row, in the document's own order.
 * `parameters` has path-level ones merged in and references resolved.
 */
function operationsOf(contract) {
	return Object.entries(contract.paths ?? {}).flatMap(([route, item]) =>
		methods
			.filter((method) => item[method])
			.map((method) => ({
				id: item[method].operationId,
				title: item[method].summary,
				tag: item[method].tags?.[0],
				method: method.toUpperCase(),
				path: route,
				evidence: item[method]['x-evidence'],
				note: item[method]['x-evidence-note'],
				source: item[method]['x-source'],
				parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map(
					(parameter) => resolve(contract, parameter),
				),
				operation: item[method],
			})),
	);
}

/** The path of one operation of our contract, as `/invoices/{number}`. */
function pathOf(id) {
	return operationsOf(readContract()).find((row) => row.id === id).path;
}

/** Follows `$ref` until there is none; anything else comes back as it is. */
function resolve(contract, node) {
	let current = node;
	while (current?.$ref) {
		const keys = current.$ref.replace(/^#\//, '').split('/').map(unescapePointer);
		current = keys.reduce((value, key) => value?.[key], contract);
		if (current === undefined) throw new Error(`The reference ${node.$ref} leads nowhere`);
	}
	return current;
}

/** The last part of a reference: `#/components/schemas/Invoice` → `Invoice`. */
const nameOf = (schema) => schema?.$ref?.split('/').pop();

/** The types a schema allows beside null, as a list. */
const typesOf = (schema) => [schema?.type ?? []].flat().filter((type) => type !== 'null');

const unescapePointer = (key) => decodeURIComponent(key).replace(/~1/g, '/').replace(/~0/g, '~');

module.exports = {
	readContract,
	operationsOf,
	pathOf,
	resolve,
	nameOf,
	typesOf,
	root,
	contractFile,
	generatedNotice,
	evidenceInWords,
};
