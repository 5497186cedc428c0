import { control } from '../unseen';
import { plainText } from './encoders/scalar';
import { looksMisread, MISREAD } from './misread';

/**
 * Texts that no person means: what programs write where they have nothing, or an error, to show. A campaign
 * may well be called "Null-Kampagne" or "undefined behaviour 课程", so a word counts where it is the whole
 * text, and inside of one only where it cannot be meant.
 */

const wordsOf = (text: string): string[] => text.split(' ');

/** In any case and width. "none", "NA" and "-" are words of people. */
const NOTHING = new Set(
	wordsOf(
		'undefined null nan nat n/a <na> <nil> <null> (null) [null] [undefined] [empty] (empty) (blank) (空) (空白) -nan 1.#ind -1.#ind 1.#qnan -1.#qnan 1.#inf -1.#inf infinity -infinity',
	),
);
/** As they are written only: "none" is a word of people. */
const NOTHING_AS_WRITTEN = new Set(['None', 'nil', '\\N']);

/** A Latin word that goes on behind it, as in "undefined behaviour" and "null-kampagne", gives it a meaning. */
const LATIN = 'A-Za-z\\u00C0-\\u024F';
const ENDS_THERE = `(?![${LATIN}]|[ -]\\s*[${LATIN}])`;
const BEGINS_THERE = `(?<![${LATIN}])`;
/** "NaN 南京" begins with an abbreviation; behind something, or before a sign, it is a failed calculation. */
const NOTHING_INSIDE = new RegExp(
	[
		`${BEGINS_THERE}(?:undefined|null)+${ENDS_THERE}`,
		`${BEGINS_THERE}NaN(?<=\\S\\s*NaN)${ENDS_THERE}`,
		`^NaN(?![${LATIN}\\s-])`,
	].join('|'),
);

const LATIN_ERRORS = wordsOf(
	'N/A NAME? WTF? REF! VALUE! DIV/0! NUM! NULL! SPILL! CALC! GETTING_DATA FIELD! BLOCKED! CONNECT! BUSY! UNKNOWN! EXTERNAL! PYTHON! TIMEOUT! ERROR!',
);
const CHINESE_ERRORS = wordsOf(
	'名称? 引用! 值! 除以零! 数字! 数值! 空! 空值! 溢出! 计算! 字段! 阻止! 已阻止! 连接! 忙! 繁忙! 未知! 外部! 超时! 错误! 获取数据 正在获取数据',
);
const SHEET_ERROR = new Set([...LATIN_ERRORS, ...CHINESE_ERRORS].map((word) => `#${word}`));
const SHEET_ERROR_INSIDE = new RegExp(
	`#(?:${LATIN_ERRORS.map((word) => word.replace('?', '\\?')).join('|')})`,
);
const LOADING = new Set(['loading...', '正在加载...', '加载中...']);

interface Kind {
	/** @param plain the text in one case and width, without blanks around it */
	is(text: string, plain: string): boolean;
	/** What it is and what probably happened. */
	reason: string;
	/** What else may be done where the field may stay as it is: the end of the reason. */
	orEmpty?: string;
}

const KINDS: readonly Kind[] = [
	{
		is: (text, plain) =>
			NOTHING.has(plain) || NOTHING_AS_WRITTEN.has(text.trim()) || NOTHING_INSIDE.test(text),
		reason: "that is a program's word for nothing: what fills it in probably found no value",
		orEmpty: '; leave it empty and nothing is sent for it',
	},
	{
		is: (text) =>
			/\[object [A-Z]\w*\]|\[(?:Object|Array|DateTime): |\[(?:Function|Circular|Symbol|class)\b|\[native code\]| at 0x[\da-f]+>|%![a-z]\(/.test(
				text,
			),
		reason:
			'that is what a program writes for an object: name the member of it that is meant, like {{ $json.customer.name }}',
	},
	{
		is: (text) => /\bInvalid (?:[Dd]ate|DateTime|Time|Duration|Interval)\b/.test(text),
		reason: 'a date that could not be read was made into a text: look at where the date comes from',
	},
	{
		is: (text, plain) =>
			SHEET_ERROR.has(plain.toUpperCase()) ||
			SHEET_ERROR_INSIDE.test(text) ||
			LOADING.has(plain) ||
			/^(?:err|错误):\d{3}$/.test(plain),
		reason: "that is a spreadsheet's error: mend the formula of the cell",
		orEmpty: ', or empty the cell and nothing is sent for it',
	},
	{
		is: (_text, plain) => /^#{3,}$/.test(plain),
		reason:
			'that is what a spreadsheet shows in a column that is too narrow: widen it and save again',
	},
	{
		is: (text) =>
			/\{\{\s*\$(?:json|node|input|now|today|vars|env|item|binary|fromAI|\()/.test(text),
		reason: 'that is an expression that was not evaluated: switch its field to Expression',
	},
	{
		is: (_text, plain) => /^=[a-z][a-z\d.]*\(/.test(plain),
		reason: 'that is a formula and not its result: save the sheet with its values',
	},
	{
		is: (text) => /(?:\\u[\da-f]{4}){2}/i.test(text),
		reason:
			'that is what a program writes for characters inside JSON: read the text as JSON where it comes from',
	},
	{
		is: (text) => /_x00[01][\dA-F]_/.test(text),
		reason: 'that holds a line break as a spreadsheet keeps it: mend the cell',
	},
	{ is: looksMisread, reason: MISREAD },
];

/** Figures and the signs of dates, times and lists. */
const HARMLESS = /^[\d,.:\- ]*$/;

/**
 * Why nobody can have meant a text, as a sentence without the final period; undefined for all others.
 * @param isNeeded whether the field cannot be left empty
 */
export function unmeant(text: string, isNeeded = false): string | undefined {
	if (HARMLESS.test(text)) return undefined;
	const plain = plainText(text).toLowerCase();
	const kind = KINDS.find(({ is }) => is(text, plain));
	if (kind) return `${kind.reason}${isNeeded ? '' : (kind.orEmpty ?? '')}`;
	const found = control(text);
	return found && `the character ${found} in it cannot be seen: type the text anew`;
}
