import { compact, listOf, objectOf, textOf, type Json } from './json.cts';

const MOST_ADDRESSES = 20;

/** Servers, and what goes before or off each path so that it comes after the base URL. */
export function serversOf(document: Json, raw: Json, baseUrl: string) {
	const base = new URL(baseUrl);
	const listed = [...listOf(document.servers), ...listOf(raw['x-servers'])].flatMap((server) =>
		addressesOf(objectOf(server), base),
	);
	const servers = [...new Set(listed.map(({ url }) => url))].map((url) => {
		const same = listed.filter((server) => server.url === url);
		return same.find(({ description }) => description !== undefined) ?? { url };
	});
	const isTest = ({ url, description = '' }: { url: string; description?: string }) =>
		/sandbox|test|staging|stage|demo|\bdev|localhost|127\.0\.0\.1|mock|uat|\bqa\b/i.test(
			`${url} ${description}`,
		);
	const production =
		servers.find(({ url }) => new URL(url).host === base.host && !isTest({ url })) ??
		servers.find((server) => !isTest(server));
	const routes = Object.keys(objectOf(document.paths));
	const told = production === undefined ? '' : new URL(production.url).pathname.replace(/\/+$/, '');
	const ours = base.pathname.replace(/\/+$/, '');
	const sameHost = production === undefined || new URL(production.url).host === base.host;
	// A document may have the version in every path instead of the server: then it is taken off again.
	const full = routes.map((route) => cleanPath(`${told}/${route}`));
	const within =
		ours !== '' && full.length > 0 && full.every((route) => route.startsWith(`${ours}/`));
	if (sameHost && within && told !== ours) {
		const moved = servers.map((server) => ({
			...server,
			url: `${server.url.replace(/\/+$/, '')}${ours.slice(told.length)}`,
		}));
		const first = productionFirst(moved, servers.indexOf(production ?? { url: '' }));
		return {
			servers: first,
			production: production === undefined ? undefined : first[0]?.url,
			prefix: told,
			strip: ours.length,
		};
	}
	return {
		servers: productionFirst(servers, servers.indexOf(production ?? { url: '' })),
		production: production?.url,
		prefix: '',
		strip: 0,
	};
}

function productionFirst<T>(servers: T[], at: number): T[] {
	const first = servers[at];
	return first === undefined ? servers : [first, ...servers.filter((server) => server !== first)];
}

/** One address for each value that a placeholder may have, the usual one first. */
function addressesOf(server: Json, base: URL): Array<{ url: string; description?: string }> {
	const template = textOf(server.url);
	if (template === undefined) return [];
	const description = textOf(server.description);
	const texts = Object.entries(objectOf(server.variables)).reduce(
		(all, [name, variable]) => {
			const { default: usual, enum: others } = objectOf(variable);
			const values = [...new Set([usual, ...listOf(others)])].filter(
				(value) => value !== undefined,
			);
			return values
				.flatMap((value) => all.map((text) => text.replaceAll(`{${name}}`, String(value))))
				.slice(0, MOST_ADDRESSES);
		},
		[template],
	);
	return texts.flatMap((text) => {
		try {
			const { href } = new URL(text.replace(/[{}]/g, ''), base.origin);
			return [compact({ url: href.replace(/\/+$/, ''), description })];
		} catch {
			return [];
		}
	});
}

/** One slash between parts, none at the end. */
export function cleanPath(route: string): string {
	const path = `/${route}`.replace(/[?#].*$/, '').replace(/\/{2,}/g, '/');
	return path.length > 1 ? path.replace(/\/$/, '') : path;
}
