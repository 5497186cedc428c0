import { fail, type Result } from '../../../../gateway/failure';
import type { TaskReader } from '../../../../tasks/reader';
import type { TaskKey, TaskState } from '../../../../tasks/state';
import { quote } from '../../../../text';

/** Tasks to be copied: read once an execution, and whole or not at all. */
export function sourcesOf(reader: TaskReader): (task: TaskKey) => Promise<Result<TaskState>> {
	const sources = new Map<string, Promise<Result<TaskState>>>();

	const read = async (task: TaskKey): Promise<Result<TaskState>> => {
		const found = await reader.readWhole(task);
		const why = found.ok ? found.value.lacks : found.failure.message;
		if (found.ok && why === undefined) return found;
		const message = `Task ${quote(task.taskId)}, which is to be copied, could not be read whole: ${why}`;
		const description = 'Nothing was sent for this item.';
		return found.ok
			? fail({ kind: 'gateway', message, description })
			: fail({ ...found.failure, message, description });
	};

	return async (task) => {
		const key = `${task.enterpriseId}/${task.taskId}`;
		const reading = sources.get(key) ?? read(task);
		sources.set(key, reading);
		const source = await reading;
		// The next item asks again.
		if (!source.ok && sources.get(key) === reading) sources.delete(key);
		return source;
	};
}
