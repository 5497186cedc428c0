import { chinesePage } from './chinese';
import { englishPage } from './english';

/** The pages of docs that are printed from the catalogue. */
export const pages = {
	'parameters.md': englishPage,
	'parameters.zh-CN.md': chinesePage,
} satisfies Record<string, () => string>;
