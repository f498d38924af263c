'use strict';

/*
 * Writes the hash of a password into n8n's database, with n8n's own packages.
 * Reads N8N_FOLDER (where n8n is installed), DATABASE, EMAIL and PASSWORD from its environment.
 */
const { createRequire } = require('node:module');
const path = require('node:path');

const { N8N_FOLDER, DATABASE, EMAIL, PASSWORD } = process.env;
const requireOfN8n = createRequire(path.join(N8N_FOLDER, 'package.json'));
const bcrypt = requireOfN8n('bcryptjs');
const sqlite3 = requireOfN8n('sqlite3');

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

function end(reason) {
	process.stderr.write(`${reason}\n`);
	process.exitCode = 1;
}
