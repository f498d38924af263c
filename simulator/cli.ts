/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a command line is what this file is */
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- it reads arguments, prints, and exits */
import { parseArgs } from 'node:util';

import { createSimulator, DEFAULT_KEY } from './server';
import { type Variant, VARIANTS } from './world/settings';

const USAGE =
	'Usage: node --import tsx simulator/cli.ts [--port 4010] [--host 127.0.0.1] [--key demo-key] [--partner-key partner-key] [--latency-ms 0] [--seed-payments 0] [--strict] [--no-validate] [--variants bareArray,alternativePaths]';

// Its launcher holds a channel to it, which breaks when the launcher dies, kill -9 included.
process.once('disconnect', () => process.exit(0));
// It may have died while this file was being loaded.
if (process.connected === false) process.exit(0);
main().catch((error: unknown) => {
	fail(error instanceof Error ? error.message : String(error));
});

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '4010' },
			host: { type: 'string', default: '127.0.0.1' },
			key: { type: 'string', multiple: true },
			'partner-key': { type: 'string', multiple: true },
			'latency-ms': { type: 'string', default: '0' },
			'seed-payments': { type: 'string', default: '0' },
			strict: { type: 'boolean', default: false },
			'no-validate': { type: 'boolean', default: false },
			variants: { type: 'string', default: '' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(`${USAGE}\n`);
		return;
	}
	const port = wholeNumber('port', values.port, 65_535);
	const simulator = await createSimulator({
		keys: values.key,
		partnerKeys: values['partner-key'],
		latencyMs: wholeNumber('latency-ms', values['latency-ms'], 600_000),
		strict: values.strict,
		validate: !values['no-validate'],
		variants: variantsIn(values.variants),
		onViolation: (sentence) => process.stderr.write(`${sentence}\n`),
	});
	simulator.control.seed({
		payments: wholeNumber('seed-payments', values['seed-payments'], 1_000_000),
	});

	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			void simulator.close().then(() => process.exit(0));
		});
	}
	const url = await simulator.listen(port, values.host).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'EADDRINUSE') {
			return fail(`Port ${port} is taken: stop what uses it, or choose another with --port.`);
		}
		throw error;
	});
	process.stdout.write(`Cash-In simulator listening on ${url}\n`);
	process.stdout.write(`Its page, for a browser: ${new URL('/', url).href}\n`);
	const key = values.key === undefined ? DEFAULT_KEY : 'the one given with --key';
	process.stdout.write(`The key for a credential: ${key}\n`);
}

function variantsIn(text: string): Variant[] {
	const names = text.split(',').filter((name) => name !== '');
	return names.map(
		(name) =>
			VARIANTS.find((variant) => variant === name) ??
			fail(`--variants knows ${VARIANTS.join(', ')}; not "${name}".`),
	);
}

function wholeNumber(name: string, text: string, most: number): number {
	const number = Number(text);
	if (Number.isInteger(number) && number >= 0 && number <= most) return number;
	return fail(`--${name} is a whole number from 0 to ${most}, not "${text}".`);
}

function fail(sentence: string): never {
	process.stderr.write(`${sentence}\n`);
	process.exit(1);
}
