import type { IDataObject, IRunExecutionData } from 'n8n-workflow';

import { eventually } from './eventually.cts';
import type { Rest } from './rest.cts';

const STILL_GOING = new Set(['new', 'running', 'waiting', 'unknown']);

/** A run of a workflow, without its data. */
export interface Execution {
	id: string;
	status: string;
	mode: string;
	startedAt: string;
	stoppedAt?: string;
}

/** A run of a workflow, whole. */
export interface Run extends Execution {
	data: IRunExecutionData;
}

interface RunOptions {
	/** The name of the trigger node; without it, the only one. */
	from?: string;
	deadlineMs?: number;
}

export type Executions = ReturnType<typeof createExecutions>;

/** Runs of workflows in a running n8n. */
export function createExecutions(rest: Rest) {
	/** The latest executions of a workflow, oldest first. */
	async function executions(workflowId: string): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const found = await rest<{ results: Execution[] }>(
			'GET',
			`/rest/executions?filter=${filter}&limit=100`,
		);
		return found.results.reverse();
	}

	async function execution(id: string): Promise<Run> {
		const found = await rest<Execution & { data: string | IRunExecutionData }>(
			'GET',
			`/rest/executions/${id}`,
		);
		return { ...found, data: typeof found.data === 'string' ? unflatten(found.data) : found.data };
	}

	/**
	 * Waits until a workflow has at least `count` executions that came to an end; the default deadline allows for n8n's
	 * polls at full minutes.
	 * @returns all of them, oldest first, whole
	 */
	async function waitForExecutions(
		workflowId: string,
		{ count = 1, deadlineMs = 150_000 } = {},
	): Promise<Run[]> {
		const ended = await eventually(
			async () => {
				const all = await executions(workflowId);
				const done = all.filter(({ status }) => !STILL_GOING.has(status));
				return done.length >= count ? done : undefined;
			},
			deadlineMs,
			`workflow ${workflowId} has not run ${count} time(s)`,
		);
		return await Promise.all(ended.map(({ id }) => execution(id)));
	}

	/** Runs a workflow of the running n8n as "Execute workflow" does, and waits for its end. */
	async function runWorkflow(
		workflowId: string,
		{ from, deadlineMs = 120_000 }: RunOptions = {},
	): Promise<Run> {
		const workflowData = await rest<{ nodes: Array<{ name: string; type: string }> }>(
			'GET',
			`/rest/workflows/${workflowId}`,
		);
		const name = from ?? workflowData.nodes.find(({ type }) => /trigger$/i.test(type))?.name;
		const { executionId } = await rest<{ executionId: string }>(
			'POST',
			`/rest/workflows/${workflowId}/run`,
			// n8n 2.0 and older run what they are sent, newer ones what they have saved.
			{ workflowData, triggerToStartFrom: { name } },
		);
		// n8n 2.20 fails when it is asked for one that has not begun.
		await eventually(
			async () =>
				(await executions(workflowId)).some(
					({ id, status }) => id === executionId && !STILL_GOING.has(status),
				) || undefined,
			deadlineMs,
			`the run of workflow ${workflowId} has not ended`,
		);
		return await execution(executionId);
	}

	return { executions, execution, waitForExecutions, runWorkflow };
}

/**
 * What a node gave in a run, as plain JSON, over all its executions.
 * @param node its name
 * @param branch 0 is the first output
 */
export function itemsOf<Item = IDataObject>(
	run: Pick<Run, 'data'>,
	node: string,
	branch = 0,
): Item[] {
	const runs = run.data.resultData.runData[node] ?? [];
	return runs.flatMap(({ data }) => (data?.main?.[branch] ?? []).map(({ json }) => json as Item));
}

/**
 * What a trigger gave to a run, also to one that has never got as far as to begin.
 * @param trigger the name of its node
 */
export function itemsGivenTo(run: Pick<Run, 'data'>, trigger: string): IDataObject[] {
	if (run.data.resultData.runData[trigger] !== undefined) return itemsOf(run, trigger);
	const waiting = run.data.executionData?.nodeExecutionStack ?? [];
	const first = waiting.find(({ node }) => node.name === trigger)?.data.main?.[0] ?? [];
	return first.map(({ json }) => json);
}

/**
 * Reads the "flatted" JSON in which n8n stores executions: an array whose first element is the value, and in which every
 * object, array and string inside another is written as its place in that array.
 */
function unflatten(text: string): IRunExecutionData {
	const places: unknown[] = JSON.parse(text);
	const built = new Map<string, object>();
	const at = (place: string): unknown => {
		const value = places[Number(place)];
		if (typeof value !== 'object' || value === null) return value;
		const known = built.get(place);
		if (known !== undefined) return known;
		const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
		built.set(place, copy);
		for (const [key, inner] of Object.entries(value)) {
			Object.assign(copy, { [key]: typeof inner === 'string' ? at(inner) : inner });
		}
		return copy;
	};
	return at('0') as IRunExecutionData;
}
