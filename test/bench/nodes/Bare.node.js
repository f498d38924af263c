// @ts-check
'use strict';

/*
 * An otherwise empty node, which a real n8n loads by itself. It shows what of our node's time is n8n's own:
 *   send         sends the items, many to a request, one after the other, with n8n's HTTP helper
 *   read         reads all pages of a list, some in flight, with that helper, and gives an item for each row
 *   credentials  asks n8n for the credential of each item, and nothing else
 */

/** @typedef {import('n8n-workflow').IExecuteFunctions} Context */
/** @typedef {import('n8n-workflow').IDataObject} Json */

/**
 * @typedef {object} Work
 * @property {string} url where paths come after
 * @property {string} key
 * @property {import('../api.cts').Api} api
 * @property {number} batch
 * @property {number} [inFlight]
 */

class Bare {
	constructor() {
		this.description = {
			displayName: 'Bare',
			name: 'bare',
			group: ['transform'],
			version: 1,
			description: 'What n8n alone costs',
			defaults: { name: 'Bare' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [
				{ name: 'cashInApi', required: true, displayOptions: { show: { task: ['credentials'] } } },
			],
			properties: [
				{ displayName: 'Task', name: 'task', type: 'string', default: '' },
				{ displayName: 'Work', name: 'work', type: 'json', default: '{}' },
			],
		};
	}

	/** @this {Context} */
	async execute() {
		const task = this.getNodeParameter('task', 0);
		/** @type {Work} */
		const work = JSON.parse(String(this.getNodeParameter('work', 0)));
		if (task === 'send') return [await send(this, work)];
		if (task === 'read') return [await read(this, work)];
		return [await fetchCredentials(this)];
	}
}

/**
 * @param {Context} context
 * @param {Work} work
 */
async function send(context, { url, key, api, batch }) {
	const all = context.getInputData();
	for (let start = 0; start < all.length; start += batch) {
		const invoices = all.slice(start, start + batch).map(({ json }) => json);
		await context.helpers.httpRequest({
			method: 'POST',
			url: url + api.path,
			headers: { 'X-Api-Key': key, 'Content-Type': 'application/json' },
			body: JSON.stringify(api.items === undefined ? invoices : { [api.items]: invoices }),
			json: true,
		});
	}
	return all;
}

/**
 * @param {Context} context
 * @param {Work} work
 */
async function read(context, { url, key, api, batch, inFlight = 1 }) {
	/** @param {number} number */
	const page = async (number) =>
		await context.helpers.httpRequest({
			method: 'GET',
			url: url + api.path,
			qs: { [api.page]: number, [api.pageSize]: batch },
			headers: { 'X-Api-Key': key },
			json: true,
		});
	const first = await page(1);
	/** @type {Json[][]} */
	const pages = [valueAt(first, api.rows)];
	const last = Math.ceil(valueAt(first, api.total) / batch);
	let next = 2;
	const lane = async () => {
		while (next <= last) {
			const number = next++;
			pages[number - 1] = valueAt(await page(number), api.rows);
		}
	};
	await Promise.all(Array.from({ length: inFlight }, lane));
	const pairedItem = { item: 0 };
	return pages.flat().map((json) => ({ json, pairedItem }));
}

/** @param {Context} context */
async function fetchCredentials(context) {
	const all = context.getInputData();
	for (let item = 0; item < all.length; item += 1) await context.getCredentials('cashInApi', item);
	return all;
}

/**
 * @param {unknown} answer
 * @param {readonly string[]} names
 * @returns {any}
 */
function valueAt(answer, names) {
	return names.reduce((holder, name) => Object(holder)[name], answer);
}

module.exports = { Bare };
