'use strict';

const path = require('node:path');

const { createInstance, itemsOf } = require('../../scripts/n8n/instance');
const { eventually } = require('../../scripts/n8n/eventually');
const { packNode } = require('../../scripts/n8n/pack');
const { startSimulator } = require('../../scripts/n8n/simulator');
const { account } = require('./account');
const { createStory } = require('./story');
const { workflowOf, EVENTS } = require('./workflows');

const ROOT = path.join(__dirname, '..', '..');
const KEY = 'demo-key';
const MINUTE_MS = 60_000;

/**
 * Three trigger workflows in a real n8n over simulated days of payments and changes, with faults of Cash-In and two
 * kills of n8n. What came out of their executions is held against what the simulator knows to have happened.
 * @param {{ seed: number, rounds: number, roundMs: number, log: (line: string) => void, signal?: AbortSignal }} options
 * @returns {Promise<boolean>} whether nothing was lost, and nothing repeated that no kill explains
 */
async function soakTriggers({ seed, rounds, roundMs, log, signal }) {
	let n8n;
	let simulator;
	try {
		const tarball = await packNode({ log, signal });
		simulator = await startSimulator({ root: ROOT, port: 0, key: KEY, signal });
		const story = createStory(simulator, { seed, days: rounds });
		await story.begin();
		n8n = await createInstance({ tarball, signal });
		await publish(n8n, simulator.url);
		await n8n.start();
		await n8n.setupOwner();
		await story.polledTwice();
		log(`All three are active; ${rounds} days follow, one every ${roundMs / 1000} seconds.`);

		const kills = [];
		for (let round = 1; round <= rounds; round += 1) {
			const until = Date.now() + roundMs;
			await story.day(round);
			if (round === Math.round(rounds / 3)) kills.push(await killAfterItems(n8n, log));
			if (round === Math.round((rounds * 2) / 3)) kills.push(await kill(n8n, log));
			await pause(until - Date.now(), signal);
		}
		await story.calm();
		const ledger = await story.ledger();
		await allThere(n8n, ledger, log);
		// Whatever would come twice comes with one of these.
		await pause(1.5 * MINUTE_MS, signal);
		return account({ ledger, given: await givenBy(n8n), kills, faults: story.faults(), seed }, log);
	} finally {
		await Promise.allSettled([n8n?.dispose(), simulator?.stop()]);
	}
}

async function publish(n8n, baseUrl) {
	const data = { apiKey: KEY, environment: 'custom', baseUrl, endpointOverrides: '{}' };
	await n8n.importCredentials([{ id: 'soak', name: 'Cash-In', type: 'cashInApi', data }]);
	await n8n.importWorkflows(EVENTS.map(workflowOf));
	for (const event of EVENTS) await n8n.publish(event);
}

/** The kill that hurts: as soon as an execution is there, when n8n may not have saved what the trigger remembers. */
async function killAfterItems(n8n, log) {
	const count = async () => (await n8n.executions(EVENTS[0])).length;
	const before = await count();
	await eventually(
		async () => ((await count()) > before ? true : undefined),
		3 * MINUTE_MS,
		'no execution has come to kill n8n after',
	);
	return await kill(n8n, log);
}

async function kill(n8n, log) {
	await n8n.kill();
	const at = new Date().toISOString();
	log(`n8n killed at ${at.slice(11, 19)}, and started again.`);
	await n8n.start();
	await n8n.login();
	return at;
}

async function givenBy(n8n) {
	const given = {};
	for (const event of EVENTS) {
		const executions = await n8n.executions(event);
		const whole = await Promise.all(executions.map(({ id }) => n8n.execution(id)));
		given[event] = whole.flatMap((one) =>
			itemsOf(one, 'Cash-In').map((item) => ({ item, at: one.startedAt, status: one.status })),
		);
	}
	return given;
}

async function allThere(n8n, ledger, log) {
	let missing = -1;
	try {
		await eventually(
			async () => {
				const given = await givenBy(n8n);
				missing = EVENTS.reduce((sum, event) => {
					const keys = new Set(given[event].map(({ item }) => ledger[event].keyOf(item)));
					return sum + ledger[event].due.filter((key) => !keys.has(key)).length;
				}, 0);
				return missing === 0 ? true : undefined;
			},
			5 * MINUTE_MS,
			async () => `${missing} are still missing`,
		);
	} catch (error) {
		log(error.message);
	}
}

function pause(ms, signal) {
	signal?.throwIfAborted();
	return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}

module.exports = { soakTriggers };
