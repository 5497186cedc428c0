import { allOf, quote } from '../../text';
import type { Encoder, Reading } from '../parameter';
import { parseList } from '../structured/json';
import { mayBeEncrypted } from './encrypted';
import { plainText, refusal, textOf } from './scalar';

/** A phone number in the form that is dialled inside mainland China, or why there is none. */
export type Tel = { tel: string; isEncrypted?: true } | { why: string; isLost?: true };

const MOBILE = /^1[3-9]\d{9}$/;
/** Area code with its 0, and the subscriber's number. */
const LANDLINE = /^0(?:10|2\d|(?![48]00)[3-9]\d{2})\d{7,8}$/;
const FREE_CALL = /^[48]00\d{7}$/;

/** Whether a text is a mobile number as it is sent. */
export const isMobile = (text: string): boolean => MOBILE.test(text);

/** What a spreadsheet makes of a long number that it takes for an amount. */
const SHORTENED = /^\d(?:\.\d+)?E\+?\d+$/i;
const GROUPED = /^\d{1,3}(?:,\d{3})+$/;
const SEPARATORS = /[,，、;；/|\r\n\t]+/;
const SURE_SEPARATORS = /[,，、;；|\r\n\t]+/;
/** What people put between the digits of a number; the dashes of typesetters are hyphens too. */
const BETWEEN = /[\s\-‒–—().·]+/g;
const HIDDEN = /\*|\d[xX•●]+|[xX•●]+\d/;
/** A short group at the end may be an extension, or a slip. */
const SHORT_END = /\d[\s\-‒–—.·]+\d{1,2}$/;

/** Many numbers with all that people put between; some patterns take long for a whole book. */
const LONGEST_CELL = 500;

/** What keeps a spreadsheet from taking a number for an amount: '138, "138" and ="138". */
const unquoted = (cell: string): string =>
	(/^=?"(.*)"$/.exec(cell)?.[1] ?? cell).trim().replace(/^'/, '');

const isNational = (digits: string): boolean =>
	MOBILE.test(digits) || LANDLINE.test(digits) || FREE_CALL.test(digits);

/** A number after the country code: the 0 of its area code may be left out there, and only there. */
const afterCountryCode = (digits: string): string | undefined =>
	isNational(digits) ? digits : LANDLINE.test(`0${digits}`) ? `0${digits}` : undefined;

const NO_ZERO =
	'it lacks the 0 of its area code, which a spreadsheet takes away from a number; format the column as text';

/** Service numbers begin so; behind a 0, area codes do too. */
const SERVICE = /^9[56]/;

/** Whether digits can only be a number with an area code that has lost its 0. */
const lacksZero = (digits: string): boolean => LANDLINE.test(`0${digits}`) && !SERVICE.test(digits);

/** What is wrong with digits that are no number, as a sentence without the final period. */
function whyNot(digits: string): string {
	const count = `it has ${digits.length} digits`;
	if (LANDLINE.test(`0${digits}`)) return NO_ZERO;
	if (/^1[3-9]/.test(digits)) return `${count}, and a mobile number has 11`;
	if (/^[2-9]\d{6,7}$/.test(digits)) return 'it has no area code; give one, like 010 or 0755';
	if (/^0[1-9]/.test(digits)) {
		return `${count}, and a landline number has 10 to 12 with its area code`;
	}
	return digits.length === 11
		? `no mobile number begins with ${digits.slice(0, 2)}`
		: `${count}, and a number has 11, or 10 to 12 with an area code`;
}

function national(typed: string): Tel {
	const [, prefix, abroad] = /^(\+|00)(\d+)$/.exec(typed) ?? [];
	if (abroad !== undefined) {
		if (!abroad.startsWith('86')) {
			return {
				why: `with ${prefix} it is a number outside mainland China, and nothing is said of such numbers`,
			};
		}
		const digits = abroad.slice(2);
		const tel = afterCountryCode(digits);
		return tel === undefined ? { why: `behind ${prefix}86 ${whyNot(digits)}` } : { tel };
	}
	if (isNational(typed)) return { tel: typed };
	// The 0 before a mobile number of another city, or a free call: no area code begins with 01 but 010.
	const rest = /^(?:0|86)(1[3-9]\d{9}|[48]00\d{7})$/.exec(typed) ?? /^86(0\d{9,11})$/.exec(typed);
	const inside = rest?.[1] ?? '';
	return isNational(inside) ? { tel: inside } : { why: whyNot(typed) };
}

/**
 * The phone number that a value is: full-width digits, blanks, hyphens and the country code of China are
 * taken, and whatever may be two things is none.
 */
export function telOf(value: unknown): Tel {
	if (typeof value === 'string' && MOBILE.test(value)) return { tel: value };
	const cell = typeof value === 'boolean' ? '' : unquoted(plainText(value));
	if (cell === '') return { why: 'give one phone number as text' };
	if (cell.length > LONGEST_CELL) return { why: 'it is longer than any phone number' };
	if (GROUPED.test(cell)) return { why: 'it has thousands separators; format the column as text' };
	const [typed = '', ...others] = cell.split(SEPARATORS).filter(Boolean);
	if (SHORTENED.test(typed)) {
		return {
			why: 'a spreadsheet has shortened it and its last digits are lost; format the column as text and fill it in anew',
			isLost: true,
		};
	}
	if (HIDDEN.test(cell)) return { why: 'some of its digits are hidden', isLost: true };
	if (others.length > 0) {
		return { why: 'it holds more than one number; give one, and the others as backup numbers' };
	}
	// What a program makes of a number that it takes for a fraction.
	const whole = typed.trim().replace(/^(\d{10,})\.0+$/, '$1');
	const digits = whole.replace(BETWEEN, '');
	if (/^[-.·]/.test(whole) || !/^\+?\d+$/.test(digits))
		return { why: 'it has characters that belong to no phone number' };
	const found = national(digits);
	return 'tel' in found && SHORT_END.test(whole)
		? { why: 'it ends in a short group of digits, which may be an extension; leave that out' }
		: found;
}

/** What is sent of a number that nobody takes for one, where values are not checked. */
const asTyped = (value: unknown): string | undefined => {
	const typed = textOf(value) === undefined ? '' : plainText(value);
	return typed === '' ? undefined : typed;
};

/** One phone number. */
export const tel: Encoder = (value) => {
	const read = telOf(value);
	if ('tel' in read) return { value: read.tel, wire: read.tel };
	return {
		wire: read.isLost ? undefined : asTyped(value),
		issue: `is ${quote(value)}; ${read.why}`,
	};
};

const split = (entry: string): string[] => entry.split(SEPARATORS);

/** The same, but for a text that may be encrypted: the / of base64 separates nothing. */
const splitAround = (entry: string): string[] =>
	entry
		.split(SURE_SEPARATORS)
		.flatMap((part) => (mayBeEncrypted(part.trim()) ? [part] : split(part)));

/** Entries of a list of numbers: a text with separators, an array, or JSON of one. */
export function telEntriesOf(value: unknown, separate = split): unknown[] {
	// A text that begins as a list and is none holds whatever it holds: an empty list would be something else.
	const given = parseList(value) ?? value;
	const list: unknown[] = Array.isArray(given) ? given : [given];
	return list
		.flatMap((entry): unknown[] =>
			typeof entry === 'string' && !GROUPED.test(plainText(entry)) ? separate(entry) : [entry],
		)
		.filter((entry) =>
			typeof entry === 'string' ? plainText(entry) !== '' : (entry ?? '') !== '',
		);
}

const MOST_NAMED = 5;

/** A number, or a text that may be an encrypted one, as it stands. */
function telOrEncrypted(value: unknown): Tel {
	const text = typeof value === 'string' ? value.trim() : '';
	return mayBeEncrypted(text) ? { tel: text, isEncrypted: true } : telOf(value);
}

const encryptedWords = (count: number): string =>
	`has ${count === 1 ? 'what is taken for an encrypted number and is' : `${count} entries that are taken for encrypted numbers and are`} sent as ${count === 1 ? 'it stands' : 'they stand'}`;

/**
 * Phone numbers with separators between them, at most so many.
 * @param takesEncrypted whether the service takes encrypted numbers there
 */
export const tels =
	(most: number, takesEncrypted = false): Encoder =>
	(value): Reading => {
		const entries = telEntriesOf(value, takesEncrypted ? splitAround : split);
		const read = entries.map(takesEncrypted ? telOrEncrypted : telOf);
		const numbers = read.flatMap((one) => ('tel' in one ? [one.tel] : []));
		const typed = entries.map(asTyped);
		const isSendable = read.every((one) => 'tel' in one || !one.isLost);
		const wire = isSendable && !typed.includes(undefined) ? typed.join(',') : undefined;
		if (entries.length === 0) return { issue: `is ${quote(value)}; give phone numbers` };
		const wrong = read.flatMap((one, index) =>
			'why' in one ? [`entry ${index + 1} is ${quote(entries[index])}: ${one.why}`] : [],
		);
		if (wrong.length > 0) {
			const more = wrong.length > MOST_NAMED ? [`${wrong.length - MOST_NAMED} more`] : [];
			return {
				wire,
				issue: `has what is no number; ${allOf([...wrong.slice(0, MOST_NAMED), ...more])}`,
			};
		}
		const list = numbers.join(',');
		if (entries.length > most) {
			return { wire: list, issue: `has ${entries.length} numbers; give at most ${most}` };
		}
		const encrypted = read.filter((one) => 'tel' in one && one.isEncrypted).length;
		const warning = encrypted > 0 ? { warning: encryptedWords(encrypted) } : {};
		return { value: numbers, wire: list, ...warning };
	};

/** A number that is shown to those who are called: digits, of a service number as few as three. */
export const shownTel: Encoder = (value) => {
	const read = telOf(value);
	if ('tel' in read) return { value: read.tel, wire: read.tel };
	const digits = typeof value === 'boolean' ? '' : plainText(value).replace(BETWEEN, '');
	if (lacksZero(digits)) return { wire: asTyped(value), issue: `is ${quote(value)}; ${NO_ZERO}` };
	return /^\+?\d{3,20}$/.test(digits)
		? { value: digits, wire: digits }
		: { wire: asTyped(value), issue: `is ${quote(value)}; give one number of at least 3 digits` };
};

/** A service number, one abroad, or a number with the extension that a virtual one has behind a hyphen. */
const KEPT = /^\+?\d[\d-]{2,19}$/;

/**
 * A number to look for: as the service writes numbers down, without country code and hyphens, where it is one
 * of mainland China, or else as it stands.
 */
export const foundTel: Encoder = (value) => {
	const read = telOf(value);
	if ('tel' in read) return { value: read.tel, wire: read.tel };
	const kept = typeof value === 'boolean' ? '' : plainText(value).replace(/[\s()]+/g, '');
	if (lacksZero(kept)) return { wire: asTyped(value), issue: `is ${quote(value)}; ${NO_ZERO}` };
	if (KEPT.test(kept) && !read.isLost) return { value: kept, wire: kept };
	return refusal(value, 'a phone number in digits, like 18012345678');
};
