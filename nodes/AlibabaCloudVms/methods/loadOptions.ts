import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { isRecord } from '../guards';
import { entriesOf } from '../parameters/encoders/list';
import { FIND } from '../parameters/offers';
import { quote } from '../text';
import { ask } from './ask';
import type { List, Listed } from './list';
import { whyNoList } from './listError';
import { matcherOf } from './match';

/** Most entries that n8n's menus show and search without making people wait. */
const MOST_SHOWN = 1000;

/**
 * What a menu says in the place of an entry. An error would hide what is chosen, and itself behind a
 * triangle. n8n 1 takes it for something to choose: then its value is refused as an empty entry.
 */
const remark = (name: string, description: string): INodePropertyOptions => ({
	name,
	description,
	value: '',
	disabled: true,
});

const BY_EXPRESSION = 'Numbers can also be given by an expression.';

/** What is chosen in a field now, in the node as the editor has it. */
const chosenIn = (context: ILoadOptionsFunctions, field: string): string[] =>
	(entriesOf(context.getCurrentNodeParameter(`&${field}`) ?? '') ?? []).filter(Boolean);

/** What narrows down the lists of the node, wherever it stands. */
function typedIn(context: ILoadOptionsFunctions): string {
	const parameters: unknown[] = Object.values(context.getCurrentNodeParameters() ?? {});
	for (const held of parameters) {
		const typed = isRecord(held) ? held[FIND.name] : undefined;
		if (typeof typed === 'string' && typed.trim() !== '') return typed.trim();
	}
	return '';
}

const figure = (count: number): string => count.toLocaleString('en-US');

/** What to say of a list that is not shown as a whole. */
function remarks(
	{ found, shown, isWhole }: { found: number; shown: number; isWhole: boolean },
	typed: string,
	{ called }: List,
): INodePropertyOptions[] {
	if (found === 0) {
		const name = `No ${called} with ${quote(typed)}`;
		return [remark(name, `Change or empty '${FIND.displayName}'. ${BY_EXPRESSION}`)];
	}
	if (found === shown && isWhole) return [];
	return [
		remark(
			isWhole
				? `${figure(shown)} of ${figure(found)} ${called} are shown`
				: `Not all ${called} are shown`,
			`For the others put part of a name or number into '${FIND.displayName}', a field to add beside this one. ${BY_EXPRESSION}`,
		),
	];
}

/** What of a list is shown: what is chosen in any case, the rest as far as it fits what was typed. */
function shownOf(
	{ options, isWhole }: Listed,
	chosen: readonly string[],
	typed: string,
	list: List,
): INodePropertyOptions[] {
	const isChosen = new Set(chosen);
	const known = new Set(options.map(({ value }) => value));
	const gone = chosen
		.filter((value) => !known.has(value))
		.map((value) => ({
			name: isWhole ? `${value} (no longer in the call center)` : value,
			value,
		}));
	const fits = matcherOf(typed);
	const found = options.filter(fits);
	const first = new Set(found.slice(0, MOST_SHOWN));
	const shown = options.filter((option) => first.has(option) || isChosen.has(String(option.value)));
	const counts = { found: found.length, shown: first.size, isWhole };
	return [...remarks(counts, typed, list), ...gone, ...shown];
}

/**
 * A list for the menu of a field, which the editor looks through by itself.
 * @param field its name, since what is chosen there stays in sight
 */
export const optionsIn = (list: List, field: string) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const chosen = chosenIn(this, field);
		const typed = typedIn(this);
		const listed = await ask(this, list, typed);
		if (listed.ok) return shownOf(listed.value, chosen, typed, list);
		const { message, description } = whyNoList(listed.failure, list);
		return [
			remark(message, `${description} ${BY_EXPRESSION}`),
			...chosen.map((value) => ({ name: value, value })),
		];
	};
