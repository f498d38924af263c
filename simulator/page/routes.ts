/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the page's files are files of this repository, or of htmx */
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- and they are found from this file's place */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Eta } from 'eta';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Control } from '../control/control';
import { sentenceOf } from '../control/routes';
import type { World } from '../world/world';
import { ACTIONS } from './actions';
import type { Changes } from './changes';
import { faultRow, OFFERED } from './faults';
import { viewOf } from './view';

interface Parts {
	control: Control;
	world: World;
	changes: Changes;
	/** Of the API: the page says what a credential needs. */
	basePath: string;
}

/** A sentence for whoever pressed a button. */
type Message = { done: string } | { failed: string };

const AT = '/_sim/page';
const ICONS = join(__dirname, '..', '..', 'icons');
const FILES: ReadonlyArray<[name: string, type: string, file: string]> = [
	['page.css', 'text/css; charset=utf-8', join(__dirname, 'page.css')],
	['page.js', 'text/javascript; charset=utf-8', join(__dirname, 'page.js')],
	['htmx.js', 'text/javascript; charset=utf-8', require.resolve('htmx.org/dist/htmx.min.js')],
	['icon.svg', 'image/svg+xml', join(ICONS, 'cashIn.svg')],
	['icon.dark.svg', 'image/svg+xml', join(ICONS, 'cashIn.dark.svg')],
];
/** Nothing but the page's own files and addresses, in no frame. */
const HEADERS = {
	'content-security-policy':
		"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	'x-content-type-options': 'nosniff',
	// Without any, a browser hides the origin of a form, and the guard would not know its own page.
	'referrer-policy': 'same-origin',
	'cache-control': 'no-store',
};
/** How often the clock is looked at while somebody looks at the page. */
const OFTEN_MS = 1_000;
const RECONNECT_MS = 1_000;

/**
 * Serves the page that shows the simulated Cash-In, at the simulator's address. It is behind the same guard as the
 * control interface, whose functions its buttons call. Every answer is the whole page, of which a browser takes what it
 * needs; so it works without scripts too, though not live.
 */
export function registerPage(app: FastifyInstance, parts: Parts): void {
	const eta = new Eta({ views: __dirname, cache: true });
	const render = (request: FastifyRequest, find: string, message?: Message) => {
		const { control, world, basePath } = parts;
		world.agenda.catchUp();
		return eta.render('page', {
			...viewOf(world, find),
			faults: control.faults().map(faultRow),
			offered: OFFERED,
			at: AT,
			baseUrl: `http://${request.headers.host ?? ''}${basePath}`,
			done: '',
			failed: '',
			...message,
		});
	};

	app.get('/', async (request, reply) => {
		const { find } = request.query as { find?: string | string[] };
		return sendPage(reply, render(request, [find].flat()[0] ?? ''));
	});
	for (const [address, action] of Object.entries(ACTIONS)) {
		app.post(`${AT}/${address}`, async (request, reply) => {
			const form = new URLSearchParams(String(request.body ?? ''));
			let message: Message;
			try {
				message = { done: action(parts, form) };
			} catch (error) {
				message = { failed: sentenceOf(error) };
				reply.code(400);
			}
			return sendPage(reply, render(request, form.get('find') ?? '', message));
		});
	}
	for (const [name, type, file] of FILES) {
		app.get(`${AT}/${name}`, async (_request, reply) =>
			reply.headers({ ...HEADERS, 'content-type': type }).send(readFileSync(file)),
		);
	}
	app.get(`${AT}/events`, async (_request, reply) =>
		reply.headers({ ...HEADERS, 'content-type': 'text/event-stream' }).send(eventsOf(parts)),
	);
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
	return reply.headers({ ...HEADERS, 'content-type': 'text/html; charset=utf-8' }).send(page);
}

/** Says "look again" when it begins, and whenever something may have changed. Ends with its connection. */
function eventsOf({ changes, world }: Parts): Readable {
	const events = new Readable({ read: () => undefined });
	const say = () => events.push('event: changed\ndata: look again\n\n');
	events.push(`retry: ${RECONNECT_MS}\n`);
	say();
	const minute = () => world.clock.timestamp().slice(0, 'YYYY-MM-DDTHH:MM'.length);
	let shown = minute();
	// Time alone changes things too: the clock goes on, work falls due, and a new day brings settlements.
	const watch = setInterval(() => {
		if (!world.agenda.catchUp() && shown === minute()) return;
		shown = minute();
		changes.announce();
	}, OFTEN_MS);
	watch.unref();
	const end = changes.subscribe(say);
	events.once('close', () => {
		clearInterval(watch);
		end();
	});
	return events;
}
