import type { FastifyReply } from 'fastify';
import fastify from 'fastify';

import type { LoggedRequest } from './api/requestLog';
import { createRequestLog } from './api/requestLog';
import { registerApi } from './api/routes';
import { loadContract } from './contract';
import type { Control } from './control/control';
import { createControl } from './control/control';
import { guard } from './control/guard';
import { registerControl } from './control/routes';
import { createSchedule } from './control/schedule';
import { createFaultBook } from './faults/faultBook';
import { refuse } from './operations/handler';
import { assertHandlersFit } from './operations/handlers';
import type { Settings } from './state/settings';
import { DEFAULT_SETTINGS } from './state/settings';
import { createWorld } from './state/world';

/** Settings not given are as DEFAULT_SETTINGS has them. */
export interface SimulatorOptions extends Partial<Settings> {
	/** Creditor keys. Default `demo-key`. */
	keys?: string[];
	/** Keys with partner rights. Default `partner-key`. */
	partnerKeys?: string[];
	/** ISO date-time at which the simulator's clock stands. Default: the machine's clock, running. */
	now?: string;
	/** Whether bodies and answers are held against the contract. Default true. */
	validate?: boolean;
	/** Told, in a line, of every answer of ours that is not as the contract has it. */
	onViolation?: (sentence: string) => void;
}

export interface Simulator {
	/**
	 * @param port default: any free one
	 * @param host a loopback address; default 127.0.0.1
	 * @returns the API's base URL, `http://127.0.0.1:4010/v2`
	 */
	listen(port?: number, host?: string): Promise<string>;
	/** Cuts every connection, those held open by faults too. */
	close(): Promise<void>;
	/** The API's base URL; empty before `listen`. */
	readonly url: string;
	readonly control: Control;
	/** The requests the API got; see Control.requests. */
	readonly requests: readonly LoggedRequest[];
}

const BODY_LIMIT_BYTES = 64 * 1024 * 1024;
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

/** A stateful Cash-In API on this machine, driven by `contract/cash-in.openapi.yaml`. */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const contract = loadContract();
	assertHandlersFit(contract.byId);
	const { keys = ['demo-key'], partnerKeys = ['partner-key'], now } = options;
	const world = createWorld({ settings: settingsOf(options), keys, partnerKeys, now });
	const faults = createFaultBook();
	const log = createRequestLog();
	const violations: string[] = [];
	const onViolation = (sentence: string) => {
		violations.push(sentence);
		options.onViolation?.(sentence);
	};
	const schedule = createSchedule(world);
	const control = createControl({ contract, world, faults, log, violations, schedule });

	const app = fastify({
		bodyLimit: BODY_LIMIT_BYTES,
		exposeHeadRoutes: false,
		// Held connections must not outlive the simulator.
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 1_000 },
		// A client may write the whole address on the request line, as to a proxy.
		rewriteUrl: ({ url = '/' }) => url.replace(/^https?:\/\/[^/]*/i, ''),
		frameworkErrors: (error, _request, reply: FastifyReply) => {
			void reply.code(400).send(refuse(400, error.message).body);
		},
	});
	// Every body comes as its bytes: they are logged as they were, and their syntax is ours to judge.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
		const status = error.statusCode ?? 500;
		if (status >= 500) onViolation(`The simulator failed: ${error.stack ?? error.message}`);
		return reply.code(status).send(refuse(status, error.message).body);
	});
	guard(app, contract.basePath);
	registerControl(app, control);
	registerApi(app, {
		contract,
		world,
		faults,
		log,
		validate: options.validate ?? true,
		onViolation,
		onAnswer: schedule.answered,
	});

	let url = '';
	return {
		listen: async (port = 0, host = '127.0.0.1') => {
			if (!LOOPBACK.test(host)) {
				throw new Error(
					`The simulator listens on this machine alone; ${host} is not a loopback address.`,
				);
			}
			url = (await app.listen({ port, host })) + contract.basePath;
			return url;
		},
		close: async () => app.close(),
		get url() {
			return url;
		},
		control,
		get requests() {
			return log.list();
		},
	};
}

/** An option that is undefined is one not given. */
function settingsOf(options: Partial<Settings>): Settings {
	return {
		duplicates: options.duplicates ?? DEFAULT_SETTINGS.duplicates,
		maxPageSize: options.maxPageSize ?? DEFAULT_SETTINGS.maxPageSize,
		listOrder: options.listOrder ?? DEFAULT_SETTINGS.listOrder,
		latencyMs: options.latencyMs ?? DEFAULT_SETTINGS.latencyMs,
		holdUntilOpen: options.holdUntilOpen ?? DEFAULT_SETTINGS.holdUntilOpen,
		strict: options.strict ?? DEFAULT_SETTINGS.strict,
		variants: options.variants ?? DEFAULT_SETTINGS.variants,
		processingSeconds: options.processingSeconds ?? DEFAULT_SETTINGS.processingSeconds,
		keyGraceSeconds: options.keyGraceSeconds ?? DEFAULT_SETTINGS.keyGraceSeconds,
	};
}
