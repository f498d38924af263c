'use strict';

/**
 * One node, loaded as n8n loads it: a fresh process in which n8n-workflow is there already, then the node's file
 * and its class. Prints `{ milliseconds, bytes }`, the bytes of the description as JSON.
 * Run by `npm run bench:load` as `node --expose-gc test/bench/load.js <file> <class>`.
 */
const fs = require('node:fs');
const { createRequire } = require('node:module');

const [file, className] = process.argv.slice(2);
// Of the folder the file really lies in, so that both take the same n8n-workflow.
const load = createRequire(fs.realpathSync(file));
load('n8n-workflow');
// What n8n-workflow has left behind must not be swept up in the middle of the node's time.
globalThis.gc();

const start = process.hrtime.bigint();
const node = new (load(file)[className])();
const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;

const { description } = node.nodeVersions?.[node.currentVersion] ?? node;
const bytes = Buffer.byteLength(JSON.stringify(description));
console.log(JSON.stringify({ milliseconds, bytes }));
