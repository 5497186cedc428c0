import { isRecord } from '../guards';
import { callTask } from '../parameters';
import { once } from '../once';
import type { Row } from '../parameters/parameter';
import { choiceOf, zhOf } from '../parameters/words';
import { TEXTS, type Language } from './texts';

/** A change in words. */
export interface ShownChange {
	label: string;
	/** `20 → 45` */
	words: string;
}

const rows = once(() => new Map(callTask.rows.map((row) => [row.api, row])));

/** A value of `details.changes` in words. */
function valueText(value: unknown, row: Row | undefined, language: Language): string {
	const { empty, on, off } = TEXTS[language];
	if (value === null || value === undefined || value === '') return empty;
	if (row?.property.type === 'boolean') return Number(value) === 1 ? on : off;
	const choice = row && choiceOf(row.property, value);
	if (choice) return (language === 'zh' ? zhOf(choice) : undefined) ?? choice.name;
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const isStructure = (value: unknown): boolean => typeof value === 'object' && value !== null;

/**
 * The changes of an output in words: as it has them, but for choices in Chinese.
 * @param changes `details.changes` of an output
 */
export function changesIn(changes: unknown, language: Language): ShownChange[] {
	if (!Array.isArray(changes)) return [];
	return changes.filter(isRecord).map(({ field, label: spoken = field, from, to, ...more }) => {
		const row = rows().get(String(field));
		const label = (language === 'zh' ? row?.zh : undefined) ?? String(spoken);
		if (typeof more.words === 'string') {
			if (language === 'en' || isStructure(from) || isStructure(to)) {
				return { label, words: more.words };
			}
		}
		const before = 'note' in more ? '?' : valueText(from, row, language);
		return { label, words: `${before} → ${valueText(to, row, language)}` };
	});
}
