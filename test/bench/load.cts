/**
 * One node, loaded as n8n loads it: a fresh process in which n8n-workflow is there already, then the node's file
 * and its class. Prints `{ milliseconds, bytes }`, the bytes of the description as JSON.
 * Run by `npm run bench:load` as `node --expose-gc load.js <file> <class>`.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { INodeType, IVersionedNodeType } from 'n8n-workflow';

const [file = '', className = ''] = process.argv.slice(2);
// Of the folder the file really lies in, so that both take the same n8n-workflow.
const load = createRequire(fs.realpathSync(file));
load('n8n-workflow');
// What n8n-workflow has left behind must not be swept up in the middle of the node's time.
globalThis.gc?.();

const start = process.hrtime.bigint();
const node: INodeType | IVersionedNodeType = new (load(file)[className])();
const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;

const current = 'nodeVersions' in node ? node.nodeVersions[node.currentVersion] : undefined;
const bytes = Buffer.byteLength(JSON.stringify((current ?? node).description));
console.log(JSON.stringify({ milliseconds, bytes }));
