import fc from 'fast-check';
import { callsFrom, windowsIn } from '../../../nodes/AlibabaCloudVms/calling/calls';
import type { ScheduleFacts } from '../../../nodes/AlibabaCloudVms/calling/schedule';
import { conditionsOf, facts, NOW, type Listed } from './given';

/**
 * What the vendor's page says, asked minute by minute and told by Date alone: nothing of the node's is in it.
 */
const DAY_MS = 24 * 60 * 60 * 1000;

const moments = new Map<string, number>();

function at(day: string, clock: string): number {
	const text = `${day} ${clock}`;
	const found = moments.get(text) ?? Date.parse(`${day}T00:00:00Z`) + minutesOf(clock) * 60_000;
	moments.set(text, found);
	return found;
}

/** Kept, since it is asked for with every minute. */
const days = new Map<number, { day: string; weekday: string }>();

function dayAt(minute: number): { day: string; weekday: string } {
	const number = Math.floor(minute / DAY_MS);
	const date = new Date(number * DAY_MS);
	const found = days.get(number) ?? {
		day: date.toISOString().slice(0, 10),
		weekday: String(date.getUTCDay() + 1),
	};
	days.set(number, found);
	return found;
}

/** HH:mm knows no later minute than 23:59, and so it stands for the end of the day. */
const endOf = (clock: string): string => (clock === '23:59' ? '24:00' : clock);

function minutesOf(clock: string): number {
	const [hours = Number.NaN, minutes = Number.NaN, seconds = 0] = clock.split(':').map(Number);
	return hours * 60 + minutes + seconds / 60;
}

function holdsAt(condition: Listed, minute: number): boolean {
	const { Type, TimeType, DayOfWeek, FromDay, ToDay, StartTime } = condition;
	const EndTime = endOf(condition.EndTime);
	if (Type === '2' && TimeType === '1' && FromDay !== ToDay) {
		return minute >= at(FromDay, StartTime) && minute < at(ToDay, EndTime);
	}
	const isNextDay = minutesOf(EndTime) < minutesOf(StartTime);
	// Begun today, or yesterday in the evening.
	return [0, 1].some((daysAgo) => {
		const { day, weekday } = dayAt(minute - daysAgo * DAY_MS);
		const isItsDay =
			Type === '1' ? DayOfWeek.split(',').includes(weekday) : day >= FromDay && day <= ToDay;
		const end = at(day, EndTime) + (isNextDay ? DAY_MS : 0);
		return isItsDay && minute >= at(day, StartTime) && minute < end;
	});
}

interface Scene {
	task: ScheduleFacts;
	listed: Listed[];
}

function callsAt({ task, listed }: Scene, minute: number): boolean {
	const now = at(NOW.day, NOW.time.slice(0, 5));
	const isRunning = task.status === 1;
	const start = at(task.autoStartDay ?? '', task.autoStartTime || '00:00:00');
	const from = isRunning ? now : Math.max(now, Math.floor(start / 60_000) * 60_000);
	if (minute < from) return false;
	const stop = at(task.autoStopDay ?? '', task.autoStopTime || '23:59:59');
	if (task.autoStop && minute >= stop) return false;
	const holds = (ids: readonly string[] = []) =>
		listed.some((one) => ids.includes(one.Id) && holdsAt(one, minute));
	if (task.autoTaskType === 1 && !holds(task.autoTriggerTimeStrategy)) return false;
	return !holds(task.timeStrategy);
}

const two = (number: number) => String(number).padStart(2, '0');
const day = fc
	.integer({ min: 0, max: 9 })
	.map((number) => `2026-${number < 5 ? `11-${26 + number}` : `12-0${number - 4}`}`);
const clock = fc
	.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 1, 30, 59))
	.map(([hours, minutes]) => `${two(hours)}:${two(minutes)}`);
const end = fc.oneof(
	{ weight: 5, arbitrary: clock },
	{ weight: 1, arbitrary: fc.constant('24:00') },
);

const condition = (Id: string): fc.Arbitrary<Listed> =>
	fc
		.record({
			Id: fc.constant(Id),
			Type: fc.constantFrom('1', '2'),
			TimeType: fc.constantFrom('1', '2'),
			DayOfWeek: fc.subarray(['1', '2', '3', '4', '5', '6', '7'], { minLength: 1 }).map(String),
			days: fc.tuple(day, day).map((days) => days.sort()),
			StartTime: clock,
			EndTime: end,
		})
		.filter(({ StartTime, EndTime }) => StartTime !== EndTime)
		.map(({ days: [FromDay = '', ToDay = ''], ...rest }) => ({ ...rest, FromDay, ToDay }));

const IDS = ['9', '22', '50', '51'];

const scene: fc.Arbitrary<Scene> = fc.record({
	listed: fc.tuple(...IDS.map(condition)),
	task: fc
		.record({
			status: fc.constantFrom(0, 0, 1, 2),
			autoStart: fc.constant(true),
			autoStartDay: day,
			autoStartTime: fc
				.tuple(clock, fc.constantFrom('00', '25', '59'))
				.map(([of, seconds]) => `${of}:${seconds}`),
			// Mostly without one: a stop before the start tells nothing.
			autoStop: fc.constantFrom(false, false, true),
			autoStopDay: day,
			autoStopTime: fc.oneof(
				fc.constant(''),
				clock.map((of) => `${of}:00`),
			),
			autoTaskType: fc.constantFrom(0, 1),
			autoTriggerTimeStrategy: fc.subarray(IDS, { minLength: 1 }),
			timeStrategy: fc.subarray(IDS),
		})
		.map((more) => facts(more)),
});

test('in each minute the windows say what the conditions say', () => {
	let called = 0;
	fc.assert(
		fc.property(scene, ({ task, listed }) => {
			const calls = callsFrom(task, conditionsOf(listed), NOW);
			fc.pre(calls.kind !== 'unknown');
			const [from, to] = [at('2026-11-26', '00:00'), at('2026-12-05', '00:00')];
			const span = { from: from / 60_000, to: to / 60_000 };
			const windows = calls.kind === 'times' ? windowsIn(calls, span) : [];
			let index = 0;
			for (let minute = from; minute < to; minute += 60_000) {
				const number = minute / 60_000;
				while ((windows[index]?.to ?? Number.POSITIVE_INFINITY) <= number) index++;
				const isIn = (windows[index]?.from ?? Number.POSITIVE_INFINITY) <= number;
				if (isIn) called++;
				const should = callsAt({ task, listed }, minute);
				if (isIn !== should) {
					throw new Error(`${new Date(minute).toISOString()}: ${isIn} instead of ${should}`);
				}
			}
			// Merged: in order, and with something between them.
			windows.forEach(({ from: begun }, place) => {
				expect(begun).toBeGreaterThan(windows[place - 1]?.to ?? 0);
			});
		}),
		{ numRuns: 100 },
	);
	expect(called).toBeGreaterThan(0);
});
