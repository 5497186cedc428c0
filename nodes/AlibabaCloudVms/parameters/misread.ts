/**
 * Traces that a file leaves in its texts when it is read in another encoding than it was saved in. Each is
 * one that no person types: umlauts and rare characters alone are none.
 */

/** What stands for bytes that could not be read, also where that was itself misread once more. */
const REPLACED = /\uFFFD|锟斤|拷锟|ï¿½/;

/** UTF-16 that was read byte by byte, and bytes that Latin-1 has no character for. */
const BYTES = /[\0\u0080-\u0084\u0086-\u009F]/;

/** Characters that the encoding of a saved file has no place for become question marks. */
const isLost = (text: string): boolean =>
	/^\?{2,}[\p{L}\d]/u.test(text) || (text.includes('??') && !/\p{L}/u.test(text));

/** The second and later bytes of UTF-8 as Latin-1 and Windows-1252 show them. */
const NEXT = '[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
/** Those of them that do not stand behind a word: `„Café…“` was read as it should be. */
const STRANGE = '[\\u0080-\\u009F¡-¨ª¬\\u00AD¯´-¸º¼-¿€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜šœžŸ]';
const UTF8_AS_LATIN = new RegExp(
	[
		`[ÃÂ]${NEXT}`,
		`(?:[Â-ß]${NEXT}){2}`,
		`[à-ï](?:${STRANGE}${NEXT}|${NEXT}${STRANGE})`,
		`(?:[à-ï]${NEXT}{2}){2}`,
		`[ð-ô]${NEXT}{3}`,
	].join('|'),
);

/** GBK bytes that happen to be UTF-8: letters side by side of scripts that never meet in a word. */
const SCRIPTS = {
	greek: '\\u0370-\\u03FF',
	cyrillic: '\\u0400-\\u052F',
	armenian: '\\u0531-\\u058F',
	hebrew: '\\u0590-\\u05FF',
	arabic: '\\u0600-\\u06FF',
};
const GBK_AS_UTF8 = new RegExp(
	Object.values(SCRIPTS)
		.map((one, _index, all) => `[${one}][${all.filter((other) => other !== one).join('')}]`)
		.join('|'),
);

/** Characters of GB 2312 as Latin-1 and Windows-1252 show their two bytes. */
const GBK_AS_LATIN = /[¡-þ]{4,}/g;
const LEAST_COMMON = 2;

/**
 * Whether a run of accented letters and signs is common Chinese characters, byte by byte. No language has
 * four such letters in a row; one that is written over and over is an ornament.
 */
function isGbkAsLatin(run: string): boolean {
	if (run.length % 2 > 0 || new Set(run).size < 3) return false;
	const leads = [...run].filter((_character, index) => index % 2 === 0);
	return (
		leads.every((lead) => lead <= '÷') &&
		leads.filter((lead) => lead >= '°' && lead <= '×').length >= LEAST_COMMON
	);
}

function gbkDecoder() {
	try {
		return new TextDecoder('gbk');
	} catch {
		// A Node.js that was built without it: what only it would find is not found.
		return undefined;
	}
}

const [FIRST_LEAD, LAST_LEAD, FIRST_TRAIL, LAST_TRAIL] = [0x81, 0xfe, 0x40, 0xfe];
const TRAILS = LAST_TRAIL - FIRST_TRAIL + 1;

/** The two bytes that each character has in GBK, by its code unit; 0 for none. */
function readGbk(): Uint16Array {
	const table = new Uint16Array(0x10000);
	const decoder = gbkDecoder();
	for (let lead = FIRST_LEAD; decoder && lead <= LAST_LEAD; lead++) {
		const bytes = new Uint8Array(TRAILS * 2);
		for (let index = 0; index < TRAILS; index++) {
			bytes[index * 2] = lead;
			bytes[index * 2 + 1] = FIRST_TRAIL + index;
		}
		// No character ends with this byte: another one keeps the place.
		bytes[(0x7f - FIRST_TRAIL) * 2 + 1] = FIRST_TRAIL;
		const characters = decoder.decode(bytes);
		for (let index = 0; index < TRAILS; index++) {
			table[characters.charCodeAt(index)] ||= lead * 0x100 + FIRST_TRAIL + index;
		}
	}
	return table;
}

let gbk: Uint16Array | undefined;
/** Made with the first text that is not plain ASCII: it takes some milliseconds. */
const gbkTable = (): Uint16Array => (gbk ??= readGbk());

/** What a mark at the beginning of a file begins with, read as GBK. Inside of characters its bytes mean nothing. */
const BOM = '锘';
const MARK = 0xfeff;
/** The characters that nearly all Chinese text is made of, and its punctuation: rows of GB 2312. */
const isCommon = (character: number): boolean => {
	const lead = (gbkTable()[character] ?? 0) >> 8;
	return (lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3);
};

/** How many bytes follow the first one of a character in UTF-8; -1 where none begins so. */
function following(byte: number): number {
	if (byte < 0x80) return 0;
	if (byte < 0xc2 || byte > 0xf4) return -1;
	return byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
}

/**
 * Whether the bytes that a run of characters has in GBK are UTF-8. Of real Chinese words they are hardly
 * ever, so two common characters are enough where the whole run is UTF-8, and four in a row elsewhere.
 */
function isUtf8AsGbk(run: string): boolean {
	let [character, missing, inARow, common] = [0, 0, 0, 0];
	let isWhole = true;
	for (let index = 0; index < run.length; index++) {
		const code = run.charCodeAt(index);
		const pair = gbkTable()[code] ?? 0;
		const bytes = code === 0x20ac ? [0x80] : [pair >> 8, pair & 0xff];
		for (const byte of bytes) {
			if (missing > 0 && byte >> 6 === 0b10) {
				character = (character << 6) | (byte & 0x3f);
				missing -= 1;
				if (missing > 0) continue;
				if (character === MARK && run.charAt(index - 1) === BOM) return true;
				inARow = character > 0x7ff ? inARow + 1 : 0;
				if (isCommon(character) || character > 0xffff) common += 1;
				if (inARow >= 4) return true;
			} else {
				if (missing > 0) isWhole = false;
				missing = following(byte);
				if (missing < 0 || pair === 0) isWhole = false;
				if (missing <= 0) inARow = 0;
				if (missing < 0) missing = 0;
				character = byte & (0x3f >> missing);
			}
		}
	}
	return isWhole && missing === 0 && common >= 2;
}

const FOREIGN = /[^\0-\x7F]/;
const RUNS = /[^\0-\x7F\uFEFF]+/g;

/**
 * Whether a text, a cell or a header, shows that its file was read in the wrong encoding: GBK as UTF-8 or as
 * Latin-1, UTF-8 as GBK or as Latin-1, UTF-16 as any of them, or saved in one that has no Chinese.
 */
export function looksMisread(text: string): boolean {
	if (isLost(text) || text.includes('\0')) return true;
	if (!FOREIGN.test(text)) return false;
	return (
		REPLACED.test(text) ||
		BYTES.test(text) ||
		UTF8_AS_LATIN.test(text) ||
		GBK_AS_UTF8.test(text) ||
		(text.match(GBK_AS_LATIN) ?? []).some(isGbkAsLatin) ||
		(text.match(RUNS) ?? []).some(isUtf8AsGbk)
	);
}

/** What to do about it. n8n reads CSV files in few encodings, and GBK is none of them. */
export const MISREAD =
	"the file was read in another encoding than it was saved in: save it as 'CSV UTF-8' or as xlsx, or choose its Encoding among the options of Extract From File, which has no GBK for CSV";
