import type { INodeParameters } from 'n8n-workflow';
import type { Settings } from '../../emulator';
import { CONTINUE, errorsOf, TASK, detailsOf, useBench, refusalsOf } from '../support/bench';

const bench = useBench();

const DAY_MS = 24 * 60 * 60 * 1000;
/** A day in China, so many days from today. */
const daysFromNow = (days: number): string =>
	new Date(Date.now() + 8 * 60 * 60 * 1000 + days * DAY_MS).toISOString().slice(0, 10);
/** The same as a cell of a workbook that counts from 1904 instead of 1900. */
const in1904 = (day: string): number => Date.parse(day) / DAY_MS + 25569 - 1462;

const mapped = (day: unknown, column: string): INodeParameters => ({
	fields: 'mapFromInput',
	taskId: '',
	fieldsObject: `={{ ({ TaskId: ${TASK.taskId}, ${column}: ${JSON.stringify(day)} }) }}`,
});

describe.each(['update', 'preview'])('with operation %s', (operation) => {
	test.each<[string, unknown]>([
		['of another century', '2001-09-09'],
		['more than a year ago', daysFromNow(-370)],
		['of next month, from a workbook that counts from 1904', in1904(daysFromNow(30))],
		['with a time, of that workbook', in1904(daysFromNow(100)) + 0.375],
	])('a day %s is refused', async (_what, day) => {
		for (const parameters of [
			{ schedule: { autoStartDay: day as string } },
			{ schedule: { autoStopDay: day as string } },
			mapped(day, 'AutoStartDay'),
			mapped(day, '结束日期'),
		]) {
			const { output } = await bench.run({ operation, ...parameters }, { node: CONTINUE });
			expect(refusalsOf(output)[0]).toMatch(
				/^'(Start|Stop) Date' is \d{4}-\d\d-\d\d, more than a year in the past; give a day from \d{4}-\d\d-\d\d on \(.*1904.*\)(?: \[item 0\])?$/,
			);
			expect(bench.sent).toEqual([]);
		}
	});

	test.each(['2001-09-09 08:30', 36526.354166667])(
		'so is the day that a moment in a column for times brings: %p',
		async (moment) => {
			const { output } = await bench.run(
				{ operation, ...mapped(moment, '开始时间') },
				{ node: CONTINUE },
			);
			expect(refusalsOf(output)[0]).toMatch(/^'Start Date' is 200\d-.* year in the past/);
			expect(bench.sent).toEqual([]);
		},
	);

	test.each([-1, -30, -360])('a day %p days from now is warned about', async (days) => {
		for (const parameters of [
			{ schedule: { autoStop: true, autoStopDay: daysFromNow(days) } },
			mapped(daysFromNow(days), '定时完成: "是", 完成日期'),
		]) {
			const { output } = await bench.run({ operation, ...parameters });
			expect(detailsOf(output[0]).warnings).toContainEqual(
				expect.stringMatching(
					`^'Stop Date' and 'Stop Time' \\(${daysFromNow(days)}.*\\) lie in the past`,
				),
			);
		}
	});
});

test('a day long past is sent where values are not checked', async () => {
	await bench.run({
		schedule: { autoStartDay: '2001-09-09' },
		options: { checkValuesBeforeSending: false },
	});
	expect(bench.changes).toEqual({ AutoStartDay: '2001-09-09' });
});

test('one that does not apply is not looked at', async () => {
	await bench.run({ schedule: { autoStart: '={{ false }}', autoStartDay: '={{ "2001-09-09" }}' } });
	expect(bench.changes).toEqual({ AutoStart: '0' });
});

test.each<[string, Partial<Settings>]>([
	[
		'is refused',
		{
			forceRefusal: {
				code: 'isv.INVALID_PARAMETERS',
				httpStatus: 200,
				message: '验证失败，参数[autoStartDay]取值不正确',
			},
		},
	],
	['does not take', { untakenParameters: ['AutoStartDay'] }],
])('the warning is kept where the update %s', async (_what, settings) => {
	Object.assign(bench.emulator.settings, settings);
	const { output } = await bench.run(
		{
			schedule: { autoStartDay: daysFromNow(-3) },
			options: { verifyAfterUpdate: true },
		},
		{ node: CONTINUE },
	);
	expect(errorsOf(output)[0]?.description).toMatch(
		/ Worth a second look: 'Start Date' and 'Start Time' \(.*\) lie in the past; in China it is .* now\.$/,
	);
});
