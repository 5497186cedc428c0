import type { IDataObject } from 'n8n-workflow';
import { explainUnproven } from '../../../gateway/answers';
import { fail, type Result } from '../../../gateway/failure';
import { isRecord } from '../../../guards';

/**
 * An answer of an action that says by Data.Result whether it was done: 0 is documented for that, and one
 * that says nothing is a failure that leaves it open.
 * @param noun what was asked for, as in `The deletion was answered with OK`
 */
export function proven(noun: string, sent: Result<IDataObject>): Result<IDataObject> {
	if (!sent.ok) return sent;
	const { Data } = sent.value;
	if (isRecord(Data) && String(Data.Result) === '0') return sent;
	const message = `The ${noun} was answered with OK, and nothing in it says that it was done`;
	return fail({ ...explainUnproven(sent.value, message), fate: 'open' });
}
