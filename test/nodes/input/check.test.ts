import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { check, missing, unsendable } from '../../../nodes/AlibabaCloudVms/input/check';
import type { Values } from './given';
import { readOf } from './given';

const issues = (values: Values) => check(readOf(values), callTask);

describe('what says which task', () => {
	const noEnterprise =
		"'Enterprise ID' is missing; give it here or as the default in the credential";

	test.each<[Values, string[]]>([
		[{ EnterpriseId: '7000002', TaskId: '133224' }, []],
		[{ EnterpriseId: '7000002' }, ["'Task ID' is missing"]],
		[{ TaskId: '133224' }, [noEnterprise]],
		[{}, ["'Task ID' is missing", noEnterprise]],
		[{ EnterpriseId: '', TaskId: '' }, ["'Task ID' is missing", noEnterprise]],
		[{ EnterpriseId: 'x', TaskId: 0 }, []],
	])('%j misses %j', (values, sentences) => {
		expect(missing(readOf(values), callTask)).toEqual(sentences);
	});

	test('a wrong identifier is not missing, but refused', () => {
		expect(issues({ EnterpriseId: 'x', TaskId: 0 })).toEqual([
			expect.stringMatching(/^'Task ID' is 0; give a number/),
			expect.stringMatching(/^'Enterprise ID' is "x"; give a number/),
		]);
	});
});

describe('what a switch needs', () => {
	const needed = 'is missing; it is needed while';

	test.each<[Values, string | undefined]>([
		[{ AutoStart: true }, `'Start Date' or 'Start Time' ${needed} 'Auto Start' is on`],
		[
			{ AutoStart: '是', AutoStartDay: '' },
			`'Start Date' or 'Start Time' ${needed} 'Auto Start' is on`,
		],
		[{ AutoStart: true, AutoStartDay: '2036-01-01' }, undefined],
		[{ AutoStart: true, AutoStartTime: '08:00' }, undefined],
		[{ AutoStart: false }, undefined],
		[{ AutoStart: '' }, undefined],
		[{ AutoStop: 1 }, `'Stop Date' or 'Stop Time' ${needed} 'Auto Stop' is on`],
		[{ AutoStop: 1, ForceEndFlag: 1 }, `'Stop Date' or 'Stop Time' ${needed} 'Auto Stop' is on`],
		[{ AutoStop: 1, AutoStopTime: '17:00' }, undefined],
		[{ AutoStop: 1, AutoStopDay: '2036-01-01' }, undefined],
		[
			{ AutoTaskType: 1 },
			`'Calling Times' ${needed} 'Calling Mode' is set to 'Within Calling Times'`,
		],
		[{ AutoTaskType: 1, AutoTriggerTimeStrategy: '9' }, undefined],
		[{ AutoTaskType: 0 }, undefined],
		[
			{ CustomerClidsCategory: 1 },
			`'Caller ID Numbers' ${needed} 'Caller ID Type' is set to 'Fixed-Line Numbers'`,
		],
		[
			{ CustomerClidsCategory: 2 },
			`'Caller ID Numbers' ${needed} 'Caller ID Type' is set to 'Mobile Numbers'`,
		],
		[
			{ CustomerClidsCategory: '2', CustomerClids: '' },
			`'Caller ID Numbers' ${needed} 'Caller ID Type' is set to 'Mobile Numbers'`,
		],
		[{ CustomerClidsCategory: 1, CustomerClids: '64203667' }, undefined],
		[
			{ CustomerClidsCategory: 4 },
			`'Number Pool or Navigation' ${needed} 'Caller ID Type' is set to 'Number Pool'`,
		],
		[
			{ CustomerClidsCategory: 5 },
			`'Number Pool or Navigation' ${needed} 'Caller ID Type' is set to 'Caller ID Navigation'`,
		],
		[
			{ CustomerClidsCategory: 5, CustomerClids: '123' },
			`'Number Pool or Navigation' ${needed} 'Caller ID Type' is set to 'Caller ID Navigation'`,
		],
		[{ CustomerClidsCategory: 4, CustomerClidsGroup: 'pool' }, undefined],
		[{ CustomerClidWeightFlag: true }, undefined],
	])('%j', (values, sentence) => {
		expect(issues(values)).toEqual(sentence === undefined ? [] : [sentence]);
	});

	test('a value that cannot be read is wrong, but not missing as well', () => {
		expect(issues({ AutoStart: true, AutoStartDay: '1/2/2026' })).toEqual([
			expect.stringMatching(/^'Start Date' is "1\/2\/2026", which has two meanings/),
		]);
	});

	test('a weighted list needs weights: an empty one is refused', () => {
		expect(issues({ CustomerClidWeightFlag: true, CustomerClidWeight: '[]' })).toEqual([
			expect.stringMatching(/^'Caller ID Weights' is an empty list/),
		]);
	});
});

test('everything wrong with an item is said at once, in the order of the fields', () => {
	expect(
		issues({
			TaskId: 'x',
			Name: 'n'.repeat(50),
			AutoStart: 1,
			CustomerTimeout: 61,
			CallVariables: '{',
			Quotiety: 0,
		}).map((sentence) => /^'[^']+'/.exec(sentence)?.[0]),
	).toEqual([
		"'Task ID'",
		"'Name'",
		"'Customer Timeout'",
		"'Call Variables'",
		"'Nuisance Call Rate'",
		"'Start Date'",
	]);
});

test('where checks are off, only what has no text is refused', () => {
	const values = {
		TaskId: 2 ** 60,
		Name: { first: 'x' },
		AutoStart: 'maybe',
		AutoStartDay: '2036-02-30',
		AutoStartTime: new Date(Number.NaN),
		CustomerTimeout: 999,
		Cnos: [{}],
		CallVariables: '{',
		CallLimitStrategy: true,
	};
	expect(unsendable(readOf(values)).map((sentence) => sentence.split(' is ')[0])).toEqual([
		"'Task ID'",
		"'Name'",
		"'Start Time'",
		"'Agent IDs'",
		"'Daily Answer Limits'",
	]);
});
