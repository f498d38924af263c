import type { Fault } from './errors';

/**
 * What failed between here and Cash-In. n8n wraps what the network said in errors of its own; some of its versions keep
 * no more of it than the words.
 */
export function networkFault(error: Error): Fault {
	const { codes, calls, words } = traceOf(error);
	const code = codes[0];
	const unsent =
		codes.some((one) => NOT_CONNECTED.test(one)) ||
		calls.some((call) => CONNECTING.test(call)) ||
		words.some((text) => CERTIFICATE_WORDS.test(text));
	const certificate = codes.some((one) => CERTIFICATE.test(one));
	const detail = certificate
		? 'the certificate of the server is not valid'
		: 'the connection failed';
	return { kind: 'network', code, unsent, detail: NETWORK_WORDS[code ?? ''] ?? detail };
}

/** Whether n8n's own patience with the connection ran out. */
export function ranOutOfTime(error: Error): boolean {
	const { codes, words } = traceOf(error);
	return codes.includes('ECONNABORTED') || words.some((text) => /^timeout of \d+ ?ms/.test(text));
}

/** In words, because n8n replaces a message that holds a code with a text of its own, which invites to send again. */
const NETWORK_WORDS: Record<string, string> = {
	ECONNREFUSED: 'the connection was refused',
	ECONNRESET: 'the connection was cut',
	EPIPE: 'the connection was cut',
	ENOTFOUND: 'there is no server of that name',
	EAI_AGAIN: 'the name of the server could not be looked up',
	EHOSTUNREACH: 'there is no way to the server',
	ENETUNREACH: 'there is no way to the network',
	ETIMEDOUT: 'the connection timed out',
	EPROTO: 'the encryption of the connection failed',
	CERT_HAS_EXPIRED: 'the certificate of the server has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of the server is self-signed',
};

/** What makes a connection: where one of these fails, nothing can have arrived. A read or a write that fails is later. */
const CONNECTING = /^(connect|getaddrinfo)$/;

/** Node's codes for a certificate that is turned down, before anything is sent. Others name a certificate as well. */
const CERTIFICATE =
	/^(CERT_|DEPTH_ZERO_|UNABLE_TO_|SELF_SIGNED_|ERR_TLS_CERT_ALTNAME_INVALID$|HOSTNAME_MISMATCH$)/;

const NOT_CONNECTED = new RegExp(`^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$|${CERTIFICATE.source}`);

/** What Node says of such a certificate, where its code is lost. */
const CERTIFICATE_WORDS =
	/^(self[- ]signed certificate|certificate (has expired|is not yet valid)|unable to (verify the first|get (local )?issuer) certificate|Hostname\/IP does not match certificate's altnames)/;

interface Trace {
	codes: string[];
	/** What of the operating system was called. */
	calls: string[];
	words: string[];
}

function traceOf(error: unknown, depth = 0): Trace {
	if (!(error instanceof Error) || depth > 4) return { codes: [], calls: [], words: [] };
	const { code, httpCode, syscall, messages, errors, cause } = members(error);
	const words = [error.message, ...(Array.isArray(messages) ? messages : [])].filter(isText);
	const said = words.flatMap((text) => [...text.matchAll(CALL)]);
	const inner = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])].map((one) =>
		traceOf(one, depth + 1),
	);
	return {
		codes: [
			...[code, httpCode].filter(isText).filter((text) => /^[A-Z]/.test(text)),
			...said.map(([, , name = '']) => name),
			...(words.some((text) => /^socket hang up/.test(text)) ? ['ECONNRESET'] : []),
			...inner.flatMap(({ codes }) => codes),
		],
		calls: [
			...[syscall].filter(isText),
			...said.map(([, call = '']) => call),
			...inner.flatMap(({ calls }) => calls),
		],
		words: [...words, ...inner.flatMap((one) => one.words)],
	};
}

/** `connect ETIMEDOUT 192.0.2.1:443` */
const CALL = /^(connect|getaddrinfo|read|write) (E[A-Z_]+)\b/g;

function members(error: Error): Partial<Record<string, unknown>> {
	return { ...error, cause: error.cause };
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}
