import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { identity } from '../parameters';
import { check, missing, unsendable } from '../pipeline/check';
import type { Given } from '../pipeline/collect';
import { encode } from '../pipeline/encode';
import { read } from '../pipeline/read';
import { shape } from '../pipeline/shape';
import type { Result } from '../transport/failure';
import { fail } from '../transport/failure';
import type { Session } from './action';
import { readOptions } from './options';

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

/** One item from its parameters to its output, for an action whose parameters are the catalogue's. */
export async function run(
	api: string,
	context: IExecuteFunctions,
	itemIndex: number,
	{ client, collect, enterpriseId }: Session,
): Promise<Result<IDataObject>> {
	const options = readOptions(context, itemIndex);
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
	const answer = await client.send(api, request);
	if (!answer.ok) return answer;
	return {
		ok: true,
		value: shape(answer.value, {
			simplify: options.simplify,
			request: options.includeRequestParameters ? request : undefined,
			ignored,
		}),
	};
}
