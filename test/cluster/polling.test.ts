import { eventually } from '../../scripts/n8n/eventually.cts';
import { account, createCollector } from '../soak/account.cts';
import { createStory, EVENTS, polledSince } from '../soak/story.cts';
import { useCluster } from '../support/cluster';
import { cashInNode, credential, workflow } from '../support/n8n';
import { say } from '../support/say.cts';
import { useSimulatorProcess } from '../support/simulatorProcess.cts';
import { chosenSeed, sized } from '../support/whole.cts';

/**
 * The trigger in queue mode, polled by n8n's durable scheduler as compose.yaml sets it, through kills of the main
 * process and of workers. A simulated day is over as soon as whoever was killed in it is back.
 */

const MINUTE_MS = 60_000;
const KILLS = sized(20, 2);
const SEED = chosenSeed();

/** Faults of Cash-In that pass by themselves: with a long Retry-After n8n waits as long before it polls again. */
const FAULTS = [
	{ kind: 429, retryAfter: 1 },
	{ kind: 503, count: 2 },
	{ kind: 'reset' },
	{ kind: 'truncatedJson' },
	{ kind: 'reset', count: 4 },
	{ kind: 'html502' },
];

// Shortened, so that days pass faster: how often n8n looks for polls that are due, and how often workflows poll. The
// limits of a poll and of a lease are n8n's own.
const cluster = useCluster({
	env: {
		N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
		N8N_SCHEDULER_MATERIALIZATION_INTERVAL: '2',
		N8N_SCHEDULER_REAPER_INTERVAL: '5',
	},
});
/** Every five seconds: n8n takes no interval below a minute, but as many times in it as one likes. */
const POLL_TIMES = Array.from({ length: 12 }, (_, index) => ({
	mode: 'custom',
	cronExpression: `${index * 5} * * * * *`,
}));
/** Of a lease, which is a minute, and until n8n notices. */
const LEASE_MS = 75_000;

const simulator = useSimulatorProcess('--latency-ms', '100');

/** A workflow for each of some events, called like it; a run of it takes a second. */
async function publish(events: readonly string[]) {
	const { name, type, data } = credential(simulator().url);
	const { id } = await cluster().addCredential({ name, type, data });
	const wait = {
		name: 'Wait',
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		parameters: { amount: 1, unit: 'seconds' },
	};
	const end = { name: 'Done', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
	for (const event of events) {
		const trigger = {
			...cashInNode('cashInTrigger', { event, pollTimes: { item: POLL_TIMES } }),
			credentials: { cashInApi: { id, name } },
		};
		await cluster().addWorkflow(
			workflow(event, [trigger, wait, end], { 'Cash-In': [['Wait']], Wait: [['Done']] }),
		);
		await cluster().activate(event);
	}
}

/** When to kill what, in turn: the main process polls, and workers run what it hands over. */
const KILLS_IN_TURN: Array<{
	of: 'main' | 'one worker' | 'workers';
	when: string;
	moment: Moment;
}> = [
	{
		of: 'main',
		when: 'while a list is read',
		moment: async () =>
			await promptly(async () => (await simulator().ask<{ atWork: number }>('state')).atWork > 0),
	},
	{ of: 'workers', when: 'while a run is under way', moment: whileOneRuns },
	{
		of: 'main',
		when: 'right after a list was answered',
		moment: async () => {
			const before = await answered();
			await promptly(async () => (await answered()) > before);
		},
	},
	{ of: 'one worker', when: 'while a run is under way', moment: whileOneRuns },
	{ of: 'main', when: 'while a run is under way', moment: whileOneRuns },
	{ of: 'workers', when: 'before anything has come', moment: async () => {} },
	{
		of: 'main',
		when: 'as soon as there is a run',
		moment: async () => {
			const before = (await cluster().executions('paymentAllocated')).length;
			await promptly(async () => (await cluster().executions('paymentAllocated')).length > before);
		},
	},
	{ of: 'one worker', when: 'before anything has come', moment: async () => {} },
];
type Moment = () => Promise<void>;

async function whileOneRuns() {
	await promptly(async () =>
		(await cluster().executions('paymentAllocated')).some(({ status }) => status === 'running'),
	);
}

const answered = async () =>
	(await simulator().requests()).filter(({ status }) => status === 200).length;

/** Waits until a condition holds, and notices at once. */
async function promptly(holds: () => Promise<boolean>) {
	const deadline = Date.now() + 3 * MINUTE_MS;
	// Just after its start, n8n says for a moment that its database is not ready.
	while (!(await holds().catch(() => false))) {
		if (Date.now() > deadline) throw new Error('The moment to kill at has not come.');
	}
}

/**
 * SIGKILL, and the start of what was killed.
 * @param look gathers what was given: a minute after a worker is gone, n8n empties the runs it had
 */
async function killAndStart(of: 'main' | 'one worker' | 'workers', look: () => Promise<void>) {
	const [first = ''] = cluster().workers;
	const names = { main: ['main'], 'one worker': [first], workers: cluster().workers }[of];
	await Promise.all(names.map(async (name) => await cluster().kill(name)));
	const at = new Date().toISOString();
	if (of !== 'main') await look();
	await Promise.all(names.map(async (name) => await cluster().start(name)));
	return at;
}

const unfinished = (status: string) => status === 'new' || status === 'running';

/** Whatever would come twice comes with the polls whose lease a kill has left behind. */
async function settled(lastKill: string) {
	await eventually(
		async () => {
			const all = await Promise.all(EVENTS.map(async (event) => await cluster().executions(event)));
			return all.flat().some(({ status }) => unfinished(status)) ? undefined : true;
		},
		5 * MINUTE_MS,
		'runs have not ended',
	);
	do await polledSince(simulator(), Date.now());
	while (Date.now() < Date.parse(lastKill) + LEASE_MS);
	await polledSince(simulator(), Date.now());
}

it(
	`through ${KILLS} kills of the main process and of workers, every event starts its workflow once`,
	async () => {
		const story = createStory(simulator(), { seed: SEED, days: KILLS, faults: FAULTS });
		await story.begin();
		await publish(EVENTS);
		// The first look may take several requests, and be at them still.
		for (let polls = 0; polls < 3; polls += 1) await polledSince(simulator(), Date.now());

		const { given, look, allThere } = createCollector(cluster());
		const kills: string[] = [];
		const begun = Date.now();
		for (let day = 1; day <= KILLS; day += 1) {
			const kill = KILLS_IN_TURN[(SEED + day) % KILLS_IN_TURN.length];
			if (kill === undefined) continue;
			await story.day(day);
			await kill.moment();
			kills.push(await killAndStart(kill.of, look));
			await promptly(async () => await look().then(() => true));
			say(`Day ${day}: ${kill.of} killed ${kill.when}.`);
		}
		const secondsADay = Math.round((Date.now() - begun) / KILLS / 1_000);
		await story.end();
		const ledger = await story.ledger();
		await allThere(ledger, say, 5 * MINUTE_MS);
		await settled(kills.at(-1) ?? '');
		await look();

		const sums = account({ ledger, given, kills, faults: story.faults(), seed: SEED }, say);
		const runs = await Promise.all(EVENTS.map(async (event) => await cluster().executions(event)));
		const statuses = runs.flat().map(({ status }) => status);
		const counts = [...new Set(statuses)].map(
			(status) => `${statuses.filter((one) => one === status).length} ${status}`,
		);
		say(`A simulated day took ${secondsADay} seconds. Runs: ${counts.join(', ')}.`);
		expect(sums).toEqual({ lost: 0, repeated: 0, unexplained: 0, strange: 0 });

		// What had been handed over when the main process was killed, and was with no worker yet, waits to be retried.
		for (const { id } of runs.flat().filter(({ status }) => status === 'crashed')) {
			const retried = await cluster().rest<{ status: string }>(
				'POST',
				`/rest/executions/${id}/retry`,
				{ loadWorkflow: false },
			);
			expect(retried.status).toBe('success');
		}
	},
	60 * MINUTE_MS,
);
