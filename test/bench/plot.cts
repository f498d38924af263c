import type { Measured } from './statistics.cts';

const WIDTH = 760;
const LABEL = 250;
const BAR = 330;
const ROW = 26;
const HEAD = 62;

/** Colours for a light page, and for a dark one where the reader's system says so. */
const STYLE = `
	.page { fill: #ffffff; stroke: #d0d7de; }
	text { font: 13px system-ui, sans-serif; fill: #1f2328; }
	.title { font-weight: 600; font-size: 15px; }
	.note { fill: #59636e; }
	.ours { fill: #0969da; }
	.other { fill: #8c959f; }
	.floor { fill: #c9d1d9; }
	@media (prefers-color-scheme: dark) {
		.page { fill: #0d1117; stroke: #30363d; }
		text { fill: #f0f6fc; }
		.note { fill: #9198a1; }
		.ours { fill: #4493f8; }
		.other { fill: #6e7681; }
		.floor { fill: #3d444d; }
	}`;

type Drawn = 'wallMs' | 'peakBytes';

/** The two figures that are drawn, and how one is written. */
const PANELS: Array<[figure: Drawn, word: string, written: (value: number) => string]> = [
	['wallMs', 'time', (value) => `${(value / 1000).toFixed(2)} s`],
	['peakBytes', 'memory', (value) => `${Math.round(value / 1e6)} MB`],
];

/** Time and memory of every contender. */
export function plot(parts: Array<{ title: string; measured: Measured[] }>): string {
	const panels = parts.flatMap(({ title, measured }) =>
		PANELS.map(([figure, word, written]) => ({
			title: `${title}: ${word}, above an empty run`,
			bars: measured.map(({ title: name, n8n, figures }): Bar => {
				const kind = n8n === undefined ? 'floor' : name.startsWith('Cash-In') ? 'ours' : 'other';
				return { name, kind, value: figures[figure], text: written(figures[figure]) };
			}),
		})),
	);
	return plotBars(panels, 'Time and memory of each contender');
}

export interface Bar {
	name: string;
	value: number;
	/** The value as it is written. */
	text: string;
	kind: 'ours' | 'other' | 'floor';
}

/**
 * Bars, each panel on a scale of its own that begins at nothing.
 * @param what they show, in a few words
 * @returns an SVG that is legible on a light and on a dark page
 */
export function plotBars(parts: Array<{ title: string; bars: Bar[] }>, what: string): string {
	let top = 0;
	const panels = parts.map(({ title, bars }) => {
		const panel = panelAt(top, title, bars);
		top += HEAD + bars.length * ROW;
		return panel;
	});
	const height = top + 20;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${what}; the tables below have the same figures">
<style>${STYLE}
</style>
<rect class="page" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="6"/>
${panels.join('\n')}
</svg>
`;
}

function panelAt(top: number, title: string, bars: Bar[]): string {
	const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
	const rows = bars.map(({ name, kind, value, text }, index) => {
		const y = top + HEAD - 12 + index * ROW;
		const width = Math.max(1, (Math.max(0, value) / most) * BAR);
		return `<text x="${LABEL}" y="${y + 13}" text-anchor="end">${name}</text><rect class="${kind}" x="${LABEL + 10}" y="${y}" width="${width.toFixed(1)}" height="18" rx="2"/><text class="note" x="${(LABEL + 18 + width).toFixed(1)}" y="${y + 13}">${text}</text>`;
	});
	return `<text class="title" x="20" y="${top + 36}">${title}</text>\n${rows.join('\n')}`;
}
