'use strict';

/**
 * Spreadsheets as the Google Sheets API v4 has them: cells by row and column, the first row the headings.
 * @param {{ accessToken: string }} keys
 */
function createGoogleSheets({ accessToken }) {
	/** @type {Record<string, unknown[][]>} */
	const sheets = {};

	const routes = [
		['GET', /^\/v4\/spreadsheets\/[^/:]+$/, listed],
		['POST', /^\/v4\/spreadsheets\/[^/:]+:batchUpdate$/, () => ({})],
		['GET', /^\/v4\/spreadsheets\/[^/]+\/values\/(.+)$/, ([range]) => read(range)],
		['POST', /^\/v4\/spreadsheets\/[^/]+\/values:batchUpdate$/, (_, body) => update(body.data)],
		['PUT', /^\/v4\/spreadsheets\/[^/]+\/values\/(.+)$/, (_, body) => update([body])],
	];

	function listed() {
		const properties = (title, index) => ({
			sheetId: index,
			title,
			index,
			gridProperties: { rowCount: 1000, columnCount: 26 },
		});
		return {
			sheets: Object.keys(sheets).map((title, index) => ({ properties: properties(title, index) })),
		};
	}

	function read(range) {
		const { title, first, last } = parsed(range);
		return { range, values: sheets[title].slice(first - 1, last) };
	}

	function update(data) {
		for (const { range, values } of data) {
			const { title, first, column } = parsed(range);
			values.forEach((cells, down) => {
				const row = (sheets[title][first - 1 + down] ??= []);
				cells.forEach((cell, right) => {
					row[column + right] = cell;
				});
			});
		}
		return { updatedRanges: data.length };
	}

	return {
		sheets,
		/** A sheet's rows below the headings, by heading. @param {string} title */
		rows: (title) => {
			const [headings, ...rows] = sheets[title];
			return rows.map((row) =>
				Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? ''])),
			);
		},
		/** @param {import('.').StandInRequest} request */
		answer: ({ method, path, body, headers }) => {
			if (headers.authorization !== `Bearer ${accessToken}`) {
				return { status: 401, body: { error: { code: 401, status: 'UNAUTHENTICATED' } } };
			}
			for (const [verb, pattern, work] of routes) {
				const match = verb === method && pattern.exec(decodeURIComponent(path));
				if (match) return { body: work(match.slice(1), body) };
			}
			return { status: 404, body: { error: { code: 404, status: 'NOT_FOUND' } } };
		},
	};
}

/** A1 notation: `'Customers'`, `Customers!2:4`, `Customers!L2`, `Customers!A:Z`. */
function parsed(range) {
	const [, title, column = '', first, last] =
		/^'?([^'!]+)'?(?:!([A-Z]*)(\d*)(?::[A-Z]*(\d*))?)?$/.exec(range) ?? [];
	return {
		title,
		first: first ? Number(first) : 1,
		last: last ? Number(last) : Infinity,
		column:
			[...(first ? column : '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) -
			(first && column ? 1 : 0),
	};
}

module.exports = { createGoogleSheets };
