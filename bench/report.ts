/** One line of the list of goals. */
export interface Goal {
	goal: string;
	/** What was compared, and the bound. */
	what: string;
	measured: string;
	/** By how much the bound is passed: 1 or less is met. */
	share: number;
}

/** One part of the results. */
export interface Chapter {
	title: string;
	goals: Goal[];
	/** Markdown paragraphs and tables. */
	body: string[];
}

const escape = (cell: string) => cell.replaceAll('|', '\\|');

export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const line = (cells: readonly string[]) => `| ${cells.map(escape).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A goal with an upper bound. */
export const atMost = (
	goal: string,
	what: string,
	bound: number,
	value: number,
	measured: string,
): Goal => ({ goal, what, measured, share: value / bound });

/** A goal with a lower bound. */
export const atLeast = (
	goal: string,
	what: string,
	bound: number,
	value: number,
	measured: string,
): Goal => ({ goal, what, measured, share: bound / value });

const verdict = ({ share }: Goal): string =>
	share <= 1 ? 'met' : `missed by ${((share - 1) * 100).toFixed(0)} %`;

/** The goals of all chapters in the order of their numbers. */
export function goalTable(chapters: readonly Chapter[]): string {
	const goals = chapters.flatMap((chapter) => chapter.goals);
	goals.sort((a, b) => a.goal.localeCompare(b.goal, 'en', { numeric: true }));
	return table(
		['Goal', 'What', 'Measured', 'Result'],
		goals.map((goal) => [goal.goal, goal.what, goal.measured, verdict(goal)]),
	);
}
