import type { IDataObject } from 'n8n-workflow';

import { createSimulator, type Simulator, type SimulatorOptions } from '../../simulator/server';
import type { LoggedRequest } from '../../simulator/api/requestLog';
import type { StateCounts } from '../../simulator/control/control';

export interface RunningSimulator extends Simulator {
	/** The requests that reached one operation, in order. */
	to(operationId: string): LoggedRequest[];
	/** The entries of the array requests that reached one operation, in order. */
	sentTo(operationId: string): IDataObject[];
	/** Of the API's address: `/v2`. */
	readonly basePath: string;
	/** When all that was sent has taken effect, what a client has broken off too. */
	settled(): Promise<void>;
}

/** A fresh simulator for every test of a file; none of its answers may break the contract. */
export function useSimulator(options: SimulatorOptions = {}): () => RunningSimulator {
	let running: Simulator | undefined;
	let current: RunningSimulator | undefined;
	beforeEach(async () => {
		const simulator = running ?? (await startSimulator(options));
		running = simulator;
		const to = (operationId: string) =>
			simulator.requests.filter((request) => request.operationId === operationId);
		current = Object.assign(Object.create(simulator) as Simulator, {
			to,
			sentTo: (operationId: string) =>
				to(operationId).flatMap(({ rawBody }) => JSON.parse(rawBody) as IDataObject[]),
			basePath: new URL(simulator.url).pathname,
			settled: async () => await settled(simulator.url),
		});
	});
	afterEach(async () => {
		const violations = [...(running?.control.violations() ?? [])];
		// Starting one takes longer than most tests: it is used again, unless something of this test is still at it.
		if (running !== undefined && (await isIdle(running.url))) {
			running.control.reset();
		} else {
			await running?.close();
			running = undefined;
		}
		expect(violations).toEqual([]);
	});
	afterAll(async () => await running?.close());
	return () => {
		if (current === undefined) throw new Error('The simulator starts with the first test');
		return current;
	};
}

async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
	const simulator = await createSimulator(options);
	await simulator.listen();
	return simulator;
}

/**
 * What a client has broken off may still lie unread: a connection is accepted in one turn of the server, read in the
 * next. So it is asked over the wire, and counts as idle once it has said so twice.
 */
async function isIdle(url: string): Promise<boolean> {
	return (await atWork(url)) === 0 && (await atWork(url)) === 0;
}

/** Waits until nothing is worked on any more. */
export async function settled(url: string): Promise<void> {
	while (!(await isIdle(url)));
}

async function atWork(url: string): Promise<number> {
	const answer = await fetch(new URL('/_sim/state', url));
	return ((await answer.json()) as StateCounts).atWork;
}
