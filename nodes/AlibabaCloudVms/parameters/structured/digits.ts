/** Numbers of JSON that do not survive being read, since JavaScript keeps about sixteen digits. */

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;
const NUMBER = /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;
/** Fifteen digits always survive. */
const MAY_LOSE = /[\d.]{16}|\de/i;

/** Digits and exponent of a number in one spelling: 1.50e3, 1500 and 15e2. */
function spelled(number: string): string {
	const [, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(number) ?? [];
	const digits = `${whole}${fraction}`.replace(/^0+/, '');
	const significant = digits.replace(/0+$/, '');
	if (significant === '') return number.includes('Infinity') ? number : '0';
	const shift = digits.length - significant.length - fraction.length;
	return `${significant}e${Number(exponent) + shift}`;
}

const isLost = (number: number): boolean =>
	Math.abs(number) > Number.MAX_SAFE_INTEGER || Number.isNaN(number);

/** The first number in a JSON text that is another one once it is read; undefined where all survive. */
export function lostNumber(json: string): string | undefined {
	if (!MAY_LOSE.test(json)) return undefined;
	return json
		.match(STRING_OR_NUMBER)
		?.find(
			(token) =>
				!token.startsWith('"') &&
				(isLost(Number(token)) || spelled(token) !== spelled(String(Number(token)))),
		);
}

/** Whether a structure holds a number that has lost digits already. */
export const hasLostDigits = (value: unknown): boolean =>
	typeof value === 'number'
		? isLost(value)
		: typeof value === 'object' && value !== null && Object.values(value).some(hasLostDigits);
