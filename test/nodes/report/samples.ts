import type { IDataObject } from 'n8n-workflow';
import { readHolidays } from '../../../nodes/AlibabaCloudVms/calling/holidays';
import type { CallsView } from '../../../nodes/AlibabaCloudVms/calling/look';
import type { Policy } from '../../../nodes/AlibabaCloudVms/calling/policy';
import type { ScheduleFacts } from '../../../nodes/AlibabaCloudVms/calling/schedule';
import type { ReportItem } from '../../../nodes/AlibabaCloudVms/report/entries';
import type { ReportOptions } from '../../../nodes/AlibabaCloudVms/report/page';
import { outcome } from '../../../nodes/AlibabaCloudVms/operations/outcome';
import { callsFrom } from '../../../nodes/AlibabaCloudVms/calling/calls';
import { conditionsOf, facts, NOW, onDates, weekly } from '../calling/given';

export const POLICY: Policy = {
	callingHours: 'warn',
	from: 9 * 60,
	to: 21 * 60,
	days: 'every',
	onPublicHolidays: 'warn',
};

const LISTED = [
	weekly('9', '2,3,4,5,6', '09:00', '12:00'),
	weekly('22', '2,3,4,5,6', '14:00', '20:30'),
	weekly('23', '2,3,4,5,6,7', '14:00', '22:15'),
	weekly('30', '1,2,3,4,5,6,7', '10:00', '18:00'),
	onDates('50', ['2026-12-03', '2026-12-03'], ['00:00', '24:00']),
];

/** Fourteen days at the end of November 2026, as a task calls before and after. */
export async function viewOf(
	before: ScheduleFacts,
	after: ScheduleFacts = before,
	now = NOW,
): Promise<CallsView> {
	const of = (given: ScheduleFacts) => callsFrom(facts(given), conditionsOf(LISTED), now);
	const own = of(before);
	return {
		policy: POLICY,
		look: {
			before: own,
			after: after === before ? own : of(after),
			judgement: { outside: [], unknownYears: [] },
			holidays: await readHolidays(),
			now,
		},
	};
}

export const OPTIONS: ReportOptions = {
	language: 'en',
	operation: { name: 'preview', label: 'Preview' },
	workflow: 'Spring campaigns',
	isPlan: true,
	at: Date.UTC(2026, 10, 26, 6, 10, 25),
};

interface Sample {
	id?: string;
	name?: string;
	action?: string;
	changes?: IDataObject[];
	summary?: string;
	warnings?: string[];
	reason?: string;
	status?: number;
	type?: number;
}

/** An output as an update or a preview gives it. */
export const outputOf = ({
	id = '133224',
	name = '双十一回访（第二批）',
	action = 'update',
	changes = [],
	summary = '',
	warnings = [],
	reason = '',
	status = 0,
	type = 1,
}: Sample): IDataObject =>
	outcome(
		{ id, name, action, summary, warnings, details: { changes } },
		{ reason, Status: status, Type: type, EnterpriseId: '8001647' },
	);

export const change = (
	field: string,
	label: string,
	from: IDataObject[string],
	to: IDataObject[string],
	words = `${String(from ?? '(empty)')} → ${String(to)}`,
): IDataObject => ({ field, label, from, to, words });

const DAYS = { autoStartDay: '2026-11-20', status: 1 };
const WEEK: ScheduleFacts = { ...DAYS, autoTaskType: 1, autoTriggerTimeStrategy: ['9', '22'] };

/** A run as a campaign manager may have it. */
export async function campaign(): Promise<ReportItem[]> {
	const late = { ...WEEK, autoTriggerTimeStrategy: ['9', '23'], timeStrategy: ['50'] };
	return [
		{
			item: 0,
			json: outputOf({
				changes: [
					change('AutoTriggerTimeStrategy', 'Calling Times', '9,22', '9,23'),
					change('TimeStrategy', 'No-Call Times', null, '50'),
				],
				summary: 'Calling Times 9,22 → 9,23; No-Call Times (empty) → 50',
				warnings: [
					'The task would call outside of your calling hours (09:00 to 21:00): Thu 26 November 2026 21:00 to 22:15, and 10 more windows',
				],
				status: 1,
			}),
			view: await viewOf(WEEK, late),
		},
		{
			item: 1,
			json: outputOf({
				id: '133225',
				name: '信用卡账单提醒',
				changes: [
					change('CustomerTimeout', 'Customer Timeout', 20, 45),
					change('AutoStart', 'Auto Start', 0, 1, 'off → on'),
				],
				summary: 'Customer Timeout 20 → 45; Auto Start off → on',
			}),
			view: await viewOf(
				{ autoStart: false },
				{
					autoStartDay: '2026-12-01',
					autoStartTime: '08:30:00',
					autoTaskType: 1,
					autoTriggerTimeStrategy: ['30'],
					autoStop: true,
					autoStopDay: '2026-12-24',
					autoStopTime: '20:00:00',
				},
			),
		},
		{
			item: 2,
			json: outputOf({
				id: '133226',
				name: 'Renewal reminder, second wave',
				action: 'refuse',
				reason:
					"'Customer Timeout' is 90; give a number from 5 to 60; 'Start Time' is \"25:00\"; give a time of day as HH:mm:ss",
				summary: '2 fields are wrong',
			}),
		},
		{
			item: 3,
			json: outputOf({
				id: '133230',
				name: '满意度回访',
				action: 'nothing',
				reason: 'The task has all values already',
				summary: 'The task has all values already',
				status: 2,
				type: 2,
			}),
			view: await viewOf({ ...WEEK, status: 2 }),
		},
		{
			item: 4,
			json: outputOf({
				id: '133231',
				name: '存量客户激活',
				action: 'nothing',
				reason: 'The task has all values already',
				status: 3,
			}),
			view: await viewOf({ status: 3 }),
		},
		{
			item: 5,
			json: outputOf({
				id: '133240',
				name: '新年关怀外呼',
				changes: [change('Name', 'Name', '新年关怀', '新年关怀外呼')],
				summary: 'Name 新年关怀 → 新年关怀外呼',
			}),
			view: await viewOf({
				autoStartDay: '2026-12-28',
				autoStartTime: '09:00:00',
				autoTaskType: 1,
				autoTriggerTimeStrategy: ['30'],
			}),
		},
		{
			item: 6,
			failed: {
				message: 'The gateway did not answer in time',
				description: 'The change may have been applied: read the task back before you repeat it.',
				isOpen: true,
				taskId: '133250',
			},
		},
	];
}
