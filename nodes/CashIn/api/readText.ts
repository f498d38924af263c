/** What came of reading a body: its text, and what stopped it before its end, if anything did. */
export interface ReadText {
	text: string;
	stopped?: 'tooLong' | 'cutOff';
}

/**
 * Reads a body to its end, until it is longer than `most` bytes, or until the signal says that it has taken too long. It
 * is counted unpacked: a hundred kilobytes may unpack to a hundred megabytes.
 * @param body a stream of bytes, or what n8n has read already
 */
export async function readText(
	body: unknown,
	most: number,
	signal: AbortSignal,
): Promise<ReadText> {
	if (!isStream(body)) {
		const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
		return { text: withoutMark(text) };
	}
	const parts: Uint8Array[] = [];
	let length = 0;
	let stopped: ReadText['stopped'];
	const close = () => body.destroy();
	signal.addEventListener('abort', close);
	try {
		for await (const part of body) {
			parts.push(part);
			length += part.length;
			if (length <= most) continue;
			stopped = 'tooLong';
			break;
		}
	} catch {
		stopped = 'cutOff';
	} finally {
		signal.removeEventListener('abort', close);
	}
	return { text: withoutMark(Buffer.concat(parts).toString('utf8')), stopped };
}

interface Stream extends AsyncIterable<Uint8Array> {
	destroy(): unknown;
}

function isStream(body: unknown): body is Stream {
	return (
		typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body
	);
}

/** Some servers begin with a byte order mark, which is no JSON. */
function withoutMark(text: string): string {
	return text.startsWith('\ufeff') ? text.slice(1) : text;
}
