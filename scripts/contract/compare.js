'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { adopt } = require('./adopt');
const { contractFile, nameOf, operationsOf, readContract, root, typesOf } = require('./source.cts');

/**
 * Compares our contract with the vendor's own OpenAPI document.
 * Operations are paired by operation name, else by title, else by method and path. `by` tells which:
 * a path of ours is often a reading, so a pair by request alone may be two different operations.
 * @param {object} ours parsed contract
 * @param {object} vendors parsed document of the vendor
 * @returns {{ matched: { our: object, their: object, by: string, moved: boolean }[], onlyOurs: object[], onlyVendors: object[], schemas: object[] }}
 */
function compare(ours, vendors) {
	const left = operationsOf(ours);
	const right = operationsOf(vendors).map((row) => ({
		...row,
		path: afterBase(vendors, row.path),
	}));
	const matched = [];
	const taken = new Set();
	for (const [by, key] of Object.entries(keys)) {
		for (const our of left) {
			if (taken.has(our)) continue;
			const their = right.find((row) => !taken.has(row) && key(row) && key(row) === key(our));
			if (!their) continue;
			taken.add(our).add(their);
			matched.push({ our, their, by, ...differences(our, their) });
		}
	}
	return {
		matched,
		onlyOurs: left.filter((row) => !taken.has(row)),
		onlyVendors: right.filter((row) => !taken.has(row)),
		schemas: compareSchemas(ours.components?.schemas ?? {}, vendors.components?.schemas ?? {}),
	};
}

const plain = (text) => (text ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
const request = (row) => `${row.method} ${row.path}`;
const keys = {
	name: (row) => plain(row.id),
	title: (row) => plain(row.title),
	request: (row) => request(row).replace(/\{[^}]*\}/g, '{}'),
};

/** Our paths begin after the base URL; the vendor's may carry the `/v2` that ours has in the server. */
function afterBase(vendors, route) {
	const base = vendors.servers?.[0]?.url ?? '';
	return /\/v2\/?$/.test(base) ? route : route.replace(/^\/v2(?=\/)/, '');
}

function differences(our, their) {
	const names = (row) => row.parameters.filter(({ in: place }) => place === 'query').map(nameOfRow);
	return {
		moved: request(our) !== request(their),
		addedParameters: names(their).filter((name) => !names(our).includes(name)),
		missingParameters: names(our).filter((name) => !names(their).includes(name)),
	};
}

const nameOfRow = ({ name }) => name;

function compareSchemas(ours, vendors) {
	const names = [...new Set([...Object.keys(ours), ...Object.keys(vendors)])];
	return names
		.filter((name) => vendors[name] || !ours[name]['x-helper'])
		.map((name) => {
			if (!ours[name]) return { name, only: 'vendor' };
			if (!vendors[name]) return { name, only: 'ours' };
			return { name, ...compareMembers(membersOf(ours, name), membersOf(vendors, name)) };
		})
		.filter(
			({ only, added, missing, types }) => only || added.length + missing.length + types.length,
		);
}

function compareMembers(our, their) {
	return {
		added: Object.keys(their).filter((name) => !our[name]),
		missing: Object.keys(our).filter((name) => !their[name]),
		types: Object.keys(our)
			.filter((name) => their[name] && typeName(our[name]) !== typeName(their[name]))
			.map((name) => `${name}: ${typeName(our[name])} here, ${typeName(their[name])} there`),
	};
}

function membersOf(schemas, name) {
	const collect = (schema) => ({
		...Object.assign({}, ...(schema.allOf ?? []).map(collect)),
		...(schema.$ref ? collect(schemas[nameOf(schema)] ?? {}) : {}),
		...schema.properties,
	});
	return collect(schemas[name]);
}

function typeName(schema) {
	if (schema.$ref) return nameOf(schema);
	const types = typesOf(schema).sort().join(' or ') || 'anything';
	return types === 'array' ? `${typeName(schema.items ?? {})}[]` : types;
}

/** The comparison as text for a maintainer. */
function report({ matched, onlyOurs, onlyVendors, schemas }) {
	const moved = matched.filter((row) => row.moved);
	const parameters = matched.filter(
		(row) => row.addedParameters.length + row.missingParameters.length,
	);
	const list = (names) => names.join(', ') || 'none';
	return [
		`Operations: ${matched.length} paired, ${moved.length} of them elsewhere than we thought`,
		...moved.map(({ our, their }) => `  ${our.id}: ${request(our)} here, ${request(their)} there`),
		'Paired by method and path alone, under another title (check; not adopted):',
		...matched
			.filter(({ by }) => by === 'request')
			.map(({ our, their }) => `  ${our.id} (${our.title}): ${their.title ?? 'no title'} there`),
		'Query parameters that differ:',
		...parameters.map(
			({ our, addedParameters, missingParameters }) =>
				`  ${our.id}: new there ${list(addedParameters)}; only here ${list(missingParameters)}`,
		),
		'Operations only here:',
		...onlyOurs.map((row) => `  ${row.id} (${row.title})`),
		"Operations only in the vendor's document:",
		...onlyVendors.map((row) => `  ${request(row)} (${row.title ?? row.id})`),
		'Schemas that differ:',
		...schemas.map(({ name, only, added, missing, types }) =>
			only
				? `  ${name}: only ${only === 'ours' ? 'here' : 'there'}`
				: `  ${name}: new there ${list(added)}; only here ${list(missing)}; types ${list(types)}`,
		),
	].join('\n');
}

async function main(args) {
	const [file] = args.filter((argument) => !argument.startsWith('--'));
	if (!file) throw new Error('Name the vendor document: compare.js vendor.yaml [--adopt]');
	const comparison = compare(readContract(), readContract(file));
	console.log(report(comparison));
	if (!args.includes('--adopt')) return;
	const target = path.join(root, contractFile);
	const adopted = adopt(fs.readFileSync(target, 'utf8'), comparison.matched);
	const prettier = require('prettier');
	const options = { ...(await prettier.resolveConfig(target)), filepath: target };
	fs.writeFileSync(target, await prettier.format(adopted, options));
	console.log(`\nAdopted into ${contractFile}. Look it over, then run \`npm run contract\``);
}

module.exports = { compare, report };

if (require.main === module) {
	main(process.argv.slice(2)).catch((error) => {
		console.error(error.message);
		process.exitCode = 1;
	});
}
