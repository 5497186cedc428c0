import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { freeText } from '../../../nodes/AlibabaCloudVms/unseen';
import { reading, rowOf, sent, sentFromBuilder } from './catalogue';
import { entries as listed, rounds, rules } from '../../support/builders';

const { rows } = callTask;

const RUNS = { numRuns: 200 };

/** Texts near to what fields take, so that both sides of each limit are met. */
const nearText = fc.oneof(
	fc.string(),
	fc.string({ unit: 'binary' }),
	fc.stringMatching(/^[-+]?\d{1,18}(\.\d{1,3})?$/),
	fc.stringMatching(
		/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}( \d{1,2}:\d{2}(:\d{2})?)?([-+]\d{2}:\d{2}|Z)?$/,
	),
	fc.stringMatching(/^\d{1,2}:\d{2}(:\d{2})?( [AP]M)?([-+ ]\d{2}:\d{2}|Z)?$/),
	fc.stringMatching(/^[\d,，、 ]{0,12}$/),
	fc.constantFrom('undefined', 'null', 'NaN', '[object Object]', 'true', '是', '1', '{}', '[]'),
);
const jsonLike = fc.oneof(
	nearText,
	fc.jsonValue(),
	fc.double(),
	fc.bigInt(),
	fc.constantFrom(Number.NaN, undefined, null, new Date(Number.NaN)),
	fc.date(),
	fc.array(nearText, { maxLength: 3 }),
	fc.object({ maxDepth: 3, withNullPrototype: true, withDate: true }),
	fc.json(),
);

const LEAKED = ['undefined', 'null', 'NaN', '[object Object]'];
const FREE_TEXTS = [
	'Name',
	'Description',
	'CustomerClidsGroup',
	'IvrName',
	'CustomerVoice',
	'CustomerMoh',
];

const named = (faults: Record<string, boolean>): string[] =>
	Object.keys(faults).filter((fault) => faults[fault]);

const faultsOfRefusal = (issue: string, wire: unknown): string[] =>
	named({
		'says nothing': !/\S/.test(issue),
		'shows what is no text': wire !== undefined && typeof wire !== 'string',
	});

function faultsOf(api: string, value: unknown, wire = ''): string[] {
	const isText = typeof value === 'string';
	return named({
		'is empty': wire === '',
		// A text that someone typed may well read "null"; nothing else becomes one.
		leaks: LEAKED.includes(wire) && !(isText && FREE_TEXTS.includes(api)),
		'has an object in it': wire.includes('[object') && !isText,
		'is not taken again': sent(api, wire) !== wire,
		'cannot be encoded': Buffer.from(wire).toString() !== wire,
	});
}

test.each(rows)(
	'$api takes or refuses any value, and takes again what it would send',
	({ api }) => {
		fc.assert(
			fc.property(jsonLike, (value) => {
				// An empty text never comes this far, nor one that nobody sees: collect() has dealt with it.
				fc.pre(typeof value !== 'string' || freeText(value) !== '');
				const { wire, issue } = reading(api, value);
				expect(
					issue === undefined ? faultsOf(api, value, wire) : faultsOfRefusal(issue, wire),
				).toEqual([]);
			}),
			RUNS,
		);
	},
);

test.each(rows.filter(({ structured }) => structured))(
	'the builder of $api takes or refuses any rows',
	(row) => {
		const group = (row.property.options?.[0]?.name ?? '') as string;
		fc.assert(
			fc.property(
				fc.oneof(fc.array(fc.dictionary(fc.string(), jsonLike), { maxLength: 3 }), jsonLike),
				(held) => {
					expect(typeof sentFromBuilder(row.api, { [group]: held })).toBe('string');
				},
			),
			RUNS,
		);
	},
);

const china = (millis: number) => DateTime.fromMillis(millis, { zone: 'Asia/Shanghai' });
const moment = fc.date({
	min: new Date('2000-01-02T00:00:00Z'),
	max: new Date('2099-12-30T00:00:00Z'),
	noInvalidDate: true,
});

test('any moment is its day and time in China, whatever its spelling', () => {
	fc.assert(
		fc.property(
			moment,
			fc.constantFrom('UTC', 'UTC+8', 'UTC+5:30', 'UTC-9:30', 'UTC+14'),
			(date, zone) => {
				const local = DateTime.fromJSDate(date, { zone });
				const spellings = [
					date,
					local,
					local.toISO(),
					date.toISOString(),
					local.toFormat('yyyy/M/d H:mm:ss ZZZ'),
				];
				const day = china(date.getTime()).toFormat('yyyy-MM-dd');
				const time = china(date.getTime()).toFormat('HH:mm:ss');
				for (const value of spellings) {
					expect([sent('AutoStartDay', value), sent('AutoStopTime', value)]).toEqual([day, time]);
				}
			},
		),
		RUNS,
	);
});

test('any day and any time are accepted in the spellings of sheets, and made canonical', () => {
	fc.assert(
		fc.property(moment, (date) => {
			const wall = DateTime.fromJSDate(date, { zone: 'UTC' });
			for (const format of ['yyyy-MM-dd', 'yyyy/M/d', 'yyyy.M.d', 'yyyy年M月d日']) {
				expect(sent('AutoStopDay', wall.toFormat(format))).toBe(wall.toFormat('yyyy-MM-dd'));
			}
			for (const format of ['HH:mm:ss', 'H:mm:ss', 'h:mm:ss a', 'hh:mm:ssa']) {
				const typed = wall.toFormat(format, { locale: 'en' });
				expect(sent('AutoStartTime', typed)).toBe(wall.toFormat('HH:mm:ss'));
			}
		}),
		RUNS,
	);
});

describe('what is filled into a builder comes out as JSON', () => {
	const visible = (lengths: { minLength?: number; maxLength: number }) =>
		fc.string({ unit: 'grapheme', ...lengths }).filter((text) => freeText(text) === text);
	const word = visible({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text);
	const pairs = (maxLength: number) =>
		fc.array(fc.record({ name: word, value: visible({ maxLength: 100 }) }), {
			minLength: 1,
			maxLength,
		});
	const waits = fc.array(fc.integer({ min: 1, max: 30 * 24 * 60 }), { minLength: 1, maxLength: 5 });
	const structure = (api: string, builder: object): unknown =>
		JSON.parse(sentFromBuilder(api, builder) ?? '');

	test('user fields and call variables', () => {
		fc.assert(
			fc.property(pairs(5), (entries) => {
				expect(structure('CallVariables', listed('variable', entries))).toEqual(entries);
				const fields = structure('UserFields', listed('field', entries)) as object[];
				expect(fields.flatMap((field) => Object.entries(field))).toEqual(
					entries.map(({ name, value }) => [name, value]),
				);
			}),
			RUNS,
		);
	});

	test('rounds and rules', () => {
		fc.assert(
			fc.property(
				waits,
				fc.subarray([183, 710, 711, 719, 724], { minLength: 1 }),
				(minutes, sipCause) => {
					const strategy = minutes.map((all, index) => ({
						round: index + 1,
						time: `${Math.floor(all / 1440)}-${Math.floor((all % 1440) / 60)}-${all % 60}`,
					}));
					const round = minutes.map((amount) => ({ amount, unit: 'minutes' }));
					const basic = { retry: round.length, strategy };
					expect(structure('RetryStrategy', rounds(...round))).toEqual(basic);
					const rule = { sipCause, otherCodes: '800', round: { round } };
					expect(structure('RetryStrategy', rules(rule))).toEqual([
						{ condition: { sipCause: [...sipCause, 800] }, sort: 1, ...basic },
					]);
				},
			),
			RUNS,
		);
	});

	test('every documented example passes through its builder unchanged', () => {
		for (const { api, structured } of rows) {
			const { example = '' } = structured ?? {};
			expect([api, example && sent(api, JSON.parse(example))]).toEqual([api, example]);
		}
		expect(rowOf('RetryStrategy').structured).toBeDefined();
	});
});
