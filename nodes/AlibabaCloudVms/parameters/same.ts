import { entriesOf } from './encoders/list';
import type { Meaning, Same } from './parameter';

const isList = (meaning: Meaning): meaning is readonly Meaning[] => Array.isArray(meaning);

/**
 * Whether a task has what was given. Documented members of a structure are in its meaning even where they
 * are missing in its text; what the task has beyond them the service has added.
 */
export function holds(stored: Meaning, given: Meaning): boolean {
	if (typeof given === 'string' || typeof stored === 'string') return given === stored;
	if (isList(given) || isList(stored)) {
		return (
			isList(given) &&
			isList(stored) &&
			given.length === stored.length &&
			given.every((one, index) => holds(stored[index] ?? '', one))
		);
	}
	return Object.entries(given).every(([name, one]) =>
		Object.hasOwn(stored, name) ? holds(stored[name] ?? '', one) : false,
	);
}

/** The name or path of something, without the blanks that cells carry around. */
export const byWord: Same = (text) => text.trim();

/** Free text: line ends as they come, blanks at the ends or not. */
export const byText = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** A number or a choice, digit by digit: 3, 3.0 and 03. */
export function byNumber(text: string): string {
	const typed = text.trim();
	const digits = /^([+-]?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(typed);
	if (!digits) return typed;
	const [, sign, whole = '', decimals = ''] = digits;
	const read = decimals === '' ? whole : `${whole}.${decimals}`;
	return sign === '-' && read !== '0' ? `-${read}` : read;
}

/** An ID, which the service keeps as a number: 013 and 13. */
export const byId = (text: string): string => text.trim().replace(/^0+(?=\d+$)/, '');

/** A toggle: 1, true, or 0, false. */
export function byFlag(text: string): string {
	const read = byNumber(text).toLowerCase();
	return read === 'true' ? '1' : read === 'false' ? '0' : read;
}

/** Music of the service, where `no` stands for none. */
export const byMusic: Same = (text) => (/^\s*no\s*$/i.test(text) ? '' : byWord(text));

const entriesIn = (text: string): string[] => [
	...new Set((entriesOf(text) ?? [text]).filter((entry) => entry !== '')),
];

/** A comma list whose entries count, in whatever order and however often they stand there. */
export const byEntries = (text: string): string[] => entriesIn(text).sort();

/** A comma list whose order counts as well. */
export const byOrder: Same = entriesIn;

/** A calendar day, with or without the midnight that it begins with. */
export const byDay: Same = (text) => {
	const [, year, month = '', day = ''] =
		/^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]0?0:00(?::00(?:\.0+)?)?)?\s*$/.exec(
			text,
		) ?? [];
	return year ? [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-') : byWord(text);
};

/** A time of day: 9:00 and 09:00:00. */
export const byTime: Same = (text) => {
	const [, hour, minute = '', second = '00'] =
		/^\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?\s*$/.exec(text) ?? [];
	return hour ? [hour.padStart(2, '0'), minute, second].join(':') : byWord(text);
};
