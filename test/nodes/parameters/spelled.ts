import * as fc from 'fast-check';

/** A value of a small world: what it means, and one of the texts for it. */
interface Spelled {
	meaning: unknown;
	text: string;
}

const blank = fc.constantFrom('', ' ', '\t');
/** The same text among blanks. */
const among = (text: string) => fc.tuple(blank, blank).map(([a, b]) => `${a}${text}${b}`);

/** `text` of each meaning in one of its spellings. */
const spelled = <T>(
	meanings: fc.Arbitrary<T>,
	spell: (meaning: T) => fc.Arbitrary<string>,
	same: (meaning: T) => unknown = (meaning) => meaning,
): fc.Arbitrary<Spelled> =>
	meanings.chain((one) => spell(one).map((text) => ({ meaning: same(one), text })));

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
	fc.shuffledSubarray([...list], { minLength: list.length });

/** A list as one, with entries in another order, and one of them twice. */
const listed = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
	fc
		.tuple(shuffled(list), fc.nat({ max: Math.max(0, list.length - 1) }), fc.boolean())
		.map(([all, place, twice]) => (twice && all.length > 0 ? [...all, all[place] as T] : all));

const setOf = <T>(...entries: T[]) => fc.subarray(entries, { minLength: 1 });

const number = spelled(fc.constantFrom('0', '1', '3', '30', '0.5', '3.05', '10'), (value) =>
	fc
		.tuple(fc.constantFrom('', '0', '00'), fc.constantFrom('', '0', '00'))
		.map(([before, after]) => {
			if (value.includes('.')) return `${before}${value}${after}`;
			return after === '' ? `${before}${value}` : `${before}${value}.${after}`;
		})
		.chain(among),
);
const flag = spelled(fc.boolean(), (value) =>
	fc.constantFrom(...(value ? ['1', '1.0', 'true', 'TRUE', '01'] : ['0', '0.0', 'false', '00'])),
);
const day = spelled(
	fc.tuple(fc.constantFrom(2026, 2027), fc.constantFrom(1, 11), fc.constantFrom(2, 12)),
	([y, m, d]) => {
		const two = (value: number) => String(value).padStart(2, '0');
		const whole = `${y}-${two(m)}-${two(d)}`;
		return fc.constantFrom(
			whole,
			`${y}-${m}-${d}`,
			`${y}/${m}/${d}`,
			`${whole} 00:00:00`,
			`${whole}T00:00:00.000`,
			`${whole} 0:00`,
		);
	},
);
const time = spelled(
	fc.tuple(fc.constantFrom(0, 9, 19), fc.constantFrom(0, 5, 50), fc.constantFrom(0, 30)),
	([h, m, s]) => {
		const two = (value: number) => String(value).padStart(2, '0');
		const full = [`${two(h)}:${two(m)}:${two(s)}`, `${h}:${two(m)}:${two(s)}`];
		return fc.constantFrom(...full, ...(s === 0 ? [`${h}:${two(m)}`] : []));
	},
);
const entries = (...all: string[]) =>
	spelled(setOf(...all), (list) =>
		fc
			.tuple(listed(list), fc.constantFrom(',', ', ', '，', '、'))
			.map(([some, comma]) => some.join(comma)),
	);
const text = spelled(fc.constantFrom('a', 'A', 'a\nb', 'a\n\nb', 'a b', '回访 🌸', ''), (value) =>
	fc
		.tuple(fc.constantFrom('\n', '\r\n', '\r'), blank, fc.constantFrom('', ' ', '\r\n', '　'))
		.map(([end, before, after]) => `${before}${value.replaceAll('\n', end)}${after}`),
);
const id = spelled(
	fc.constantFrom('13', '130', '900719925474099312', '900719925474099313'),
	(value) => fc.constantFrom(value, `0${value}`, `000${value}`, ` ${value}`),
);

/** JSON with its keys in any order, numbers as texts or not, blanks between, and keys that are not ours. */
const json = (value: unknown): fc.Arbitrary<string> =>
	fc
		.tuple(fc.infiniteStream(fc.nat({ max: 9 })), fc.boolean(), fc.boolean())
		.map(([draws, isWide, isReversed]) => {
			const draw = () => Number(draws.next().value);
			const render = (one: unknown): unknown => {
				if (Array.isArray(one)) return one.map(render);
				if (typeof one === 'number') return draw() < 5 ? String(one) : one;
				if (typeof one !== 'object' || one === null) return one;
				const members = Object.entries(one).map(([name, member]) => [name, render(member)]);
				return Object.fromEntries(isReversed ? members.reverse() : members);
			};
			return JSON.stringify(render(value), null, isWide ? 2 : undefined);
		});

const wait = fc
	.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 2), fc.constantFrom(5, 60))
	.map(([days, hours, minutes]) => days * 1440 + hours * 60 + minutes);
const waitText = (minutes: number): fc.Arbitrary<string> =>
	fc.constantFrom(
		`0-0-${minutes}`,
		`0-${Math.floor(minutes / 60)}-${minutes % 60}`,
		`0-00-${String(minutes).padStart(2, '0')}`,
		`${Math.floor(minutes / 1440)}-${Math.floor((minutes % 1440) / 60)}-${minutes % 60}`,
	);

const rounds = fc.array(wait, { minLength: 1, maxLength: 2 });
const roundsJson = (waits: number[]) =>
	fc.tuple(...waits.map(waitText)).chain((texts) =>
		shuffled(texts.map((one, index) => ({ round: index + 1, time: one }))).map((strategy) => ({
			retry: waits.length,
			strategy,
		})),
	);
const basicRetry = spelled(rounds, (waits) => roundsJson(waits).chain(json));
const rule = fc.record({ causes: setOf(710, 719, 800), waits: rounds });
const advancedRetry = spelled(fc.array(rule, { minLength: 1, maxLength: 2 }), (rules) =>
	fc
		.tuple(
			...rules.map(({ causes, waits }, index) =>
				fc.tuple(listed(causes), roundsJson(waits)).map(([sipCause, strategy]) => ({
					condition: { sipCause },
					sort: index + 1,
					...strategy,
				})),
			),
		)
		.chain(shuffled)
		.chain(json),
);
const priority = spelled(
	fc.record({
		isRetryFirst: fc.boolean(),
		desc: fc.constantFrom(0, 1),
		orderType: fc.constantFrom(0, 2),
	}),
	({ isRetryFirst, desc, orderType }) =>
		shuffled([
			{ sort: isRetryFirst ? 1 : 2, type: 'retryCall', desc },
			{ sort: isRetryFirst ? 2 : 1, type: 'firstCall', orderType },
		]).chain((strategy) => json({ strategy })),
);
/** Two lists without a common member, each with a number. */
const shares = fc
	.tuple(
		fc.subarray(['2000', '2001']),
		fc.subarray(['0012', '12']),
		fc.nat({ max: 2 }),
		fc.nat({ max: 2 }),
	)
	.map(([first, second, one, other]) =>
		[
			{ members: first, share: one },
			{ members: second, share: other },
		].filter(({ members }) => members.length > 0),
	)
	.filter((list) => list.length > 0);
const limits = spelled(shares, (list) =>
	fc
		.tuple(
			...list.map(({ members, share }) => listed(members).map((cnos) => ({ cnos, limit: share }))),
		)
		.chain(shuffled)
		.chain(json),
);
const weights = spelled(shares, (list) =>
	fc
		.tuple(
			...list.map(({ members, share }) =>
				listed(members).map((all) => ({ number: all.join(', '), weight: share })),
			),
		)
		.chain(shuffled)
		.chain(json),
);
const pair = fc.record({
	name: fc.constantFrom('a', 'name', '等级'),
	value: fc.constantFrom('', '1', 'x y'),
});
const pairs = fc.uniqueArray(pair, { selector: ({ name }) => name, minLength: 1, maxLength: 3 });
const byName = (list: ReadonlyArray<{ name: string }>) =>
	[...list].sort((one, other) => (one.name < other.name ? -1 : 1));
const variables = spelled(
	pairs,
	(list) =>
		fc
			.tuple(shuffled(list), fc.boolean())
			.chain(([all, isNamed]) =>
				json(isNamed ? all : all.map(({ name, value }) => ({ [name]: value }))),
			),
	byName,
);
const userFields = spelled(pairs, (list) =>
	json(list.map(({ name, value }) => ({ [name]: value }))),
);
const areaRule = spelled(
	fc.record({
		defaultAreaCode: fc.constantFrom('010', '10', '021'),
		isMatchCapital: fc.constantFrom('0', '1'),
	}),
	json,
);

/** By API name: values of which many mean the same, in many spellings. */
export const WORLDS: Record<string, fc.Arbitrary<Spelled>> = {
	Name: text,
	Description: text,
	UserFields: userFields,
	AutoStart: flag,
	AutoStartDay: day,
	AutoStopTime: time,
	AutoTaskType: number,
	TimeStrategy: entries('9', '22', '90'),
	RetryStrategy: fc.oneof(basicRetry, advancedRetry),
	CustomerClids: entries('64203667', '+8664203667', '23434294'),
	ClidProperty: areaRule,
	CustomerClidWeight: weights,
	CustomerTimeout: number,
	IvrId: id,
	Cnos: entries('2000', '0012', '12'),
	AgentGroup: entries('6', 'WH124', 'wh124'),
	CallLimitStrategy: limits,
	CallVariables: variables,
	Quotiety: number,
	CallPriorityStrategy: priority,
};
