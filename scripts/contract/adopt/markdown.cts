import { isObject, isSame, listOf, objectOf, Refusal, textOf, type Json } from './json.cts';
import { isOpenApi, parse } from './parse.cts';

interface Page {
	name: string;
	text: string;
}

/**
 * One document out of the pages of an Apidog portal: each page is Markdown with a block of OpenAPI in YAML, which
 * holds one operation and the schemas that it needs. Pages without such a block say nothing of the API.
 * @throws Refusal where two pages contradict one another
 */
export function mergePages(pages: readonly Page[]): Json {
	const merged: Json = { paths: {}, components: {} };
	const seen = new Map<string, { page: string; value: unknown }>();
	let found = 0;
	for (const page of pages) {
		for (const block of blocksOf(page)) {
			found += 1;
			mergeInto(merged, block, page, seen);
		}
	}
	if (found === 0) throw new Refusal('No page holds a block of OpenAPI in YAML or JSON.');
	return merged;
}

/** The OpenAPI documents in the fences of a page. */
function blocksOf({ name, text }: Page): Json[] {
	const lines = text
		.replace(/^\uFEFF/, '')
		.replace(/\r\n?/g, '\n')
		.split('\n');
	const blocks: Json[] = [];
	for (let at = 0; at < lines.length; at += 1) {
		const [, indent = '', fence] = /^(\s{0,3})(`{3,}|~{3,})/.exec(lines[at] ?? '') ?? [];
		if (fence === undefined) continue;
		const end = lines.findIndex(
			(line, index) =>
				index > at &&
				/^\s{0,3}\S/.test(line) &&
				line.trim().startsWith(fence) &&
				/^[`~\s]+$/.test(line),
		);
		const body = lines.slice(at + 1, end < 0 ? undefined : end);
		const inner = body.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
		at += body.length + 1;
		const block = inner.join('\n');
		if (!/^\s*"?(openapi|swagger)"?\s*:/m.test(block)) continue;
		const document = parse(block, `The block in ${name}`);
		if (isOpenApi(document)) blocks.push(titled(document, text));
	}
	return blocks;
}

/** An operation without a title has that of its page. */
function titled(document: Json, text: string): Json {
	const operations = Object.values(objectOf(document.paths)).flatMap((item) =>
		Object.entries(objectOf(item)).filter(([method]) =>
			/^(get|put|post|patch|delete)$/.test(method),
		),
	);
	const [only] = operations;
	const heading = /^#\s+(.+)$/m.exec(text)?.[1]?.trim();
	if (operations.length === 1 && only !== undefined && isObject(only[1])) {
		if (textOf(only[1].summary) === undefined) only[1].summary = heading;
	}
	return document;
}

function mergeInto(
	merged: Json,
	block: Json,
	page: Page,
	seen: Map<string, { page: string; value: unknown }>,
): void {
	const version = String(block.openapi ?? block.swagger);
	const before = merged.openapi ?? merged.swagger;
	if (before !== undefined && String(before).split('.')[0] !== version.split('.')[0]) {
		throw new Refusal(`${page.name} is OpenAPI ${version}, the pages before it ${String(before)}.`);
	}
	if (block.swagger !== undefined) merged.swagger = block.swagger;
	else if (before === undefined || String(before) < version) merged.openapi = version;

	const put = (target: Json, name: string, value: unknown, what: string) => {
		const plain = withoutMarks(value);
		const key = `${what} ${name}`;
		const known = seen.get(key);
		if (known !== undefined && !isSame(known.value, plain)) {
			throw new Refusal(
				`There are two different ${what}s of the name ${name}: in ${known.page} and in ${page.name}.`,
			);
		}
		if (known === undefined) seen.set(key, { page: page.name, value: plain });
		target[name] ??= value;
	};

	const paths = objectOf(merged.paths);
	for (const [route, item] of Object.entries(objectOf(block.paths))) {
		const target = (paths[route] ??= {}) as Json;
		const shared = listOf(objectOf(item).parameters);
		for (const [method, operation] of Object.entries(objectOf(item))) {
			if (!/^(get|put|post|patch|delete|head|options|trace)$/.test(method)) continue;
			const own = objectOf(operation);
			const parameters = [...listOf(own.parameters), ...shared];
			put(
				target,
				method,
				{ ...own, parameters },
				`operation ${method.toUpperCase()} ${route}, page`,
			);
		}
	}
	for (const [part, members] of Object.entries(objectOf(block.components))) {
		const components = objectOf(merged.components);
		const target = (components[part] ??= {}) as Json;
		const what = part === 'schemas' ? 'schema' : part.replace(/s$/, '');
		for (const [name, value] of Object.entries(objectOf(members))) put(target, name, value, what);
	}
	for (const part of ['definitions', 'parameters', 'responses', 'securityDefinitions']) {
		const members = Object.entries(objectOf(block[part]));
		if (members.length === 0) continue;
		const target = (merged[part] ??= {}) as Json;
		for (const [name, value] of members) put(target, name, value, part.replace(/s$/, ''));
	}
	for (const part of ['webhooks', 'x-webhooks']) {
		for (const [name, value] of Object.entries(objectOf(block[part]))) {
			put((merged.webhooks ??= {}) as Json, name, value, 'webhook');
		}
	}
	for (const server of [...listOf(block.servers), ...listOf(block['x-servers'])]) {
		const servers = (merged.servers ??= []) as unknown[];
		if (!servers.some((known) => isSame(known, server))) servers.push(server);
	}
	for (const part of ['host', 'basePath', 'schemes', 'consumes', 'produces', 'security']) {
		if (block[part] !== undefined) merged[part] ??= block[part];
	}
	const info = objectOf(block.info);
	const known = objectOf(merged.info);
	merged.info = { ...info, ...known, title: textOf(known.title) ?? textOf(info.title) ?? '' };
}

/** Without extensions: pages differ in their editor's own marks. */
function withoutMarks(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutMarks);
	if (!isObject(value)) return typeof value === 'string' ? value.trim() : value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([name]) => !name.startsWith('x-') || name === 'x-apidog-refs')
			.map(([name, member]) => [name, withoutMarks(member)]),
	);
}
