import type { IExecuteFunctions } from 'n8n-workflow';
import type { Result } from '../transport/failure';
import { createCollector, type Collected } from './collect';
import { createInputMapper } from './mapInput';

export type Source = (itemIndex: number, sendEmptyValues: boolean) => Result<Collected>;

/** The fields of the node. */
export function fieldsBelow(context: IExecuteFunctions): Source {
	const collect = createCollector(context);
	return (itemIndex, sendEmptyValues) => ({
		ok: true,
		value: { given: collect(itemIndex, sendEmptyValues), unknown: [] },
	});
}

/** The columns of the items, by their names. */
export function columnsOfInput(context: IExecuteFunctions, ignored: readonly string[]): Source {
	const map = createInputMapper(context, ignored);
	return (itemIndex, sendEmptyValues) => {
		const mapped = map(itemIndex);
		if (!mapped.ok || sendEmptyValues) return mapped;
		const { given, unknown } = mapped.value;
		return { ok: true, value: { given: given.filter(({ value }) => value !== ''), unknown } };
	};
}
