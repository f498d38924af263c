'use strict';

const { eventually } = require('./eventually');
const { unflatten } = require('./unflatten');

const STILL_GOING = new Set(['new', 'running', 'waiting', 'unknown']);

/**
 * Runs of workflows in a running n8n.
 * @param {(method: string, path: string, body?: unknown) => Promise<any>} rest
 */
function createExecutions(rest) {
	/**
	 * The latest executions of a workflow, oldest first, without their data.
	 * @param {string} workflowId
	 * @returns {Promise<Array<{ id: string, status: string, mode: string, startedAt: string }>>}
	 */
	async function executions(workflowId) {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await rest('GET', `/rest/executions?filter=${filter}&limit=100`);
		return results.reverse();
	}

	/**
	 * An execution whole, with `data` as n8n's engine has it: `data.resultData.runData[nodeName]`.
	 * @param {string} id
	 */
	async function execution(id) {
		const found = await rest('GET', `/rest/executions/${id}`);
		return { ...found, data: typeof found.data === 'string' ? unflatten(found.data) : found.data };
	}

	/**
	 * Waits until a workflow has at least `count` executions that came to an end.
	 * @param {string} workflowId
	 * @param {{ count?: number, deadlineMs?: number }} [options] the default deadline allows for n8n's polls at full minutes
	 * @returns {Promise<Array<any>>} all of them, oldest first, whole
	 */
	async function waitForExecutions(workflowId, { count = 1, deadlineMs = 150_000 } = {}) {
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

	/**
	 * Runs a workflow of the running n8n as "Execute workflow" does, and waits for its end.
	 * @param {string} workflowId
	 * @param {{ from?: string, deadlineMs?: number }} [options] `from`: the name of the trigger node; without it, the only one
	 */
	async function runWorkflow(workflowId, { from, deadlineMs = 120_000 } = {}) {
		const { nodes } = await rest('GET', `/rest/workflows/${workflowId}`);
		const name = from ?? nodes.find(({ type }) => /trigger$/i.test(type))?.name;
		const { executionId } = await rest('POST', `/rest/workflows/${workflowId}/run`, {
			triggerToStartFrom: { name },
		});
		return await eventually(
			async () => {
				const run = await execution(executionId);
				return STILL_GOING.has(run.status) ? undefined : run;
			},
			deadlineMs,
			`the run of workflow ${workflowId} has not ended`,
		);
	}

	return { executions, execution, waitForExecutions, runWorkflow };
}

module.exports = { createExecutions };
