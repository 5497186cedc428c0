import type { IDataObject } from 'n8n-workflow';
import { LIST_ENTERPRISE_TIME } from '../gateway/actions';
import { explainUnproven } from '../gateway/answers';
import { fail, type Failure, type Result } from '../gateway/failure';
import { isRecord } from '../guards';
import type { Send } from '../sending/send';
import { idOf } from '../tasks/state';
import type { Conditions } from './calls';
import { readCondition } from './conditions';

/** Reads the time conditions of enterprises; each enterprise is asked once an execution. */
export interface ConditionsReader {
	/** Rejects if the execution is stopped. */
	of(enterpriseId: string): Promise<Conditions>;
}

/** The time conditions of an enterprise, as the service lists them: all at once. */
export async function listConditions(
	send: Send,
	enterpriseId: string,
): Promise<Result<IDataObject[]>> {
	const answer = await send(LIST_ENTERPRISE_TIME, { EnterpriseId: enterpriseId });
	if (!answer.ok) return answer;
	const { Data } = answer.value;
	const list: unknown = isRecord(Data) ? Data.List : undefined;
	if (!Array.isArray(list)) {
		return fail(explainUnproven(answer.value, 'The answer says OK, but holds no time conditions'));
	}
	return { ok: true, value: list.filter(isRecord).map((one) => one as IDataObject) };
}

const unreadable = ({ message }: Failure): Conditions => ({
	problem: `the time conditions of the call center could not be read: ${message}`,
});

/** How often a list is asked for that fails for a reason that may pass: each time makes all its attempts. */
const MOST_FAILURES = 3;

export function createConditionsReader(send: Send): ConditionsReader {
	const enterprises = new Map<string, Promise<Conditions>>();
	const failures = new Map<string, number>();

	const read = async (enterpriseId: string): Promise<Conditions> => {
		const listed = await listConditions(send, enterpriseId);
		if (listed.ok) {
			return { list: new Map(listed.value.map((one) => [idOf(one.Id), readCondition(one)])) };
		}
		// What may have been an accident is tried again by the next item; a lack of permission stays.
		const failed = (failures.get(enterpriseId) ?? 0) + 1;
		failures.set(enterpriseId, failed);
		if (listed.failure.retry && failed < MOST_FAILURES) enterprises.delete(enterpriseId);
		return unreadable(listed.failure);
	};

	return {
		async of(enterpriseId) {
			const known = enterprises.get(enterpriseId) ?? read(enterpriseId);
			enterprises.set(enterpriseId, known);
			return await known;
		},
	};
}
