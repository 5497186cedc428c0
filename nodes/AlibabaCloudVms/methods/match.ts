import type { INodePropertyOptions } from 'n8n-workflow';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether an entry has every word of what was typed, in whatever order. */
export function matcherOf(typed: string): (option: INodePropertyOptions) => boolean {
	const words = plain(typed).split(/\s+/).filter(Boolean);
	return ({ name, value }) => {
		const text = plain(`${name} ${String(value)}`);
		return words.every((word) => text.includes(word));
	};
}
