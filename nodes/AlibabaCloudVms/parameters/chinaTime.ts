/** A moment on the clocks of China. */
export interface ChinaTime {
	/** yyyy-MM-dd */
	day: string;
	/** HH:mm:ss */
	time: string;
}

/** A moment as the API has it: yyyy-MM-dd HH:mm:ss */
export const momentText = ({ day, time }: ChinaTime): string => `${day} ${time}`;

/** China Standard Time has no summer time. */
export const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The zone of values that are no user's, such as what a task holds: there is none to be told apart. */
export const CHINA_ZONE = 'Asia/Shanghai';

/** Without a date library, since it is asked for with every row. The year of `at` has four digits. */
export function chinaTime(at: number): ChinaTime {
	const text = new Date(at + CHINA_OFFSET_MS).toISOString();
	return { day: text.slice(0, 10), time: text.slice(11, 19) };
}

/** What the clocks of China show, whatever zone the server has. */
export const chinaNow = (): ChinaTime => chinaTime(Date.now());
