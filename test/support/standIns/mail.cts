import { once } from 'node:events';
import net from 'node:net';

import { listening } from '../listening.cts';

export interface Mail {
	to: string[];
	subject: string;
	/** The body as a person reads or clicks it. */
	text: string;
}

/** A mail server that takes every message and keeps it (RFC 5321, as much as a client needs that speaks plainly). */
export async function createMail() {
	const messages: Mail[] = [];
	const sockets = new Set<net.Socket>();
	const refused = new Set<string>();
	const server = net.createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => socket.destroy());
		converse(socket, refused, (message) => messages.push(message));
	});
	const port = await listening(server);
	return {
		port,
		messages,
		/** Addresses that take no mail. */
		refused,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}

function converse(socket: net.Socket, refused: ReadonlySet<string>, deliver: (mail: Mail) => void) {
	let rest = '';
	let to: string[] = [];
	let data: string[] | undefined;
	const say = (line: string) => void socket.write(`${line}\r\n`);
	const command = (line: string): void => {
		if (/^(EHLO|HELO)/i.test(line)) return say('250 stand-in');
		const recipient = /^RCPT TO:<([^>]*)>/i.exec(line)?.[1];
		if (recipient !== undefined && refused.has(recipient)) return say('550 no such mailbox');
		if (recipient !== undefined) to.push(recipient);
		if (/^MAIL/i.test(line)) to = [];
		if (/^DATA/i.test(line)) {
			data = [];
			return say('354 go on');
		}
		say(/^QUIT/i.test(line) ? '221 bye' : '250 ok');
		if (/^QUIT/i.test(line)) socket.end();
	};
	const line = (text: string): void => {
		if (data === undefined) return command(text);
		if (text !== '.') return void data.push(text.replace(/^\./, ''));
		deliver({ to, ...parsed(data) });
		to = [];
		data = undefined;
		say('250 taken');
	};
	say('220 stand-in');
	socket.setEncoding('latin1').on('data', (chunk: string) => {
		const lines = (rest + chunk).split('\r\n');
		rest = lines.pop() ?? '';
		lines.forEach(line);
	});
}

/** A message of one part. */
function parsed(lines: string[]): Omit<Mail, 'to'> {
	const gap = lines.indexOf('');
	const head = lines
		.slice(0, gap)
		.join('\n')
		.replace(/\n[ \t]+/g, ' ');
	const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
	const body = lines.slice(gap + 1).join('\n');
	const encoding = header('Content-Transfer-Encoding').toLowerCase();
	const text =
		encoding === 'base64'
			? Buffer.from(body, 'base64').toString('utf8')
			: encoding === 'quoted-printable'
				? quotedPrintable(body.replace(/=\n/g, ''))
				: Buffer.from(body, 'latin1').toString('utf8');
	return { subject: words(header('Subject')), text };
}

function quotedPrintable(text: string): string {
	const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
		String.fromCharCode(parseInt(hex, 16)),
	);
	return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Encoded words of a header, RFC 2047. */
function words(text: string): string {
	return text
		.replace(/\?=\s+=\?/g, '?==?')
		.replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
			kind.toUpperCase() === 'B'
				? Buffer.from(word, 'base64').toString('utf8')
				: quotedPrintable(word.replace(/_/g, ' ')),
		);
}
