/** Loaded at start by versions that newer ones load when needed. */
const LOADED_AT_START = [
	'@aws-sdk/client-s3',
	'@aws-sdk/credential-provider-node',
	'swagger-ui-dist',
];

/** Asked for by an address outside the registry, and needed for files of spreadsheets only. */
const OUTSIDE_THE_REGISTRY = ['xlsx'];

/** A module that a version does not have must not be named in it. */
const disabled = (modules: string) => ({ N8N_DISABLED_MODULES: modules });

export interface Version {
	n8n: string;
	/** The n8n-core it brings, which is the engine of the tests named after it; unknown of one that is not on the list. */
	core?: string;
	/** Packages of the list in left-out.cts that this version loads at its start. */
	needs: string[];
	/** Packages to leave out beside those of that list. */
	alsoLeftOut: string[];
	/** Settings of n8n, over the usual ones. */
	settings: Record<string, string>;
	/**
	 * Whether it hides, from whoever looks at an execution, the fields that a node calls sensitive. n8n has done so for
	 * some versions of 2.x and took it back (https://github.com/n8n-io/n8n/pull/30198).
	 */
	hidesSensitiveFields: boolean;
	/** The command that publishes a workflow, but for its id. */
	publish: string[];
}

/**
 * The versions of n8n that tests run, oldest first: a new one is a row here. The first is the oldest one supported,
 * the last the newest one, which demo and end-to-end tests use as well.
 */
export const VERSIONS: [Version, ...Version[]] = [
	{
		n8n: '1.123.81',
		core: '1.122.48',
		needs: LOADED_AT_START,
		alsoLeftOut: OUTSIDE_THE_REGISTRY,
		settings: disabled('chat-hub,mcp'),
		hidesSensitiveFields: false,
		publish: ['update:workflow', '--active=true'],
	},
	{
		n8n: '2.0.3',
		core: '2.0.2',
		needs: LOADED_AT_START,
		alsoLeftOut: OUTSIDE_THE_REGISTRY,
		settings: disabled('chat-hub,mcp'),
		hidesSensitiveFields: false,
		publish: ['publish:workflow'],
	},
	{
		n8n: '2.20.12',
		core: '2.20.6',
		needs: LOADED_AT_START,
		alsoLeftOut: OUTSIDE_THE_REGISTRY,
		settings: disabled('chat-hub,instance-ai,mcp,otel,workflow-builder'),
		hidesSensitiveFields: true,
		publish: ['publish:workflow'],
	},
	{
		n8n: '2.41.1',
		core: '2.41.1',
		needs: [],
		alsoLeftOut: [],
		settings: {},
		hidesSensitiveFields: false,
		publish: ['publish:workflow'],
	},
];

export const [OLDEST] = VERSIONS;
export const NEWEST = VERSIONS.at(-1) ?? OLDEST;

/**
 * How to run a version: its row, or the newest row's settings for one that is newer than the list.
 * @throws where it is neither
 */
export function versionOf(n8n: string): Version {
	const found = VERSIONS.find((version) => version.n8n === n8n);
	if (found) return found;
	if (RELEASE.test(n8n) && isNewer(n8n, NEWEST.n8n)) return { ...NEWEST, n8n, core: undefined };
	const known = VERSIONS.map((version) => version.n8n).join(', ');
	throw new Error(
		`n8n ${n8n} is none of the versions that can be run here: ${known}, or a newer one.`,
	);
}

/** The registry has others, such as 2.42.0-beta.1. */
export const RELEASE = /^\d+\.\d+\.\d+$/;

/** Of two releases. */
export function isNewer(one: string, other: string): boolean {
	return one.localeCompare(other, 'en', { numeric: true }) > 0;
}
