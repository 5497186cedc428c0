import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { quote } from '../../text';
import { freeText, seen } from '../../unseen';
import { plainName } from '../header';
import type { Encoder, Reading } from '../parameter';
import { choicesOf, choiceWords, namesOfChoice, zhOf } from '../words';

const ON = ['true', '1', 'yes', 'y', 'on', '是', '开', '开启', '启用'];
export const OFF = ['false', '0', 'no', 'n', 'off', '否', '关', '关闭', '停用'];

/**
 * A value that has a text of its own; an object has none, nor a number past the safe integers, nor a text
 * that was cut through an emoji (half a surrogate pair cannot be signed).
 */
export function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return /\p{Surrogate}/u.test(value) ? undefined : value;
	if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
	if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
	return Number.isInteger(value) && !Number.isSafeInteger(value) ? undefined : String(value);
}

const FOREIGN = /[^\0-\x7F]/;
/** Signs that nobody can tell from those of the keyboard: hyphens of typesetters, the minus, the ratio. */
const HYPHENS = /[\u2010\u2011\u2212]/g;
const RATIO = /\u2236/g;

/**
 * Text as people type it into a sheet: full-width digits and signs of a Chinese keyboard are the plain
 * ones. Not so a raised or circled digit: 5² is not 52. '' for what has no text.
 */
export function plainText(value: unknown): string {
	const typed = seen(textOf(value) ?? '');
	if (!FOREIGN.test(typed) || /\p{No}/u.test(typed)) return typed;
	return typed.normalize('NFKC').replace(HYPHENS, '-').replace(RATIO, ':').trim();
}

/** Text as people write it, without characters that nobody sees; undefined for what has none. */
export function writtenText(value: unknown): string | undefined {
	const typed = textOf(value);
	return typed === undefined ? undefined : freeText(typed);
}

/** The reading of a value that fits nothing: refused, and sent as typed where checks are off. */
export function refusal(value: unknown, expected: string): Reading {
	return { wire: textOf(value), issue: `is ${quote(value)}; give ${expected}` };
}

/** The same for what is refused for a reason of its own, the rest of a sentence behind `which`. */
export const because = (value: unknown, reason: string): Reading => ({
	wire: textOf(value),
	issue: `is ${quote(value)}, which ${reason}`,
});

/**
 * Free text, sent as it is seen.
 * @param longest most characters; counted by code point, so that what is refused is too long however the service counts
 */
export const text =
	(longest = Number.POSITIVE_INFINITY): Encoder =>
	(value) => {
		const wire = writtenText(value);
		if (wire === undefined) {
			const limit = Number.isFinite(longest) ? ` of at most ${longest} characters` : '';
			return refusal(
				value,
				typeof value === 'string' ? 'text without half an emoji' : `text${limit}`,
			);
		}
		const length = [...wire].length;
		if (length <= longest) return { value: wire, wire };
		return {
			value: wire,
			wire,
			issue: `has ${length} characters (${quote(wire)}); give at most ${longest}`,
		};
	};

/** What a spreadsheet makes of a long number that it takes for an amount. */
const SHORTENED = /^\d(?:\.\d+)?E\+\d+$/i;

/** A name or path of the service: text without the blanks that cells carry around. */
export const word: Encoder = (value) => {
	const wire = writtenText(value)?.trim();
	const hasLostDigits = typeof value === 'number' && !Number.isSafeInteger(value);
	if (hasLostDigits || SHORTENED.test(wire ?? '')) {
		return refusal(value, 'all its digits: format the column as text');
	}
	return wire ? { value: wire, wire } : refusal(value, 'text; blanks around it are taken away');
};

/**
 * An identifier of the service, digits only; kept as text so that no digit is lost. A program that keeps
 * numbers with decimals writes 1.0 for 1.
 */
export const id: Encoder = (value) => {
	const [, wire] = /^(0*[1-9]\d*)(?:\.0+)?$/.exec(plainText(value)) ?? [];
	return wire
		? { value: wire, wire }
		: refusal(value, 'a number without signs or blanks, as text if it is longer than 15 digits');
};

/** Any sign that does more than stand beside a word: `随机?` is a question, `×随机` and `☐随机` mean the opposite. */
const MORE_THAN_BESIDE = /[^\p{L}\p{N}\s.,、，。:;()[\]{}【】「」《》"'“”‘’*·•/_-]/u;

/** The words of a text as those of a header are read; '' for one without any, or with signs that say more. */
function wordIn(typed: string): string {
	const word = MORE_THAN_BESIDE.test(typed) ? '' : plainName(typed);
	return /\p{L}/u.test(word) ? word : '';
}

/** Whether a word is one of these, alone or behind the number that stands for them: `1.开启`. */
const isOneOf = (words: readonly string[], number: string, word: string): boolean =>
	words.some((one) => word === one || word === `${number}${one}`);

/** A toggle, 0 or 1 for the service. */
export const flag: Encoder = (value) => {
	const typed = plainText(value).toLowerCase();
	const said = (words: readonly string[], number: string) =>
		words.includes(typed) || isOneOf(words, number, wordIn(typed));
	if (said(ON, '1')) return { value: true, wire: '1' };
	if (said(OFF, '0')) return { value: false, wire: '0' };
	return refusal(value, 'on or off (true or false, 1 or 0, 是 or 否)');
};

/** Whether a word is one for a choice, alone or behind its value as refusals print it: `0 (Continuous)`. */
function isCalled(option: INodePropertyOptions, word: string): boolean {
	const names = namesOfChoice(option);
	const value = String(option.value);
	const zh = zhOf(option) ?? '';
	// The last two are how refusals and the printed pages show it.
	const all = [value, ...names, `${option.name} ${zh}`, `${zh} ${option.name}`];
	return isOneOf(all.map(plainName), plainName(value), word);
}

/**
 * One of the property's choices, by its value or by any of its words, which are read as headers are: in any
 * case and width, with or without blanks and signs.
 */
export const choice: Encoder = (value, property) => {
	const typed = plainText(value);
	const choices = choicesOf(property);
	// A program that keeps numbers with decimals writes 1.0 for 1.
	const number = typed.replace(/^(\d+)\.0+$/, '$1');
	const word = wordIn(typed);
	const found =
		choices.find((option) => String(option.value) === number) ??
		(word === '' ? undefined : choices.find((option) => isCalled(option, word)));
	if (found) return { value: found.value, wire: String(found.value) };
	return refusal(value, `one of ${choices.map(choiceWords).join(', ')}`);
};

/** The range of a number property in words, from its `typeOptions`. */
export function rangeWords({ typeOptions = {} }: INodeProperties): string {
	const { minValue, maxValue, numberPrecision = 0 } = typeOptions;
	const kind =
		numberPrecision > 0 ? `a number with at most ${numberPrecision} decimals` : 'a whole number';
	if (maxValue === undefined) return minValue === undefined ? kind : `${kind}, ${minValue} or more`;
	return `${kind} from ${minValue} to ${maxValue}`;
}

/** Digits that a calculation keeps: 0.29 * 100 is 28.999999999999996, and 29 is meant. */
const EXACT_DIGITS = 14;

const calculated = (value: unknown): unknown =>
	typeof value === 'number' && !Number.isInteger(value)
		? Number(value.toPrecision(EXACT_DIGITS))
		: value;

/** A number within the property's bounds and precision. */
export const number: Encoder = (value, property) => {
	const { minValue, maxValue, numberPrecision = 0 } = property.typeOptions ?? {};
	const typed = typeof value === 'boolean' ? '' : plainText(calculated(value));
	const decimals = /^[+-]?\d+(?:\.(\d+))?$/.exec(typed);
	if (!decimals) return refusal(value, rangeWords(property));
	const read = Number(typed);
	const fits =
		read >= (minValue ?? Number.NEGATIVE_INFINITY) &&
		read <= (maxValue ?? Number.MAX_SAFE_INTEGER) &&
		(decimals[1] ?? '').replace(/0+$/, '').length <= numberPrecision;
	return fits
		? { value: read, wire: String(read) }
		: { value: read, wire: typed, issue: refusal(value, rangeWords(property)).issue };
};
