/*
 * Writes the hash of a password into n8n's database, with n8n's own packages, run by the Node that n8n runs on.
 * Reads N8N_FOLDER (where n8n is installed), DATABASE, EMAIL and PASSWORD from its environment.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

interface Database {
	run(
		sql: string,
		values: string[],
		done: (this: { changes: number }, failed: Failure) => void,
	): void;
	close(done: (failed: Failure) => void): void;
}
interface Sqlite {
	OPEN_READWRITE: number;
	Database: new (file: string, mode: number, done: (failed: Failure) => void) => Database;
}
type Failure = Error | null;

const { N8N_FOLDER = '', DATABASE = '', EMAIL = '', PASSWORD = '' } = process.env;
const requireOfN8n = createRequire(path.join(N8N_FOLDER, 'package.json'));
const bcrypt: { hashSync(text: string, rounds: number): string } = requireOfN8n('bcryptjs');
const sqlite3: Sqlite = requireOfN8n('sqlite3');

const ROUNDS = 10;

const database = new sqlite3.Database(DATABASE, sqlite3.OPEN_READWRITE, (failed) => {
	if (failed) return end(failed.message);
	const values = [bcrypt.hashSync(PASSWORD, ROUNDS), EMAIL];
	database.run('UPDATE user SET password = ? WHERE email = ?', values, function (problem) {
		if (problem) return end(problem.message);
		if (this.changes !== 1) return end(`${this.changes} users have the address ${EMAIL}`);
		database.close((unclosed) => unclosed && end(unclosed.message));
	});
});

function end(reason: string): void {
	process.stderr.write(`${reason}\n`);
	process.exitCode = 1;
}
