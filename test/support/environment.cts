import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

// n8n-core writes <user folder>/.n8n/config when a context is built: keep it out of the developer's home,
// one folder a worker so that two workers never write the same file.
const worker = process.env.JEST_WORKER_ID ?? '1';
const folder = join(__dirname, '..', '..', 'node_modules', '.cache', `cash-in-test-${worker}`);
mkdirSync(folder, { recursive: true });
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_ENCRYPTION_KEY = 'a-key-for-tests-only';
process.env.N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS = 'false';
process.env.N8N_LOG_LEVEL = 'silent';
