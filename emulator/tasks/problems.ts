/** The ways a value can be wrong, in the backend's own words. */
const WORDS = {
	empty: '不能为空',
	format: '格式不正确',
	value: '取值不正确',
	range: '取值范围不正确',
} as const;

export type Problem = keyof typeof WORDS;

/** Checks the text of one parameter. */
export type ValueCheck = (text: string) => Problem | undefined;

/** @param parameter as in the request, e.g. "AutoStart"; the backend calls it "autoStart" */
export function problemMessage(parameter: string, problem: Problem): string {
	const name = parameter.charAt(0).toLowerCase() + parameter.slice(1);
	return `验证失败，参数[${name}]${WORDS[problem]}`;
}
