import { JsonNumber, type Json, type JsonObject } from '../json';
import type { Answer, Written } from './field';
import { FIELDS, type Task } from './task';

/** A number never set has no literal; null stands for it. */
const WRITE: Record<Written, (text: string) => Json> = {
	text: (text) => text,
	number: (text) => (text === '' ? null : new JsonNumber(text)),
};

/** What an answer shows of a task, as the rows of its fields say. */
function viewOf(answer: Answer): (task: Task) => JsonObject {
	const members = FIELDS.flatMap(([name, { shown }]) => {
		const written = shown[answer];
		return written ? [{ name, write: WRITE[written] }] : [];
	});
	return (task) => Object.fromEntries(members.map(({ name, write }) => [name, write(task[name])]));
}

export const updatedView = viewOf('updated');
export const listedView = viewOf('listed');

/** Fields CloudGetTask still has for old clients; nothing sets them. */
const DEPRECATED = {
	AdjustStep: '5',
	AgentUtilization: '',
	CallbackUrl: '',
	ClidGroup: '',
	CurlRetryTimes: '5',
	StandbyCnos: '',
	TaskFields: '',
};

const gotView = viewOf('got');

export const propertyView = (task: Task): JsonObject => ({ ...gotView(task), ...DEPRECATED });
