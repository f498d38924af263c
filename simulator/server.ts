import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import { type LoggedRequest, RequestLog } from './api/requestLog';
import { registerApi } from './api/serve';
import { createWriter } from './api/write';
import { loadContract } from './contract';
import { type Control, createControl } from './control/control';
import { registerControl } from './control/routes';
import { FaultBook } from './faults/fault';
import { announcing, Changes } from './page/changes';
import { registerPage } from './page/routes';
import { collectHandlers } from './world/handlers';
import { type Settings, settingsSchema } from './world/settings';
import { World } from './world/world';

/** The creditor's key where none is given. */
export const DEFAULT_KEY = 'demo-key';

/** Settings not given have their defaults. */
export interface SimulatorOptions extends Partial<Settings> {
	/** Creditor keys. Default `demo-key`. */
	keys?: string[];
	/** Keys with partner rights. Default `partner-key`. */
	partnerKeys?: string[];
	/** ISO date-time at which the simulator's clock stands. Default: the machine's clock, running. */
	now?: string;
	/** True: bodies and answers are checked against the contract. The default. */
	validate?: boolean;
	/** Called, with one line, for every answer of the simulator that breaks the contract. */
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
	const writer = createWriter(contract);
	const refuse = (status: number, message: string) =>
		writer.refuse(undefined, status, message).body;
	const handlers = collectHandlers([...contract.byId.values()], contract.isOurs);
	const { keys = [DEFAULT_KEY], partnerKeys = ['partner-key'], now } = options;
	const world = new World({ settings: settingsSchema.parse(options), keys, partnerKeys, now });
	const faults = new FaultBook();
	const log = new RequestLog();
	const violations: string[] = [];
	const onViolation = (sentence: string) => {
		violations.push(sentence);
		options.onViolation?.(sentence);
	};
	const changes = new Changes();
	const control = announcing(
		createControl({ contract, writer, world, faults, log, violations }),
		changes.announce,
	);

	const app = fastify({
		bodyLimit: BODY_LIMIT_BYTES,
		exposeHeadRoutes: false,
		// Held connections must not outlive the simulator.
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 1_000 },
		// A client may write the whole address on the request line, as to a proxy.
		rewriteUrl: ({ url = '/' }) => url.replace(/^https?:\/\/[^/]*/i, ''),
		frameworkErrors: (error, _request, reply: FastifyReply) => {
			void reply.code(400).send(refuse(400, error.message));
		},
	});
	// Every body comes as its bytes: they are logged as they were, and their syntax is ours to judge.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
		const status = error.statusCode ?? 500;
		if (status >= 500) onViolation(`The simulator failed: ${error.stack ?? error.message}`);
		return reply.code(status).send(refuse(status, error.message));
	});
	guard(app, contract.basePath, refuse);
	registerControl(app, control);
	registerApi(app, {
		contract,
		writer,
		handlers,
		world,
		faults,
		log,
		validate: options.validate ?? true,
		onViolation,
		onServed: changes.announce,
	});
	registerPage(app, { control, world, changes, basePath: contract.basePath });

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

/** Names under which only this machine reaches itself. */
const LOOPBACK_NAME = /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/i;

/**
 * Refuses, with 403 and a sentence, whatever a web page sends: the browser runs on this machine too, and the
 * simulator's key is known to everybody. A page shows itself by its Origin or by Sec-Fetch-Site; one whose name was
 * pointed at this machine after it was loaded (DNS rebinding) shows itself by the Host header.
 * @param basePath of the API; everything else is the control interface
 */
function guard(
	app: FastifyInstance,
	basePath: string,
	refuse: (status: number, message: string) => unknown,
): void {
	app.addHook('onRequest', async (request, reply) => {
		const reason = foreignIn(request);
		if (reason === undefined) return undefined;
		const sentence = `The simulator answers programs of this machine only: ${reason}.`;
		const isApi = request.url.startsWith(`${basePath}/`) && !request.url.startsWith('/_sim/');
		return await reply.code(403).send(isApi ? refuse(403, sentence) : { error: sentence });
	});
}

/** The sign that a request comes from a web page, in a clause; undefined when there is none. */
function foreignIn({ headers, socket }: FastifyRequest): string | undefined {
	const { host, origin } = headers;
	const site = headers['sec-fetch-site'];
	const port = socket.localPort;
	if (!isOwn(host, port)) {
		return `it was asked for as "${host ?? ''}", not as 127.0.0.1:${port} or localhost:${port}`;
	}
	if (origin !== undefined && !isOwnOrigin(origin, port)) return `a page of ${origin} asked`;
	if (site !== undefined && site !== 'none' && site !== 'same-origin') {
		return 'a page of another address asked';
	}
	return undefined;
}

/** A browser names the port unless it is 80, so a name without one comes from no page of another port. */
function isOwn(host: string | undefined, port: number | undefined): boolean {
	const [, name = '', named = String(port)] = /^(.*?)(?::(\d+))?$/.exec(host ?? '') ?? [];
	return LOOPBACK_NAME.test(name) && Number(named) === port;
}

/** An origin without a port is that of the web server on port 80. */
function isOwnOrigin(origin: string, port: number | undefined): boolean {
	const [, host = ''] = /^http:\/\/([^/]+)$/.exec(origin) ?? [];
	return isOwn(/:\d+$/.test(host) ? host : `${host}:80`, port);
}
