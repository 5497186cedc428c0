const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/**
 * yyyy-MM-dd HH:mm:ss in China Standard Time
 * @param now milliseconds since 1970
 */
export function chinaTime(now: number): string {
	return new Date(now + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/**
 * @param text yyyy-MM-dd HH:mm:ss in China Standard Time
 * @returns milliseconds since 1970; NaN for an empty text
 */
export const chinaMoment = (text: string): number =>
	Date.parse(`${text.replace(' ', 'T')}Z`) - CHINA_OFFSET_MS;
