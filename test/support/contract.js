'use strict';

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const YAML = require('yaml');
const { adopt } = require('../../scripts/contract/adopt');
const { compare, report } = require('../../scripts/contract/compare');
const source = require('../../scripts/contract/source');

const vendorFile = path.join(source.root, 'test/fixtures/vendor.openapi.yaml');
const generator = path.join(source.root, 'scripts/contract/generate.ts');

/** A schema's own members and those of its `allOf` parts, as name and schema; references are left. */
const propertiesOf = (schema) =>
	[schema, ...(schema.allOf ?? [])].flatMap((part) => Object.entries(part.properties ?? {}));

/** The contract and its operations, read once: it is a long document. */
const whole = () => (read ??= withOperations(source.readContract()));
const withOperations = (contract) => ({
	contract,
	operations: new Map(source.operationsOf(contract).map((row) => [row.id, row.operation])),
});
let read;

/** The answer of an operation that was done. */
function successOf(id) {
	const { contract, operations } = whole();
	const { responses } = operations.get(id);
	const success = Object.keys(responses).find((code) => code.startsWith('2'));
	return source.resolve(contract, responses[success]).content['application/json'];
}

/**
 * The members of a row of an operation's answer, those of objects in it as `Dates.PaymentDate`; a list in a row is one.
 */
function rowMembersOf(id) {
	const { contract } = whole();
	return leavesOf(contract, rowOf(contract, successOf(id).schema));
}

/** The example answer of an operation. */
const exampleAnswerOf = (id) => successOf(id).example;

/** A row of the example answer of an operation. */
function exampleRowOf(id) {
	const example = exampleAnswerOf(id);
	if (Array.isArray(example)) return example[0];
	const lists = Object.entries(example).filter(([name]) => name !== 'Meta');
	return lists.length === 1 && Array.isArray(lists[0][1]) ? lists[0][1][0] : example;
}

/** The names of the output previews of the action node: `invoice/getAll`. */
function previewNames() {
	return fs
		.readdirSync(previewFolder, { recursive: true })
		.filter((name) => name.endsWith('.json'))
		.map((name) =>
			name
				.replace(/\.json$/, '')
				.split(path.sep)
				.join('/'),
		)
		.sort();
}

/** The members an output preview shows. */
function previewMembers(name) {
	const file = path.join(previewFolder, `${name}.json`);
	return Object.keys(JSON.parse(fs.readFileSync(file, 'utf8')).properties);
}

const previewFolder = path.join(source.root, 'nodes', 'CashIn', '__schema__', 'v1.0.0');

/** Of a list its elements; of an object that is nothing but a list and what is said of it, the list's. */
function rowOf(contract, schema) {
	const answer = source.resolve(contract, schema);
	if (isList(answer)) return source.resolve(contract, answer.items);
	const members = propertiesOf(answer).filter(([name]) => name !== 'Meta');
	const list = source.resolve(contract, members[0][1]);
	return members.length === 1 && isList(list) ? source.resolve(contract, list.items) : answer;
}

const isList = (schema) => source.typesOf(schema).includes('array');

function leavesOf(contract, schema) {
	const whole = source.resolve(contract, schema);
	const parts = (whole.allOf ?? []).flatMap((part) => leavesOf(contract, part));
	const own = Object.entries(whole.properties ?? {}).flatMap(([name, member]) => {
		const inner = source.resolve(contract, member);
		const leaves = isList(inner) ? [] : leavesOf(contract, inner);
		return leaves.length === 0 ? [name] : leaves.map((leaf) => `${name}.${leaf}`);
	});
	return [...new Set([...parts, ...own])];
}

/** A process of its own: the generators load ES modules, which jest's module registry cannot. */
function checkGeneratedFiles() {
	const { status, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', generator, '--check'],
		{
			cwd: source.root,
			encoding: 'utf8',
		},
	);
	return { status, stderr };
}

/** What the maintainer's comparison makes of the example of a vendor's document. */
function compareWithVendorExample() {
	const comparison = compare(source.readContract(), source.readContract(vendorFile));
	const text = adopt(contractText(), comparison.matched);
	return {
		report: report(comparison),
		adopted: text,
		before: source.operationsOf(source.readContract()),
		after: source.operationsOf(YAML.parse(text)),
	};
}

/** Adopts one operation of ours as standing at another method and path. */
function adoptAt(id, method, route) {
	const our = source.operationsOf(source.readContract()).find((row) => row.id === id);
	const their = { method, path: route, parameters: [] };
	return adopt(contractText(), [{ our, their, by: 'title', moved: true }]);
}

const contractText = () => fs.readFileSync(path.join(source.root, source.contractFile), 'utf8');

module.exports = {
	readContract: source.readContract,
	operationsOf: source.operationsOf,
	pathOf: source.pathOf,
	propertiesOf,
	rowMembersOf,
	exampleRowOf,
	exampleAnswerOf,
	previewNames,
	previewMembers,
	checkGeneratedFiles,
	compareWithVendorExample,
	adoptAt,
};
