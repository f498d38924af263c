import fs from 'node:fs';
import path from 'node:path';

import { Refusal, type Json } from './json.cts';
import { mergePages } from './markdown.cts';
import { isOpenApi, parse } from './parse.cts';

const MOST_BYTES = 20 * 1024 * 1024;
const MOST_FILES = 2_000;
const MOST_SECONDS = 30;

/** The vendor's document, as it was given and as one OpenAPI document. */
export interface VendorDocument {
	/** To be kept unchanged; names are relative. */
	files: Array<{ name: string; bytes: Buffer }>;
	/** OpenAPI or Swagger of any version, as it was read. */
	document: Json;
}

/**
 * Reads an OpenAPI document, a Markdown page with one in it, or a folder of such pages.
 * @param source a file, a folder, or an http(s) address, which is asked once
 */
export async function readVendor(source: string): Promise<VendorDocument> {
	if (/^https?:\/\//i.test(source)) {
		const bytes = await download(source);
		const name = path.basename(new URL(source).pathname) || 'openapi';
		return fromFiles([{ name: safeName(name), bytes }], source);
	}
	if (!fs.existsSync(source)) throw new Refusal(`There is no file or folder ${source}.`);
	if (!fs.statSync(source).isDirectory()) {
		return fromFiles([{ name: path.basename(source), bytes: readLimited(source) }], source);
	}
	const names = fs
		.readdirSync(source, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(md|markdown|mdx|ya?ml|json)$/i.test(name))
		.filter((name) => fs.statSync(path.join(source, name)).isFile())
		.map((name) => name.split(path.sep).join('/'))
		.sort();
	if (names.length > MOST_FILES) {
		throw new Refusal(`${source} has ${names.length} files; ${MOST_FILES} are read at most.`);
	}
	const files = names.map((name) => ({ name, bytes: readLimited(path.join(source, name)) }));
	return fromFiles(files, source);
}

function fromFiles(files: VendorDocument['files'], source: string): VendorDocument {
	const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
	if (size > MOST_BYTES) throw tooLarge(source);
	const pages = files.map(({ name, bytes }) => ({ name, text: decode(bytes, name) }));
	const [only] = pages;
	if (pages.length === 1 && only !== undefined && !isPage(only.text)) {
		return { files, document: parseDocument(only.text, only.name) };
	}
	const documents = pages.filter(({ text }) => !isPage(text));
	if (documents.length === 0) return { files, document: mergePages(pages) };
	const whole = documents
		.map(({ name, text }) => ({ name, document: tryParse(text) }))
		.filter(({ document }) => isOpenApi(document));
	const [single] = whole;
	if (whole.length === 0) {
		return { files, document: mergePages(pages.filter(({ text }) => isPage(text))) };
	}
	if (whole.length > 1 || single === undefined || documents.length < pages.length) {
		throw new Refusal(
			`${source} holds ${whole.map(({ name }) => name).join(', ')} beside other pages. Name one document, or a folder of Markdown pages only.`,
		);
	}
	return { files, document: single.document as Json };
}

/** UTF-8, or UTF-16 that says so by its first two bytes. @throws Refusal for any other encoding */
function decode(bytes: Buffer, name: string): string {
	const mark = bytes.subarray(0, 2).toString('hex');
	const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		throw new Refusal(
			`${name} is not written in UTF-8. Save it as UTF-8 and run the command again.`,
		);
	}
}

/** Markdown has headings and fences; a document begins with a name or a brace. */
function isPage(text: string): boolean {
	return /^\s{0,3}(```|~~~)/m.test(text) && !/^\s*\{/.test(text) && !isOpenApi(tryParse(text));
}

/** @throws Refusal for what is no OpenAPI document */
function parseDocument(text: string, name: string): Json {
	if (/^\s*<(!doctype|html)/i.test(text)) {
		throw new Refusal(`${name} is a web page. Give the address of the OpenAPI document itself.`);
	}
	const document = parse(text, name);
	if (isOpenApi(document)) return document;
	throw new Refusal(
		`${name} is no OpenAPI document: it begins with neither "openapi: 3..." nor "swagger: 2.0".`,
	);
}

function tryParse(text: string): unknown {
	try {
		return parse(text, '');
	} catch {
		return undefined;
	}
}

function readLimited(file: string): Buffer {
	if (fs.statSync(file).size > MOST_BYTES) throw tooLarge(file);
	return fs.readFileSync(file);
}

const tooLarge = (source: string) =>
	new Refusal(`${source} is larger than ${MOST_BYTES / 1024 / 1024} MB, which is no API document.`);

async function download(address: string): Promise<Buffer> {
	try {
		const signal = AbortSignal.timeout(MOST_SECONDS * 1000);
		const answer = await fetch(address, {
			signal,
			headers: { accept: 'application/json, application/yaml, text/yaml, text/markdown, */*' },
		});
		if (!answer.ok) throw new Refusal(`${address} answered ${answer.status}.`);
		const parts: Buffer[] = [];
		let size = 0;
		for await (const part of answer.body ?? []) {
			const bytes = Buffer.from(part as Uint8Array);
			size += bytes.length;
			if (size > MOST_BYTES) throw tooLarge(address);
			parts.push(bytes);
		}
		return Buffer.concat(parts);
	} catch (error) {
		if (error instanceof Refusal) throw error;
		const reason =
			error instanceof Error && error.name === 'TimeoutError'
				? `gave no whole document within ${MOST_SECONDS} seconds`
				: `could not be read (${error instanceof Error ? error.message : String(error)})`;
		throw new Refusal(`${address} ${reason}.`);
	}
}

const safeName = (name: string) =>
	name.replace(/[^A-Za-z0-9._-]/g, '-').replace(/^\.+/, '') || 'openapi';
