'use strict';

/**
 * A language model behind OpenAI's chat completions: it asks the tool that tells of the payments, or else of the status,
 * about the number in the question, and answers with what the tool said. What it is asked is kept.
 * @param {{ apiKey: string }} keys
 */
function createModel({ apiKey }) {
	const asked = [];

	function choose({ messages, tools = [] }) {
		const said = messages.filter(({ role }) => role === 'tool').pop();
		if (said !== undefined) return { content: `Cash-In says: ${text(said.content)}` };
		const question = text(messages.filter(({ role }) => role === 'user').pop()?.content);
		const number = /\d+/.exec(question)?.[0] ?? '';
		const wanted = /payments/i.test(question) ? /payments/i : /status/i;
		const tool = tools.find((one) => wanted.test(one.function.description))?.function;
		if (tool === undefined) return { content: 'There is no tool for that.' };
		const names = Object.keys(tool.parameters?.properties ?? {});
		const given = Object.fromEntries(names.map((name) => [name, number]));
		const call = { name: tool.name, arguments: JSON.stringify(given) };
		return { content: null, tool_calls: [{ id: 'call_1', type: 'function', function: call }] };
	}

	return {
		/** The requests, oldest first. */
		asked,
		/** The names of the tools of the last request. @returns {string[]} */
		offered: () =>
			(asked.at(-1)?.tools ?? [])
				.map((tool) => tool.function.name)
				.sort()
				.reverse(),
		/** What it was told before the last question. @returns {string} */
		toldFirst: () => text(asked.at(-1)?.messages.find(({ role }) => role === 'system')?.content),
		/** @param {import('.').StandInRequest} request */
		answer: ({ path, body, headers }) => {
			if (headers.authorization !== `Bearer ${apiKey}`) {
				return { status: 401, body: { error: { message: 'Incorrect API key provided' } } };
			}
			if (!path.endsWith('/chat/completions')) {
				return { status: 404, body: { error: { message: `Unknown request: ${path}` } } };
			}
			asked.push(body);
			const message = { role: 'assistant', ...choose(body) };
			const finish_reason = message.tool_calls ? 'tool_calls' : 'stop';
			return {
				body: {
					id: `chatcmpl-${asked.length}`,
					object: 'chat.completion',
					created: 1,
					model: body.model,
					choices: [{ index: 0, message, finish_reason }],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				},
			};
		},
	};
}

function text(content) {
	if (typeof content === 'string') return content;
	return (content ?? []).map((part) => part.text ?? '').join('');
}

module.exports = { createModel };
