import type { Asked, Host } from './internet';

export const SHEETS_HOST = 'sheets.googleapis.com';

type Cell = string | number | boolean;

interface ValueRange {
	range: string;
	values: Cell[][];
}

/** `Tasks!B12:B12`, or `Tasks!1:1` for a whole row, as places that count from 0. */
function placeOf(range: string): { row: number; column: number } {
	const [, letters = '', digits = ''] = /!([A-Z]*)(\d+)/.exec(range) ?? [];
	const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
	return { row: Number(digits) - 1, column: Math.max(0, column - 1) };
}

/** One spreadsheet with one sheet, in the words of Google's API, version 4: values are read and written. */
export class GoogleSheet {
	constructor(
		readonly id: string,
		readonly title: string,
		/** The head first. A row ends behind its last filled cell, as Google answers it. */
		readonly rows: Cell[][],
	) {}

	/** The rows below the head, by its names. */
	get records(): Array<Record<string, Cell>> {
		const [head = [], ...rows] = this.rows;
		return rows.map((row) =>
			Object.fromEntries(head.map((name, index) => [String(name), row[index] ?? ''])),
		);
	}

	readonly answer: Host = ({ method, url, headers, body }: Asked) => {
		if (headers.authorization !== 'Bearer token') return undefined;
		const path = decodeURIComponent(url.pathname);
		const own = `/v4/spreadsheets/${this.id}`;
		if (method === 'GET' && path === own) {
			return { sheets: [{ properties: { sheetId: 0, title: this.title, index: 0 } }] };
		}
		if (method === 'GET' && path.startsWith(`${own}/values/`)) {
			return { range: this.title, majorDimension: 'ROWS', values: this.rows };
		}
		if (method === 'POST' && path === `${own}/values:batchUpdate`) {
			const { data } = body as { data: ValueRange[] };
			for (const { range, values } of data) this.write(range, values);
			return { spreadsheetId: this.id, totalUpdatedCells: data.length };
		}
		if (method === 'PUT' && path.startsWith(`${own}/values/`)) {
			const { range, values } = body as ValueRange;
			this.write(range, values);
			return { spreadsheetId: this.id, updatedRange: range };
		}
		return undefined;
	};

	private write(range: string, values: Cell[][]): void {
		const { row, column } = placeOf(range);
		values.forEach((cells, down) => {
			const line = (this.rows[row + down] ??= []);
			cells.forEach((cell, right) => {
				while (line.length < column + right) line.push('');
				line[column + right] = cell;
			});
		});
	}
}
