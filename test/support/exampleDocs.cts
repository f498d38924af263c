import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const PAGES = 'docs/use-cases';

/** Where the page of an example is read on the web: in the repository that package.json names. */
export function pageAddress(example: string): string {
	const { repository } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
	const url = String(repository.url)
		.replace(/^git\+/, '')
		.replace(/\.git$/, '');
	return `${url}/blob/main/${PAGES}/${example}.md`;
}

/** The text of an example's page. */
export const pageOf = (example: string): string =>
	fs.readFileSync(path.join(ROOT, PAGES, `${example}.md`), 'utf8');
