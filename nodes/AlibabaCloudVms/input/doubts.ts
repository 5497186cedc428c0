import type { Sheet } from '../parameters/otherColumns';
import { allOf, quote } from '../text';

/** How a sheet is called, and what its columns say there. */
const WORDS: Record<Sheet, { like: string; of: string; means: string }> = {
	export: {
		like: 'as in an export of the console',
		of: 'of the schedule to set',
		means: 'when the task really began and ended',
	},
	customers: {
		like: 'as in a list of customers',
		of: 'of the task',
		means: 'something about a customer',
	},
};

/** Columns of one item that were taken for a parameter and may mean something else where they stand. */
export class Doubts {
	private readonly beside: Partial<Record<Sheet, string>> = {};

	private readonly taken: Partial<Record<Sheet, Array<{ name: string; label: string }>>> = {};

	/** A column that shows what sheet is at hand. */
	shows(sheet: Sheet, name: string): void {
		this.beside[sheet] ??= name;
	}

	takes(sheet: Sheet, name: string, label: string): void {
		(this.taken[sheet] ??= []).push({ name, label });
	}

	/** How such columns were understood; none where nothing speaks against it. */
	get sentences(): string[] {
		return (Object.keys(WORDS) as Sheet[]).flatMap((sheet) => {
			const beside = this.beside[sheet];
			const taken = this.taken[sheet] ?? [];
			if (beside === undefined || taken.length === 0) return [];
			const { like, of, means } = WORDS[sheet];
			const names = allOf(taken.map(({ name }) => quote(name)));
			const labels = allOf(taken.map(({ label }) => `'${label}'`));
			const [columns, stand, were, they, say, them] =
				taken.length > 1
					? ['columns', 'stand', 'were', 'they', 'say', 'them']
					: ['column', 'stands', 'was', 'it', 'says', 'it'];
			return [
				`The ${columns} ${names} ${stand} beside ${quote(beside)}, ${like}, and ${were} taken for ${labels} ${of}; if ${they} ${say} ${means}, leave ${them} out by 'Columns to Ignore'`,
			];
		});
	}
}
