// @ts-check
'use strict';

/*
 * Loaded into n8n (node --require) by the benchmark, which is why it is JavaScript: what reads TypeScript would be part
 * of what is measured. `n8n execute` prints the whole run, which for 10,000 items takes longer and more memory than some
 * of the runs measured. Where it is about to, this notes how high the memory of the process has been so far, and lets a
 * summary be printed instead.
 */
const stringify = JSON.stringify;

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
	const summary = {
		// In kilobytes on every system Node runs on.
		peakBytes: process.resourceUsage().maxRSS * 1024,
		wallMs: Number(new Date(value.stoppedAt ?? NaN)) - Number(new Date(value.startedAt ?? NaN)),
		error: error && { message: error.message, description: error.description },
		nodes: Object.fromEntries(
			Object.entries(runData).map(([name, [run]]) => [
				name,
				{ ms: run?.executionTime, items: run?.data?.main?.[0]?.length ?? 0 },
			]),
		),
	};
	return stringify(summary, undefined, 2);
}

Object.assign(JSON, { stringify: probed });
