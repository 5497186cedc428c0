import type { Read } from '../input/given';
import { momentText, type ChinaTime } from '../parameters/chinaTime';

/** What a task has after the update; undefined where unknown. */
export type Effective = (name: string) => unknown;

/** One end of the schedule, with what the service takes where a part is empty. */
export interface End {
	on: string;
	day: string;
	time: string;
	emptyTime: string;
}

export const ENDS: readonly End[] = [
	{ on: 'autoStart', day: 'autoStartDay', time: 'autoStartTime', emptyTime: '00:00:00' },
	{ on: 'autoStop', day: 'autoStopDay', time: 'autoStopTime', emptyTime: '23:59:59' },
];

/** The moment of an end in China, as far as it is known; undefined where it is off or not touched. */
export function momentOf(
	end: End,
	fields: readonly Read[],
	{ effective, today }: { effective: Effective; today: string },
): { day: string | undefined; time: string | undefined } | undefined {
	const touched = fields.some(({ row: { property } }) =>
		[end.on, end.day, end.time].includes(property.name),
	);
	if (!touched || effective(end.on) === false) return undefined;
	const [day, time] = [effective(end.day), effective(end.time)];
	return {
		day: day === '' ? today : (day as string | undefined),
		time: time === '' ? end.emptyTime : (time as string | undefined),
	};
}

/**
 * The first of the two ends that the values touch and that lies ahead, yyyy-MM-dd HH:mm:ss in China; once it
 * is over, they say something else than before.
 */
export function nextEnd(
	fields: readonly Read[],
	effective: Effective,
	now: ChinaTime,
): string | undefined {
	const moments = ENDS.flatMap((end) => {
		const { day, time } = momentOf(end, fields, { effective, today: now.day }) ?? {};
		return day === undefined || time === undefined ? [] : [momentText({ day, time })];
	});
	return moments.filter((moment) => moment > momentText(now)).sort()[0];
}
