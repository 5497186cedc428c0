import type { IExecuteFunctions } from 'n8n-workflow';
import type { Catalogue } from '../parameters/catalogue';
import { CLEAR } from '../parameters/companions';
import type { Result } from '../gateway/failure';
import type { Alike } from './alike';
import { clearField } from './clearField';
import { createCollector, type Added, type Collected } from './collect';
import type { ColumnsToIgnore } from './columnsToIgnore';
import { createInputMapper } from './mapInput';

/** What an item decides about its values. */
interface Wanted {
	sendEmptyValues?: boolean;
	columnsToIgnore?: readonly string[];
}

/** Where the values of the items come from. */
interface Source {
	/** Whether an item may give values to change: one that gives none then has nothing to send. */
	givesValues: boolean;
	/** Whether all items give the same. */
	isSame: boolean;
	collect(itemIndex: number, wanted?: Wanted): Result<Collected>;
	/** Where columns are mapped: which items say the same as one before. */
	alike?: Alike;
}

interface FieldsBelow extends Source {
	added: readonly Added[];
	collect(itemIndex: number, wanted?: Wanted): { ok: true; value: Collected };
}

/** The fields of the node. */
export function fieldsBelow(context: IExecuteFunctions, catalogue: Catalogue): FieldsBelow {
	const { added, collect, givesValues, isSame } = createCollector(context, catalogue);
	const clear = catalogue.companions.includes(CLEAR) ? clearField(context) : undefined;
	return {
		added,
		givesValues: givesValues || clear?.isFilled === true,
		isSame: isSame && !clear?.isFilled,
		collect: (itemIndex, { sendEmptyValues = false } = {}) => ({
			ok: true,
			value: { given: collect(itemIndex, sendEmptyValues), beside: clear?.of(itemIndex) },
		}),
	};
}

/** The columns of the items, by their names. */
export function columnsOfInput(
	context: IExecuteFunctions,
	catalogue: Catalogue,
	toIgnore: ColumnsToIgnore,
): Source {
	const { look, gather, alike } = createInputMapper(context, catalogue, toIgnore);
	return {
		alike,
		givesValues: true,
		isSame: false,
		collect(itemIndex, { sendEmptyValues = false, columnsToIgnore = [] } = {}) {
			const seen = look(itemIndex, columnsToIgnore);
			if (!seen.ok) return seen;
			const mapped = gather(seen.value);
			if (sendEmptyValues) return { ok: true, value: mapped };
			const filled = mapped.given.filter(({ value }) => value !== '');
			return { ok: true, value: { ...mapped, given: filled } };
		},
	};
}
