import { kindOf, listedIn, stateOf, statusWords } from '../../../nodes/AlibabaCloudVms/tasks/state';

test.each<[unknown, number | undefined, string]>([
	['0', 0, 'not started'],
	[1, 1, 'running'],
	['2', 2, 'paused'],
	[3, 3, 'ended'],
	[7, 7, 'in an unknown state'],
	['', undefined, 'in an unknown state'],
	[null, undefined, 'in an unknown state'],
])('the status %p is read as %p: %s', (Status, status, words) => {
	const state = stateOf({ Status: Status as string, Type: '2' });
	expect(state).toMatchObject({ status, type: 2 });
	expect(statusWords(state)).toBe(words);
});

test.each<[number | undefined, number | undefined, object]>([
	[undefined, undefined, { Status: null, statusWords: '', Type: null, typeWords: '' }],
	[1, 2, { Status: 1, statusWords: 'running', Type: 2, typeWords: 'automatic' }],
	[0, 1, { Status: 0, statusWords: 'not started', Type: 1, typeWords: 'predictive' }],
	[7, 7, { Status: 7, statusWords: '', Type: 7, typeWords: '' }],
])(
	'state %p and kind %p have the same columns, in numbers and in words',
	(status, type, expected) => {
		const task = { taskId: '133224', enterpriseId: '7000002' };
		expect(Object.fromEntries(kindOf(status, type, task))).toEqual({
			...expected,
			EnterpriseId: '7000002',
		});
	},
);

test.each([
	[{}],
	[{ Data: null }],
	[{ Data: { TaskProperties: null } }],
	[{ Data: { TaskProperties: [null, 'x', 1] } }],
])('the answer %j lists no task', (answer) => expect(listedIn(answer)).toEqual([]));
