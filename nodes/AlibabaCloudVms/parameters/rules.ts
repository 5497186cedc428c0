import { anyOf } from '../text';
import type { Rule } from './parameter';

/** The field of a template, which only a new task has: what is not given, it may have. */
export const TEMPLATE = 'templateName';

/** `controller` at one of `values` needs at least one of `names`. */
export function needs(
	controller: string,
	values: readonly unknown[],
	names: readonly string[],
): Rule {
	const rule: Rule = (fields) => {
		if (!fields.has(controller) || !values.includes(fields.value(controller))) return [];
		if ([...names, TEMPLATE].some((name) => fields.has(name))) return [];
		const labels = anyOf(names.map((name) => `'${fields.label(name)}'`));
		return [
			`${labels} is missing; it is needed while '${fields.label(controller)}' is ${fields.words(controller)}`,
		];
	};
	return Object.assign(rule, { ties: [controller, ...names] });
}
