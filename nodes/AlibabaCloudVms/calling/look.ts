import type { Read } from '../input/given';
import { once } from '../once';
import type { Catalogue } from '../parameters/catalogue';
import { chinaNow, type ChinaTime } from '../parameters/chinaTime';
import type { Send } from '../sending/send';
import type { TaskKey, TaskState } from '../tasks/state';
import { callsOf, conditionsIn, windowsIn, type Calls, type Conditions } from './calls';
import { factsOf, touchesSchedule } from './facts';
import { readHolidays, type Holidays } from './holidays';
import { asksForHolidays, judge, type Judgement, type Policy } from './policy';
import { createConditionsReader } from './readConditions';
import { scheduleOf } from './schedule';

/** When a task calls, and when it would once it was changed. */
export interface Look {
	before: Calls;
	after: Calls;
	/** What the policy says of the calls afterwards. */
	judgement: Judgement;
	/** Where the policy asks for them, or a picture. */
	holidays?: Holidays;
	/** When it was looked at, in China. */
	now: ChinaTime;
}

/** What is looked at. */
export interface Wanted {
	task: TaskKey;
	/** The values that are given; none where nothing would be changed. */
	fields: readonly Read[];
	/** The task as it was read. */
	state: TaskState;
	policy: Policy;
	/** Whether the look is for a picture too. */
	isDrawn?: boolean;
}

/** What a picture of a task's calls is made of. */
export interface CallsView {
	look: Look;
	policy: Policy;
}

export interface Looker {
	/** The time conditions of an enterprise are read where the task hangs on some, once an execution. */
	look(wanted: Wanted): Promise<Look>;
}

/** No one's conditions, where none are needed. */
const NONE: Conditions = { list: new Map() };

/** @param unknown told of a year, as yyyy, whose holidays would count and are not known */
export function createLooker(
	send: Send,
	catalogue: Catalogue,
	unknown: (year: string) => void,
): Looker {
	const conditions = createConditionsReader(send);
	const holidays = once(readHolidays);
	return {
		async look({ task, fields, state, policy, isDrawn = false }) {
			const now = chinaNow();
			const scheduled = (given: readonly Read[]) =>
				scheduleOf(factsOf(given, state, catalogue), now);
			const today = scheduled([]);
			const changed = touchesSchedule(fields) ? scheduled(fields) : today;
			const areNeeded = [today, changed].some((schedule) => conditionsIn(schedule).length > 0);
			const known = areNeeded ? await conditions.of(task.enterpriseId) : NONE;
			const before = callsOf(today, known);
			const after = changed === today ? before : callsOf(changed, known);
			const asked = isDrawn || asksForHolidays(policy) ? await holidays() : undefined;
			const windows = after.kind === 'times' ? windowsIn(after, after.horizon) : [];
			const judgement = judge(windows, policy, asked);
			judgement.unknownYears.forEach(unknown);
			return { before, after, judgement, ...(asked ? { holidays: asked } : {}), now };
		},
	};
}
