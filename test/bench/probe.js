'use strict';

/*
 * Loaded into n8n (node --require) by the benchmark. `n8n execute` prints the whole run, which for 10,000 items takes
 * longer and more memory than some of the runs measured. Where it is about to, this notes how high the memory of the
 * process has been so far, and lets a summary be printed instead.
 */
const stringify = JSON.stringify;

JSON.stringify = function probed(value, ...rest) {
	const runData = value?.data?.resultData?.runData;
	if (runData === undefined || rest[1] !== 2) return stringify.call(this, value, ...rest);
	const { error } = value.data.resultData;
	const summary = {
		// In kilobytes on every system Node runs on.
		peakBytes: process.resourceUsage().maxRSS * 1024,
		wallMs: new Date(value.stoppedAt) - new Date(value.startedAt),
		error: error && { message: error.message, description: error.description },
		nodes: Object.fromEntries(
			Object.entries(runData).map(([name, [run]]) => [
				name,
				{ ms: run.executionTime, items: run.data?.main?.[0]?.length ?? 0 },
			]),
		),
	};
	return stringify(summary, undefined, 2);
};
