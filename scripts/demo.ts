import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { INodeExecutionData, IRun } from 'n8n-workflow';
import type { Emulator } from '../emulator';
import { DEFAULT_ENTERPRISE_ID, startEmulator, TEST_KEYS } from '../emulator';
import type { WorkflowFile } from '../engine/engine';
import { Engine } from '../engine/engine';
import { packageFolder } from '../engine/environment';
import { baseNodes, builtPackage } from '../engine/packages';

/**
 * The main job, end to end: the example workflow reads the example sheet in n8n's own engine and
 * updates call tasks behind a local gateway, whose journal shows what really changed.
 */
const examples = path.join(packageFolder, 'examples');
const EXPECTED = { column: '预期', updated: '更新' };
const NODE = 'Update call task';

interface Row {
	number: number;
	task: string;
	isExpected: boolean;
	isUpdated: boolean;
	lines: string[];
}

type Print = (line: string) => void;

async function workflowOver(sheet: string): Promise<WorkflowFile> {
	const file = await readFile(path.join(examples, 'update-call-tasks.json'), 'utf8');
	const workflow = JSON.parse(file) as WorkflowFile;
	const reader = workflow.nodes.find(({ name }) => name === 'Read the sheet');
	if (reader) reader.parameters.fileSelector = sheet;
	return workflow;
}

async function runWorkflow(emulator: Emulator, sheet: string): Promise<IRun> {
	const { accessKeyId, accessKeySecret } = TEST_KEYS.active;
	const engine = new Engine({
		nodeTypes: {},
		packages: [await builtPackage(), await baseNodes()],
		credentials: {
			alibabaCloudAccessKeyApi: {
				accessKeyId,
				accessKeySecret,
				endpoint: emulator.url,
				enterpriseId: DEFAULT_ENTERPRISE_ID,
			},
		},
	});
	return await engine.run(await workflowOver(sheet), 'Run by hand');
}

const outputsOf = (run: IRun, node: string): INodeExecutionData[][] =>
	(run.data.resultData.runData[node]?.[0]?.data?.main ?? []).map((items) => items ?? []);

const rowOf = ({ pairedItem }: INodeExecutionData): number =>
	typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1;

/** What became of each row of the sheet, by the node's outputs and by the gateway's own journal. */
function rowsOf(run: IRun, { journal }: Emulator): Row[] {
	const [updated = [], refused = []] = outputsOf(run, NODE);
	return (outputsOf(run, 'Rows')[0] ?? []).map(({ json }, index): Row => {
		const task = String(json['任务ID'] ?? '');
		const changes = journal
			.filter(({ taskId }) => taskId === task)
			.flatMap(({ before, after }) =>
				Object.entries(after).map(([field, to]) => {
					const from = Object.entries(before).find(([name]) => name === field)?.[1];
					return `${field}: ${from || '(empty)'} → ${to || '(empty)'}`;
				}),
			);
		const refusal = refused.find((item) => rowOf(item) === index)?.json.error as
			{ message: string } | undefined;
		const isOnTop = updated.some((item) => rowOf(item) === index);
		const isUpdated = isOnTop && !refusal && changes.length > 0;
		const isRefused = !isOnTop && refusal !== undefined && changes.length === 0;
		return {
			number: index + 1,
			task,
			isUpdated,
			isExpected: json[EXPECTED.column] === EXPECTED.updated ? isUpdated : isRefused,
			lines: refusal ? [refusal.message] : changes,
		};
	});
}

function printTable(rows: Row[], print: Print): void {
	print(`${'row'.padEnd(5)}${'task'.padEnd(9)}${'outcome'.padEnd(10)}changes, or why not`);
	for (const { number, task, isUpdated, isExpected, lines } of rows) {
		const outcome = isUpdated ? 'updated' : 'refused';
		const head = `${String(number).padEnd(5)}${(task || '-').padEnd(9)}${outcome.padEnd(10)}`;
		lines.forEach((line, index) => print(`${index === 0 ? head : ' '.repeat(head.length)}${line}`));
		if (!isExpected) print(`${' '.repeat(head.length)}NOT WHAT THE SHEET EXPECTS`);
	}
}

/**
 * Runs the example workflow over a sheet.
 * @returns 0 if every row fared as the sheet expects, 1 otherwise
 */
export async function demo(sheet: string, print: Print): Promise<number> {
	const emulator = await startEmulator();
	try {
		print(`A local gateway listens on ${emulator.url} and checks every signature.`);
		print(`n8n's engine runs examples/update-call-tasks.json over ${path.basename(sheet)}.\n`);
		const run = await runWorkflow(emulator, sheet);
		const { error } = run.data.resultData;
		if (error) print(`The workflow stopped: ${error.message}`);
		const rows = rowsOf(run, emulator);
		printTable(rows, print);
		const updated = rows.filter(({ isUpdated }) => isUpdated).length;
		const surprises = rows.filter(({ isExpected }) => !isExpected).length;
		print(
			`\n${updated} of ${rows.length} rows updated a task, ${rows.length - updated} were refused.`,
		);
		print(`${emulator.requests.length} signed requests reached the gateway.`);
		print(
			surprises === 0
				? 'Every row fared as the sheet expects.'
				: `${surprises} rows fared otherwise than the sheet expects.`,
		);
		return rows.length > 0 && surprises === 0 && !error ? 0 : 1;
	} finally {
		await emulator.close();
	}
}

if (require.main === module) {
	const sheet = path.join(examples, 'call-tasks.csv');
	void demo(sheet, (line) => process.stdout.write(`${line}\n`)).then((status) => {
		process.exitCode = status;
	});
}
