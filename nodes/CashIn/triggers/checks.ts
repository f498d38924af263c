import { readDate } from '../invoicing/dates';

/** Whether what n8n kept is an object with members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it is a day that exists, `YYYY-MM-DD`. */
export function isDate(value: unknown): value is string {
	return readDate(value) === value;
}

export function isWhole(value: unknown, least: number): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= least;
}
