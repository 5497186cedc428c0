import type { IDataObject } from 'n8n-workflow';
import type { Send } from '../sending/send';
import { isRecord } from '../guards';
import { GET_TASK } from '../gateway/actions';
import type { SendOptions } from '../gateway/client';
import { explainUnproven } from '../gateway/answers';
import type { Result } from '../gateway/failure';
import { fail } from '../gateway/failure';
import { known } from './noSuchTask';
import { aboutTask, identityOf, stateOf, type TaskKey, type TaskState } from './state';

/** One task as it is now, without the parameters that only lists have. */
export async function getTask(
	send: Send,
	task: TaskKey,
	options?: SendOptions,
): Promise<Result<TaskState>> {
	const answer = known(task, await send(GET_TASK, identityOf(task), options));
	if (!answer.ok) return answer;
	const { Data } = answer.value;
	const fields: unknown = isRecord(Data) ? Data.TaskProperty : undefined;
	if (!isRecord(fields)) {
		return fail(explainUnproven(answer.value, 'The answer says OK, but holds no task'));
	}
	const asked = aboutTask(answer.value, fields, task);
	return asked.ok ? { ok: true, value: stateOf(fields as IDataObject) } : asked;
}
