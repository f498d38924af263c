// A Finnish personal identity code (henkilötunnus): DDMMYY, a century sign, NNN and a check character.
const PERSONAL_IDENTITY_CODE = /\b[0-3]\d[01]\d{3}[-+ABCDEFUVWXY]\d{3}[0-9A-Y]\b/gi;

/** Whether a value holds what may be a personal identity code, which has no place in an address: those are logged. */
export function holdsPersonalIdentityCode(text: string): boolean {
	return text.search(PERSONAL_IDENTITY_CODE) !== -1;
}

/** Takes the API key and anything that looks like a personal identity code out of a text meant for people. */
export function redact(text: string, apiKey: string): string {
	const withoutKey = apiKey === '' ? text : text.split(apiKey).join('[API key]');
	return withoutKey.replace(PERSONAL_IDENTITY_CODE, '[personal identity code]');
}
