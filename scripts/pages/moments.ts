import { table } from './table';

/** A text in the two languages of the pages. */
interface Words {
	en: string;
	zh: string;
}

/** What is sent for a value: `yyyy-MM-dd`, `HH:mm:ss`, both with a blank between, or nothing: refused. */
interface MomentCase {
	/** The workflow's time zones for which it holds. */
	zones: readonly string[];
	inDate: string;
	inTime: string;
}

/** A kind of value that means a day, a time, or both. */
interface MomentKind {
	kind: Words;
	/** A value of the kind, as a field holds it: text, a number, or an expression. */
	example: string | number;
	/** The zone that the value carries. */
	zone: Words;
	cases: readonly MomentCase[];
}

export const REFUSED = 'refused';

/** Zones of workflows in all directions from China. */
export const ZONES = ['Asia/Shanghai', 'Asia/Tokyo', 'Australia/Sydney', 'UTC', 'America/New_York'];

const EAST = ['Asia/Tokyo', 'Australia/Sydney'];
const FAR = [...EAST, 'America/New_York'];

const anywhere = (inDate: string, inTime: string): MomentCase[] => [
	{ zones: ZONES, inDate, inTime },
];

const when = (zones: readonly string[], inDate: string, inTime: string): MomentCase => ({
	zones,
	inDate,
	inTime,
});

const without = (...zones: string[]) => ZONES.filter((zone) => !zones.includes(zone));

const TEXT = { en: 'Text', zh: '文本' };
const TEXT_WITH_OFFSET = { en: 'Text with an offset', zh: '带时区偏移的文本' };
const UTC_TEXT = { en: 'Text in UTC, also as JSON has dates', zh: 'UTC 文本（JSON 里的日期也是）' };
const DATE_TIME = {
	en: 'Luxon DateTime: `$now`, `$today`',
	zh: 'Luxon DateTime：`$now`、`$today`',
};
const DATE = { en: 'JavaScript Date, also from databases', zh: 'JavaScript Date（也来自数据库）' };
const EXCEL = { en: 'Number of an Excel cell', zh: 'Excel 单元格的数字' };

const NONE = { en: 'none: China', zh: '无，按北京时间' };
const OF_CHINA = { en: '+08:00', zh: '+08:00' };
const OF_UTC = { en: 'UTC', zh: 'UTC' };
const OF_WORKFLOW = { en: "the workflow's", zh: '工作流的时区' };
const FOREIGN = (offset: string) => ({ en: offset, zh: offset });
const NO_ZONE = { en: 'none: a moment', zh: '无，是一个时刻' };

const DAY = '2030-12-01';

/** What every kind of value means, by its zone, by what is asked for, and by the workflow's zone. */
export const moments: readonly MomentKind[] = [
	{ kind: TEXT, example: '2030-12-01', zone: NONE, cases: anywhere(DAY, REFUSED) },
	{
		kind: TEXT,
		example: '2030-12-01 08:30:00',
		zone: NONE,
		cases: anywhere(`${DAY} 08:30:00`, `${DAY} 08:30:00`),
	},
	{
		kind: TEXT,
		example: '2030-12-01 00:00:00',
		zone: NONE,
		cases: anywhere(DAY, `${DAY} 00:00:00`),
	},
	{ kind: TEXT, example: '08:30', zone: NONE, cases: anywhere(REFUSED, '08:30:00') },
	{
		kind: TEXT_WITH_OFFSET,
		example: '2030-12-01T00:00:00+08:00',
		zone: OF_CHINA,
		cases: anywhere(DAY, `${DAY} 00:00:00`),
	},
	{
		kind: TEXT_WITH_OFFSET,
		example: '2030-12-01T00:00:00+09:00',
		zone: FOREIGN('+09:00'),
		cases: anywhere(DAY, REFUSED),
	},
	{
		kind: TEXT_WITH_OFFSET,
		example: '2030-12-01T00:00:00-05:00',
		zone: FOREIGN('-05:00'),
		cases: anywhere(DAY, REFUSED),
	},
	{
		kind: TEXT_WITH_OFFSET,
		example: '2030-12-01T08:30:00+09:00',
		zone: FOREIGN('+09:00'),
		cases: anywhere(`${DAY} 07:30:00`, `${DAY} 07:30:00`),
	},
	{
		kind: UTC_TEXT,
		example: '2030-12-01T01:00:00Z',
		zone: OF_UTC,
		cases: anywhere(`${DAY} 09:00:00`, `${DAY} 09:00:00`),
	},
	{
		kind: UTC_TEXT,
		example: '2030-11-30T16:00:00Z',
		zone: OF_UTC,
		cases: anywhere(DAY, `${DAY} 00:00:00`),
	},
	{
		kind: UTC_TEXT,
		example: '2030-12-01T00:00:00Z',
		zone: OF_UTC,
		cases: anywhere(DAY, `${DAY} 08:00:00`),
	},
	{
		kind: UTC_TEXT,
		example: '2030-12-01T05:00:00Z',
		zone: OF_UTC,
		cases: [
			when(['America/New_York'], DAY, `${DAY} 13:00:00`),
			when(without('America/New_York'), `${DAY} 13:00:00`, `${DAY} 13:00:00`),
		],
	},
	{
		kind: UTC_TEXT,
		example: '2030-11-30T15:00:00Z',
		zone: OF_UTC,
		cases: [
			when(['Asia/Tokyo'], REFUSED, REFUSED),
			when(without('Asia/Tokyo'), '2030-11-30 23:00:00', '2030-11-30 23:00:00'),
		],
	},
	{
		kind: DATE_TIME,
		example: '={{ DateTime.fromISO("2030-12-01") }}',
		zone: OF_WORKFLOW,
		cases: [
			when(['Asia/Shanghai'], DAY, `${DAY} 00:00:00`),
			when(['UTC'], DAY, `${DAY} 08:00:00`),
			when(FAR, DAY, REFUSED),
		],
	},
	{
		kind: DATE_TIME,
		example: '={{ DateTime.fromISO("2030-12-01T08:30") }}',
		zone: OF_WORKFLOW,
		cases: [
			when(['Asia/Shanghai'], `${DAY} 08:30:00`, `${DAY} 08:30:00`),
			when(['Asia/Tokyo'], `${DAY} 07:30:00`, `${DAY} 07:30:00`),
			when(['Australia/Sydney'], `${DAY} 05:30:00`, `${DAY} 05:30:00`),
			when(['UTC'], `${DAY} 16:30:00`, `${DAY} 16:30:00`),
			when(['America/New_York'], `${DAY} 21:30:00`, `${DAY} 21:30:00`),
		],
	},
	{
		kind: DATE,
		example: '={{ new Date("2030-12-01T01:00:00Z") }}',
		zone: NO_ZONE,
		cases: anywhere(`${DAY} 09:00:00`, `${DAY} 09:00:00`),
	},
	{
		kind: DATE,
		example: '={{ new Date("2030-12-01") }}',
		zone: NO_ZONE,
		cases: anywhere(DAY, `${DAY} 08:00:00`),
	},
	{
		kind: DATE,
		example: '={{ new Date("2030-11-30T16:00:00Z") }}',
		zone: NO_ZONE,
		cases: anywhere(DAY, `${DAY} 00:00:00`),
	},
	{
		kind: DATE,
		example: '={{ DateTime.fromISO("2030-12-01").toJSDate() }}',
		zone: NO_ZONE,
		cases: [
			when(['Asia/Shanghai'], DAY, `${DAY} 00:00:00`),
			when(['UTC'], DAY, `${DAY} 08:00:00`),
			when(['America/New_York'], DAY, `${DAY} 13:00:00`),
			when(EAST, DAY, REFUSED),
		],
	},
	{ kind: EXCEL, example: 47818, zone: NONE, cases: anywhere(DAY, REFUSED) },
	{
		kind: EXCEL,
		example: 47818.354166667,
		zone: NONE,
		cases: anywhere(`${DAY} 08:30:00`, `${DAY} 08:30:00`),
	},
	{ kind: EXCEL, example: 0.354166667, zone: NONE, cases: anywhere(REFUSED, '08:30:00') },
	{ kind: EXCEL, example: 0, zone: NONE, cases: anywhere(REFUSED, '00:00:00') },
];

/** One line of the printed table. */
const lines = moments.flatMap(({ cases, ...kind }) => cases.map((one) => ({ ...kind, ...one })));

/** The table in one of the languages. */
export function momentTable(
	language: keyof Words,
	heads: readonly string[],
	{ any, refused }: { any: string; refused: string },
): string {
	const result = (sent: string) => (sent === REFUSED ? refused : sent);
	return table(heads, lines, ({ kind, example, zone, zones, inDate, inTime }) => [
		kind[language],
		`\`${String(example).replace(/^=/, '')}\``,
		zone[language],
		zones.length === ZONES.length ? any : zones.join(', '),
		result(inDate),
		result(inTime),
	]);
}
