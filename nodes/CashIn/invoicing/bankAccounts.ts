import { validateBic, validateIban } from '../finnish/iban';
import { normalize } from '../finnish/validation';
import type { Validation } from '../finnish/validation';
import { finding } from './findings';
import type { Finding } from './findings';

/** A bank account or bank somewhere in a body. */
interface Account {
	/** Names on the way to it: `['CreditorDetails', 'Iban']`, `['Accounts', '0', 'Iban']`. */
	path: readonly string[];
	kind: 'iban' | 'bic';
	verdict: Validation;
}

/**
 * What is wrong with the bank accounts in a body, wherever they stand: an IBAN with wrong check digits stops, since
 * money would go to another account or come back; a malformed BIC is warned about, since payments go by the IBAN.
 * Each message begins with `called`, by default the path of the member. Account numbers are not repeated.
 */
export function bankAccountFindings(
	body: unknown,
	called: (path: readonly string[]) => string = pathText,
): Finding[] {
	return accountsIn(body, []).flatMap(({ path, kind, verdict }) => {
		if (verdict.valid) return [];
		const message = `${called(path)}: ${verdict.reason}`;
		const member = path[path.length - 1] ?? '';
		return kind === 'iban'
			? [finding('stop', 'ibanInvalid', member, message)]
			: [finding('warn', 'bicMalformed', member, message)];
	});
}

/** A body with its bank accounts as banks write them: no spaces, upper case. What is wrong stays as it is. */
export function withPlainAccounts<Body extends object>(body: Body): Body {
	let plain = body;
	for (const { path, verdict } of accountsIn(body, [])) {
		if (verdict.valid) plain = replaced(plain, path, verdict.normalized);
	}
	return plain;
}

/** `Accounts[0].Iban` */
export function pathText(path: readonly string[]): string {
	return path
		.map((name) => (/^[0-9]+$/.test(name) ? `[${name}]` : `.${name}`))
		.join('')
		.replace(/^\./, '');
}

function accountsIn(value: unknown, path: readonly string[]): Account[] {
	if (path.length > DEEPEST || typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]: [string, unknown]): Account[] => {
		const own = [...path, name];
		if (typeof inner !== 'string') return accountsIn(inner, own);
		if (inner.trim() === '') return [];
		if (isIban(name, inner)) return [{ path: own, kind: 'iban', verdict: validateIban(inner) }];
		if (/^(bic|swift)/i.test(name)) {
			return [{ path: own, kind: 'bic', verdict: validateBic(inner) }];
		}
		return [];
	});
}

/** By its name, which is our reading of the API; under another name for an account, by its shape. */
function isIban(name: string, value: string): boolean {
	if (/iban/i.test(name)) return true;
	return /account/i.test(name) && /^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/.test(normalize(value));
}

function replaced<Body extends object>(body: Body, path: readonly string[], value: string): Body {
	const [name = '', ...rest] = path;
	const inner: unknown = Reflect.get(body, name);
	const put = rest.length > 0 && isObject(inner) ? replaced(inner, rest, value) : value;
	return Object.assign(Array.isArray(body) ? [...(body as unknown[])] : { ...body }, {
		[name]: put,
	}) as Body;
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

/** Deeper than any body of the contract. */
const DEEPEST = 8;
