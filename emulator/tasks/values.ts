import type { ValueCheck } from './problems';

/** Checks of single values. All expect a non-empty text. */

const INTEGER = /^(0|-?[1-9]\d*)$/;

/** An integer in decimal digits; BigInt, because ids pass 2^53. */
export function integer(min: number, max: number | bigint): ValueCheck {
	return (text) => {
		if (!INTEGER.test(text)) return 'format';
		const value = BigInt(text);
		return value >= BigInt(min) && value <= BigInt(max) ? undefined : 'range';
	};
}

/** Greatest value of a 64-bit integer. */
const MAX_LONG = 2n ** 63n - 1n;

export const id = integer(1, MAX_LONG);

export function oneOf(...allowed: number[]): ValueCheck {
	return (text) => {
		if (!INTEGER.test(text)) return 'format';
		return allowed.map(String).includes(text) ? undefined : 'value';
	};
}

export const onOff = oneOf(0, 1);

/** Above 0, at most `max`, at most two decimals. */
export function positiveDecimal(max: number): ValueCheck {
	return (text) => {
		if (!/^-?(0|[1-9]\d*)(\.\d{1,2})?$/.test(text)) return 'format';
		return Number(text) > 0 && Number(text) <= max ? undefined : 'range';
	};
}

/** Counted in UTF-16 units, as the length of a Java string is. */
export function shorterThan(length: number): ValueCheck {
	return (text) => (text.length < length ? undefined : 'range');
}

function isRealDate(text: string): boolean {
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** yyyy-MM-dd */
export const date: ValueCheck = (text) => {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return 'format';
	return isRealDate(text) ? undefined : 'value';
};

/** HH:mm:ss */
export const time: ValueCheck = (text) => {
	if (!/^\d\d:\d\d:\d\d$/.test(text)) return 'format';
	return /^([01]\d|2[0-3])(:[0-5]\d){2}$/.test(text) ? undefined : 'value';
};

/** yyyy-MM-dd HH:mm:ss */
export const dateTime: ValueCheck = (text) => {
	const [day = '', clock = '', ...rest] = text.split(' ');
	return rest.length > 0 ? 'format' : (date(day) ?? time(clock));
};

/** Items separated by commas, without blanks. */
export function listOf(item: RegExp): ValueCheck {
	return (text) => (text.split(',').every((part) => item.test(part)) ? undefined : 'format');
}

/** Numbers of time conditions. */
export const conditionIds = listOf(/^[1-9]\d*$/);

/** Agent numbers keep leading zeros: 0012 is not 12. */
export const agentNumbers = listOf(/^\d{1,20}$/);

/** Numbers of outbound groups, which may have letters (WH124). */
export const groupNumbers = listOf(/^[A-Za-z0-9_-]{1,50}$/);

export const phoneNumbers = listOf(/^\+?\d[\d-]{2,19}$/);

/** Path of a voice file; short names of built-in ones ("no") exist too. */
export const voicePath: ValueCheck = (text) =>
	/^[\p{L}\p{N}_./-]{1,255}$/u.test(text) ? undefined : 'format';
