import { chinaMoment } from './chinaTime';
import type { TaskStore } from './store';
import { INITIAL, RUNNING } from './status';
import type { Task } from './task';
import { recordOf } from './records';

export interface CallingSettings {
	/** How many numbers a second a running task calls; each call is over at once. */
	callsPerSecond: number;
}

const SEEDED_CALLS = 8;
const SEEDED_GAP_SECONDS = 90;

const callOf = (task: Task, place: number, CustomerNumber: string, TaskFileId: string) => {
	const agents = task.Cnos.split(',');
	return {
		EnterpriseId: task.EnterpriseId,
		TaskId: task.Id,
		TaskName: task.Name,
		TaskFileId,
		CustomerNumber,
		Cno: agents[place % agents.length] ?? '',
		Clid: task.CustomerClids.split(',')[0] ?? '',
	};
};

/** The records that a task of the seed has of its past: one that has begun has called somebody. */
export function seedRecords(store: TaskStore): void {
	for (const task of store.list()) {
		const start = chinaMoment(task.StartTime) / 1000;
		if (task.Status === INITIAL || Number.isNaN(start)) continue;
		for (let place = 0; place < SEEDED_CALLS; place++) {
			const tel = `138${task.Id.slice(-6)}${String(place).padStart(2, '0')}`;
			const call = callOf(task, place, tel, '1');
			store.records.add(recordOf(call, start + place * SEEDED_GAP_SECONDS, place));
		}
	}
}

/** What running tasks have called since they were looked at last. */
export function callNumbers(store: TaskStore, { callsPerSecond }: CallingSettings, now: number) {
	for (const task of store.list().filter(({ Status }) => Status === RUNNING)) {
		const { EnterpriseId, Id } = task;
		const { numbers } = store.numbers.of(EnterpriseId, Id);
		const began = chinaMoment(task.StartTime);
		const from =
			store.records.progress(EnterpriseId, Id, now) ?? (Number.isNaN(began) ? now : began);
		const count = Math.floor(((now - from) / 1000) * callsPerSecond);
		const uncalled = numbers.filter(({ status }) => status === '0').slice(0, Math.max(0, count));
		for (const [index, number] of uncalled.entries()) {
			number.status = '1';
			const start = Math.floor((from + (index * 1000) / callsPerSecond) / 1000);
			const place = store.records.size;
			store.records.add(recordOf(callOf(task, place, number.tel, number.fileId), start, place));
		}
	}
}
