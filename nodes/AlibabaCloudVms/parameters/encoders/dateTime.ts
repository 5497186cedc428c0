import { quote } from '../../text';
import { CHINA_ZONE } from '../chinaTime';
import type { Encoder, Reading } from '../parameter';
import { momentOf, type Moment } from './moment';
import { severalMeanings } from './meanings';
import { because, refusal } from './scalar';

const DAY = 'a date that exists as yyyy-MM-dd, like 2026-01-31, from the year 2000 on';
const TIME = 'a time of day as HH:mm:ss from 00:00:00 to 23:59:59, like 08:00:00';

/** Reads one half of a moment, and keeps the other one beside it. */
const half =
	(expected: string, choose: (moment: Moment, value: unknown) => Reading): Encoder =>
	(value, _property, zone = CHINA_ZONE) => {
		const moment = momentOf(value, zone);
		if (!moment) {
			const doubt = severalMeanings(value);
			return doubt === undefined ? refusal(value, expected) : because(value, doubt);
		}
		return moment.doubt === undefined
			? choose(moment, value)
			: because(value, `is ${moment.doubt}`);
	};

const reading = (wire: string, otherHalf: string | undefined): Reading =>
	otherHalf === undefined ? { value: wire, wire } : { value: wire, wire, otherHalf };

/** A calendar day, `yyyy-MM-dd` for the service. Midnight in a cell for dates is no time of day. */
export const day = half(DAY, (moment, value) => {
	const { day: wire, time, isDate, midnightIn } = moment;
	if (wire === undefined) return refusal(value, DAY);
	if (midnightIn !== undefined) {
		const warningAlone = `is ${quote(value)}, which is ${time} in China, and taken for the date ${wire} without a time, since it is midnight in the workflow's time zone (${midnightIn}); if it is meant as a moment, give ${wire} ${time}`;
		return { value: wire, wire, warningAlone };
	}
	return reading(wire, isDate || time === '00:00:00' ? undefined : time);
});

/** A time of day, `HH:mm:ss` for the service. A date alone has none: calls would begin at midnight. */
export const time = half(TIME, (moment, value) => {
	const { day: otherHalf, time: wire } = moment;
	if (wire !== undefined) return reading(wire, otherHalf);
	return because(value, `is the date ${otherHalf} without a time of day; give ${TIME}`);
});
