import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import YAML from 'yaml';

/** A part of a contract. */
export interface Part {
	[name: string]: Part;
}

const NAME = 'CASH_IN_CONTRACT';
const ours = path.join(__dirname, '../../contract/cash-in.openapi.yaml');

/** Contracts that simulators of this process serve instead of ours. */
export class ServedContracts {
	private readonly before = process.env[NAME];
	private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cash-in-contract-'));

	/** @param file of the contract that every simulator started from now on serves */
	serve(file: string): void {
		if (!fs.existsSync(file)) throw new Error(`There is no ${file}.`);
		process.env[NAME] = file;
	}

	/** Serves our contract, but for what is changed in it. */
	serveChanged(name: string, change: (schemas: Part, paths: Part) => void): void {
		const document = YAML.parse(fs.readFileSync(this.before ?? ours, 'utf8')) as Part;
		change(document.components?.schemas ?? {}, document.paths ?? {});
		const file = path.join(this.folder, `${name}.yaml`);
		fs.writeFileSync(file, YAML.stringify(document, { aliasDuplicateObjects: false }));
		this.serve(file);
	}

	/** Ours again. */
	end(): void {
		if (this.before === undefined) delete process.env[NAME];
		else process.env[NAME] = this.before;
		fs.rmSync(this.folder, { recursive: true, force: true });
	}
}
