// @ts-check
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const PAUSE_MS = 250;
/** Taking a dead lock away is two file operations: who is still at it after this long is dead too. */
const TAKEOVER_MS = 10_000;

/**
 * Runs `work` while no other process of this machine runs work under the same lock file. A lock whose process is
 * gone is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ deadlineMs?: number, onWait?: (pid: number) => void, signal?: AbortSignal }} [options]
 * @returns {Promise<T>}
 */
async function withLock(file, work, { deadlineMs = 900_000, onWait = () => {}, signal } = {}) {
	fs.mkdirSync(path.dirname(file), { recursive: true });
	const until = Date.now() + deadlineMs;
	let told = false;
	while (!take(file)) {
		signal?.throwIfAborted();
		const holder = holderOf(file);
		if (holder !== undefined && !isAlive(holder)) {
			takeAway(file, holder);
		} else if (!told && holder !== undefined) {
			told = true;
			onWait(holder);
		}
		if (Date.now() > until) {
			throw new Error(
				`Process ${holder ?? 'unknown'} has held ${file} for too long: end it, or remove that file, and run the command again.`,
			);
		}
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	}
	try {
		return await work();
	} finally {
		fs.rmSync(file, { force: true });
	}
}

/**
 * The lock appears with its content, or not at all: a link to a finished file is made in one step.
 * @param {string} file
 */
function take(file) {
	const mine = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
	fs.writeFileSync(mine, String(process.pid));
	try {
		fs.linkSync(mine, file);
		return true;
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') throw error;
		return false;
	} finally {
		fs.rmSync(mine, { force: true });
	}
}

/**
 * @param {string} file
 * @returns {number | undefined} undefined when the lock has just been given back
 */
function holderOf(file) {
	try {
		return Number(fs.readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

/**
 * One at a time takes a dead lock away, and looks again first: another may have replaced it meanwhile.
 * @param {string} file
 * @param {number} holder
 */
function takeAway(file, holder) {
	const turn = `${file}.takeover`;
	try {
		fs.mkdirSync(turn);
	} catch {
		const since = fs.statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
		if (Date.now() - since > TAKEOVER_MS) fs.rmSync(turn, { recursive: true, force: true });
		return;
	}
	if (holderOf(file) === holder) fs.rmSync(file, { force: true });
	fs.rmSync(turn, { recursive: true, force: true });
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}

/** @param {unknown} error of a system call */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : undefined);

module.exports = { withLock, isAlive, codeOf };
