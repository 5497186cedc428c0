import { stackOf } from '../../../nodes/AlibabaCloudVms/gateway/defect';

test('an error without a stack is told by its message, and no circle of causes is followed', () => {
	const bare = Object.assign(new Error('bare'), { stack: undefined });
	expect(stackOf(bare)).toBe('bare');
	const circle = new Error('circle');
	circle.cause = circle;
	expect(stackOf(circle).split('Caused by: ')).toHaveLength(10);
});

test.each([
	['text', 'text'],
	[undefined, 'undefined'],
	[{ toString: () => ({}) }, 'something that cannot be shown'],
])('what is no error is told as well: %p', (thrown, told) => {
	expect(stackOf(thrown)).toBe(told);
});
