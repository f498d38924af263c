'use strict';

const YAML = require('yaml');

const note = "adopted from the vendor's document";
const source = "the vendor's own OpenAPI document";

/**
 * Takes over method and path of paired operations from the vendor's document and marks them as
 * documented. Parameters in the path follow it; schemas and query parameters stay as they are, for
 * a person to change with the report in hand. Comments and layout of the contract are kept.
 * @param {string} text the contract as YAML
 * @param {{ our: object, their: object, by: string, moved: boolean }[]} matched pairs found by
 *   `compare`; those found by method and path alone are left as they are
 * @returns {string} the contract as YAML
 * @throws when an operation would land where another one stands
 */
function adopt(text, matched) {
	const document = YAML.parseDocument(text);
	const paths = document.get('paths');
	const pairs = matched.filter(
		({ our, by, moved }) => by !== 'request' && (moved || our.evidence !== 'documented'),
	);

	// Lift all before setting any down: two operations may have to change places.
	const lifted = pairs.map(({ our, their }) => ({ their, our, node: lift(paths, our) }));
	for (const { our, their, node } of lifted) {
		setDown(document, paths, node, our, their);
		followPath(document, node, their);
		node.set('x-evidence', 'documented');
		node.set('x-evidence-note', note);
		node.set('x-source', source);
		if (our.path !== their.path) node.delete('x-alternatives');
	}
	for (const { key, value } of [...paths.items]) if (!value.items.length) paths.delete(key.value);
	return document.toString({ lineWidth: 100, singleQuote: true });
}

function lift(paths, { path, method }) {
	const item = paths.get(path);
	const node = item.get(method.toLowerCase());
	item.delete(method.toLowerCase());
	return node;
}

function setDown(document, paths, node, our, { path, method }) {
	if (!paths.has(path)) {
		const place = paths.items.findIndex(({ key }) => key.value === our.path);
		const pair = document.createPair(path, {});
		pair.key.spaceBefore = true;
		paths.items.splice(place, 0, pair);
	}
	const item = paths.get(path);
	const occupant = item.get(method.toLowerCase());
	if (occupant) {
		throw new Error(
			`${method} ${path} would be both ${node.get('operationId')} and ${occupant.get('operationId')}. ` +
				'Settle that in the contract by hand, then adopt again',
		);
	}
	item.flow = false;
	item.set(method.toLowerCase(), node);
}

function followPath(document, node, their) {
	const wanted = [...their.path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
	const parameters = node.get('parameters') ?? document.createNode([]);
	parameters.items = parameters.items.filter(
		(item) => item.get('in') !== 'path' || wanted.includes(item.get('name')),
	);
	const present = parameters.items.map((item) => item.get('name'));
	for (const name of wanted.filter((name) => !present.includes(name))) {
		const row = their.parameters.find((parameter) => parameter.name === name);
		parameters.items.unshift(
			document.createNode({
				name,
				in: 'path',
				required: true,
				description: row?.description ?? `${name}, as in the vendor's document`,
				schema: { type: 'string', minLength: 1 },
			}),
		);
	}
	for (const item of parameters.items) if (item.get('in') === 'path') item.delete('x-evidence');
	if (parameters.items.length) node.set('parameters', parameters);
	else node.delete('parameters');
}

module.exports = { adopt };
