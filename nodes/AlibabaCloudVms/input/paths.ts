import type { INodeExecutionData } from 'n8n-workflow';
import { isRecord } from '../guards';
import { referenceKeys, singleExpression } from './resolve';

/** The keys of `={{ $json.a.b }}`; undefined for any other parameter. */
export function pathIn(raw: unknown): string[] | undefined {
	const code = singleExpression(raw) ?? '';
	return code.trim() === '$json' ? [] : referenceKeys(code);
}

/** What an item has at the end of a path; undefined where it does not go so far. */
export function cellAt(item: INodeExecutionData, path: readonly string[]): unknown {
	let value: unknown = item.json;
	for (const key of path)
		value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
	return value;
}
