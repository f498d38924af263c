import { Refusal } from '../contract/adopt/json.cts';
import type { Contract } from '../contract/source.cts';

export interface LiveOptions {
	/** Without a slash at the end. */
	baseUrl: string;
	apiKey: string;
	place: 'production' | 'sandbox' | 'this computer';
	/** The key is a software partner's. */
	partner: boolean;
	dryRun: boolean;
	write: boolean;
	/** File for the report, and for the same as JSON. */
	out?: string;
	json?: string;
}

export const USAGE = `npm run check:live -- --sandbox URL [--out FILE] [--json FILE] [--partner] [--write] [--dry-run]
  --sandbox URL  the sandbox's address, up to and including the version; or set CASH_IN_BASE_URL
  --production   ask production, which is real data; instead of an address
  --out FILE     write the report into a file; otherwise it is printed
  --json FILE    write the same as JSON
  --partner      the key is a software partner's: ask what needs such a key, too
  --write        write what was seen into contract/overlay.yaml, and apply it
  --dry-run      say what would be asked, and ask nothing; needs no key
The key is taken from the environment variable CASH_IN_API_KEY alone.`;

const FLAGS = ['--production', '--partner', '--write', '--dry-run'];
const VALUES = ['--sandbox', '--out', '--json'];
const KEY_OPTION = /^--?(x-?)?(api-?)?(key|token|secret|password)/i;

/**
 * What the command line and the environment ask for.
 * @throws Refusal with a sentence; it never repeats what was typed, which may be a key
 */
export function readOptions(
	args: readonly string[],
	env: Readonly<Record<string, string | undefined>>,
	contract: Contract,
): LiveOptions {
	const given = parseArguments(args, env.CASH_IN_API_KEY);
	const dryRun = given.has('--dry-run');
	const production = given.has('--production');
	const address = given.get('--sandbox') ?? env.CASH_IN_BASE_URL?.trim() ?? '';
	const first = contract.servers[0]?.url ?? '';
	if (production && given.has('--sandbox')) {
		throw new Refusal('Give either --sandbox or --production, not both.');
	}
	const baseUrl = production ? first : address;
	const common = {
		partner: given.has('--partner'),
		dryRun,
		write: given.has('--write'),
		out: given.get('--out'),
		json: given.get('--json'),
	};
	if (baseUrl === '' && dryRun) return { baseUrl, apiKey: '', place: 'sandbox', ...common };
	if (baseUrl === '') {
		throw new Refusal(
			`No address. Give the sandbox's with --sandbox or in CASH_IN_BASE_URL; Cash-In tells it together with the key. To ask production instead: --production.\n\n${USAGE}`,
		);
	}
	const url = readAddress(baseUrl);
	const isReal = hostOf(url) === hostOf(new URL(first));
	if (isReal && !production) {
		throw new Refusal(
			"That is the address of production, which holds real customers' data. Use the sandbox; or add --production, without an address, if production is what you mean. Only reads are sent either way.",
		);
	}
	const local = isLoopback(hostOf(url));
	if (url.protocol !== 'https:' && !local) {
		throw new Refusal(
			'The address begins with http:, and the key would be readable on the way. Use https:; http: is for a server on this computer.',
		);
	}
	return {
		baseUrl: `${url.origin}${url.pathname}`.replace(/\/+$/, ''),
		apiKey: dryRun ? '' : readKey(env.CASH_IN_API_KEY),
		place: isReal ? 'production' : local ? 'this computer' : 'sandbox',
		...common,
	};
}

function parseArguments(args: readonly string[], apiKey = ''): Map<string, string> {
	const given = new Map<string, string>();
	const open = [...args];
	for (let arg = open.shift(); arg !== undefined; arg = open.shift()) {
		const [name = '', ...rest] = arg.split('=');
		const isKey = apiKey.trim().length > 3 && arg.includes(apiKey.trim());
		if (isKey || KEY_OPTION.test(name)) throw keyOnCommandLine();
		if (FLAGS.includes(arg)) given.set(arg, '');
		else if (VALUES.includes(name)) {
			const value = rest.length > 0 ? rest.join('=') : open.shift();
			if (value === undefined || value === '' || value.startsWith('--')) {
				throw new Refusal(`${name} needs a value.\n\n${USAGE}`);
			}
			if (apiKey.trim().length > 3 && value.includes(apiKey.trim())) throw keyOnCommandLine();
			given.set(name, value);
		} else if (arg.startsWith('-')) throw new Refusal(`There is no such option.\n\n${USAGE}`);
		// It may well be the key: it is not repeated.
		else throw keyOnCommandLine();
	}
	return given;
}

const keyOnCommandLine = () =>
	new Refusal(
		`A key does not belong on the command line, and nothing else stands there without an option: it would stay in the shell's history, and everybody on this computer could see it while the command runs. Put it into the environment variable CASH_IN_API_KEY. If it was a key, have it renewed.\n\n${USAGE}`,
	);

function readAddress(text: string): URL {
	if (!URL.canParse(text)) {
		throw new Refusal('The address is none. It begins with https:// and ends with the version.');
	}
	const url = new URL(text);
	if (!/^https?:$/.test(url.protocol)) {
		throw new Refusal('The address must begin with https://.');
	}
	if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
		throw new Refusal(
			'The address must hold nothing but host and path: no user, no password, no "?" and no "#".',
		);
	}
	return url;
}

/** Host names are written in many ways; a dot at the end is one of them. */
const hostOf = (url: URL) => url.hostname.toLowerCase().replace(/\.+$/, '');

const isLoopback = (host: string) =>
	host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

function readKey(value: string | undefined): string {
	const key = (value ?? '').trim();
	if (key === '') {
		throw new Refusal(
			'No key. Put it into the environment variable CASH_IN_API_KEY, for example: read -rs CASH_IN_API_KEY && export CASH_IN_API_KEY',
		);
	}
	if (!/^[\x21-\x7e]+$/.test(key)) {
		throw new Refusal(
			'The key in CASH_IN_API_KEY holds blanks or characters that no key has. Copy it again.',
		);
	}
	return key;
}
