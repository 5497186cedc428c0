import fc from 'fast-check';
import { UPDATE_TASK } from '../../../nodes/AlibabaCloudVms/gateway/actions';
import { explorerFor } from '../../../nodes/AlibabaCloudVms/gateway/explorer';

/** What the vendor's form is filled in with. */
const filledIn = (address: string): unknown =>
	JSON.parse(new URL(address).searchParams.get('params') ?? '');

test('leads to the form of the action, filled in', () => {
	const params = { EnterpriseId: '7000002', TaskId: '133224', Name: '双11 "A&B" 😀\n+%' };
	const address = explorerFor(UPDATE_TASK, params);
	expect(address).toMatch(
		/^https:\/\/next\.api\.aliyun\.com\/api\/Dyvmsapi\/2017-05-25\/CloudUpdateTask\?params=[^"<>\s#&]+$/,
	);
	expect(filledIn(address)).toEqual(params);
});

test('holds exactly the parameters, or is left out beyond 4,000 characters', () => {
	const params = fc.dictionary(
		fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
		fc.string({ unit: 'binary', maxLength: 400 }),
	);
	fc.assert(
		fc.property(params, (given) => {
			const address = explorerFor(UPDATE_TASK, given);
			expect(address.length).toBeLessThanOrEqual(4000);
			if (address !== '') expect(filledIn(address)).toEqual({ ...given });
		}),
	);
});

test.each([
	[3800, true],
	[3920, false],
])('a value of %d characters is shown: %p', (length, isShown) => {
	expect(explorerFor(UPDATE_TASK, { Name: 'x'.repeat(length) }) !== '').toBe(isShown);
});

test('half a character does not break it', () => {
	expect(filledIn(explorerFor(UPDATE_TASK, { Name: 'a\ud83d' }))).toEqual({ Name: 'a\ud83d' });
});
