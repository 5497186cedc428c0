import type { IDataObject } from 'n8n-workflow';
import type { TimeCondition } from '../../../emulator';
import type { Calls, Conditions } from '../../../nodes/AlibabaCloudVms/calling/calls';
import { callsFrom, windowsOf } from '../../../nodes/AlibabaCloudVms/calling/calls';
import { readCondition } from '../../../nodes/AlibabaCloudVms/calling/conditions';
import type { ScheduleFacts } from '../../../nodes/AlibabaCloudVms/calling/schedule';
import { momentText } from '../../../nodes/AlibabaCloudVms/calling/wallClock';
import type { ChinaTime } from '../../../nodes/AlibabaCloudVms/parameters/chinaTime';

/** A Thursday. */
export const NOW: ChinaTime = { day: '2026-11-26', time: '14:10:25' };

/** A time condition as the service lists it. */
export type Listed = IDataObject &
	Omit<TimeCondition, 'EnterpriseId' | 'Name' | 'Priority' | 'CreateTime'>;

export const weekly = (
	Id: string,
	DayOfWeek: string,
	StartTime: string,
	EndTime: string,
): Listed => ({
	Id,
	Type: '1',
	TimeType: '1',
	DayOfWeek,
	FromDay: '',
	ToDay: '',
	StartTime,
	EndTime,
});

/** From the start of the first day to the end of the last one without a break, or on each of the days. */
export const onDates = (
	Id: string,
	[FromDay, ToDay]: [string, string],
	[StartTime, EndTime]: [string, string],
	kind: 'continuous' | 'daily' = 'daily',
): Listed => ({
	Id,
	Type: '2',
	TimeType: kind === 'daily' ? '2' : '1',
	DayOfWeek: '',
	FromDay,
	ToDay,
	StartTime,
	EndTime,
});

export const conditionsOf = (listed: readonly IDataObject[]): Conditions => ({
	list: new Map(listed.map((one) => [String(one.Id), readCondition(one)])),
});

/** Auto Start is on from today, without a stop, without a break, not started yet. */
export const facts = (more: ScheduleFacts = {}): ScheduleFacts => ({
	status: 0,
	autoStart: true,
	autoStartDay: '2026-12-01',
	autoStartTime: '09:00:00',
	autoStop: false,
	autoStopDay: '',
	autoStopTime: '',
	autoTaskType: 0,
	autoTriggerTimeStrategy: [],
	timeStrategy: [],
	...more,
});

export const callsWith = (more: ScheduleFacts, listed: readonly IDataObject[] = []): Calls =>
	callsFrom(facts(more), conditionsOf(listed), NOW);

/** `2026-12-01 09:00 > 2026-12-01 12:00`, or why there are none. */
export function told(calls: Calls, days?: number): string[] | string {
	if (calls.kind !== 'times') return `${calls.kind}: ${calls.reason.why}`;
	return windowsOf(calls, days).map(({ from, to }) => `${momentText(from)} > ${momentText(to)}`);
}
