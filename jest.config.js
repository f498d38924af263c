// @ts-check
const path = require('node:path');
const tsx = require('tsx/cjs/api');

/** @type {typeof import('./scripts/n8n/versions.cts')} */
const { OLDEST } = tsx.require('./scripts/n8n/versions.cts', __filename);
/** @type {typeof import('./test/support/reading.cts')} */
const { tablesOfReading } = tsx.require('./test/support/reading.cts', __filename);

const GLOBALS = [
	'Array',
	'BigInt',
	'Boolean',
	'Error',
	'JSON',
	'Map',
	'Math',
	'Number',
	'Object',
	'Promise',
	'Reflect',
	'RegExp',
	'Set',
	'String',
	'Symbol',
	'WeakMap',
];

const shared = {
	rootDir: __dirname,
	testEnvironment: 'node',
	transform: { '\\.c?ts$': '<rootDir>/test/support/transform.js' },
	// n8n's engine reads these at import time; a folder of its own keeps a developer's ~/.n8n untouched.
	setupFiles: ['<rootDir>/test/support/environment.cts'],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	moduleNameMapper: { '^yaml$': '<rootDir>/test/support/yaml.cts' },
	// Reading a global is slow in jest's sandbox, and properties read these millions of times. Nothing that fake timers
	// replace is among them.
	sandboxInjectedGlobals: GLOBALS,
};

/** Tests of behaviour: with the API that they are written for. */
const withReading = {
	...shared,
	setupFiles: [...shared.setupFiles, '<rootDir>/test/support/withReading.cts'],
	moduleNameMapper: { ...shared.moduleNameMapper, ...tablesOfReading() },
};

/**
 * The engine of the oldest n8n, whole: what our nodes and the tests import of n8n comes from it too.
 * @throws where the package is not the one that n8n brings
 */
function oldestEngine() {
	const manifest = require.resolve('n8n-core-oldest/package.json');
	const { version } = require(manifest);
	if (version !== OLDEST.core) {
		throw new Error(
			`n8n-core-oldest is ${version}, and n8n ${OLDEST.n8n} brings n8n-core ${OLDEST.core}: make package.json and scripts/n8n/versions.cts agree.`,
		);
	}
	const folder = path.dirname(manifest);
	return {
		'^n8n-core$': folder,
		'^n8n-workflow$': path.join(folder, 'node_modules', 'n8n-workflow'),
	};
}

/** What n8n's versions may differ in: branches, errors, requests, credentials, lists, polls. */
const IN_THE_OLDEST = [
	'engine/accounts',
	'engine/agents',
	'engine/createInvoice',
	'engine/credential',
	'engine/errorBranch',
	'contract/everyRead',
	'engine/pickers',
	'engine/sendingMany',
	'engine/trigger',
];

/** What is under test as it was built after an adoption, in place of its source. */
const AS_BUILT = {
	'/nodes/CashIn/(CashIn|CashInTrigger)\\.node$': '<rootDir>/test/foreign/built/$1.node.cts',
	'/nodes/CashIn/pickers/credentialTest$': '<rootDir>/test/foreign/built/credentialTest.cts',
	'/CashInApi\\.credentials$': '<rootDir>/test/foreign/built/CashInApi.credentials.cts',
};

/** @type {import('jest').Config} */
module.exports = {
	projects: [
		{ ...withReading, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.test.ts'] },
		{ ...withReading, displayName: 'engine', testMatch: ['<rootDir>/test/engine/**/*.test.ts'] },
		{
			...withReading,
			displayName: 'engine-oldest',
			testMatch: IN_THE_OLDEST.map((name) => `<rootDir>/test/${name}.test.ts`),
			moduleNameMapper: { ...withReading.moduleNameMapper, ...oldestEngine() },
			setupFiles: [...withReading.setupFiles, '<rootDir>/test/support/oldestEngine.cts'],
		},
		{ ...shared, displayName: 'contract', testMatch: ['<rootDir>/test/contract/**/*.test.ts'] },
		{
			...shared,
			displayName: 'e2e',
			testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
			globalSetup: '<rootDir>/test/e2e/setup.cts',
		},
		{
			...shared,
			displayName: 'cluster',
			testMatch: ['<rootDir>/test/cluster/**/*.test.ts'],
			globalSetup: '<rootDir>/test/e2e/setup.cts',
		},
		{
			...shared,
			displayName: 'editor',
			testMatch: ['<rootDir>/test/editor/**/*.test.ts'],
			globalSetup: '<rootDir>/test/editor/setup.cts',
			globalTeardown: '<rootDir>/test/editor/teardown.cts',
		},
		{
			...shared,
			displayName: 'foreign',
			testMatch: ['<rootDir>/test/foreign/**/*.test.ts'],
			globalSetup: '<rootDir>/test/foreign/setup.cts',
			globalTeardown: '<rootDir>/test/foreign/teardown.cts',
			moduleNameMapper: { ...shared.moduleNameMapper, ...AS_BUILT },
		},
	],
	// The slowest thing waited for is n8n's own poll, once a minute, after its start.
	testTimeout: 240_000,
};
