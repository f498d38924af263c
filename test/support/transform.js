// @ts-check
'use strict';

const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const esbuild = require('esbuild');

/**
 * Turns a TypeScript file into JavaScript for jest, without checking its types: `npm run typecheck` does that. jest
 * loads it before anything can read TypeScript.
 * @type {import('@jest/transform').SyncTransformer}
 */
module.exports = {
	canInstrument: false,
	process(source, file) {
		const { mocks, rest } = takeMocks(source, file);
		const { code } = esbuild.transformSync(rest, {
			...OPTIONS,
			sourcefile: file,
			sourcemap: 'inline',
			sourcesContent: false,
		});
		return { code: mocks + code };
	},
	getCacheKey: (source, file) =>
		createHash('sha256').update([VERSION, file, source].join('\0')).digest('hex'),
};

/** @type {esbuild.TransformOptions} */
const OPTIONS = { loader: 'ts', format: 'cjs', target: 'node20', platform: 'node' };
const VERSION = [esbuild.version, readFileSync(__filename, 'utf8')].join('\0');

/**
 * Takes the top-level `jest.mock()` calls out of a file: they have to run before its imports. They come back on one
 * line, and leave their line breaks behind, so that every other line keeps its number.
 * @param {string} source
 * @param {string} file
 */
function takeMocks(source, file) {
	if (!source.includes('\njest.mock')) return { mocks: '', rest: source };
	// Few files have any, and loading the parser takes as long as many of these.
	const ts = require('typescript');
	const { statements } = ts.createSourceFile(file, source, ts.ScriptTarget.Latest);
	let [mocks, rest] = ['', source];
	for (const { pos, end } of statements.filter((statement) => isMock(ts, statement))) {
		const text = source.slice(pos, end);
		mocks += esbuild.transformSync(text, { ...OPTIONS, minifyWhitespace: true }).code.trim();
		rest = rest.slice(0, pos) + text.replace(/[^\n]/g, ' ') + rest.slice(end);
	}
	return { mocks, rest };
}

/**
 * @param {typeof import('typescript')} ts
 * @param {import('typescript').Statement} statement
 */
function isMock(ts, statement) {
	if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) {
		return false;
	}
	const { expression: called } = statement.expression;
	return (
		ts.isPropertyAccessExpression(called) &&
		called.name.text === 'mock' &&
		ts.isIdentifier(called.expression) &&
		called.expression.text === 'jest'
	);
}
