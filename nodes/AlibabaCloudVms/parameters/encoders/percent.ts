import type { INodeProperties } from 'n8n-workflow';
import { quote } from '../../text';
import type { Encoder, Reading } from '../parameter';
import { number, plainText, rangeWords, refusal } from './scalar';

/** Decimals of a percentage that a fraction stands for, so that 0.07 is 7 and not 7.000000000000001. */
const DECIMALS = 1e6;

/** The percentage that a number stands for if it is a fraction; undefined where that fits no more than it. */
function percentageOf(typed: string, { typeOptions = {} }: INodeProperties): number | undefined {
	const { minValue = 0, maxValue = Number.MAX_SAFE_INTEGER } = typeOptions;
	if (!/^\d*\.?\d+$/.test(typed)) return undefined;
	const percentage = Math.round(Number(typed) * 100 * DECIMALS) / DECIMALS;
	return percentage >= minValue && percentage <= maxValue ? percentage : undefined;
}

/** A text with its sign: 35 %. */
function signed(value: unknown, typed: string, property: INodeProperties): Reading {
	const reading = number(typed, property);
	return reading.issue === undefined ? reading : refusal(value, `${rangeWords(property)} percent`);
}

/**
 * A number that counts in percent, with or without the sign. A spreadsheet keeps 50 % as 0.5 and 100 % as 1,
 * and that is what arrives: such a number is refused out of the range, and doubted within it.
 */
export const percent: Encoder = (value, property) => {
	const typed = typeof value === 'boolean' ? '' : plainText(value);
	const [, withSign] = /^([^%]*?)\s*%$/.exec(typed) ?? [];
	if (withSign !== undefined) return signed(value, withSign, property);
	const reading = number(value, property);
	const percentage = percentageOf(typed, property);
	if (percentage === undefined) return reading;
	const cell = `a spreadsheet's cell of ${percentage} % arrives as ${typed}`;
	if (reading.issue === undefined) {
		const warning = `is ${quote(value)}, which means ${typed} %; ${cell}`;
		return { ...reading, percentage, warning };
	}
	// A text was typed, and tells nothing of a cell's format.
	const hint = typeof value === 'number' ? `; ${cell}: give percent, not a fraction` : '';
	return { ...reading, percentage, issue: `${reading.issue}${hint}` };
};
