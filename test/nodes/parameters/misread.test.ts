import * as fc from 'fast-check';
import { looksMisread } from '../../../nodes/AlibabaCloudVms/parameters/misread';

const inUtf8 = (text: string) => new TextEncoder().encode(text);
const readAs = (encoding: string, text: string) => new TextDecoder(encoding).decode(inUtf8(text));

test.each([
	'任务',
	'任务名称',
	'客户超时（秒）',
	'双十一回访（第二批）',
	'春季续约 🌸',
	'外呼-A组-2026',
	'第一批,第二批',
])('%s is recognised in every encoding that it was misread in', (text) => {
	for (const encoding of ['gbk', 'gb18030', 'windows-1252']) {
		expect(looksMisread(readAs(encoding, text))).toBe(true);
	}
	expect(looksMisread(Buffer.from(text).toString('latin1'))).toBe(true);
	expect(looksMisread(Buffer.from(text, 'utf16le').toString('utf8'))).toBe(true);
	expect(looksMisread(text)).toBe(false);
});

/** Headers and cells of a GBK file as n8n reads them, which knows UTF-8 only. */
const IN_GBK: ReadonlyArray<[string, number[]]> = [
	['任务', [0xc8, 0xce, 0xce, 0xf1]],
	['回访', [0xbb, 0xd8, 0xb7, 0xc3]],
	['学习', [0xd1, 0xa7, 0xcf, 0xb0]],
];
test.each(IN_GBK)('%s in GBK, read as UTF-8', (_text, bytes) => {
	expect(looksMisread(Buffer.from(bytes).toString('utf8'))).toBe(true);
});

test.each(IN_GBK)('%s in GBK, read as Latin-1, which n8n offers', (_text, bytes) => {
	for (const encoding of ['latin1', 'windows-1252']) {
		expect(looksMisread(new TextDecoder(encoding).decode(Uint8Array.from(bytes)))).toBe(true);
	}
});

test.each([
	'任\uFFFD',
	'锟斤拷锟斤拷',
	'å¤–å‘¼',
	'å¤–',
	'GrÃ¶ÃŸe',
	'25Â°C',
	'ï»¿TaskId',
	'锘縏askId',
	'\uFEFF浠诲姟',
	'外呼-浠诲姟-1',
	'外呼浠诲姟鍚嶇О',
	'T\0a\0s\0k\0',
	'????（??）',
	'????VIP',
	'ðŸŒ¸',
	'ÈÎÎñID',
	'¿ªÊ¼Ê±¼ä',
	'A×é»Ø·Ã',
])('%j is a trace', (text) => expect(looksMisread(text)).toBe(true));

test.each([
	'Größe',
	'ÄÖÜß',
	'ÁÉÍÓÚ',
	'ÅÄÖ ÆØÅ',
	'××××活动',
	'··××××··',
	'jäääär',
	'm²·°C ±½',
	'¿¡Él!?',
	'Café',
	'„Café…“',
	'« Café »',
	'«CAFÉ»',
	'CAFÉ\u00A0!',
	'São Paulo',
	'CORAÇÃO»',
	'NGÂN HÀNG',
	'Łódź',
	'MENÜ™',
	'Nestlé®',
	'25°C ±0.5',
	'100€',
	'三月€',
	'Ελληνικά',
	'Русский язык',
	'שלום',
	'مرحبا',
	'μm',
	'繁體中文，關鍵結果',
	'續約',
	'联通',
	'学习',
	'溥仪',
	'帮豢养',
	'一斤拷贝纸',
	'溧阳',
	'字段的提示末尾',
	'日本語',
	'한국어',
	'हिन्दी',
	'🌸👩‍👩‍👧',
	'是否续约??',
	'ok??',
	'？？',
	'?',
	'№5 ½ ①',
	'',
])('%j is none', (text) => expect(looksMisread(text)).toBe(false));

/** What every file in Chinese is mostly made of: the first level of GB 2312. */
const common = fc
	.tuple(fc.integer({ min: 0xb0, max: 0xd6 }), fc.integer({ min: 0xa1, max: 0xfe }))
	.map((bytes) => new TextDecoder('gbk').decode(Uint8Array.from(bytes)));
const chinese = fc.array(common, { minLength: 2, maxLength: 40 }).map((parts) => parts.join(''));

test('any Chinese text is recognised after a misreading, and passes without one', () => {
	fc.assert(
		fc.property(chinese, (text) => {
			expect(looksMisread(text)).toBe(false);
			expect(looksMisread(readAs('gbk', text))).toBe(true);
			expect(looksMisread(readAs('windows-1252', text))).toBe(true);
		}),
		{ numRuns: 500 },
	);
});

test('a text of any length is looked through in one go', () => {
	for (const part of ['é', '?', '浠', 'Â', '\u00e4\u00a4', 'aé', '任务']) {
		expect(typeof looksMisread(part.repeat(100_000))).toBe('boolean');
	}
});
