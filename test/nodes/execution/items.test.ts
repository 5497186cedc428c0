import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { inUse } from '../../../nodes/AlibabaCloudVms/sending/accounts';
import { TEST_KEYS } from '../../../emulator';
import { executeItems, type Outcomes } from '../../../nodes/AlibabaCloudVms/execution/items';
import { openSession } from '../../../nodes/AlibabaCloudVms/execution/open';
import { descriptionOf } from '../../../nodes/AlibabaCloudVms/execution/words';
import { update } from '../../../nodes/AlibabaCloudVms/operations/callTask/update';
import type { Job, Operation } from '../../../nodes/AlibabaCloudVms/operations/operation';
import { AlibabaCloudVms } from '../../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { settled } from '../../../nodes/AlibabaCloudVms/gateway/settled';
import { credentialOf, useBench } from '../../support/bench';

const SECRET = 'wombatViolin7Kq';

const bench = useBench();

/** What becomes of a single item whose call does this, in a node of n8n's engine. */
async function outcomeOf(run: Job['run'], cancelled?: AbortSignal) {
	const operation: Operation = {
		...update,
		open: () => () => ({ ok: true, value: { lane: '1', run } }),
	};
	const log: string[] = [];
	const all: Outcomes[] = [];
	const nodeType: INodeType = {
		description: new AlibabaCloudVms().description,
		async execute(this: IExecuteFunctions) {
			const session = await openSession(operation, this, cancelled);
			const report = (defect: string) => log.push(defect);
			all.push(await executeItems(session, { total: 1, goesOn: true, cancelled, report }));
			return [[]];
		},
	};
	const credential = credentialOf({ ...TEST_KEYS.active, accessKeySecret: SECRET });
	await bench.run({}, { nodeType, credential });
	const result = all[0]?.results[0];
	if (!result || result.ok) throw new Error('It did not fail');
	const { failure } = result;
	return { failure, told: `${failure.message}. ${descriptionOf(failure)}`, log };
}

const defect = new TypeError(`x of ${SECRET} is not a function`, {
	cause: new RangeError(`too far for ${SECRET}`),
});

test.each<[string, Job['run']]>([
	['thrown by a call', async () => await Promise.reject(defect)],
	[
		'while a campaign was in its hands',
		async () => await settled(async () => await Promise.reject(defect)),
	],
])('a defect %s is told as one, and goes to the log without the key', async (_what, run) => {
	const { failure, told, log } = await outcomeOf(run);
	expect(failure).toMatchObject({ kind: 'defect', fate: 'open', thrown: undefined });
	expect(told).toMatch(/^Something in this node went wrong: x of \*\*\* is not a function\. /);
	expect(told).toMatch(/It is not known what was sent\. The change may have been applied/);
	expect(told).not.toContain('Nothing was sent');
	expect(log).toHaveLength(1);
	expect(log[0]).toMatch(/^TypeError: x of \*\*\* is not a function\n +at /);
	expect(log[0]).toMatch(/\nCaused by: RangeError: too far for \*\*\*\n +at .*items\.test/);
});

test.each(['text', null, { a: 1 }])('what is no error is a defect too: %p', async (thrown) => {
	const { failure, log } = await outcomeOf(async () => await Promise.reject(thrown));
	expect(failure.kind).toBe('defect');
	expect(log).toEqual([String(thrown)]);
});

const itsOwnCause = new Error('round and round');
itsOwnCause.cause = itsOwnCause;
const nameless = new Error();
Object.defineProperty(nameless, 'message', { value: Object.create(null) });

test.each<[string, unknown, RegExp]>([
	['an error that is its own cause', itsOwnCause, /^Error: round and round\n/],
	['an object without a text', Object.create(null), /^something that cannot be shown$/],
	['a symbol', Symbol('odd'), /^Symbol\(odd\)$/],
	['an error without a text', nameless, /^(?:Error|something)/],
	[
		'an error with a cause that has no text',
		new Error('it', { cause: Object.create(null) }),
		/\nCaused by: something that cannot be shown$/,
	],
])('%s costs no other item its outcome', async (_what, thrown, logged) => {
	const { failure, log } = await outcomeOf(async () => await Promise.reject(thrown));
	expect(failure.kind).toBe('defect');
	expect(log).toEqual([expect.stringMatching(logged)]);
});

test('a stop is no defect, and a defect during a stop is none of its', async () => {
	const controller = new AbortController();
	const stop = async (thrown?: unknown) => {
		controller.abort();
		return await Promise.reject(thrown ?? controller.signal.reason);
	};
	const { failure, log } = await outcomeOf(async () => await stop(), controller.signal);
	expect(failure).toMatchObject({
		kind: 'cancelled',
		description: 'Nothing was changed for this item.',
	});
	expect(log).toEqual([]);
	const other = new AbortController();
	const broken = await outcomeOf(async () => {
		other.abort();
		return await Promise.reject(defect);
	}, other.signal);
	expect(broken.failure.kind).toBe('defect');
	expect(broken.log).toHaveLength(1);
});

test('an operation that cannot be opened fails every item, and leaves its account', async () => {
	const operation: Operation = {
		...update,
		open() {
			throw new Error('not today');
		},
	};
	const opened: unknown[] = [];
	const nodeType: INodeType = {
		description: new AlibabaCloudVms().description,
		async execute(this: IExecuteFunctions) {
			opened.push(await openSession(operation, this, undefined));
			return [[]];
		},
	};
	await bench.run({}, { nodeType });
	expect(opened).toMatchObject([{ ok: false, failure: { message: 'not today' } }]);
	expect(inUse()).toBe(0);
});
