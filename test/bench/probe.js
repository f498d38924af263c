// @ts-check
'use strict';

/*
 * Loaded into n8n (node --require) by the benchmark, which is why it is JavaScript: what reads TypeScript would be part
 * of what is measured. `n8n execute` prints the whole run, which for 10,000 items takes longer and more memory than some
 * of the runs measured. Where it is about to, this notes how high the memory of the process has been so far, and lets a
 * summary be printed instead.
 */
const stringify = JSON.stringify;

/** Processor time of the process, now and then: [instant, milliseconds so far]. */
const samples = [[Date.now(), processorMs()]];
setInterval(() => samples.push([Date.now(), processorMs()]), 20).unref();

function processorMs() {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
}

/**
 * @param {number} instant
 * @returns {number} the processor time until then, between two samples by their distance
 */
function processorUntil(instant) {
	const next = samples.findIndex(([at = 0]) => at > instant);
	const [at = 0, ms = 0] = samples[next] ?? samples.at(-1) ?? [];
	const [before = at, msBefore = ms] = samples[next - 1] ?? [];
	if (next < 1 || at === before) return ms;
	return msBefore + ((ms - msBefore) * (instant - before)) / (at - before);
}

/** @param {import('n8n-workflow').ITaskData | undefined} run of a node */
function processorOf(run) {
	if (run === undefined) return undefined;
	return processorUntil(run.startTime + run.executionTime) - processorUntil(run.startTime);
}

/**
 * @this {unknown}
 * @param {Partial<import('n8n-workflow').IRun>} value whatever n8n prints; a run where it has its data
 * @param {unknown[]} rest
 * @returns {string}
 */
function probed(value, ...rest) {
	const { runData, error } = value?.data?.resultData ?? {};
	if (runData === undefined || rest[1] !== 2) {
		return Reflect.apply(stringify, this, [value, ...rest]);
	}
	samples.push([Date.now(), processorMs()]);
	const summary = {
		// In kilobytes on every system Node runs on.
		peakBytes: process.resourceUsage().maxRSS * 1024,
		wallMs: Number(new Date(value.stoppedAt ?? NaN)) - Number(new Date(value.startedAt ?? NaN)),
		error: error && { message: error.message, description: error.description },
		nodes: Object.fromEntries(
			Object.entries(runData).map(([name, [run]]) => [
				name,
				{
					ms: run?.executionTime,
					cpuMs: processorOf(run),
					items: run?.data?.main?.[0]?.length ?? 0,
				},
			]),
		),
	};
	return stringify(summary, undefined, 2);
}

Object.assign(JSON, { stringify: probed });
