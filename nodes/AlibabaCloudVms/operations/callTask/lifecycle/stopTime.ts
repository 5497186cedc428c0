import { chinaTime, type ChinaTime } from '../../../parameters/chinaTime';
import { callTask } from '../../../parameters';
import { holds } from '../../../parameters/same';
import type { TaskState } from '../../../tasks/state';

const MINUTE_MS = 60_000;

/**
 * The soonest moment for the end of a task that is surely to come when the service reads it, whatever its
 * clock and the way there cost, and whether it looks by the minute or by the second: the first full minute
 * that is a minute away.
 * @param now milliseconds since 1970
 */
export const soonestStop = (now: number): ChinaTime =>
	chinaTime(Math.ceil((now + MINUTE_MS) / MINUTE_MS) * MINUTE_MS);

/** The schedule that ends a task, whether or not its numbers are called. */
export const scheduleOf = ({ day, time }: ChinaTime): Record<string, string> => ({
	AutoStop: '1',
	AutoStopDay: day,
	AutoStopTime: time,
	ForceEndFlag: '1',
});

/** Whether a task has a schedule, however it is spelled. */
export const isScheduled = ({ fields }: TaskState, schedule: Record<string, string>): boolean =>
	callTask.rows
		.filter(({ api }) => api in schedule)
		.every(({ api, same }) => holds(same(String(fields[api] ?? '')), same(schedule[api] ?? '')));
