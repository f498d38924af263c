/**
 * The value of a parameter in words, as a part of an expression that n8n works out for the line under a node:
 * `createFromOrder` as `create from order`.
 */
export function words(parameter: string): string {
	return `$parameter["${parameter}"].replace(/^getAll(?![a-z])/, "getMany").replace(/[A-Z]/g, " $&").toLowerCase()`;
}

/** The same with a capital: `Create from order`. */
export function inWords(parameter: string): string {
	return `$parameter["${parameter}"][0].toUpperCase() + ${words(parameter)}.slice(1)`;
}
