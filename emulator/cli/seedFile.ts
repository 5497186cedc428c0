import { isRecord } from '../tasks/jsonShapes';
import { isTaskField, newTask, type Task } from '../tasks/task';
import { readJsonFile, type Read } from './readJson';

function readTask(value: unknown, position: number): Read<Task> {
	const where = `Task ${position} of the seed`;
	if (!isRecord(value)) return { refused: `${where} is not an object.` };
	const fields: Partial<Task> = {};
	for (const [name, field] of Object.entries(value)) {
		if (!isTaskField(name)) return { refused: `${where} has an unknown field "${name}".` };
		// A long id as a JSON number has lost its last digits by now.
		const isSafe =
			typeof field === 'number' && (!Number.isInteger(field) || Number.isSafeInteger(field));
		if (typeof field !== 'string' && !isSafe) {
			return { refused: `Field "${name}" of task ${position} of the seed must be a text.` };
		}
		fields[name] = String(field);
	}
	if (!fields.EnterpriseId || !fields.Id) {
		return { refused: `${where} needs "EnterpriseId" and "Id".` };
	}
	return { value: newTask(fields) };
}

/** Reads a JSON array of tasks; fields left out get the defaults of a new task. */
export function readSeedFile(path: string): Read<Task[]> {
	const json = readJsonFile(path);
	if ('refused' in json) return json;
	if (!Array.isArray(json.value)) {
		return { refused: `The seed file ${path} must hold a JSON array of tasks.` };
	}
	const tasks: Task[] = [];
	for (const [index, element] of json.value.entries()) {
		const task = readTask(element, index + 1);
		if ('refused' in task) return task;
		tasks.push(task.value);
	}
	return { value: tasks };
}
