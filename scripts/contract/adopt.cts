import fs from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import YAML from 'yaml';

import { build } from './adopt/build.cts';
import { applyInPlace } from './adopt/inPlace.cts';
import { isObject, isSame, Refusal, type Json } from './adopt/json.cts';
import {
	applyOverlay,
	emptyOverlay,
	makeOverlay,
	type Action,
	type Overlay,
} from './adopt/overlay.cts';
import { answerLine, readPairs, writePairs, type Question } from './adopt/pairs.cts';
import { acceptBest } from './adopt/plan.cts';
import { readVendor, type VendorDocument } from './adopt/read.cts';
import { makeReport, oldNames, reportText } from './adopt/report.cts';
import { refusals } from './adopt/safety.cts';
import { readApi } from './adopt/vendor.cts';
import { generate, writeWithPages } from './generate.cts';
import { contractFile, readContract, readingFile, root, type Contract } from './source.cts';

const FILES = {
	overlay: 'contract/overlay.yaml',
	pairs: 'contract/pairs.yaml',
	vendor: 'contract/vendor',
	document: 'contract/vendor/document',
	read: 'contract/vendor/read.openapi.yaml',
	json: 'contract/vendor/report.json',
	report: 'docs/adoption-report.md',
};

const USAGE = `npm run adopt -- FILE|FOLDER|URL [--accept] [--dry-run]
  FILE|FOLDER|URL  the vendor's OpenAPI document, or a folder of Markdown pages with one in each
  --accept         take the best candidate of every pair that is not sure
  --dry-run        tell what would change, write nothing
Without a document: apply ${FILES.overlay} to the document that was adopted, or to
${contractFile} itself as long as there is none.`;

const CONTRACT_HEADER = `# The contract everything else in this repository follows. Made by \`npm run adopt\` out of the vendor's
# document (contract/vendor) and contract/overlay.yaml: change the overlay, then run \`npm run adopt\`.

`;
const READ_HEADER = `# The vendor's document as it was read: OpenAPI 3.1, with our names of operations and schemas. Made by
# \`npm run adopt\`; the document itself is in contract/vendor/document.

`;

const at = (file: string) => path.join(root, file);
const onDisk = (file: string) =>
	fs.existsSync(at(file)) ? fs.readFileSync(at(file), 'utf8') : undefined;

/** Code 0: done; 1: refused, with the reasons; 2: there are questions, with the lines that answer them. */
export async function adopt(args: string[]): Promise<number> {
	const known = ['--accept', '--dry-run'];
	const sources = args.filter((arg) => !arg.startsWith('--'));
	const wrong = args.find((arg) => arg.startsWith('--') && !known.includes(arg));
	if (wrong !== undefined || sources.length > 1) throw new Refusal(USAGE);
	const [source] = sources;
	const dry = args.includes('--dry-run');
	if (source === undefined) return await reapply(dry);

	const written = readContract();
	const adopted = adoptedBefore(written);
	const before = adopted ? written : (await layOver(readOverlay())).contract;
	const document = await readVendor(
		path.isAbsolute(source) || /^https?:/i.test(source) ? source : path.resolve(source),
	);
	const api = readApi(document.document, before.servers[0]?.url ?? '');
	const pairs = readPairs(onDisk(FILES.pairs) ?? '');
	const accepted = acceptBest(before, api, pairs);
	const built = build(before, api, accepted.plan);
	const contract = adopted ? inOrderOf(before, built.contract) : built.contract;
	const named = inOrderOf(contract, built.named);
	const reasons = refusals(before, contract, accepted.plan, pairs);
	const answers = accepted.questions.map((question) => ({
		question,
		value: accepted.pairs.get(question.key) ?? null,
	}));
	if (reasons.length > 0) {
		console.error(refusedText(reasons));
		if (answers.length > 0) console.error(`\n${questionsText(accepted.questions)}`);
		return 1;
	}
	const report = makeReport(before, contract, api, accepted.plan, answers, built.notes);
	report.docs = oldNames(report, pages());
	if (answers.length > 0 && !args.includes('--accept')) {
		if (dry) console.log(`${reportText(report)}\n`);
		console.error(questionsText(accepted.questions));
		return 2;
	}
	if (answers.length > 0) {
		console.log('Taken as the best candidate:');
		for (const { question } of answers) console.log(`  ${answerLine(question)}`);
	}
	const overlay = makeOverlay(named, contract);
	if (!isSame(applyOverlay(overlay, named), JSON.parse(JSON.stringify(contract)))) {
		throw new Error('The overlay does not give the contract');
	}
	const made = await generate(contract);
	if (dry) {
		console.log(reportText(report));
		return 0;
	}
	const reading: Array<[string, string]> =
		onDisk(readingFile) === undefined ? [[readingFile, onDisk(contractFile) ?? '']] : [];
	const changed = await writeAll(
		[
			...reading,
			[contractFile, await format(CONTRACT_HEADER + yaml(contract), contractFile)],
			[FILES.overlay, await format(yaml(overlay), FILES.overlay)],
			[FILES.read, await format(READ_HEADER + yaml(named), FILES.read)],
			[FILES.pairs, writePairs(accepted.pairs)],
		],
		document,
	);
	if (adopted && !changed.includes(contractFile)) {
		console.log(
			changed.length === 0 ? 'Adopted before: nothing changes.' : `Written: ${changed.join(', ')}`,
		);
		return 0;
	}
	fs.mkdirSync(at('docs'), { recursive: true });
	fs.writeFileSync(at(FILES.report), await format(reportText(report), FILES.report));
	fs.writeFileSync(at(FILES.json), `${JSON.stringify(report, undefined, '\t')}\n`);
	const generated = await writeWithPages(made);
	console.log(reportText(report).split('\n').slice(2, 3).join(''));
	const files = [...changed, FILES.report, FILES.json].join(', ');
	console.log(`Written: ${files}, and ${generated.length} files that are made from the contract`);
	return 0;
}

/** The contract out of what is kept: after a change of the overlay. */
async function reapply(dry: boolean): Promise<number> {
	const { contract, text } = await layOver(readOverlay());
	const generated = await generate(contract);
	if (text === onDisk(contractFile)) console.log('The contract is what document and overlay give.');
	else if (dry) console.log(`${contractFile} would change.`);
	else {
		fs.writeFileSync(at(contractFile), text);
		console.log(`Written: ${[contractFile, ...(await writeWithPages(generated))].join(', ')}`);
	}
	return 0;
}

const readOverlay = () => (YAML.parse(onDisk(FILES.overlay) ?? '') ?? emptyOverlay([])) as Overlay;

/** The contract with an overlay laid over what it is made of: the vendor's document, or itself as long as there is none. */
async function layOver(overlay: Overlay): Promise<{ contract: Contract; text: string }> {
	const read = onDisk(FILES.read);
	if (read === undefined) {
		const text = await format(applyInPlace(overlay, onDisk(contractFile) ?? ''), contractFile);
		return { contract: YAML.parse(text) as Contract, text };
	}
	const made = applyOverlay(overlay, YAML.parse(read) as Json) as unknown as Contract;
	const contract = inOrderOf(readContract(), made);
	return { contract, text: await format(CONTRACT_HEADER + yaml(contract), contractFile) };
}

/**
 * Adds to the overlay what was seen of the real API, and applies it.
 * @returns the files that are other than they were
 * @throws Refusal where a part that is documented would become anything else; nothing is written then
 */
export async function amend(actions: readonly Action[]): Promise<string[]> {
	const before = readContract();
	const adopted = adoptedBefore(before);
	const overlay = withActions(readOverlay(), actions);
	const { contract, text } = await layOver(overlay);
	const lost = documentedIn(before).find((place) => evidenceAt(contract, place) !== 'documented');
	if (lost !== undefined) {
		throw new Refusal(`${lost.join(' > ')} is documented, and stays so. Nothing was written.`);
	}
	const generated = await generate(contract);
	// The overlay of an adopted document is written as an adoption would write it, which then changes nothing.
	const kept = adopted
		? makeOverlay(inOrderOf(contract, YAML.parse(onDisk(FILES.read) ?? '') as Json), contract)
		: { ...overlay, extends: path.basename(contractFile) };
	const written = [
		[contractFile, text],
		[FILES.overlay, await format(overlayHead() + yaml(kept), FILES.overlay)],
	].filter(([file = '', now]) => onDisk(file) !== now);
	for (const [file = '', now = ''] of written) fs.writeFileSync(at(file), now);
	return [...written.map(([file = '']) => file), ...(await writeWithPages(generated))];
}

/** Comments at the head of the overlay. */
const overlayHead = () => /^(?:#.*\n|\n)*/.exec(onDisk(FILES.overlay) ?? '')?.[0] ?? '';

/** One action for each place: what is seen again is not added again. */
function withActions(overlay: Overlay, added: readonly Action[]): Overlay {
	const actions = [...overlay.actions];
	for (const action of added) {
		const same = actions.findIndex(
			({ target, update }) => target === action.target && isObject(update),
		);
		const known = actions[same];
		if (known === undefined) actions.push(action);
		else {
			actions[same] = { ...known, update: { ...Object(known.update), ...Object(action.update) } };
		}
	}
	return { ...overlay, actions };
}

/** Where the evidence is `documented`. */
function documentedIn(node: unknown, keys: string[] = []): string[][] {
	if (typeof node !== 'object' || node === null) return [];
	const own = (node as Json)['x-evidence'] === 'documented' ? [keys] : [];
	return [
		...own,
		...Object.entries(node).flatMap(([name, inner]) => documentedIn(inner, [...keys, name])),
	];
}

const evidenceAt = (contract: Contract, place: string[]) =>
	Object(place.reduce<unknown>((node, key) => Object(node)[key] as unknown, contract))[
		'x-evidence'
	] as unknown;

/** Whether there is an adopted document. @throws Refusal where the contract is not what it gives with the overlay */
function adoptedBefore(contract: Contract): boolean {
	const text = onDisk(FILES.read);
	if (text === undefined) return false;
	if (!isSame(applyOverlay(readOverlay(), YAML.parse(text) as Json), contract)) {
		throw new Refusal(
			`${contractFile} is not what contract/vendor and ${FILES.overlay} give. After a change of the overlay run \`npm run adopt\` without a document; a change of the contract itself belongs into the overlay.`,
		);
	}
	return true;
}

/** Members in the order of another object where it has them; the rest after them. */
function inOrderOf<T>(model: unknown, value: T): T {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) {
		return value.map((entry, at) =>
			inOrderOf(Array.isArray(model) ? model[at] : undefined, entry),
		) as T;
	}
	const order = Object.keys(Object(model) as object);
	const own = value as Json;
	const names = [
		...order.filter((name) => Object.hasOwn(own, name)),
		...Object.keys(own).filter((name) => !order.includes(name)),
	];
	return Object.fromEntries(
		names.map((name) => [name, inOrderOf((Object(model) as Json)[name], own[name])]),
	) as T;
}

/** The reasons, and together the lines that leave all of these operations as they were. */
function refusedText(reasons: readonly string[]): string {
	const lines = reasons.flatMap((reason) => /"(operation \w+: null)"/.exec(reason)?.[1] ?? []);
	const listed = [...new Set(lines)];
	return [
		'Not adopted, nothing was written:',
		...reasons.map((reason) => `- ${reason}`),
		...(listed.length > 1
			? ['', `All of these as they were, in ${FILES.pairs}:`, '', ...listed]
			: []),
	].join('\n');
}

function questionsText(questions: readonly Question[]): string {
	const lines = questions.map(answerLine);
	return [
		`Not sure of ${questions.length} pair${questions.length === 1 ? '' : 's'}. Paste these lines into ${FILES.pairs}, corrected where they are wrong (null: it has none), and run the command again; or run it with --accept.`,
		'',
		...lines,
	].join('\n');
}

const yaml = (value: unknown) =>
	YAML.stringify(JSON.parse(JSON.stringify(value)), {
		aliasDuplicateObjects: false,
		lineWidth: 100,
	});

async function format(text: string, file: string): Promise<string> {
	const options = await prettier.resolveConfig(at(file));
	return await prettier.format(text, { ...options, filepath: at(file) });
}

/** @returns the files that are other than they were */
async function writeAll(
	texts: Array<[file: string, text: string]>,
	{ files }: VendorDocument,
): Promise<string[]> {
	const changed: string[] = [];
	const kept = files.map(({ name, bytes }) => ({
		file: path.posix.join(FILES.document, name),
		bytes,
	}));
	const stale = listFiles(FILES.document).filter((file) => !kept.some((one) => one.file === file));
	for (const file of stale) {
		fs.rmSync(at(file));
		changed.push(file);
	}
	const all = [...kept, ...texts.map(([file, text]) => ({ file, bytes: Buffer.from(text) }))];
	for (const { file, bytes } of all) {
		if (fs.existsSync(at(file)) && fs.readFileSync(at(file)).equals(bytes)) continue;
		fs.mkdirSync(path.dirname(at(file)), { recursive: true });
		fs.writeFileSync(at(file), bytes);
		changed.push(file);
	}
	return changed;
}

/** Pages written by hand: what is generated follows the contract by itself. */
function pages(): Map<string, string> {
	const generated = [
		FILES.report,
		'docs/operations.md',
		'docs/options.md',
		'docs/events.md',
		'docs/adoption.md',
	];
	const files = ['README.md', ...listFiles('docs')].filter((file) => file.endsWith('.md'));
	return new Map(
		files.filter((file) => !generated.includes(file)).map((file) => [file, onDisk(file) ?? '']),
	);
}

function listFiles(folder: string): string[] {
	if (!fs.existsSync(at(folder))) return [];
	return fs
		.readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => fs.statSync(path.join(at(folder), name)).isFile())
		.map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
}

export async function main(args = process.argv.slice(2)): Promise<void> {
	try {
		process.exitCode = await adopt(args);
	} catch (error) {
		// Only a document that nests without end takes that much.
		const tooDeep = error instanceof RangeError && /call stack/.test(error.message);
		if (!(error instanceof Refusal) && !tooDeep) throw error;
		console.error(
			tooDeep ? 'The document is nested too deeply to be read: no API is.' : error.message,
		);
		process.exitCode = 1;
	}
}

if (require.main === module) void main();
