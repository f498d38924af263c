'use strict';

/**
 * The median of each figure above that of the empty run, and for memory nothing where it is below; requests and the bare client, which has no n8n, as they are.
 * @param {Record<string, import('./run').Figures[]>} runs by contender, with `empty`
 * @param {Array<{ id: string, client?: object }>} contenders
 * @returns {Record<string, import('./run').Figures & { spread: [number, number] }>}
 */
function aboveEmpty(runs, contenders) {
	const nothing = { wallMs: 0, peakBytes: 0 };
	const empty = {
		wallMs: median(runs.empty, 'wallMs'),
		peakBytes: median(runs.empty, 'peakBytes'),
	};
	return Object.fromEntries(
		contenders.map(({ id, client }) => {
			const base = client === undefined ? empty : nothing;
			const walls = runs[id].map(({ wallMs }) => wallMs - base.wallMs);
			const figures = {
				wallMs: median(runs[id], 'wallMs') - base.wallMs,
				peakBytes: Math.max(0, median(runs[id], 'peakBytes') - base.peakBytes),
				requests: median(runs[id], 'requests'),
				atOnce: median(runs[id], 'atOnce'),
				items: median(runs[id], 'items'),
				spread: [Math.min(...walls), Math.max(...walls)],
			};
			return [id, figures];
		}),
	);
}

/** By how much a figure of the empty run differed from run to run. */
function emptySpread({ empty }, figure) {
	const values = empty.map((run) => run[figure]);
	return Math.max(...values) - Math.min(...values);
}

/**
 * What became of the goals.
 * @param {Array<[bound: string, goal: number, of: [string, string], to: [string, string]]>} goals
 * @param {Record<string, Record<string, number>>} figures
 */
function judge(goals, figures) {
	return goals.map(([bound, goal, of, to]) => {
		const ratio = figures[of[0]][of[1]] / figures[to[0]][to[1]];
		const met = bound === 'at most' ? ratio <= goal : ratio >= goal;
		return { bound, goal, of, to, ratio, met };
	});
}

function median(runs, figure) {
	const values = runs.map((run) => run[figure]).sort((a, b) => a - b);
	const middle = values.length >> 1;
	return values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

module.exports = { aboveEmpty, emptySpread, judge };
