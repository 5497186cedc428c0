import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { columnNames } from '../input/columnsToIgnore';
import { viewColumns } from '../input/columnsView';
import { SOURCE } from '../input/fieldsObject';
import { operationFor } from '../operations';
import { COLUMNS } from '../operations/options';
import { columnsText } from './columnsText';
import { lastInputOf } from './lastInput';

/** Names of columns, as far as they can be read: what is wrong with the option, the run says. */
function ignoredIn(context: ILoadOptionsFunctions): readonly string[] {
	const { property } = COLUMNS.columnsToIgnore;
	const given: unknown = context.getCurrentNodeParameter(`options.${property.name}`);
	const { value } = columnNames(given ?? '', property);
	return Array.isArray(value) ? value.map(String) : [];
}

/** Which columns of the last input the node would take. The editor shows it as a notice, as HTML. */
export async function columnsOfLastInput(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const stored = (name: string): unknown => this.getCurrentNodeParameter(name);
	const columns = operationFor(String(stored('resource')), String(stored('operation')))?.columns;
	if (!columns) return { fields: [] };
	const { catalogue, needed, rules } = columns;
	const identity = catalogue.identity.map(({ property }) => property.name);
	const input = lastInputOf(this, [SOURCE, ...identity]);
	const toIgnore = ignoredIn(this);
	const view = input && viewColumns(input.reads, { catalogue, needed, toIgnore });
	const refusesUnknown = stored('options.unknownColumns') === 'refuse';
	const emptyFieldsNotice = columnsText(input, view, { rules, refusesUnknown });
	return await Promise.resolve({ fields: [], emptyFieldsNotice });
}
