import {
	clockLeadIn,
	requestIdIn,
	retryAfterIn,
} from '../../../nodes/AlibabaCloudVms/gateway/headers';

const DATE = 'Wed, 25 Nov 2026 10:00:00 GMT';
const LATER = 'Wed, 25 Nov 2026 10:00:03 GMT';

test.each([
	[{}, undefined],
	[{ 'x-acs-retry-after': '700' }, 700],
	[{ 'x-acs-retry-after': '700, 700' }, 700],
	[{ 'x-acs-retry-after': ['700', '900'] }, 700],
	[{ 'x-acs-retry-after': '0' }, 0],
	[{ 'x-acs-retry-after': '-5' }, 0],
	[{ 'x-acs-retry-after': 'soon' }, 0],
	[{ 'retry-after': '3' }, 3000],
	[{ 'retry-after': '0.5' }, 500],
	[{ 'retry-after': LATER, date: DATE }, 3000],
	[{ 'retry-after': DATE, date: LATER }, 0],
	[{ 'retry-after': 'Wed, 25 Nov 2020 10:00:00 GMT' }, 0],
	[{ 'retry-after': 'never' }, 0],
	[{ 'x-acs-retry-after': '700', 'retry-after': '3' }, 700],
	[{ 'x-acs-retry-after': 'soon', 'retry-after': '3' }, 3000],
])('%j asks for %p ms', (headers, ms) => {
	expect(retryAfterIn(headers)).toBe(ms);
});

test('an answer without a head says nothing', () => {
	expect([requestIdIn(), retryAfterIn(), clockLeadIn()]).toEqual(['', undefined, undefined]);
	expect(clockLeadIn({ date: 'no date' })).toBeUndefined();
});
