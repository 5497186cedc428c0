import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INodeExecutionData } from 'n8n-workflow';
import { packageFolder } from '../../engine/environment';
import { newTask } from '../../emulator';
import { TASK, useBench } from '../support/bench';
import { startMailServer, type MailServer } from './support/mailServer';
import type { Reached } from './support/reached';
import { example, filledIn, gatewayCredential, runExampleIn } from './support/runExample';

const SLOW_MS = 90_000;
const DAY_MS = 86_400_000;

const bench = useBench();

const stored = (taskId: string) => ({ ...bench.emulator.store.find(TASK.enterpriseId, taskId) });
/** By somebody else, in the console. */
const changeBy = (taskId: string, values: Record<string, string>) =>
	bench.emulator.store.put({ ...newTask(stored(taskId)), ...values });
const of = ({ outputs }: Reached, node: string) => outputs[node]?.[0] ?? [];
const changed = () => bench.emulator.journal.map(({ taskId }) => taskId).sort();

describe('approve on Monday, apply on Tuesday', () => {
	let mail: MailServer;
	beforeEach(async () => (mail = await startMailServer()));
	afterEach(async () => await mail.close());

	const run = async (kept?: string, items?: INodeExecutionData[]) => {
		const sheet = path.join(packageFolder, 'examples', 'call-tasks.csv');
		const file = await example('approve-then-apply.json');
		const read = filledIn(file, 'Read the sheet', { fileSelector: sheet });
		// A Tuesday that is over, in place of tomorrow.
		const workflow = filledIn(read, 'Tomorrow at 8:00', { dateTime: '2024-01-02T08:00:00' });
		const smtp = { host: '127.0.0.1', port: mail.port, secure: false, disableStartTls: true };
		const credentials = { ...gatewayCredential(bench.emulator), smtp };
		const job = { workflow, start: 'Run by hand', kept, items, credentials };
		const reached = await runExampleIn({}, job);
		expect(reached.error).toBeUndefined();
		return reached;
	};
	const decide = async ({ kept }: Reached, Decision: string) => {
		expect(kept).toBeDefined();
		return await run(kept, [{ json: { Decision } }]);
	};

	test(
		'what was shown is applied, and a task that was changed meanwhile is refused',
		async () => {
			const monday = await run();
			expect(changed()).toEqual([]);
			expect(of(monday, 'To approve')).toMatchObject([
				{ question: 'Change 8 call tasks tomorrow at 8:00?' },
			]);
			const [letter = '', ...more] = mail.letters;
			expect(more).toEqual([]);
			expect(letter).toContain('Subject: Change 8 call tasks tomorrow at 8:00?');
			expect(letter).toMatch(/Content-Type: text\/html; name=\S+\.html/);
			expect(letter).toContain('Content-Disposition: attachment');

			changeBy('133224', { CustomerTimeout: '30' });
			const tuesday = await decide(monday, 'Approve');
			expect(of(tuesday, 'Refused')).toEqual([
				{
					row: 2,
					task: '133224',
					reason: expect.stringContaining(
						"'Customer Timeout' was 20 when this was previewed and is 30 now (wanted: 45)",
					),
					advice: expect.any(String),
				},
			]);
			expect(changed()).toEqual(
				['133225', '133227', '133228', '133231', '133233', '133236', '133239'].sort(),
			);
			expect(of(tuesday, 'Updated')).toHaveLength(7);
			for (const { undo } of of(tuesday, 'Updated')) {
				expect(undo).toMatchObject({ TaskId: expect.any(String), expected: expect.anything() });
			}
		},
		SLOW_MS,
	);

	test(
		'where no row can be previewed nobody is asked, and each row says why',
		async () => {
			bench.emulator.settings.forceRefusal = {
				code: 'NoPermission',
				message: 'You are not authorized',
				httpStatus: 403,
			};
			const reached = await run();
			expect([reached.kept, mail.letters]).toEqual([undefined, []]);
			const [{ changes } = { changes: '' }] = of(reached, 'Nothing to approve');
			const reasons = String(changes)
				.split('\n')
				.filter((line) => line.startsWith('Row '));
			expect(reasons).toHaveLength(17);
			expect(reasons[0]).toMatch(/^Row 2: .*not authorized/);
		},
		SLOW_MS,
	);

	test(
		'after a no, nothing is sent',
		async () => {
			const reached = await decide(await run(), 'Reject');
			expect(of(reached, 'Rejected')).toHaveLength(1);
			expect(changed()).toEqual([]);
		},
		SLOW_MS,
	);
});

describe('more lines tonight, back tomorrow', () => {
	let robot: Server;
	let told: string[];
	let folder: string;

	beforeEach(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'undo-'));
		told = [];
		robot = createServer((request, response) => {
			let text = '';
			request.on('data', (chunk) => (text += String(chunk)));
			request.on('end', () => {
				told.push((JSON.parse(text) as { content: { text: string } }).content.text);
				response.setHeader('content-type', 'application/json').end('{"code":0}');
			});
		});
		await new Promise<void>((resolve) => robot.listen(0, '127.0.0.1', resolve));
	});
	afterEach(async () => {
		robot.closeAllConnections();
		await new Promise((resolve) => robot.close(resolve));
		await rm(folder, { recursive: true });
	});

	const run = async (start: string, tasks?: object[]) => {
		const file = await example('more-lines-tonight.json');
		const text = JSON.stringify(file).replaceAll('/home/node/.n8n-files', folder);
		const there = JSON.parse(text) as typeof file;
		const { port } = robot.address() as AddressInfo;
		const told = filledIn(there, 'Tell the group', { url: `http://127.0.0.1:${port}/hook` });
		const workflow = tasks
			? filledIn(told, 'Tasks and lines', { jsonOutput: JSON.stringify({ tasks }) })
			: told;
		const credentials = gatewayCredential(bench.emulator);
		const environment = { N8N_RESTRICT_FILE_ACCESS_TO: folder };
		const reached = await runExampleIn(environment, { workflow, start, credentials });
		expect(reached.error).toBeUndefined();
		return reached;
	};
	const tonight = async (tasks?: object[]) => await run('Every evening at 18:00', tasks);

	/** The file of the evening as if it were of yesterday, whichever day it is when it is read. */
	const aDayLater = async () => {
		const [file = ''] = await readdir(folder);
		const days = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' });
		const own = path.join(folder, file);
		for (const now of [Date.now(), Date.now() + 60_000]) {
			const other = path.join(folder, `undo-${days.format(now - DAY_MS)}.jsonl`);
			if (other !== own) await copyFile(own, other);
		}
	};
	const tomorrow = async () => {
		await aDayLater();
		return await run('Every morning at 8:00');
	};

	test(
		'each task gets its lines, and is in the morning as it was before',
		async () => {
			const before = ['133224', '133227'].map(stored);
			await tonight();
			expect(stored('133224')).toMatchObject({ Concurrency: '20' });
			expect(stored('133227')).toMatchObject({ Concurrency: '30' });
			const [file = ''] = await readdir(folder);
			expect(file).toMatch(/^undo-\d{4}-\d\d-\d\d\.jsonl$/);
			const reached = await tomorrow();
			expect(of(reached, 'As before')).toHaveLength(2);
			expect(['133224', '133227'].map(stored)).toEqual(before);
			expect(told).toEqual([]);
		},
		SLOW_MS,
	);

	test(
		'two evenings of one day are taken back in turn, and none is written over',
		async () => {
			const before = stored('133224');
			for (const concurrency of [20, 40]) await tonight([{ taskId: '133224', concurrency }]);
			const [file = ''] = await readdir(folder);
			const text = await readFile(path.join(folder, file), 'utf8');
			expect(text.trim().split('\n')).toHaveLength(2);
			await tomorrow();
			expect(stored('133224')).toEqual(before);
		},
		SLOW_MS,
	);

	test(
		'a task that was changed in the night stays so, and the group is told',
		async () => {
			const before = stored('133227');
			await tonight([
				{ taskId: '133224', concurrency: 20 },
				{ taskId: '133227', concurrency: 30 },
				{ taskId: '999999', concurrency: 30 },
			]);
			expect(told).toEqual([expect.stringContaining('999999')]);
			changeBy('133224', { Concurrency: '25' });
			await tomorrow();
			expect(stored('133224')).toMatchObject({ Concurrency: '25' });
			expect(stored('133227')).toEqual(before);
			expect(told).toEqual([
				expect.anything(),
				expect.stringMatching(/'Maximum Concurrency' was 20 .* is 25 now/),
			]);
		},
		SLOW_MS,
	);
});
