import { QUERY_RECORDS } from '../../../gateway/actions';
import type { Result } from '../../../gateway/failure';
import { entryShaper } from '../../../input/entries';
import { HOW_MANY } from '../../../input/howMany';
import { catalogueOf } from '../../../parameters/catalogue';
import { enterprise } from '../../../parameters/identity';
import { collectionOf } from '../../../parameters/properties';
import { recordFilters } from '../../../parameters/recordFilters';
import { ENTERPRISE_FIELDS } from '../../fields';
import { operation } from '../../operation';
import { LISTING, listing } from '../../listing';
import { CALL_RANGE, callRangeOf } from './callRange';

const catalogue = catalogueOf(enterprise, [recordFilters]);

const PAGING = {
	action: QUERY_RECORDS,
	called: 'calls',
	list: 'List',
	key: 'Id',
	// The service gives twice as many, in answers that hold n8n up while they are read.
	size: 500,
	mostPages: 10_000,
	sideBySide: 4,
} as const;

const FORM = {
	first: [
		'Id',
		'TaskId',
		'TaskName',
		'CustomerNumber',
		'StartTime',
		'EndTime',
		'StatusCode',
		'Status',
		'TotalDuration',
		'BridgeDuration',
		'Cno',
		'AgentName',
	],
	numbers: [
		'StatusCode',
		'TotalDuration',
		'BridgeDuration',
		'WaitDuration',
		'SipCause',
		'IsRealAnswer',
		'DownGrade',
		'DownGradeCounts',
		'EndReason',
		'VadIn',
		'VadOut',
	],
	moments: [
		'StartTime',
		'EndTime',
		'AnswerTime',
		'BridgeTime',
		'CalleeRingingTime',
		'DetailRingingTime',
		'RealAnswerTime',
	],
};

const ANY_TIME: Result<Array<Record<string, string>>> = { ok: true, value: [{}] };

/** CloudQueryPredictiveCallCdr, month by month and page by page. */
export const getCallRecords = operation({
	resource: 'callTask',
	option: {
		name: 'Get Call Records',
		value: 'getCallRecords',
		action: 'Get call records of call tasks',
		description:
			'List the calls that predictive outbound call tasks made in a range of time (China time; this month up to now unless told): number called, result, durations, agent, recordings. Filters narrow it down, such as the ID of the task. Whether calls of automatic tasks are among them is not documented. Nothing is changed and nobody is called.',
	},
	fields: [...ENTERPRISE_FIELDS, ...HOW_MANY, ...CALL_RANGE, collectionOf(recordFilters)],
	...LISTING,
	open: listing(catalogue, ({ context, note }) => {
		const monthsIn = callRangeOf(context, note);
		return {
			listsOf(params, itemIndex) {
				// Of a call that is asked for by its ID, the service looks at no range.
				const months = params.UniqueId === undefined ? monthsIn(itemIndex) : ANY_TIME;
				if (!months.ok) return months;
				return {
					ok: true,
					value: months.value.map((month) => ({ ...PAGING, params: { ...params, ...month } })),
				};
			},
			simple: entryShaper(FORM),
		};
	}),
});
