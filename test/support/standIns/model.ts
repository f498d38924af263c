import type { Json, StandInAnswer, StandInRequest } from './standIn';

type Content = string | Array<{ text?: string }> | null | undefined;

/** A request of OpenAI's chat completions, as much of it as is read here. */
interface ChatRequest {
	model: string;
	messages: Array<{ role: string; content: Content }>;
	tools?: Array<{
		function: {
			name: string;
			description: string;
			parameters?: { properties?: Record<string, unknown> };
		};
	}>;
}

interface Choice {
	content: string | null;
	tool_calls?: object[];
}

/**
 * A language model behind OpenAI's chat completions: it asks the tool that tells of the payments, or else of the status,
 * about the number in the question, and answers with what the tool said. Where the question has lines of JSON, it calls
 * the tool that sends with the object of each, one after the other, whatever it is told, or with all at once where the
 * question says so. What it is asked is kept.
 */
export function createModel({ apiKey }: { apiKey: string }) {
	const asked: ChatRequest[] = [];
	const lastOf = (request: ChatRequest | undefined, wanted: string) =>
		request?.messages.filter(({ role }) => role === wanted).at(-1);

	function choose(request: ChatRequest): Choice {
		const said = lastOf(request, 'tool');
		const question = text(lastOf(request, 'user')?.content);
		const told = request.messages.filter(({ role }) => role === 'tool').length;
		const toSend = (question.match(/^\{.*\}$/gm) ?? []).slice(told);
		const sending = request.tools?.find((one) => /^Sends/.test(one.function.description))?.function;
		if (toSend.length > 0 && sending !== undefined) {
			// Where a person is asked first, n8n keeps what is the tool's apart from what is that node's.
			const isReviewed = 'toolParameters' in (sending.parameters?.properties ?? {});
			const calls = toSend
				.map((line) => JSON.parse(line) as Json)
				.map((given) => (isReviewed ? { toolParameters: given, hitlParameters: {} } : given));
			return callsOf(sending.name, /at once/.test(question) ? calls : calls.slice(0, 1), told);
		}
		if (said !== undefined) return { content: `Cash-In says: ${text(said.content)}` };
		const number = /\d+/.exec(question)?.[0] ?? '';
		const wanted = /payments/i.test(question) ? /payments/i : /status/i;
		const tools = request.tools ?? [];
		const tool = tools.find((one) => wanted.test(one.function.description))?.function;
		if (tool === undefined) return { content: 'There is no tool for that.' };
		const names = Object.keys(tool.parameters?.properties ?? {});
		const given = Object.fromEntries(names.map((name) => [name, number]));
		return callsOf(tool.name, [given]);
	}

	return {
		/** The requests, oldest first. */
		asked,
		/** The names of the tools of the last request. */
		offered: (): string[] =>
			(asked.at(-1)?.tools ?? [])
				.map((tool) => tool.function.name)
				.sort()
				.reverse(),
		/** What it was told before the last question. */
		toldFirst: (): string =>
			text(asked.at(-1)?.messages.find(({ role }) => role === 'system')?.content),
		answer: ({ path, body, headers }: StandInRequest): StandInAnswer => {
			if (headers.authorization !== `Bearer ${apiKey}`) {
				return { status: 401, body: { error: { message: 'Incorrect API key provided' } } };
			}
			if (!path.endsWith('/chat/completions')) {
				return { status: 404, body: { error: { message: `Unknown request: ${path}` } } };
			}
			const request = body as ChatRequest & Json;
			asked.push(request);
			const message = { role: 'assistant', ...choose(request) };
			const finish_reason = message.tool_calls ? 'tool_calls' : 'stop';
			return {
				body: {
					id: `chatcmpl-${asked.length}`,
					object: 'chat.completion',
					created: 1,
					model: request.model,
					choices: [{ index: 0, message, finish_reason }],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				},
			};
		},
	};
}

function callsOf(name: string, given: object[], before = 0): Choice {
	const tool_calls = given.map((one, at) => ({
		id: `call_${before + at + 1}`,
		type: 'function',
		function: { name, arguments: JSON.stringify(one) },
	}));
	return { content: null, tool_calls };
}

function text(content: Content): string {
	if (typeof content === 'string') return content;
	return (content ?? []).map((part) => part.text ?? '').join('');
}
