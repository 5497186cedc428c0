import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readArguments, USAGE } from '../../emulator/cli/arguments';
import { runCli } from '../../emulator/cli/run';
import { callV1 } from './sign';

const target = { EnterpriseId: '7000002', TaskId: '133224' };
let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'emulator-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(content: unknown): string {
	const path = join(folder, 'input.json');
	writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
	return path;
}

/** Runs the real command file in a thread of its own. */
function runFile(argv: string[]) {
	const file = join(__dirname, '../../emulator/cli.ts');
	const worker = new Worker(file, {
		argv,
		execArgv: ['--require', 'tsx/cjs'],
		stdout: true,
		stderr: true,
	});
	const output = { stdout: '', stderr: '' };
	worker.stdout.on('data', (chunk) => (output.stdout += chunk));
	worker.stderr.on('data', (chunk) => (output.stderr += chunk));
	return { worker, output };
}

test('the command starts and answers', async () => {
	const { worker, output } = runFile(['--port', '0']);
	while (!output.stdout.includes('Ctrl-C')) await once(worker.stdout, 'data');
	const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output.stdout)?.[0] ?? '';
	const { body } = await callV1({ url }, 'CloudGetTask', target);
	expect(body.Code).toBe('OK');
	await worker.terminate();
});

test('the command refuses an unknown flag with exit code 2', async () => {
	const { worker, output } = runFile(['--prot', '1']);
	const [exitCode] = await once(worker, 'exit');
	expect(exitCode).toBe(2);
	expect(output).toEqual({
		stdout: '',
		stderr: expect.stringContaining("Unknown option '--prot'"),
	});
});

/** Runs the command here; `whileRunning` gets what was printed, and its end is Ctrl-C. */
async function run(argv: string[], whileRunning?: (printed: string) => Promise<void>) {
	let stdout = '';
	let stderr = '';
	const exitCode = await runCli(argv, {
		out: (text) => (stdout += text),
		err: (text) => (stderr += text),
		untilStopped: async () => whileRunning?.(stdout),
	});
	return { exitCode, stdout, stderr };
}

test('it tells what a client needs and stops when told to', async () => {
	let url = '';
	const { exitCode, stdout, stderr } = await run(['--port', '0'], async (printed) => {
		url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0] ?? '';
		expect((await callV1({ url }, 'CloudGetTask', target)).body.Code).toBe('OK');
	});
	expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
	for (const fact of ['testid', 'testsecret', '7000002 (32 tasks)', '8001654 (3 tasks)']) {
		expect(stdout).toContain(fact);
	}
	await expect(callV1({ url }, 'CloudGetTask', target)).rejects.toThrow('ECONNREFUSED');
});

test('it says so when no key is active and no task is there', async () => {
	const { stdout } = await run(['--port', '0', '--settings', fileWith({ keys: [] })]);
	expect(stdout).toContain('AccessKey ID:      none is active');
	const empty = await run(['--port', '0', '--seed', fileWith([])]);
	expect(empty.stdout).toContain('Enterprise IDs:    none');
});

test('it refuses a port that is taken with exit code 2', async () => {
	await run(['--port', '0'], async (printed) => {
		const port = /:(\d+)\n/.exec(printed)?.[1] ?? '';
		const second = await run(['--port', port]);
		expect(second.exitCode).toBe(2);
		expect(second.stderr).toMatch(/^The emulator cannot start: .*EADDRINUSE/);
	});
});

test('it refuses a bad value with a sentence and exit code 2', async () => {
	expect(await run(['--port', 'http'])).toEqual({
		exitCode: 2,
		stdout: '',
		stderr: 'The port must be a number from 0 to 65535, not "http".\nTry --help.\n',
	});
});

test('it prints its usage', async () => {
	expect(await run(['--help'])).toEqual({ exitCode: 0, stdout: USAGE, stderr: '' });
});

test('without flags it takes port 7080 and the built-in tasks', () => {
	expect(readArguments([])).toEqual({ value: { port: 7080 } });
});

test.each(['65536', '-1', 'http', '', '1.5'])('the port "%s" is refused', (port) => {
	expect(readArguments([`--port=${port}`])).toEqual({
		refused: `The port must be a number from 0 to 65535, not "${port}".`,
	});
});

test('other words are refused', () => {
	expect(readArguments(['now'])).toEqual({
		refused: expect.stringContaining("Unexpected argument 'now'"),
	});
});

describe('--seed', () => {
	test('reads tasks, numbers as texts, and completes them with defaults', () => {
		const path = fileWith([{ EnterpriseId: 7000002, Id: '1', Quotiety: 1.5 }]);
		expect(readArguments(['--port', '0', '--seed', path])).toMatchObject({
			value: { seed: [{ EnterpriseId: '7000002', Id: '1', Quotiety: '1.5', Wrapup: '30' }] },
		});
	});

	test.each([
		['no JSON', '[', /cannot be read/],
		['no list', {}, /must hold a JSON array of tasks/],
		['no objects', [1], /^Task 1 of the seed is not an object\.$/],
		['an unknown field', [{ Colour: 'red' }], /unknown field "Colour"/],
		['an object as value', [{ RetryStrategy: {} }], /"RetryStrategy".*must be a text/],
		['a rounded id', '[{"Id":133224000000000017}]', /"Id".*must be a text/],
		['no id', [{ EnterpriseId: '1' }], /needs "EnterpriseId" and "Id"/],
	])('with %s is refused', (_what, content, words) => {
		expect(readArguments(['--seed', fileWith(content)])).toEqual({
			refused: expect.stringMatching(words),
		});
	});

	test('of a file that is not there is refused', () => {
		const path = join(folder, 'none.json');
		expect(readArguments(['--seed', path])).toEqual({ refused: expect.stringContaining(path) });
	});
});

describe('--settings', () => {
	test.each([
		{ emptyValue: 'refuse', latencyMs: { min: 1, max: 2 } },
		{ fault: 'hang', throttle: { code: 'Throttling', httpStatus: 400, next: 1 } },
		{ fault: { kind: 'notJson', httpStatus: 200 }, answer: null },
		{ faults: [{ kind: 'throttled', retryAfterMs: 250, share: 0.1 }], randomSeed: 1 },
		{ keys: [{ accessKeyId: 'a', accessKeySecret: 'b', status: 'Active', allowedActions: '*' }] },
		{ answer: { status: 200, headers: { a: 'b' }, body: '' } },
		{ fault: { kind: 'hang', action: 'CloudStartTask' } },
		{ faults: [{ kind: 'hang', action: 'CloudPauseTask', share: 0.1 }] },
		{ forceRefusal: { code: 'x', httpStatus: 200, message: '', action: 'CloudGetTask' } },
		{ startResult: { result: 1 }, pauseResult: { result: 1, next: 2 } },
		{ startResult: null, pauseResult: null, pauseTakesMs: 500 },
		{ untakenParameters: ['Cnos', 'Wrapup'], reorderLists: true },
		{ missingRefusedBy: 'backend', answer: { status: 429, body: '', next: 1 } },
		{ throttle: { code: 'x', httpStatus: 429, message: 'y', retryAfter: '3' } },
		{ ignoreStart: true, shownAs: { CallVariables: '[{"a":"b"}]' } },
	])('takes %j', (settings) => {
		expect(readArguments(['--settings', fileWith(settings)])).toEqual({
			value: { port: 7080, settings },
		});
	});

	test.each([
		['no JSON', '{', /cannot be read/],
		['a list', [], /must hold a JSON object/],
		['an unknown name', { colour: 1 }, /^There is no setting "colour"\.$/],
		['an inherited name', { constructor: 1 }, /^There is no setting "constructor"\.$/],
		['a wrong choice', { emptyValue: 'maybe' }, /"emptyValue" is not allowed/],
		['an unknown fault', { fault: 'explode' }, /"fault" is not allowed/],
		['a fault of a mix without share', { faults: [{ kind: 'hang' }] }, /"faults" is not allowed/],
		['an unknown member', { rateLimit: { perSecond: 1, per: 2 } }, /"rateLimit" is not allowed/],
		['a fault of no action', { fault: { kind: 'hang', action: '' } }, /"fault" is not allowed/],
		[
			'a refusal of an unknown action',
			{ forceRefusal: { code: 'x', httpStatus: 200, message: '', action: 'StartTask' } },
			/"forceRefusal" is not allowed/,
		],
		['a bare result', { startResult: 1 }, /"startResult" is not allowed/],
		['a result that is a text', { pauseResult: { result: '1' } }, /"pauseResult" is not allowed/],
		['a time before now', { pauseTakesMs: -1 }, /"pauseTakesMs" is not allowed/],
		[
			'an unknown parameter',
			{ untakenParameters: ['Wrapup', 'Colour'] },
			/"untakenParameters" is not allowed/,
		],
		['one name, not a list', { untakenParameters: 'Wrapup' }, /"untakenParameters" is not/],
		['a field that no task has', { shownAs: { Callvariables: '' } }, /"shownAs" is not allowed/],
		['a number for a switch', { reorderLists: 1 }, /"reorderLists" is not allowed/],
		['a missing member', { throttle: { code: 'x' } }, /"throttle" is not allowed/],
	])('with %s is refused', (_what, content, words) => {
		expect(readArguments(['--settings', fileWith(content)])).toEqual({
			refused: expect.stringMatching(words),
		});
	});
});
