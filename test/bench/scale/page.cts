import fs from 'node:fs';
import path from 'node:path';

import { readFigures } from './figures.cts';
import { pageWith } from './report.cts';

const DOCS = path.join(__dirname, '..', '..', '..', 'docs');

/** docs/scaling.md as it is, and as its figures would have it. */
export function pageFile(): { text: string; fresh: string } {
	const text = fs.readFileSync(path.join(DOCS, 'scaling.md'), 'utf8');
	return { text, fresh: pageWith(text, readFigures(path.join(DOCS, 'scaling.json'))) };
}
