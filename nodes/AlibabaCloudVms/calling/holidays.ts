/** A day off by the government's arrangement, or one that is worked in its place. */
export interface Holiday {
	en: string;
	zh: string;
}

/** What is known of China's holidays, by days as yyyy-MM-dd: what was published when the node was built. */
export interface Holidays {
	/** Public holidays, the days off around them included. */
	off: ReadonlyMap<string, Holiday>;
	/** Weekend days that are worked instead. */
	worked: ReadonlyMap<string, Holiday>;
	/** Years of which they are known, as yyyy. */
	years: ReadonlySet<string>;
}

/** A name as the data has it: English, Chinese, how many days. */
function named(text: string): Holiday {
	const [en = '', zh = ''] = text.split(',');
	return { en, zh };
}

const byDay = (days: Record<string, string>): Map<string, Holiday> =>
	new Map(Object.entries(days).map(([day, text]) => [day, named(text)]));

/** Read at the first use, since n8n loads every node when it starts. */
export async function readHolidays(): Promise<Holidays> {
	// The data alone: the code beside it takes twenty times as long to load, and guesses where it has none.
	const { default: data } = await import('chinese-days/dist/chinese-days.json', {
		with: { type: 'json' },
	});
	const off = byDay(data.holidays);
	return {
		off,
		worked: byDay(data.workdays),
		years: new Set([...off.keys()].map((day) => day.slice(0, 4))),
	};
}
