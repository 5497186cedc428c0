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

/**
 * What is wrong with the first parameter that does not pass its check, in the backend's words; undefined where
 * all do. An empty one is as good as none.
 */
export function refusalIn(
	params: ReadonlyMap<string, string>,
	checks: Readonly<Record<string, ValueCheck>>,
): string | undefined {
	for (const [name, check] of Object.entries(checks)) {
		const text = params.get(name);
		const problem = text ? check(text) : undefined;
		if (problem) return problemMessage(name, problem);
	}
	return undefined;
}
