import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Whose addresses are links into this repository: told here, so that a clone without a remote is checked as well.
const root = new URL('.', import.meta.url);
const { repository } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

export default {
	plugins: [['remark-validate-links', { repository: repository.url, root: fileURLToPath(root) }]],
};
