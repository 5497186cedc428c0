import type { IDataObject } from 'n8n-workflow';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { pages, type Paging } from '../../../nodes/AlibabaCloudVms/sending/pages';
import type { Send } from '../../../nodes/AlibabaCloudVms/sending/send';
import type { Result } from '../../../nodes/AlibabaCloudVms/gateway/failure';

const ACTION = { name: 'List', repeatable: true, isRead: true } as const;

const PAGING: Paging = {
	action: ACTION,
	params: { EnterpriseId: '7' },
	called: 'things',
	list: 'Things',
	key: 'Id',
	size: 10,
	most: Number.POSITIVE_INFINITY,
	mostPages: 50,
	sideBySide: 4,
};

interface Asked {
	Start: number;
	Limit: number;
}

/** A service that answers by what `give` makes of a request; what is asked, and how much at one time. */
function service(give: (asked: Asked, count: number) => unknown) {
	const seen = { asked: [] as Asked[], atOnce: 0, underWay: 0 };
	const send: Send = async (_action, params) => {
		const { Start, Limit } = typeof params === 'function' ? params() : params;
		const asked = { Start: Number(Start), Limit: Number(Limit) };
		seen.asked.push(asked);
		seen.atOnce = Math.max(seen.atOnce, ++seen.underWay);
		await sleep(1);
		seen.underWay--;
		const given = give(asked, seen.asked.length);
		return given && typeof given === 'object' && 'ok' in given
			? (given as Result<IDataObject>)
			: { ok: true, value: { Code: 'OK', RequestId: 'R', Data: given as IDataObject } };
	};
	return { send, seen };
}

const numbered = (count: number) => Array.from({ length: count }, (_none, Id) => ({ Id }));

const listOf = (count: number) => {
	const all = numbered(count);
	return service(({ Start, Limit }) => ({ Things: all.slice(Start, Start + Limit) }));
};

/** All entries, or the message of the failure; how many pages came. */
async function gather(send: Send, more: Partial<Paging> = {}) {
	const ids: unknown[] = [];
	for await (const page of pages(send, { ...PAGING, ...more })) {
		if (!page.ok) return { ids, message: page.failure.message };
		ids.push(...page.value.map(({ Id }) => Id));
	}
	return { ids, message: undefined };
}

test('gives every entry once, in order, whatever the numbers', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.nat(120),
			fc.integer({ min: 1, max: 12 }),
			fc.oneof(fc.integer({ min: 1, max: 130 }), fc.constant(Number.POSITIVE_INFINITY)),
			fc.integer({ min: 1, max: 6 }),
			async (count, size, most, sideBySide) => {
				const { send, seen } = listOf(count);
				const { ids, message } = await gather(send, { size, most, sideBySide, mostPages: 1000 });
				expect(message).toBeUndefined();
				expect(ids).toEqual(numbered(Math.min(count, most)).map(({ Id }) => Id));
				expect(seen.atOnce).toBeLessThanOrEqual(sideBySide);
				expect(seen.underWay).toBe(0);
			},
		),
		{ numRuns: 60 },
	);
});

test('takes entries that stand one level deeper for what they are', async () => {
	const { send } = service(() => ({ Things: numbered(3).map((Thing) => ({ More: '', Thing })) }));
	expect(await gather(send, { within: 'Thing' })).toEqual({ ids: [0, 1, 2], message: undefined });
	const { send: flat } = service(() => ({ Things: numbered(3) }));
	expect((await gather(flat, { within: 'Thing' })).message).toContain('holds no list of things');
});

test('gives an entry once that stands twice on a page, or comes back as a text', async () => {
	const given = [
		[...numbered(9), { Id: 3 }],
		[{ Id: '9' }, { Id: '0' }, { Id: null }, { Id: null }, {}, {}],
	];
	const { send } = service(({ Start }) => ({ Things: given[Start / 10] ?? [] }));
	const once = [0, 1, 2, 3, 4, 5, 6, 7, 8, '9', null, null, undefined, undefined];
	expect(await gather(send)).toEqual({ ids: once, message: undefined });
	expect((await gather(send, { most: 10 })).ids).toEqual(once.slice(0, 10));
});

test('asks for one page where one is all there is, and for no more than wanted', async () => {
	const short = listOf(9);
	await gather(short.send);
	expect(short.seen.asked).toEqual([{ Start: 0, Limit: 10 }]);
	const few = listOf(100);
	await gather(few.send, { most: 3 });
	expect(few.seen.asked).toEqual([{ Start: 0, Limit: 3 }]);
	const some = listOf(100);
	await gather(some.send, { most: 25 });
	expect(some.seen.asked.map(({ Start }) => Start)).toEqual([0, 10, 20]);
});

test.each<[string, () => unknown]>([
	['the last page once more', () => ({ Things: numbered(100).slice(-3) })],
	['nothing', () => ({ Things: [] })],
	['no Data at all', () => null],
	[
		'that there is nothing',
		() => ({
			ok: false,
			failure: { kind: 'gateway', message: 'no', description: '', isJudged: true },
		}),
	],
])('ends where the list ends, though behind it stands %s', async (_what, behind) => {
	const all = numbered(100).slice(0, 43);
	all.splice(40, 3, ...numbered(100).slice(-3));
	const { send, seen } = service(({ Start, Limit }) =>
		Start < all.length ? { Things: all.slice(Start, Start + Limit) } : behind(),
	);
	expect(await gather(send)).toEqual({ ids: all.map(({ Id }) => Id), message: undefined });
	expect(seen.asked.some(({ Start }) => Start > all.length)).toBe(true);
});

test.each([1, 3, 9])('reads smaller pages where more than %i are too long', async (longest) => {
	const failure = { kind: 'gateway', message: 'long', description: '', isTooLong: true } as const;
	const all = numbered(75);
	const { send, seen } = service(({ Start, Limit }) =>
		// The entries at the beginning are short.
		Start >= 20 && Limit > longest && Start < 75
			? { ok: false, failure }
			: { Things: all.slice(Start, Start + Limit) },
	);
	const { ids, message } = await gather(send, { mostPages: 200 });
	expect(message).toBeUndefined();
	expect(ids).toEqual(all.map(({ Id }) => Id));
	expect(seen.underWay).toBe(0);
	expect((await gather(send, { most: 33, mostPages: 200 })).ids).toHaveLength(33);
	// What was given up does not count as read.
	const never = await gather(send, { mostPages: 20 });
	expect(never.message ?? String(never.ids.length)).toMatch(
		/^The list of things does not end|^75$/,
	);
});

test('an entry that is too long by itself is a failure', async () => {
	const failure = { kind: 'gateway', message: 'long', description: '', isTooLong: true } as const;
	const { send, seen } = service(() => ({ ok: false, failure }));
	expect((await gather(send)).message).toBe('long');
	expect(seen.asked.map(({ Limit }) => Limit)).toEqual([10, 2, 1]);
});

test('a line that breaks behind a short page is a failure, since the list may go on', async () => {
	const failure = { kind: 'connection', message: 'broken', description: '' } as const;
	const { send } = service(({ Start, Limit }) =>
		Start < 33 ? { Things: numbered(33).slice(Start, Start + Limit) } : { ok: false, failure },
	);
	expect((await gather(send)).message).toBe('broken');
});

test('asks side by side once a page was full', async () => {
	const { send, seen } = listOf(95);
	await gather(send);
	expect(seen.atOnce).toBe(4);
	const single = listOf(95);
	await gather(single.send, { sideBySide: 1 });
	expect(single.seen.atOnce).toBe(1);
	expect(single.seen.asked).toHaveLength(10);
});

test('ends with what is wrong, and leaves nothing under way', async () => {
	const failure = { kind: 'gateway', message: 'no', description: '' } as const;
	const { send, seen } = service(({ Start, Limit }) =>
		Start === 20 ? { ok: false, failure } : { Things: numbered(100).slice(Start, Start + Limit) },
	);
	const { ids, message } = await gather(send);
	expect(ids).toHaveLength(20);
	expect(message).toBe('no');
	expect(seen.underWay).toBe(0);
});

test('ends with the reader that wants no more', async () => {
	const { send, seen } = listOf(500);
	for await (const page of pages(send, PAGING)) {
		if (page.ok && page.value[0]?.Id === 20) break;
	}
	expect(seen.underWay).toBe(0);
	expect(seen.asked.length).toBeLessThan(10);
});

describe('a list that', () => {
	test('gives the same page whatever is asked for is not taken for a whole one', async () => {
		const { send, seen } = service(({ Limit }) => ({ Things: numbered(Limit) }));
		const { ids, message } = await gather(send);
		expect(ids).toHaveLength(10);
		expect(message).toBe('The list of things repeats itself: it was read to page 2 and no further');
		expect(seen.asked.length).toBeLessThan(5);
		// As many as are wanted are there.
		expect((await gather(send, { most: 10 })).message).toBeUndefined();
	});

	test('never ends is left', async () => {
		let next = 0;
		const endless = service(({ Limit }) => ({
			Things: numbered(Limit).map(() => ({ Id: next++ })),
		}));
		const { message } = await gather(endless.send, { mostPages: 7 });
		expect(message).toBe('The list of things does not end: it was read to page 7 and no further');
		expect(endless.seen.asked).toHaveLength(7);
		const nameless = service(({ Limit }) => ({ Things: numbered(Limit).map(() => ({})) }));
		expect((await gather(nameless.send, { mostPages: 7 })).message).toMatch(/does not end/);
	});

	test('grows meanwhile gives no entry twice', async () => {
		const { send } = service(({ Start, Limit }, count) => {
			const all = [...numbered(count - 1).map(({ Id }) => ({ Id: -Id - 1 })), ...numbered(35)];
			return { Things: all.slice(Start, Start + Limit) };
		});
		const { ids, message } = await gather(send, { sideBySide: 1 });
		expect(message).toBeUndefined();
		expect(ids).toEqual(numbered(35).map(({ Id }) => Id));
	});

	test('shrinks meanwhile ends, and loses nothing of what was answered', async () => {
		const { send } = service(({ Start, Limit }, count) => ({
			Things: numbered(count > 2 ? 12 : 45).slice(Start, Start + Limit),
		}));
		expect((await gather(send)).ids).toEqual(numbered(12).map(({ Id }) => Id));
		// A page that is short, and one behind it that is not empty: it was asked for before.
		const holed = service(({ Start, Limit }) => ({
			Things: numbered(45)
				.slice(Start, Start + Limit)
				.filter(({ Id }) => Id < 10 || Id > 14),
		}));
		expect((await gather(holed.send)).ids).toHaveLength(40);
	});
});

test.each<[string, unknown, RegExp | undefined]>([
	['an empty list', { Things: [] }, undefined],
	['a list that is null', { Things: null }, undefined],
	['a list that is left out', {}, undefined],
	['no Data', undefined, /^The answer says OK, but holds no list of things$/],
	['Data that is a text', 'none', /holds no list/],
	['a text in the place of the list', { Things: '[]' }, /holds no list/],
	['an object in the place of the list', { Things: { Thing: [] } }, /holds no list/],
	['a list of texts', { Things: ['1'] }, /holds no list/],
])('of %s', async (_what, data, expected) => {
	const { send } = service(() => data);
	const { ids, message } = await gather(send);
	expect(ids).toEqual([]);
	if (expected) expect(message).toMatch(expected);
	else expect(message).toBeUndefined();
});
