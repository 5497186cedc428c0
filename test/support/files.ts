import { createRequire } from 'node:module';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Engine } from '../../engine/engine';
import { baseNodes } from '../../engine/packages';

/** As far as it is needed of the library with which n8n reads workbooks. */
interface Workbooks {
	utils: { aoa_to_sheet(cells: unknown[][]): object };
	write(book: object, options: { type: 'buffer'; bookType: 'xlsx' }): Buffer;
}
const { utils, write } = createRequire(require.resolve('n8n-nodes-base/package.json'))(
	'@e965/xlsx',
) as Workbooks;

/** An Excel file of these rows; a cell may be one of the library's, such as `{ t: 'e', v: 0x2a }`. */
export const workbookOf = (rows: unknown[][], date1904 = false): Buffer =>
	write(
		{
			SheetNames: ['1'],
			Sheets: { 1: utils.aoa_to_sheet(rows) },
			Workbook: { WBProps: { date1904 } },
		},
		{ type: 'buffer', bookType: 'xlsx' },
	);

export type Extract = (
	operation: 'csv' | 'xlsx' | 'text',
	file: Buffer,
	options?: INodeParameters,
) => Promise<IDataObject[]>;

/** n8n's own Extract From File: the items that it makes of a file. */
export async function openExtract(): Promise<Extract> {
	const engine = new Engine({ nodeTypes: {}, packages: [await baseNodes()] });
	return async (operation, file, options = {}) => {
		const data = file.toString('base64');
		const { output } = await engine.execute(
			{
				id: 'extract',
				name: 'Extract',
				type: 'n8n-nodes-base.extractFromFile',
				typeVersion: 1,
				position: [0, 0],
				parameters: { operation, binaryPropertyName: 'data', destinationKey: 'data', options },
			},
			[{ json: {}, binary: { data: { data, mimeType: '', fileExtension: operation } } }],
		);
		return output.map(({ json }) => json);
	};
}
