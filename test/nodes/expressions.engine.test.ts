import type { IDataObject } from 'n8n-workflow';
import { withoutIdentity, CONTINUE, detailsOf, useBench } from '../support/bench';
import { entries } from '../support/builders';

const bench = useBench();

describe('an expression that fails', () => {
	const NOWHERE = "={{ $('Nowhere').item.json.x }}";

	test.each([
		[NOWHERE, 'Task ID', { taskId: NOWHERE }],
		[NOWHERE, 'Customer Timeout', { callHandling: { customerTimeout: NOWHERE } }],
		['={{ 1 + }}', 'Name', { details: { name: '={{ 1 + }}' } }],
		[NOWHERE, 'Auto Start', { schedule: { autoStart: NOWHERE, autoStartTime: '8:00' } }],
		[NOWHERE, 'Retry Strategy (JSON)', { retry: { retryStrategyJson: NOWHERE } }],
		[
			NOWHERE,
			'Call Variables',
			{ agents: { callVariables: entries('variable', [{ name: 'a', value: NOWHERE }]) } },
		],
	])('%s is told under the label %s, checked or not', async (_expression, label, parameters) => {
		for (const checkValuesBeforeSending of [true, false]) {
			const error = await bench.failure({ ...parameters, options: { checkValuesBeforeSending } });
			expect(error.message).toMatch(`'${label}' has an expression that fails: `);
			expect(error.message).toMatch(/ \[item 0\]$/);
		}
		expect(bench.sent).toEqual([]);
	});

	test('stops its own item only', async () => {
		const parameters = { details: { name: '={{ $json.day.toDateTime().year }}' } };
		const items: IDataObject[] = [{ day: '2036-01-01' }, { day: 'x' }, { day: '2037-01-01' }];
		const { output } = await bench.run(parameters, { items, node: CONTINUE });
		expect(bench.sent.map(({ Name }) => Name)).toEqual(['2036', '2037']);
		expect(output.map(({ json }) => 'error' in json)).toEqual([false, true, false]);
	});

	test('in a way that n8n takes for no value leaves the field as it is', async () => {
		const details = { name: '={{ $json.no.such.thing }}', description: '={{ $json.trimm() }}' };
		await bench.run({ details });
		expect(bench.changes).toEqual({});
	});
});

describe('fields that do not apply', () => {
	test('are not even read where the editor hides them', async () => {
		const { output, hints } = await bench.run({
			schedule: { autoStart: false, autoStartTime: '8:00', forceEndFlag: true, autoStop: false },
			callerId: { customerClidsCategory: 5, customerClids: '1', customerClidsGroup: 'g' },
		});
		expect(bench.changes).toEqual({
			AutoStart: '0',
			AutoStop: '0',
			CustomerClidsCategory: '5',
			CustomerClidsGroup: 'g',
		});
		expect(output[0]?.json).toMatchObject({ ignored: '' });
		expect(hints).toEqual([]);
	});

	test('are left out and named where an expression decides', async () => {
		const parameters = {
			schedule: { autoStart: '={{ $json.on }}', autoStartTime: '={{ $json.time }}' },
			callHandling: { ivrId: '={{ $json.ivr }}', ivrName: 'menu' },
		};
		const items = [
			{ on: '否', time: '8:00', ivr: 13 },
			{ on: '是', time: '8:00', ivr: '' },
		];
		const { output, hints } = await bench.run(parameters, { items });
		expect(bench.sent.map(withoutIdentity)).toEqual([
			{ AutoStart: '0', IvrId: '13' },
			{ AutoStart: '1', AutoStartTime: '08:00:00', IvrName: 'menu' },
		]);
		expect(detailsOf(output[0]).ignored).toEqual([
			{
				field: 'Start Time',
				parameter: 'AutoStartTime',
				reason: "does not apply while 'Auto Start' is off",
			},
			{
				field: 'IVR Name',
				parameter: 'IvrName',
				reason: `does not apply while 'IVR ID' is set to "13"`,
			},
		]);
		expect(output[1]?.json).toMatchObject({ ignored: '' });
		expect(hints).toEqual([
			{
				message: expect.stringMatching(/^2 updated, .*<br>In 1 of 2 items, /),
				location: 'outputPane',
				type: 'info',
			},
		]);
	});
});

describe('dates of expressions', () => {
	test.each([
		['={{ new Date("2036-03-04T16:30:00Z") }}', '2036-03-05', '00:30:00'],
		['={{ DateTime.fromISO("2036-03-04T16:30:00Z") }}', '2036-03-05', '00:30:00'],
		['={{ "2036-03-04T16:30:00+08:00".toDateTime() }}', '2036-03-04', '16:30:00'],
		['={{ $json.at }}', '2036-03-04', '16:30:00'],
	])('%s is told in China Standard Time', async (at, day, time) => {
		const schedule = { autoStartDay: at, autoStartTime: at };
		const items = [{ at: '2036-03-04 16:30' }];
		await bench.run({ schedule }, { items, timezone: 'America/New_York' });
		expect(bench.changes).toEqual({ AutoStartDay: day, AutoStartTime: time });
	});

	test.each(['UTC', 'America/New_York'])('live in the time zone %s', async (timezone) => {
		await bench.run({ details: { name: '={{ $now.zoneName }}' } }, { timezone });
		expect(bench.changes).toEqual({ Name: timezone });
	});
});
