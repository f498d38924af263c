/** Deeper than any answer that means something. */
const DEEPEST = 6;

const FLAG = /^(is_?)?(success(ful)?|succeeded|ok|valid|accepted|approved)$/i;
const STATE = /^(status|state|result|outcome)$/i;
const CODE = /^(status|http|http_?status|result)_?code$/i;
const WORDS = /^(message|status_?description|description|detail|title|reason)$/i;
const NAME_OF_FAILURE =
	/(fail|error|reject|invalid|denied|declin|refus|not_?(taken|accepted|saved))/i;
const COUNTER = /(count|uploaded|accepted|created|processed|received|saved|taken|handled)/i;
const SAYS_NO =
	/\b(fail(ed|ure)?|errors?|reject(ed|ion)?|invalid|denied|declined|refused|not (accepted|allowed|found|saved|taken)|could not|cannot|unable)\b/i;
const SAYS_NONE = /\b(0|no|none|without)\s+(\w+\s+)?(failed|failures?|errors?|rejected)\b/i;
const SAYS_YES = /^(ok|success(ful(ly)?)?|accepted|created|done|true)\W*$/i;

/**
 * What in an answer under a status of success speaks against it, in a clause; `''` when nothing does. Names and shapes
 * of most answers are our reading: what counts other things than were sent, or says no, is never taken for a yes.
 * @param sent how many things the request held; left out, counters are not looked at
 */
export function failureSign(answer: unknown, sent?: number): string {
	if (answer === undefined || answer === null) return '';
	if (typeof answer === 'string') {
		const text = answer.trim();
		return text === '' || SAYS_YES.test(text) ? '' : 'its answer is only a text';
	}
	if (typeof answer === 'boolean') return answer ? '' : "its answer is only 'false'";
	if (typeof answer !== 'object') return 'its answer is only a number';
	if (Array.isArray(answer) && answer.length > 0 && sent !== undefined && answer.length !== sent) {
		return `its answer lists ${answer.length} of something, and ${sent} were sent`;
	}
	return signIn(answer, sent, 0);
}

function signIn(value: unknown, sent: number | undefined, depth: number): string {
	if (typeof value !== 'object' || value === null || depth > DEEPEST) return '';
	const isList = Array.isArray(value);
	for (const [name, member] of Object.entries(value)) {
		const sign = isList ? '' : signOf(name, member, sent);
		const found = sign === '' ? signIn(member, isList ? undefined : sent, depth + 1) : sign;
		if (found !== '') return found;
	}
	return '';
}

function signOf(name: string, member: unknown, sent: number | undefined): string {
	if (FLAG.test(name) && isNo(member)) return `${SPEAKS} ('${name}: false')`;
	if (STATE.test(name) && typeof member === 'string' && saysNo(member)) return SPEAKS;
	if ((STATE.test(name) || CODE.test(name)) && Number(member) >= 400) {
		return `${SPEAKS} ('${name}: ${Number(member)}')`;
	}
	if (WORDS.test(name) && typeof member === 'string' && saysNo(member)) return SPEAKS;
	if (NAME_OF_FAILURE.test(name) && !isNothing(member)) return SPEAKS;
	const count = sent === undefined || !COUNTER.test(name) ? undefined : countIn(member);
	return count === undefined || count === sent
		? ''
		: `its answer counts ${count} as '${name}', and ${sent} were sent`;
}

const SPEAKS = 'its answer speaks of errors';

function saysNo(text: string): boolean {
	return SAYS_NO.test(text) && !SAYS_NONE.test(text);
}

function isNo(value: unknown): boolean {
	return (
		value === false ||
		value === 0 ||
		(typeof value === 'string' && /^(false|no|0)$/i.test(value.trim()))
	);
}

/** No failure is named: nothing, none, or an empty list. */
function isNothing(value: unknown): boolean {
	if (value === undefined || value === null || isNo(value)) return true;
	if (typeof value === 'string') return /^\s*(none|null|ok)?\s*$/i.test(value);
	return typeof value === 'object' && Object.values(value).every(isNothing);
}

function countIn(value: unknown): number | undefined {
	const number = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
	return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
}
