/** How a column's name is read: what of it is the name, and what was written beside it. */

/**
 * A name without case, width, blanks and signs: `auto_start`, `Auto Start` and `AutoStart` are one. So are
 * 坐席 and 座席, which the vendor itself writes for the same.
 */
export const plainName = (name: string): string =>
	name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '')
		.replaceAll('坐席', '座席');

/** A pair of brackets with what is inside; full-width ones are plain after NFKC. */
const BRACKETS =
	/[([{<【〔〖《〈「『]([^()[\]{}<>【】〔〕〖〗《》〈〉「」『』]*)[)\]}>】〕〗》〉」』]/gu;

const words = (text: string): Set<string> => new Set(text.split(' '));

/** Units of time other than the second: a cell of 5 means five of them. */
const FOREIGN_TIME = words(
	'min mins minute minutes m mm h hh hr hrs hour hours ms millisecond milliseconds day days d dd',
);

/** Latin words beside a name: whether it has to be filled in, and how. */
const LATIN_NOTES = words(
	'required optional mandatory must format unit eg in or to from utc gmt iso json text number integer string boolean yes no n true false on off percent pct max s sec secs second seconds ss y yy yyyy a am pm t',
);

const HAN_NOTES =
	/^(?:必填项?|必选|非必填|非必选|选填|可选|必须|单位|格式|例如?|如|为|或|和|至|到|北京时间|北京|中国|秒钟?|个|次|人|路|条|位|字符?|以内|最多|百分比|文本|数字|整数|布尔|开|关|是|否|多个|用|以|英文|中文|逗号|分隔|隔开|年|月|日|时|分|钟|小时制?|毫秒|天)+$/;

const tokensOf = (inside: string): string[] =>
	inside.toLowerCase().match(/\p{Script=Han}+|[a-z]+|\d+|%/gu) ?? [];

const isNote = (token: string): boolean =>
	/^[\d%]/.test(token) ||
	LATIN_NOTES.has(token) ||
	FOREIGN_TIME.has(token) ||
	HAN_NOTES.test(token);

/** A number alone says which of several it is, and no unit or format. */
const isAnnotation = (inside: string): boolean => {
	const tokens = tokensOf(inside);
	return tokens.every(isNote) && !(tokens.length === 1 && /^\d+$/.test(tokens[0] ?? ''));
};

/** A column's name in its parts. */
export interface Header {
	/** The name as it stands, plain. */
	plain: string;
	/** Without units, formats and 必填 in brackets, plain. */
	bare: string;
	/** Whether it is written without blanks and signs, as `StartTime`. */
	isOneWord: boolean;
	/** Whether a unit, a format or the like stands beside the name. */
	hasNotes: boolean;
	/** A unit of time other than the second that stands beside the name. */
	foreignUnit?: string;
	/** A time zone other than China's that stands beside the name: `UTC`, `GMT+9`. */
	foreignZone?: string;
}

const FOREIGN_HAN = /[分时天日]|毫秒/;

/** `min` beside `max` is a bound and no minute. */
const foreignUnitOf = (notes: readonly string[]): string | undefined =>
	notes.find(
		(note) =>
			(FOREIGN_TIME.has(note) && !(note === 'min' && notes.includes('max'))) ||
			FOREIGN_HAN.test(note),
	);

const ZONE = /\b(?:UTC|GMT)(?![a-z])\s*(?:[+-]\s*\d{1,2}(?::?\d{2})?)?/gi;
const OF_CHINA = /\+0?8(?::?00)?$/;

const foreignZoneIn = (inside: string): string | undefined =>
	inside.match(ZONE)?.find((zone) => !OF_CHINA.test(zone.replaceAll(' ', '')));

export function headerOf(name: string): Header {
	const text = name.normalize('NFKC').replace(/\p{Cf}/gu, '');
	const notes: string[] = [];
	let foreignZone: string | undefined;
	const rest = text.replace(BRACKETS, (all, inside: string) => {
		if (!isAnnotation(inside)) return all;
		notes.push(...tokensOf(inside));
		foreignZone ??= foreignZoneIn(inside);
		return ' ';
	});
	return {
		plain: plainName(text),
		bare: plainName(rest),
		isOneWord: !/[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(rest),
		hasNotes: notes.length > 0,
		foreignUnit: foreignUnitOf(notes),
		foreignZone,
	};
}

/** What a reader appends to the second column of one name: `Name_1`, `Name (1)`, `Name.1`. */
const DOUBLED = /^(.*\S)(?:_{1,2}|\.| ?\(| ?（)([1-9]\d?)[)）]?\s*$/su;

/** The name of the column that this one doubles by its name; undefined where it is none. */
export const doubledName = (name: string): string | undefined => DOUBLED.exec(name)?.[1];

/** Everything in brackets taken away, and the number of a doubled column, to see what was meant. */
export const coreName = (name: string): string =>
	plainName((doubledName(name) ?? name).normalize('NFKC').replace(BRACKETS, ' '));
