import crypto from 'node:crypto';
import path from 'node:path';

import { run } from '../bootstrap/processes';
import type { Runtime } from './runtime.cts';

/** Run by n8n's own Node, which reads TypeScript. */
const SCRIPT = path.join(__dirname, 'set-password.mts');
/** Without what is easily misread. */
const CHARACTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 20;

export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/** Makes a login for one n8n, with a password of its own: other users of this machine reach its editor too. */
export function newOwner(): Owner {
	const password = Array.from(
		{ length: LENGTH },
		() => CHARACTERS[crypto.randomInt(CHARACTERS.length)],
	).join('');
	// n8n asks for a capital letter and a digit where an owner is set up.
	return {
		email: 'demo@example.com',
		password: `A${password}7`,
		firstName: 'Demo',
		lastName: 'User',
	};
}

/** Gives the owner in a copy of the template a password, before n8n is started with it. */
export async function setPassword(
	runtime: Runtime,
	userFolder: string,
	{ email, password }: Owner,
	signal?: AbortSignal,
): Promise<void> {
	const { code, output } = await run(runtime.node, [SCRIPT], {
		// Not as arguments, which every user of this machine can list.
		env: {
			PATH: process.env.PATH,
			N8N_FOLDER: runtime.dir,
			DATABASE: path.join(userFolder, '.n8n', 'database.sqlite'),
			EMAIL: email,
			PASSWORD: password,
		},
		deadlineMs: 60_000,
		signal,
	});
	if (code !== 0) throw new Error(`The owner of n8n got no password: ${output.trim()}`);
}
