import type { Fault } from './errors';

/**
 * What failed between here and Cash-In. n8n wraps what the network said in errors of its own; some of its versions keep
 * no more of it than the words.
 */
export function networkFault(error: Error): Fault {
	const signs = signsOf(error);
	const code = signs.map(codeIn).find((one) => one !== undefined);
	const unsent = signs.some((sign) => NOT_CONNECTED.test(sign));
	const detail = signs.some((sign) => CERTIFICATE.test(sign))
		? 'the certificate of the server is not valid'
		: 'the connection failed';
	return { kind: 'network', code, unsent, detail: NETWORK_WORDS[code ?? ''] ?? detail };
}

/** Whether n8n's own patience with the connection ran out. */
export function ranOutOfTime(error: Error): boolean {
	return signsOf(error).some(
		(sign) => codeIn(sign) === 'ECONNABORTED' || /^timeout of \d+ ?ms/.test(sign),
	);
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

/** Node's codes for a certificate that is turned down, before anything is sent. Others name a certificate as well. */
const CERTIFICATE =
	/^(CERT_|DEPTH_ZERO_|UNABLE_TO_|SELF_SIGNED_|ERR_TLS_CERT_ALTNAME_INVALID$|HOSTNAME_MISMATCH$)/;

/** What Node says of such a certificate, where its code is lost. */
const CERTIFICATE_WORDS =
	/^(self[- ]signed certificate|certificate (has expired|is not yet valid)|unable to (verify the first|get (local )?issuer) certificate|Hostname\/IP does not match certificate's altnames)/;

/**
 * Nothing can have arrived: there is no such server, no connection was made, or the certificate was turned down. A call
 * to read or write that fails is later.
 */
const NOT_CONNECTED = new RegExp(
	[
		/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/,
		/^(connect|getaddrinfo)( E[A-Z_]+\b|$)/,
		CERTIFICATE,
		CERTIFICATE_WORDS,
	]
		.map(({ source }) => source)
		.join('|'),
);

/** The code in a sign: `ETIMEDOUT`, `connect ETIMEDOUT 192.0.2.1:443`. */
function codeIn(sign: string): string | undefined {
	if (/^[A-Z][A-Z0-9_]+$/.test(sign)) return sign;
	if (/^socket hang up/.test(sign)) return 'ECONNRESET';
	return /^(?:connect|getaddrinfo|read|write) (E[A-Z_]+)\b/.exec(sign)?.[1];
}

/** The codes, calls of the operating system and words of an error and all it wraps, the outermost first. */
function signsOf(error: unknown, depth = 0): string[] {
	if (!(error instanceof Error) || depth > 4) return [];
	const { code, httpCode, syscall, messages, errors }: Partial<Record<string, unknown>> = {
		...error,
	};
	const own = [code, httpCode, syscall, error.message, ...listOf(messages)];
	const inner = [error.cause, ...listOf(errors)];
	return [
		...own.filter((sign) => typeof sign === 'string'),
		...inner.flatMap((one) => signsOf(one, depth + 1)),
	];
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
