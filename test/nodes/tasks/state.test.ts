import {
	listedIn,
	stateOf,
	statusWords,
	summaryOf,
} from '../../../nodes/AlibabaCloudVms/tasks/state';

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

test('a summary has the same members whatever the task lacks, and its IDs as text', () => {
	const task = { taskId: '133224', enterpriseId: '7000002' };
	expect(summaryOf(stateOf({}), task)).toEqual({
		Id: '133224',
		Name: null,
		Status: null,
		Type: null,
		EnterpriseId: '7000002',
	});
});

test.each([
	[{}],
	[{ Data: null }],
	[{ Data: { TaskProperties: null } }],
	[{ Data: { TaskProperties: [null, 'x', 1] } }],
])('the answer %j lists no task', (answer) => expect(listedIn(answer)).toEqual([]));
