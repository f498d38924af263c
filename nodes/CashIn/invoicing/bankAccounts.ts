import { validateBic, validateIban } from '../finnish/iban';
import { normalize, type Validation } from '../finnish/validation';
import { Findings, type Finding } from './findings';
import { isNamed } from './memberNames';

/** A bank account or bank somewhere in a body. */
interface Account {
	/** Names on the way to it: `['Accounts', '0', 'Iban']`. */
	path: readonly string[];
	kind: 'iban' | 'bic';
	validation: Validation;
}

/**
 * Checks the bank accounts in a body, wherever they stand: an IBAN with wrong check digits stops, since
 * money would go to another account or come back; a malformed BIC is warned about, since payments go by the IBAN.
 * Each message begins with `label`, by default the path of the member. Account numbers are not repeated.
 */
export function bankAccountFindings(
	body: unknown,
	label: (path: readonly string[]) => string = pathText,
): Finding[] {
	const findings = new Findings();
	for (const { path, kind, validation } of accountsIn(body, [])) {
		if (validation.valid) continue;
		const message = `${label(path)}: ${validation.reason}`;
		const member = path[path.length - 1] ?? '';
		if (kind === 'iban') findings.stop('ibanInvalid', member, message);
		else findings.warn('bicMalformed', member, message);
	}
	return findings.list;
}

/** A body with its bank accounts as banks write them: no spaces, upper case. Wrong ones stay as they are. */
export function withPlainAccounts<Body extends object>(body: Body): Body {
	let plain = body;
	for (const { path, validation } of accountsIn(body, [])) {
		if (validation.valid) plain = replaced(plain, path, validation.normalized);
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
		if (isIban(name, inner)) return [{ path: own, kind: 'iban', validation: validateIban(inner) }];
		if (!isBic(name)) return [];
		return [{ path: own, kind: 'bic', validation: validateBic(inner) }];
	});
}

const isBic = isNamed(/^(bic|swift)/i);
const isCalledIban = isNamed(/iban/i);
const isAccount = isNamed(/account/i);

/** By its name, which is our reading of the API; under another name for an account, by its shape. */
function isIban(name: string, value: string): boolean {
	if (isCalledIban(name)) return true;
	return isAccount(name) && /^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/.test(normalize(value));
}

function replaced<Body extends object>(body: Body, path: readonly string[], value: string): Body {
	const [name = '', ...rest] = path;
	const inner: unknown = Reflect.get(body, name);
	const isHolder = rest.length > 0 && typeof inner === 'object' && inner !== null;
	const put = isHolder ? replaced(inner, rest, value) : value;
	return Object.assign(Array.isArray(body) ? [...(body as unknown[])] : { ...body }, {
		[name]: put,
	}) as Body;
}

/** Deeper than any body of the contract. */
const DEEPEST = 8;
