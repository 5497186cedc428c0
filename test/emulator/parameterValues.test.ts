import { createSeed } from '../../emulator';
import {
	checkParameter,
	isParameterName,
	PARAMETERS,
	type ParameterName,
} from '../../emulator/tasks/parameters';
import type { Problem } from '../../emulator/tasks/problems';
import { EXAMPLES } from '../nodes/parameters/vendorPage';

const NAMES = Object.keys(PARAMETERS).filter(isParameterName);
const FREE_TEXT = ['Name', 'Description', 'CustomerClidsGroup', 'IvrName'];

test('all parameters of the vendor page can be updated, besides EnterpriseId and TaskId', () => {
	expect(['EnterpriseId', 'TaskId', ...NAMES]).toEqual(EXAMPLES.map(([api]) => api));
});

test('every value of the seed passes its own check', () => {
	const wrong = createSeed().flatMap((task) =>
		NAMES.filter((name) => task[name] !== '' && checkParameter(name, task[name])),
	);
	expect(wrong).toEqual([]);
});

describe.each(['undefined', 'null', 'NaN', '[object Object]'])('the text %s', (leaked) => {
	test.each(NAMES.filter((name) => !FREE_TEXT.includes(name)))('is no value of %s', (name) => {
		expect(checkParameter(name, leaked)).toBe('format');
	});
	test.each(NAMES.filter((name) => FREE_TEXT.includes(name)))('is a value of %s', (name) => {
		expect(checkParameter(name, leaked)).toBeUndefined();
	});
});

const RANGES: Array<[ParameterName, number, number]> = [
	['CustomerTimeout', 5, 60],
	['AgentTimeout', 5, 60],
	['Wrapup', 1, 10800],
	['MaxWaitTime', 10, 600],
	['MinAvailableAgentCount', 1, 10],
	['PredictAdjust', 50, 400],
	['AnswerRate', 1, 100],
	['WarmUpDuration', 60, 600],
	['Concurrency', 0, 2147483647],
];

test.each(RANGES)('%s goes from %d to %d', (name, min, max) => {
	const results = [min - 1, min, max, max + 1].map((value) => checkParameter(name, String(value)));
	expect(results).toEqual(['range', undefined, undefined, 'range']);
	expect(
		['1.5', ' 30', '030', '3e1', '１２', 'abc'].map((text) => checkParameter(name, text)),
	).toEqual(Array(6).fill('format'));
});

const CHOICES: Array<[ParameterName, number[]]> = [
	...(
		[
			'AutoStart',
			'AutoStop',
			'ForceEndFlag',
			'AutoTaskType',
			'AutoComplete',
			'CustomerClidWeightFlag',
			'IsRewarm',
		] as const
	).map((name): [ParameterName, number[]] => [name, [0, 1]]),
	['RetryStrategyTimeType', [1, 2]],
	['RetryStrategyOnlyToday', [0, 1, 2, 3]],
	['CustomerClidsCategory', [1, 2, 4, 5]],
	['CustomerClidType', [1, 2]],
	['CallRouteStrategy', [1, 2]],
	['CallStrategy', [1, 2, 3, 4]],
];

test.each(CHOICES)('%s takes %j and nothing else', (name, allowed) => {
	const taken = [-1, 0, 1, 2, 3, 4, 5, 6].filter((value) => !checkParameter(name, String(value)));
	expect(taken).toEqual(allowed);
	expect([checkParameter(name, '9'), checkParameter(name, 'true')]).toEqual(['value', 'format']);
});

const advanced = (rule: object) =>
	JSON.stringify([
		{
			condition: { sipCause: [710, 719] },
			retry: 1,
			sort: 1,
			strategy: [{ round: 1, time: '0-0-10' }],
			...rule,
		},
	]);
const basic = (...times: unknown[]) =>
	JSON.stringify({
		retry: times.length,
		strategy: times.map((time, index) => ({ round: index + 1, time })),
	});
const priority = (...strategy: object[]) => JSON.stringify({ strategy });
const retryFirst = { sort: 1, type: 'retryCall', desc: 0 };
const newSecond = { sort: 2, type: 'firstCall', orderType: 2 };

const VALUES: Array<[ParameterName, Problem | undefined, string]> = [
	['Name', undefined, '名'.repeat(49)],
	['Name', 'range', '名'.repeat(50)],
	['Description', undefined, '述'.repeat(199)],
	['Description', 'range', '述'.repeat(200)],
	['AutoStartDay', undefined, '2026-02-28'],
	['AutoStartDay', 'value', '2026-02-30'],
	['AutoStartDay', 'value', '2026-13-01'],
	['AutoStopDay', 'format', '2026/02/28'],
	['AutoStopDay', 'format', '2026-2-8'],
	['AutoStartTime', undefined, '23:59:59'],
	['AutoStartTime', 'value', '24:00:00'],
	['AutoStopTime', 'value', '08:60:00'],
	['AutoStopTime', 'format', '8:00'],
	['AutoTriggerTimeStrategy', undefined, '9,22'],
	['AutoTriggerTimeStrategy', 'format', '9, 22'],
	['TimeStrategy', 'format', '9，22'],
	['TimeStrategy', 'format', '9,'],
	['CustomerClids', undefined, '64203667,23434294'],
	['CustomerClids', 'format', '64203667;23434294'],
	['Cnos', undefined, '0012,12'],
	['Cnos', 'format', '0012,A1'],
	['AgentGroup', undefined, '6,WH124'],
	['AgentGroup', 'format', '6,,7'],
	['CustomerMoh', undefined, '60000011533526918819'],
	['CustomerVoice', 'format', 'a b'],
	['IvrId', undefined, '900719925474099312'],
	['IvrId', 'range', '0'],
	['IvrId', 'range', '9223372036854775808'],
	['Quotiety', undefined, '0.01'],
	['Quotiety', undefined, '19.00'],
	['Quotiety', undefined, '20'],
	['Quotiety', 'range', '0'],
	['Quotiety', 'range', '-1'],
	['Quotiety', 'range', '20.01'],
	['Quotiety', 'format', '1.005'],
	['Quotiety', 'format', '.5'],
	['UserFields', undefined, '[]'],
	['UserFields', undefined, '[{"name":"1234"},{"name1":12345}]'],
	['UserFields', undefined, `[{"name":"${'x'.repeat(1000)}"}]`],
	['UserFields', 'range', `[{"name":"${'x'.repeat(1001)}"}]`],
	['UserFields', 'format', '{"name":"1234"}'],
	['UserFields', 'format', '[{}]'],
	['UserFields', 'format', '[{"name":null}]'],
	['UserFields', 'format', '[{"name":"1234"}'],
	['CallVariables', undefined, '[{"name":"x","value":"${cdr_enterprise_id}"}]'],
	['CallVariables', 'range', JSON.stringify(Array(6).fill({ name: 'x', value: '1' }))],
	['CallVariables', 'range', JSON.stringify([{ name: 'x', value: 'y'.repeat(1001) }])],
	['CallVariables', 'format', '[{"name":"","value":"1"}]'],
	['CallVariables', 'format', '[{"x":"1"}]'],
	['CallLimitStrategy', undefined, '[{"cnos":["2000","2001"],"limit":"5"}]'],
	['CallLimitStrategy', undefined, '[{"cnos":["2000"],"limit":5}]'],
	['CallLimitStrategy', 'format', '[{"cnos":[],"limit":"5"}]'],
	['CallLimitStrategy', 'format', '[{"cnos":[2000],"limit":"5"}]'],
	['CallLimitStrategy', 'format', '[{"cnos":["2000"],"limit":"0"}]'],
	['CustomerClidWeight', undefined, '[{"number":"123,345","weight":"5"}]'],
	['CustomerClidWeight', 'format', '[{"number":"123,345"}]'],
	['CustomerClidWeight', 'format', '[{"number":"","weight":"5"}]'],
	['ClidProperty', undefined, '{"defaultAreaCode":"010","isMatchCapital":"1","more":"x"}'],
	['ClidProperty', 'format', '[]'],
	['ClidProperty', 'format', '{"defaultAreaCode":"x"}'],
	['ClidProperty', 'value', '{"isMatchCapital":"2"}'],
	['CallPriorityStrategy', undefined, priority(retryFirst, newSecond)],
	['CallPriorityStrategy', 'format', priority()],
	['CallPriorityStrategy', 'format', '[]'],
	['CallPriorityStrategy', 'value', priority({ ...retryFirst, desc: 2 })],
	['CallPriorityStrategy', 'value', priority({ ...retryFirst, type: 'other' })],
	['CallPriorityStrategy', 'value', priority({ ...newSecond, orderType: 3 })],
	['CallPriorityStrategy', 'value', priority({ ...newSecond, sort: 3 })],
	['CallPriorityStrategy', 'value', priority(retryFirst, { ...newSecond, sort: 1 })],
	['CallPriorityStrategy', 'value', priority(retryFirst, { ...retryFirst, sort: 2 })],
	['RetryStrategy', undefined, basic('1-1-1', '2-2-2')],
	['RetryStrategy', undefined, basic('0-23-59')],
	['RetryStrategy', 'format', basic()],
	['RetryStrategy', 'format', basic('0-24-0')],
	['RetryStrategy', 'format', basic('0-0-60')],
	['RetryStrategy', 'format', basic('10')],
	['RetryStrategy', 'format', basic(10)],
	['RetryStrategy', 'range', basic('0-0-0')],
	['RetryStrategy', 'value', '{"retry":2,"strategy":[{"round":1,"time":"0-0-1"}]}'],
	['RetryStrategy', 'value', '{"retry":1,"strategy":[{"round":0,"time":"0-0-1"}]}'],
	['RetryStrategy', 'value', basic('0-0-1', '0-0-2').replace('"round":2', '"round":3')],
	['RetryStrategy', 'format', '{"retry":1,"strategy":["0-0-1"]}'],
	['RetryStrategy', 'format', '12'],
	['RetryStrategy', 'format', '[]'],
	['RetryStrategy', undefined, advanced({})],
	['RetryStrategy', undefined, advanced({ strategy: [{ round: 2, time: '0-0-10' }] })],
	['RetryStrategy', 'value', advanced({ condition: { sipCause: [200] } })],
	['RetryStrategy', 'format', advanced({ condition: { sipCause: [] } })],
	['RetryStrategy', 'format', advanced({ condition: '710' })],
	['RetryStrategy', 'value', advanced({ sort: 0 })],
	['RetryStrategy', 'value', `[${advanced({}).slice(1, -1)},${advanced({}).slice(1, -1)}]`],
];

test.each(VALUES)('%s: %s for %s', (name, problem, text) => {
	expect(checkParameter(name, text)).toBe(problem);
});
