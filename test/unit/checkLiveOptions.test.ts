import { Refusal } from '../../scripts/contract/adopt/json.cts';
import { readOptions } from '../../scripts/live/options.cts';
import { readContract } from '../support/contract.cts';

const KEY = ['live', '4417', 'abcdEFGH'].join('-');
const SANDBOX = 'https://sandbox.example/v2';
const production = readContract().servers[0]?.url ?? '';
const host = new URL(production).host;

const read = (args: string[], env: Record<string, string> = {}) =>
	readOptions(args, { CASH_IN_API_KEY: KEY, ...env }, readContract());

/** What it says instead of asking. */
function refusal(args: string[], env: Record<string, string> = {}): string {
	try {
		read(args, env);
	} catch (error) {
		return error instanceof Refusal ? error.message : `It failed: ${String(error)}`;
	}
	return 'It was not refused';
}

describe('the key', () => {
	test.each([
		[['--sandbox', SANDBOX, KEY]],
		[['--sandbox', SANDBOX, 'something']],
		[['--sandbox', SANDBOX, '--key', 'x']],
		[['--sandbox', SANDBOX, '--api-key=x']],
		[['--sandbox', SANDBOX, '--apikey=x']],
		[['--sandbox', SANDBOX, '--token', 'x']],
		[['--sandbox', `${SANDBOX}?key=${KEY}`]],
		[['--sandbox', SANDBOX, '--out', `${KEY}.md`]],
	])('is refused on the command line, and not repeated: %j', (args) => {
		const said = refusal(args);

		expect(said).toContain("would stay in the shell's history");
		expect(said).not.toContain(KEY);
		expect(said).not.toContain('something');
	});

	test.each([
		['nothing', ''],
		['blanks', '   '],
		['two words', 'two words'],
		['a line break', 'one\ntwo'],
		['a letter that no header takes', 'avain-ä'],
	])('is refused when the environment holds %s', (_, key) => {
		const said = refusal(['--sandbox', SANDBOX], { CASH_IN_API_KEY: key });

		expect(said).toContain('CASH_IN_API_KEY');
		if (key.trim() !== '') expect(said).not.toContain(key);
	});

	test('is not needed to see the plan', () => {
		expect(readOptions(['--dry-run'], {}, readContract())).toMatchObject({
			dryRun: true,
			apiKey: '',
		});
	});
});

describe('production', () => {
	test.each([
		production,
		`https://${host}`,
		`https://${host.toUpperCase()}/V2`,
		`https://${host}./v2`,
		`https://${host}..:443/v2/`,
		`https://${host}:8443/other`,
		`http://${host}/v2`,
		`HTTPS://${host.replace('a', '%61')}/v2`,
	])('is not asked without the flag: %s', (address) => {
		expect(refusal(['--sandbox', address])).toContain('--production');
		expect(refusal([], { CASH_IN_BASE_URL: address })).toContain('--production');
	});

	test('is asked with the flag, at the contract’s address', () => {
		expect(read(['--production'])).toMatchObject({ baseUrl: production, place: 'production' });
		expect(refusal(['--production', '--sandbox', SANDBOX])).toContain('not both');
	});
});

describe('the address', () => {
	test.each([
		[['--sandbox', `${SANDBOX}/`], {}, SANDBOX, 'sandbox'],
		[[], { CASH_IN_BASE_URL: SANDBOX }, SANDBOX, 'sandbox'],
		[['--sandbox=http://127.0.0.1:4010/v2'], {}, 'http://127.0.0.1:4010/v2', 'this computer'],
		[['--sandbox', 'http://[::1]:4010'], {}, 'http://[::1]:4010', 'this computer'],
		[['--sandbox', 'http://localhost:4010/v2'], {}, 'http://localhost:4010/v2', 'this computer'],
	])('%j is taken', (args, env, baseUrl, place) => {
		expect(read(args, env)).toMatchObject({ baseUrl, place });
	});

	test.each([
		[[], 'No address'],
		[['--sandbox'], 'needs a value'],
		[['--sandbox', 'sandbox.example'], 'The address is none'],
		[['--sandbox', 'ftp://sandbox.example'], 'must begin with https'],
		[['--sandbox', 'http://sandbox.example/v2'], 'readable on the way'],
		[['--sandbox', 'http://127.0.0.1.example/v2'], 'readable on the way'],
		[['--sandbox', 'https://me:word@sandbox.example/v2'], 'no password'],
		[['--sandbox', `${SANDBOX}?a=b`], 'no "?"'],
		[['--sandbox', SANDBOX, '--force'], 'no such option'],
	])('%j is refused', (args, why) => {
		expect(refusal(args)).toContain(why);
	});
});
