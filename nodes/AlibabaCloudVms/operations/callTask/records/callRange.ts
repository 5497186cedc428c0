import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { fail, type Result } from '../../../gateway/failure';
import { createOwnReader, optional, wrongIn, type OwnField } from '../../../input/ownFields';
import { chinaNow, momentText } from '../../../parameters/chinaTime';
import { rangeEnd, rangeStart, secondsOf } from '../../../parameters/encoders/range';
import { endTime, startTime } from '../../../parameters/filters';
import { monthsBegun, type Range } from '../../../parameters/months';

const TIMES = {
	startTime: {
		read: optional(rangeStart),
		property: startTime({ empty: 'the beginning of this month' }),
	},
	endTime: {
		read: optional(rangeEnd),
		property: endTime({
			empty: 'now',
			more: 'The state of a call may be corrected up to two minutes after it has ended.',
		}),
	},
} as const satisfies Record<string, OwnField>;

/** When the calls were. */
export const CALL_RANGE: readonly INodeProperties[] = Object.values(TIMES).map(
	({ property }) => property,
);

/** The range of an item, with what an empty field stands for. */
function rangeIn(start: unknown, end: unknown): Result<Range> {
	const now = momentText(chinaNow());
	const range = {
		start: typeof start === 'string' ? start : `${now.slice(0, 7)}-01 00:00:00`,
		end: typeof end === 'string' ? end : now,
	};
	if (range.start <= range.end) return { ok: true, value: range };
	const called = (name: 'startTime' | 'endTime', given: unknown, value: string, empty: string) =>
		`'${TIMES[name].property.displayName}' (${value}${given === undefined ? `, ${empty}, since it is empty` : ''})`;
	return fail({
		kind: 'input',
		message: `${called('startTime', start, range.start, 'the beginning of this month')} lies after ${called('endTime', end, range.end, 'now')}; give a beginning before the end`,
		description: 'Nothing was sent for this item.',
	});
}

/**
 * The ranges of an item as the service takes them: none over the end of a month, in seconds since 1970.
 * @param note told what is worth a second look
 */
export function callRangeOf(
	context: IExecuteFunctions,
	note: (topic: string, name: string, remark: () => string) => void,
): (itemIndex: number) => Result<Array<Record<string, string>>> {
	const readItem = createOwnReader(context, TIMES);
	return (itemIndex) => {
		const read = readItem(itemIndex);
		const ends = [
			[TIMES.startTime, read('startTime')],
			[TIMES.endTime, read('endTime')],
		] as const;
		const wrong = wrongIn(ends);
		if (wrong) return wrong;
		for (const [{ property }, { warning }] of ends) {
			if (warning) note('Worth a second look', property.displayName, () => ` ${warning}`);
		}
		const [[, start], [, end]] = ends;
		const range = rangeIn(start.value, end.value);
		if (!range.ok) return range;
		const value = monthsBegun(range.value, Date.now()).map((month) => ({
			StartTime: String(secondsOf(month.start)),
			EndTime: String(secondsOf(month.end)),
		}));
		return { ok: true, value };
	};
}
