import { readServices } from '../../scripts/n8n/compose.cts';
import { NEWEST } from '../../scripts/n8n/versions.cts';

/** compose.yaml, as `npm run cluster` reads it. */

const services = readServices();
const named = (name: string) => {
	const found = services.find((service) => service.name === name);
	if (found === undefined) throw new Error(`compose.yaml has no ${name}`);
	return found;
};

it('has Postgres, Redis, one main and two workers, each after what it needs', () => {
	expect(services.map(({ name, replicas }) => [name, replicas])).toEqual([
		['keys', 1],
		['redis', 1],
		['postgres', 1],
		['main', 1],
		['worker', 2],
	]);
	for (const name of ['main', 'worker']) {
		expect(named(name).after).toEqual([
			{ name: 'keys', condition: 'service_completed_successfully' },
			{ name: 'postgres', condition: 'service_healthy' },
			{ name: 'redis', condition: 'service_healthy' },
		]);
	}
});

it('builds the n8n that the tests run, and calls its image so', () => {
	for (const name of ['main', 'worker']) {
		expect(named(name).args).toEqual({ N8N_VERSION: NEWEST.n8n });
		expect(named(name).image).toBe(`n8n-cash-in:${NEWEST.n8n}`);
	}
});

it('gives main and workers the same database, queue and encryption key, none of them written in the file', () => {
	const shared = (name: string) =>
		Object.fromEntries(
			Object.entries(named(name).environment).filter(([key]) =>
				/^(DB|EXECUTIONS|N8N_ENCRYPTION|N8N_POLLER|N8N_SCHEDULER|QUEUE_BULL)_/.test(key),
			),
		);
	expect(shared('main')).toEqual(shared('worker'));
	expect(shared('main')).toMatchObject({
		EXECUTIONS_MODE: 'queue',
		DB_TYPE: 'postgresdb',
	});
	const files = Object.entries(shared('main')).filter(([key]) => key.endsWith('_FILE'));
	expect(files).toEqual([
		['DB_POSTGRESDB_PASSWORD_FILE', '/run/keys/postgres-password'],
		['N8N_ENCRYPTION_KEY_FILE', '/run/keys/encryption-key'],
	]);
	expect(Object.keys(shared('main')).filter((key) => /(PASSWORD|KEY)$/.test(key))).toEqual([]);
});

it('checks the health of every service that goes on running', () => {
	const without = services.filter(({ health }) => health === undefined).map(({ name }) => name);
	expect(without).toEqual(['keys']);
});

it('takes the address of webhooks from who starts it, and a dollar sign for two', () => {
	const main = readServices({ WEBHOOK_URL: 'https://n8n.example.com/' }).find(
		({ name }) => name === 'main',
	);
	expect(main?.environment.WEBHOOK_URL).toBe('https://n8n.example.com/');
	expect(named('main').environment.WEBHOOK_URL).toBe('http://localhost:5678/');
	expect(named('keys').command.at(-1)).toContain('/run/keys/$name');
});
