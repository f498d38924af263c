import { routed, type Route, type StandInAnswer, type StandInRequest } from './standIn';

/** Values of a range, as they are written. */
interface ValueRange {
	range: string;
	values: unknown[][];
}

/** Spreadsheets as the Google Sheets API v4 has them: cells by row and column, the first row the headings. */
export function createGoogleSheets({ accessToken }: { accessToken: string }) {
	const sheets: Record<string, unknown[][]> = {};
	const sheet = (title: string) => (sheets[title] ??= []);

	const routes: Route[] = [
		['GET', /^\/v4\/spreadsheets\/[^/:]+$/, () => ({ body: listed() })],
		['POST', /^\/v4\/spreadsheets\/[^/]+:batchUpdate$/, () => ({ body: {} })],
		[
			'GET',
			/^\/v4\/spreadsheets\/[^/]+\/values\/(.+)$/,
			([range = '']) => ({ body: readRange(range) }),
		],
		[
			'POST',
			/^\/v4\/spreadsheets\/[^/]+\/values:batchUpdate$/,
			(_, { body }) => ({ body: update(body.data as ValueRange[]) }),
		],
		[
			'PUT',
			/^\/v4\/spreadsheets\/[^/]+\/values\/(.+)$/,
			(_, { body: { range, values } }) => ({
				body: update([{ range: String(range), values: values as unknown[][] }]),
			}),
		],
	];

	function listed() {
		const properties = (title: string, index: number) => ({
			sheetId: index,
			title,
			index,
			gridProperties: { rowCount: 1000, columnCount: 26 },
		});
		return {
			sheets: Object.keys(sheets).map((title, index) => ({ properties: properties(title, index) })),
		};
	}

	function readRange(range: string): ValueRange {
		const { title, first, last } = parsed(range);
		return { range, values: sheet(title).slice(first - 1, last) };
	}

	function update(data: ValueRange[]) {
		for (const { range, values } of data) {
			const { title, first, column } = parsed(range);
			values.forEach((cells, down) => {
				const row = (sheet(title)[first - 1 + down] ??= []);
				cells.forEach((cell, right) => {
					row[column + right] = cell;
				});
			});
		}
		return { updatedRanges: data.length };
	}

	return {
		sheets,
		/** A sheet's rows below the headings, by heading. */
		rows: (title: string): Array<Record<string, unknown>> => {
			const [headings = [], ...rows] = sheet(title);
			return rows.map((row) =>
				Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? ''])),
			);
		},
		answer: (request: StandInRequest): StandInAnswer => {
			if (request.headers.authorization !== `Bearer ${accessToken}`) {
				return { status: 401, body: { error: { code: 401, status: 'UNAUTHENTICATED' } } };
			}
			return (
				routed(routes, decodeURIComponent(request.path), request) ?? {
					status: 404,
					body: { error: { code: 404, status: 'NOT_FOUND' } },
				}
			);
		},
	};
}

/** A1 notation: `'Customers'`, `Customers!2:4`, `Customers!L2`, `Customers!A:Z`. */
function parsed(range: string) {
	const [, title = '', column = '', first, last] =
		/^'?([^'!]+)'?(?:!([A-Z]*)(\d*)(?::[A-Z]*(\d*))?)?$/.exec(range) ?? [];
	const letters = first ? [...column] : [];
	const number = letters.reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
	return {
		title,
		first: first ? Number(first) : 1,
		last: last ? Number(last) : Infinity,
		column: Math.max(0, number - 1),
	};
}
