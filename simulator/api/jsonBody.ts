/** A request's body: its bytes, and what they say. */
export class JsonBody {
	readonly text: string;
	private parsed: { value: unknown } | { problem: string } | undefined;

	constructor(bytes: Uint8Array | undefined) {
		const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
		this.text = bytes === undefined ? '' : decoder.decode(bytes);
	}

	/** The value, undefined for an empty body; or a sentence when it is not JSON. */
	read(): { value: unknown } | { problem: string } {
		this.parsed ??= parse(this.text);
		return this.parsed;
	}
}

function parse(text: string): { value: unknown } | { problem: string } {
	if (text === '') return { value: undefined };
	try {
		return { value: JSON.parse(text) };
	} catch (error) {
		return { problem: `The request body is not JSON: ${(error as Error).message}` };
	}
}
