import type { IExecuteFunctions } from 'n8n-workflow';
import { CLEAR } from '../parameters/companions';
import type { Beside } from './collect';
import { createResolver, failedWith } from './resolve';

interface ClearField {
	/** Whether it may name anything. */
	isFilled: boolean;
	of(itemIndex: number): Beside[];
}

/** The field of the node that names what is cleared. */
export function clearField(context: IExecuteFunctions): ClearField {
	const raw: unknown = context.getNodeParameter(CLEAR.name, 0, '', { rawExpressions: true });
	if (raw === '' || raw === null || raw === undefined) return { isFilled: false, of: () => [] };
	const resolve = createResolver(context, [{ path: CLEAR.name, raw }]);
	return {
		isFilled: true,
		of(itemIndex) {
			return resolve(itemIndex).map((resolved): Beside => {
				return 'error' in resolved
					? { companion: CLEAR, problem: failedWith(resolved.error) }
					: { companion: CLEAR, value: resolved.value };
			});
		},
	};
}
