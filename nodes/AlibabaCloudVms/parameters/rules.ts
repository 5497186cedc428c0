import { anyOf } from '../text';
import type { Rule } from './parameter';

/** `controller` at one of `values` needs at least one of `names`. */
export function needs(
	controller: string,
	values: readonly unknown[],
	names: readonly string[],
): Rule {
	const rule: Rule = (fields) => {
		if (!fields.has(controller) || !values.includes(fields.value(controller))) return [];
		if (names.some((name) => fields.has(name))) return [];
		const labels = anyOf(names.map((name) => `'${fields.label(name)}'`));
		return [
			`${labels} is missing; it is needed while '${fields.label(controller)}' is ${fields.words(controller)}`,
		];
	};
	return Object.assign(rule, { ties: [controller, ...names] });
}
