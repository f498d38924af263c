'use strict';

const { spawnSync } = require('node:child_process');
const dns = require('node:dns');
const http = require('node:http');
const https = require('node:https');
const net = require('node:net');
const tls = require('node:tls');
const zlib = require('node:zlib');

const BOMB_BYTES = 100_000_000;
const DRIP_MS = 50;
const HOST = '127.0.0.1';
/** A name that no server ever has (RFC 2606). */
const NO_NAME = 'cash-in.invalid';

/**
 * What happens to an upload on its way.
 * @typedef {object} Break
 * @property {'no' | 'yes' | 'later'} taken whether Cash-In gets it: never, at once, or only when `isLate` says so
 * @property {Answer} answer what comes back
 * @property {boolean} [always] to every request, the list's too; without it, to the first upload
 *
 * @typedef {'true' | 'cut' | 'half' | 'silence' | 'drip' | 'bomb' | 'brokenTls' | 'unreachable' | { status: number, body?: unknown, html?: string, location?: string }} Answer
 *
 * @typedef {object} Settings
 * @property {string} target the simulator's base URL
 * @property {string} listPath
 * @property {'plain' | 'tls' | 'untrusted' | 'refused' | 'noName'} how the line is
 * @property {Break} [upload]
 * @property {(query: Record<string, string>) => Answer} [list] what the list answers instead of the simulator
 * @property {() => boolean} isLate asked with every list: whether what comes later is there by now
 */

/**
 * A line to a simulator that breaks where it is told to.
 * @param {Settings} settings
 * @returns {Promise<{ baseUrl: string, close: () => Promise<void> }>} closing hands over what was to come later
 */
async function openLine(settings) {
	const undo = [];
	const { pathname } = new URL(settings.target);
	const secure = settings.how === 'tls' || settings.how === 'untrusted';
	const pair = secure ? certificate() : undefined;
	const late = [];
	let broken = 0;

	const handle = async (request, response) => {
		const body = await bodyOf(request);
		const forward = async () => await forwarded(settings.target, request, body);
		const isList = request.method === 'GET' && request.url.includes(settings.listPath);
		const { upload } = settings;
		if (isList && settings.isLate()) await takeLate();
		if (upload !== undefined && (upload.always || (!isList && (broken += 1) === 1))) {
			if (upload.taken === 'later' && !isList) late.push(forward);
			const answer = upload.taken === 'yes' && !isList ? await forward() : undefined;
			return send(request, response, upload.answer, answer);
		}
		if (isList && settings.list !== undefined) {
			const { searchParams } = new URL(request.url, settings.target);
			return send(request, response, settings.list(Object.fromEntries(searchParams)));
		}
		return send(request, response, 'true', await forward());
	};
	const takeLate = async () => {
		for (const forward of late.splice(0)) await forward();
	};

	const answering = (request, response) => {
		handle(request, response).catch((error) => response.destroy(error));
	};
	const server = secure
		? https.createServer({ key: pair, cert: pair }, answering)
		: http.createServer(answering);
	// What goes through TLS can be broken only beneath it.
	const front = net.createServer((client) => join(client, portOf(server)));
	await Promise.all([listen(server), listen(front)]);
	const port = portOf(front);
	if (settings.how === 'tls') undo.push(trust(port, pair));
	if (settings.how === 'noName') undo.push(withoutName());
	undo.push(rememberClients());
	const close = async () => {
		for (const back of undo) back();
		await takeLate();
		await Promise.all([shut(server), shut(front)]);
	};
	if (settings.how === 'refused') await shut(front);
	const origin = settings.how === 'noName' ? `https://${NO_NAME}` : `http://${HOST}:${port}`;
	return { baseUrl: (secure ? origin.replace('http:', 'https:') : origin) + pathname, close };
}

/** @param {Answer} how @param {{ status: number, text: string, type: string } | undefined} truth */
function send(request, response, how, truth) {
	const connection = connectionOf(request);
	if (typeof how === 'object') return sendReply(response, how);
	switch (how) {
		case 'true':
			return response.writeHead(truth.status, { 'content-type': truth.type }).end(truth.text);
		case 'half': {
			const { length } = Buffer.from(truth.text);
			response.writeHead(truth.status, { 'content-type': truth.type, 'content-length': length });
			return response.write(truth.text.slice(0, length / 2), () => request.socket.end());
		}
		case 'silence':
			return undefined;
		case 'drip':
			return drip(response);
		case 'bomb':
			response.writeHead(202, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
			return response.end(bomb());
		case 'brokenTls':
			connection.inner.unpipe(connection.client);
			return connection.client.end('this is no TLS record');
		case 'unreachable':
			return loseClient(connection.client.remotePort);
		case 'cut':
			return connection.client.resetAndDestroy();
		default:
			throw new Error(`A line does not know "${how}"`);
	}
}

function sendReply(response, { status, body, html, location }) {
	const type = html === undefined ? 'application/json' : 'text/html; charset=utf-8';
	const headers = body === undefined && html === undefined ? {} : { 'content-type': type };
	if (location !== undefined) headers.location = location;
	response.writeHead(status, headers).end(html ?? (body === undefined ? '' : JSON.stringify(body)));
}

/** An answer that begins, and then comes a blank at a time, for ever. */
function drip(response) {
	response.writeHead(202, { 'content-type': 'application/json' });
	const tap = setInterval(() => response.write(' '), DRIP_MS);
	response.on('close', () => clearInterval(tap));
}

let packed;
/** A true answer with a hundred megabytes of words in it, which travel as a hundred kilobytes. */
function bomb() {
	const words = 'a'.repeat(BOMB_BYTES);
	const counts = '"UploadedInvoicesCount":2,"FailedInvoicesCount":0,"FailedInvoices":null';
	packed ??= zlib.gzipSync(`{"StatusDescription":"${words}",${counts}}`);
	return packed;
}

async function forwarded(target, { method, url, headers }, body) {
	const answer = await fetch(new URL(url, target), {
		method,
		headers: { 'x-api-key': headers['x-api-key'] ?? '', 'content-type': 'application/json' },
		body: method === 'GET' ? undefined : body,
	});
	const type = answer.headers.get('content-type') ?? 'application/json';
	return { status: answer.status, text: await answer.text(), type };
}

async function bodyOf(request) {
	const chunks = [];
	for await (const chunk of request) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** The two halves of each connection, by the port from which the front speaks to the server behind it. */
const joined = new Map();

function join(client, port) {
	const inner = net.connect(port, HOST, () => joined.set(inner.localPort, { client, inner }));
	const end = () => {
		client.destroy();
		inner.destroy();
	};
	for (const half of [client, inner]) half.on('error', end).on('close', end);
	client.pipe(inner);
	inner.pipe(client);
}

function connectionOf(request) {
	return joined.get(request.socket.remotePort);
}

/** Every socket that was connected from this process, by its port: an established connection fails at its own end. */
const clients = new Map();

function rememberClients() {
	const { connect } = net.Socket.prototype;
	net.Socket.prototype.connect = function (...given) {
		this.once('connect', () => clients.set(this.localPort, this));
		return connect.apply(this, given);
	};
	return () => {
		net.Socket.prototype.connect = connect;
		clients.clear();
		joined.clear();
	};
}

/** As when a router says that there is no way any more. */
function loseClient(port) {
	const error = new Error('read EHOSTUNREACH');
	clients
		.get(port)
		?.destroy(Object.assign(error, { code: 'EHOSTUNREACH', syscall: 'read', errno: -113 }));
}

/** A key and a certificate of this machine's address, made now and gone with the test. */
function certificate() {
	const wanted =
		'-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost';
	const args = `req -x509 ${wanted} -addext subjectAltName=IP:${HOST} -keyout - -out -`;
	const { status, stdout, error } = spawnSync('openssl', args.split(' '), { encoding: 'utf8' });
	if (status !== 0) throw new Error(`The tests of TLS need openssl: ${error?.message ?? status}`);
	return stdout;
}

/** Lets this process trust the certificate of one port. */
function trust(port, ca) {
	const { connect } = tls;
	tls.connect = (options, ...rest) =>
		connect.call(tls, Number(options.port) === port ? { ...options, ca } : options, ...rest);
	return () => void (tls.connect = connect);
}

/** The name is looked up nowhere: no network is needed to learn that it has no address. */
function withoutName() {
	const { lookup } = dns;
	dns.lookup = (name, ...rest) => {
		if (name !== NO_NAME) return lookup(name, ...rest);
		const error = new Error(`getaddrinfo ENOTFOUND ${name}`);
		const facts = { code: 'ENOTFOUND', syscall: 'getaddrinfo', errno: -3008, hostname: name };
		return process.nextTick(rest.at(-1), Object.assign(error, facts));
	};
	// A proxy would look the name up itself.
	const proxies = Object.keys(process.env).filter((name) => /^(https?|all)_proxy$/i.test(name));
	const kept = proxies.map((name) => [name, process.env[name]]);
	for (const name of proxies) delete process.env[name];
	return () => {
		dns.lookup = lookup;
		for (const [name, value] of kept) process.env[name] = value;
	};
}

async function listen(server) {
	await new Promise((resolve) => server.listen(0, HOST, resolve));
}

async function shut(server) {
	if (!server.listening) return;
	const closed = new Promise((resolve) => server.close(resolve));
	server.closeAllConnections?.();
	for (const { client } of joined.values()) client.destroy();
	await closed;
}

function portOf(server) {
	return server.address().port;
}

module.exports = { openLine };
