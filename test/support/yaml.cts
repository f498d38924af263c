import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type * as Yaml from 'yaml';

/** What the documents come to, by their text, as JSON. */
const FOLDER = path.join(__dirname, '..', '..', 'node_modules', '.cache', 'cash-in-yaml');
const LONG = 100_000;

type Reviver = (key: unknown, value: unknown) => unknown;

/** By its place: its name leads here. */
const real = (): typeof Yaml => require('../../node_modules/yaml');

/** A long document is parsed once for all test files, each of which begins with no module loaded. */
function parse(text: string, reviver?: Reviver): unknown {
	if (text.length < LONG) return reviver ? real().parse(text, reviver) : real().parse(text);
	const name = createHash('sha256').update(text).digest('hex');
	const file = path.join(FOLDER, `${name}.json`);
	if (!fs.existsSync(file)) {
		const own = `${file}.${process.pid}`;
		fs.mkdirSync(FOLDER, { recursive: true });
		fs.writeFileSync(own, JSON.stringify(real().parse(text)));
		fs.renameSync(own, file);
	}
	return JSON.parse(fs.readFileSync(file, 'utf8'), reviver);
}

/** In place of `yaml` in jest; the rest of it is loaded when it is asked for. */
const yaml = new Proxy(
	{ parse },
	{
		get: (own, name) =>
			name === 'parse' || name === '__esModule'
				? Reflect.get(own, name)
				: Reflect.get(real(), name),
	},
);

export = yaml;
