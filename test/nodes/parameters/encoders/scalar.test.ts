import { quote } from '../../../../nodes/AlibabaCloudVms/text';
import { issueOf, reading } from '../catalogue';
import { shapeless } from './shapeless';

describe('a toggle', () => {
	test.each([
		true,
		1,
		'1',
		'TRUE',
		'true',
		' True ',
		'yes',
		'Y',
		'on',
		'是',
		'开',
		'开启',
		'启用',
		'１',
		'1.开启',
		'1（开启）',
		'1 - On',
	])('is on for %p', (value) => {
		expect(reading('AutoStart', value)).toEqual({ value: true, wire: '1' });
	});

	test.each([
		false,
		0,
		-0,
		'0',
		'FALSE',
		'no',
		'N',
		'off',
		'否',
		'关',
		'关闭',
		'停用',
		'０',
		'0.关闭',
		'0：否',
	])('is off for %p', (value) => {
		expect(reading('AutoStart', value)).toEqual({ value: false, wire: '0' });
	});

	test.each([
		'maybe',
		'1.关闭',
		'0 (on)',
		'否?',
		'☐ 是',
		'×开启',
		'!yes',
		'是/否',
		'-1',
		2,
		-1,
		0.5,
		'01',
		'1.0',
		'是否',
		'true false',
		'',
		' ',
		'null',
		'undefined',
		10n,
	])('is refused for %p', (value) => {
		expect(issueOf('AutoStart', value)).toBe(
			`is ${quote(value)}; give on or off (true or false, 1 or 0, 是 or 否)`,
		);
	});

	test.each(shapeless)('is refused for %s', (shown, value) => {
		expect(issueOf('AutoStart', value)).toContain(`is ${shown}; give on or off`);
	});
});

describe('a number', () => {
	test.each<[unknown, string]>([
		[30, '30'],
		['30', '30'],
		[' 30 ', '30'],
		['+30', '30'],
		['030', '30'],
		['30.0', '30'],
		['３０', '30'],
		[30n, '30'],
	])('reads %p as %s', (value, wire) => {
		expect(reading('CustomerTimeout', value)).toEqual({ value: Number(wire), wire });
	});

	test.each<[string, number, string]>([
		['AnswerRate', 0.29 * 100, '29'],
		['AnswerRate', 0.07 * 100, '7'],
		['PredictAdjust', 1.1 * 100, '110'],
		['Quotiety', 0.1 + 0.2, '0.3'],
		['CustomerTimeout', (0.1 + 0.7) * 10 * 5, '40'],
	])('of %s is what a formula calculated, %p', (api, value, wire) => {
		expect(String(value)).not.toBe(wire);
		expect(reading(api, value)).toEqual({ value: Number(wire), wire });
	});

	test('is no other one that lies near', () => {
		for (const value of [28.999, 29.0001, 28.99999999]) {
			expect(issueOf('AnswerRate', value)).toContain(`is ${value}; give a whole number`);
		}
	});

	test.each([
		'30 s',
		'30秒',
		'3e1',
		'0x1e',
		'1,000',
		'30.',
		'.5',
		'三十',
		'3 0',
		'-',
		'5²',
		'③⓪',
		true,
		1e21,
	])('refuses %p', (value) => {
		expect(issueOf('CustomerTimeout', value)).toBe(
			`is ${quote(value)}; give a whole number from 5 to 60`,
		);
	});

	test.each(shapeless)('refuses %s', (shown, value) => {
		expect(issueOf('CustomerTimeout', value)).toContain(`is ${shown}; give a whole number`);
	});

	test('is sent as typed where checks are off, with every digit', () => {
		expect(reading('CustomerTimeout', '99').wire).toBe('99');
		expect(reading('CustomerTimeout', 'soon').wire).toBe('soon');
		expect(reading('Concurrency', '1000000000000000000001').wire).toBe('1000000000000000000001');
	});
});

describe('a choice', () => {
	test.each(shapeless)('is refused for %s', (shown, value) => {
		expect(issueOf('CallStrategy', value)).toContain(
			`is ${shown}; give one of 1 (At Random, 随机), 2 (In Order, 顺序), 3 (Longest Since Last Call, 座席未进线最大时), 4 (Longest Idle, 座席状态[空闲]最长时长)`,
		);
	});

	test.each<[unknown, string]>([
		['３', '3'],
		[' 4 ', '4'],
		['in order', '2'],
		['In-Order', '2'],
		['顺序', '2'],
		['2 (In Order, 顺序)', '2'],
		['2（顺序）', '2'],
		['2.顺序', '2'],
		['2.0', '2'],
		['坐席未进线最大时', '3'],
		['座席状态【空闲】最长时长', '4'],
	])('reads %p as %s', (value, wire) => {
		expect(reading('CallStrategy', value)).toEqual({ value: Number(wire), wire });
	});

	test.each([
		'5',
		'-1',
		'1.5',
		'1,2',
		'12',
		'随机、顺序',
		'3 (In Order)',
		'随',
		'-',
		'①',
		'随机？',
		'×随机',
		'☐ 随机',
		'≠随机',
		'!随机',
	])('is refused for %p, which is none or several', (value) => {
		expect(issueOf('CallStrategy', value)).toContain('give one of');
	});

	test.each(['关闭', '关', '否', 'off', 'FALSE', false, 0, '0'])(
		'of how to hold for today only is off by %p',
		(value) => {
			expect(reading('RetryStrategyOnlyToday', value)).toEqual({ value: 0, wire: '0' });
		},
	);

	test.each(['开启', '开', '是', 'on', true])(
		'of how to hold for today only is refused for %p, which has three meanings',
		(value) => {
			expect(issueOf('RetryStrategyOnlyToday', value)).toContain(
				'2 (On, Delete Numbers to Retry, 开启，删除待重试的数据)',
			);
		},
	);

	test('never takes true for 1', () => {
		expect(issueOf('AutoTaskType', true)).toContain(
			'is true; give one of 0 (Continuous, 连续呼叫)',
		);
	});
});
