'use strict';

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const YAML = require('yaml');
const { adopt } = require('../../scripts/contract/adopt');
const { compare, report } = require('../../scripts/contract/compare');
const source = require('../../scripts/contract/source');

const vendorFile = path.join(source.root, 'test/fixtures/vendor.openapi.yaml');
const generator = path.join(source.root, 'scripts/contract/generate.js');

/** A schema's own members and those of its `allOf` parts, as name and schema; references are left. */
const propertiesOf = (schema) =>
	[schema, ...(schema.allOf ?? [])].flatMap((part) => Object.entries(part.properties ?? {}));

/** A process of its own: the generators load ES modules, which jest's module registry cannot. */
function checkGeneratedFiles() {
	const { status, stderr } = spawnSync(process.execPath, [generator, '--check'], {
		cwd: source.root,
		encoding: 'utf8',
	});
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
	propertiesOf,
	checkGeneratedFiles,
	compareWithVendorExample,
	adoptAt,
};
