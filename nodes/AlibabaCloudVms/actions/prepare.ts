import { identity } from '../parameters';
import { check, missing, unsendable } from '../pipeline/check';
import type { Given } from '../pipeline/collect';
import { encode } from '../pipeline/encode';
import { read } from '../pipeline/read';
import { shape } from '../pipeline/shape';
import type { Result } from '../transport/failure';
import { fail } from '../transport/failure';
import type { Call, Session } from './action';

const [enterprise] = identity;

/** The given values, with the credential's enterprise where the item names none. */
function withDefaults(given: Given[], enterpriseId: string): Given[] {
	if (!enterprise || !enterpriseId) return given;
	if (given.some(({ row, value }) => row === enterprise && value !== '')) return given;
	const fromCredential = {
		row: enterprise,
		label: 'Default Enterprise ID',
		value: enterpriseId,
	};
	return [fromCredential, ...given.filter(({ row }) => row !== enterprise)];
}

/** One item from its parameters to a call, for an action whose parameters are the catalogue's. */
export function prepare(
	itemIndex: number,
	{ collect, enterpriseId, optionsOf }: Session,
): Result<Call> {
	const own = optionsOf(itemIndex);
	if (!own.ok) return own;
	const options = own.value;
	const given = withDefaults(collect(itemIndex, options.sendEmptyValues), enterpriseId);
	const { fields, ignored } = read(given);
	const issues = [
		...missing(fields),
		...(options.checkValuesBeforeSending ? check(fields) : unsendable(fields)),
	];
	if (issues.length > 0) {
		return fail({
			kind: 'input',
			message: issues.join('. '),
			description: 'Nothing was sent for this item.',
		});
	}
	const request = encode(fields, options.urlEncodeNameAndDescriptionFirst);
	return {
		ok: true,
		value: {
			request,
			lane: `${request.EnterpriseId}/${request.TaskId}`,
			shape: (answer) =>
				shape(answer, {
					simplify: options.simplify,
					request: options.includeRequestParameters ? request : undefined,
					ignored,
				}),
		},
	};
}
