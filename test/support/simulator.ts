import { createSimulator, type Simulator, type SimulatorOptions } from '../../simulator/server';
import type { LoggedRequest } from '../../simulator/api/requestLog';

export interface RunningSimulator extends Simulator {
	/** The requests that reached one operation, in order. */
	to(operationId: string): LoggedRequest[];
}

/** A fresh simulator for every test of a file; none of its answers may break the contract. */
export function useSimulator(options: SimulatorOptions = {}): () => RunningSimulator {
	let current: RunningSimulator | undefined;
	beforeEach(async () => {
		const simulator = await createSimulator(options);
		await simulator.listen();
		current = Object.assign(Object.create(simulator) as Simulator, {
			to: (operationId: string) =>
				simulator.requests.filter((request) => request.operationId === operationId),
		});
	});
	afterEach(async () => {
		const violations = [...(current?.control.violations() ?? [])];
		await current?.close();
		expect(violations).toEqual([]);
	});
	return () => {
		if (current === undefined) throw new Error('The simulator starts with the first test');
		return current;
	};
}
