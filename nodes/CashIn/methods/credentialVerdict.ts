import type { INodeCredentialTestResult } from 'n8n-workflow';

import { apiMessage, isHtml } from '../api/apiMessage';
import type { Redactor } from '../api/redact';

/** What a probe of the API came back with; the text is the raw body. */
export interface Probe {
	status: number;
	text: string;
	location?: string;
}

/**
 * What an answer to a documented read says of the credential, in a sentence that tells what to do.
 * @param host the address that was asked, for the message
 */
export function credentialVerdict(
	probe: Probe,
	host: string,
	{ redact }: Redactor,
): INodeCredentialTestResult {
	const quote = (body: string) => {
		const message = redact(parseMessage(body));
		return message === '' ? '' : `: "${message}"`;
	};
	const notCashIn = () => {
		const what = isHtml(text) ? redact(apiMessage(text)) : 'something with another shape';
		return refusal(
			`${host} answered with ${what}, not as the Cash-In API does. Check 'Base URL': it includes the version, e.g. https://api.cash-in.com/v2.`,
		);
	};
	const { status, text } = probe;
	if (status === 204 || (status >= 200 && status < 300 && isCashInList(text))) {
		return { status: 'OK', message: 'Cash-In accepts this API key.' };
	}
	if (status >= 200 && status < 300) return notCashIn();
	if (status >= 300 && status < 400) {
		return refusal(
			`${host} points elsewhere (${redact(probe.location ?? 'unknown address')}), and the key is not sent on. Enter the final address in 'Base URL'.`,
		);
	}
	if (isHtml(text) && status !== 401 && status !== 403) return notCashIn();
	switch (status) {
		case 401:
			return refusal(
				"Cash-In does not accept this API key (401). Check that it was copied whole, and that 'Environment' is the one it was issued for: a sandbox key does not work in production, nor the other way round.",
			);
		case 403:
			return refusal(
				`Cash-In knows this API key, but it is not allowed here (403)${quote(text)}. Either the key lacks the right to read, or the public IP address of this n8n is not registered with Cash-In: ask Cash-In which. n8n Cloud has no fixed address to register.`,
			);
		case 404:
		case 405:
			return refusal(
				`${host} answered, but has no Cash-In API at this address (${status}). Check 'Base URL': it includes the version, e.g. https://api.cash-in.com/v2.`,
			);
		case 429:
			return refusal('Cash-In received too many requests (429). Wait a minute and test again.');
	}
	return status >= 500
		? refusal(
				`Cash-In has trouble of its own at the moment (${status})${quote(text)}. The key could not be tested; try again in a few minutes.`,
			)
		: refusal(`Cash-In answered ${status}${quote(text)}. The key could not be tested.`);
}

/** What a failed connection says; `words` is what the network layer reported. */
export function unreachableVerdict(words: string, host: string): INodeCredentialTestResult {
	if (/ENOTFOUND|EAI_AGAIN/i.test(words)) {
		return refusal(`There is no server called ${host}. Check 'Base URL' for a typing mistake.`);
	}
	if (/CERT|SSL|TLS/i.test(words)) {
		return refusal(
			`The certificate of ${host} is not valid, so the key is not sent there. Check 'Base URL'.`,
		);
	}
	if (/timeout|ETIMEDOUT|ECONNABORTED/i.test(words)) {
		return refusal(
			`${host} did not answer in time. Check 'Base URL', and that this n8n can reach the internet.`,
		);
	}
	return refusal(
		`${host} cannot be reached. Check 'Base URL', and that this n8n can reach the internet.`,
	);
}

/** The documented list has Data and Meta; a bare list and one named list are the likely variants. */
function isCashInList(text: string): boolean {
	try {
		const answer: unknown = JSON.parse(text);
		if (Array.isArray(answer)) return true;
		if (typeof answer !== 'object' || answer === null) return false;
		const values = Object.values(answer);
		return 'Data' in answer || values.filter(Array.isArray).length === 1;
	} catch {
		return false;
	}
}

function parseMessage(text: string): string {
	try {
		return apiMessage(JSON.parse(text));
	} catch {
		return apiMessage(text);
	}
}

function refusal(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}
