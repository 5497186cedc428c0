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
 * The main job, end to end: the example workflow reads the example sheet in n8n's own engine, shows what
 * would change, and then updates call tasks behind a local gateway, whose journal shows what really changed.
 */
const examples = path.join(packageFolder, 'examples');
const PREVIEW = 'Preview';
const FILTER = 'Would it change?';
const NODE = 'Update call task';

/** What the sheet expects of a row, by the word in its last column but one. */
const EXPECTED = '预期';
const OUTCOMES: Record<string, Outcome> = { 更新: 'updated', 不变: 'unchanged', 拒绝: 'refused' };

type Outcome = 'updated' | 'unchanged' | 'refused' | 'unclear';
type Print = (line: string) => void;

interface Row {
	number: number;
	task: string;
	outcome: string;
	lines: string[];
}

/** What Preview says of a row, or why it refuses it. */
interface Previewed {
	action: string;
	/** A line for each change, or why there is none. */
	summary: string;
	/** '' where something would change. */
	reason: string;
	details: {
		unchanged: string[];
		ignored: Array<{ field: string; reason: string }>;
		warnings: string[];
	};
}

async function workflowOver(sheet: string): Promise<WorkflowFile> {
	const file = await readFile(path.join(examples, 'update-call-tasks.json'), 'utf8');
	const workflow = JSON.parse(file) as WorkflowFile;
	const reader = workflow.nodes.find(({ name }) => name === 'Read the sheet');
	if (reader) reader.parameters.fileSelector = sheet;
	return workflow;
}

/** The workflow as Execute Step on a node runs it: nothing behind the node. */
function endedAfter(node: string, { connections, ...workflow }: WorkflowFile): WorkflowFile {
	const kept = Object.entries(connections).filter(([name]) => name !== node);
	return { ...workflow, connections: Object.fromEntries(kept) };
}

async function engineFor(emulator: Emulator): Promise<Engine> {
	const { accessKeyId, accessKeySecret } = TEST_KEYS.active;
	return new Engine({
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
}

const outputsOf = (run: IRun, node: string): INodeExecutionData[][] =>
	(run.data.resultData.runData[node]?.[0]?.data?.main ?? []).map((items) => items ?? []);

/** The place, in the items that came in, of the one that an item was made of. */
const placeOf = ({ pairedItem }: INodeExecutionData): number =>
	typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1;

const refusalOf = ({ json }: INodeExecutionData): string =>
	(json.error as { message: string }).message;

interface Fate {
	/** Absent where Preview refused the row. */
	previewed?: Previewed;
	/** Whether it came out of the update's upper output. */
	isApplied: boolean;
	refusal?: string;
}

/** What each row met on its way through the workflow, by its place in the sheet. */
function fatesOf(run: IRun): Map<number, Fate> {
	const fates = new Map<number, Fate>();
	const [shown = [], refused = []] = outputsOf(run, PREVIEW);
	for (const item of shown) {
		const previewed = item.json as unknown as Previewed;
		const refusal = previewed.action === 'refuse' ? previewed.reason : undefined;
		fates.set(placeOf(item), { previewed, isApplied: false, refusal });
	}
	for (const item of refused) {
		fates.set(placeOf(item), { isApplied: false, refusal: refusalOf(item) });
	}
	const toApply = (outputsOf(run, FILTER)[0] ?? []).map((item) => shown[placeOf(item)]);
	const fateOfInput = (item: INodeExecutionData): Fate | undefined => {
		const before = toApply[placeOf(item)];
		return before && fates.get(placeOf(before));
	};
	const [updated = [], failed = []] = outputsOf(run, NODE);
	for (const item of updated) Object.assign(fateOfInput(item) ?? {}, { isApplied: true });
	for (const item of failed) Object.assign(fateOfInput(item) ?? {}, { refusal: refusalOf(item) });
	return fates;
}

const taskOf = ({ json }: INodeExecutionData): string => String(json['任务ID'] ?? '');

const shown = (value: unknown): string => {
	if (value === null || value === undefined || value === '') return '(empty)';
	return typeof value === 'string' ? value : JSON.stringify(value);
};

const change = (field: string, from: unknown, to: unknown): string =>
	`${field}: ${shown(from)} → ${shown(to)}`;

function previewLines({ summary, details }: Previewed): string[] {
	const { unchanged, ignored, warnings } = details;
	return [
		...summary.split('\n'),
		...(unchanged.length > 0 ? [`as it is: ${unchanged.join(', ')}`] : []),
		...ignored.map(({ field, reason }) => `ignored: '${field}' ${reason}`),
		...warnings.map((warning) => `warning: ${warning}`),
	];
}

/** What the preview says of each row. */
function previewedRows(run: IRun): Row[] {
	const fates = fatesOf(run);
	return (outputsOf(run, 'Rows')[0] ?? []).map((item, index): Row => {
		const { previewed, refusal } = fates.get(index) ?? {};
		return {
			number: index + 1,
			task: taskOf(item),
			outcome: previewed?.action ?? 'refuse',
			lines: previewed ? previewLines(previewed) : [refusal ?? ''],
		};
	});
}

/** What became of each row, by the workflow's outputs and by the gateway's own journal. */
function updatedRows(run: IRun, { journal }: Emulator): Array<Row & { isExpected: boolean }> {
	const fates = fatesOf(run);
	return (outputsOf(run, 'Rows')[0] ?? []).map((item, index) => {
		const task = taskOf(item);
		const changes = journal
			.filter(({ taskId }) => taskId === task)
			.flatMap(({ before, after }) =>
				Object.entries(after).map(([field, to]) =>
					change(field, Object.entries(before).find(([name]) => name === field)?.[1], to),
				),
			);
		const { previewed, isApplied = false, refusal } = fates.get(index) ?? {};
		const outcome = outcomeOf({ previewed, isApplied, refusal }, changes.length > 0);
		return {
			number: index + 1,
			task,
			outcome,
			isExpected: outcome === OUTCOMES[String(item.json[EXPECTED])],
			lines: [
				...(refusal ? [refusal] : []),
				...(outcome === 'unchanged' ? ['the task has these values already'] : changes),
			],
		};
	});
}

/** Where output and journal contradict each other, the outcome is unclear. */
function outcomeOf({ previewed, isApplied, refusal }: Fate, isChanged: boolean): Outcome {
	if (isApplied && isChanged && !refusal) return 'updated';
	if (isApplied || isChanged) return 'unclear';
	if (refusal) return 'refused';
	return previewed?.action === 'nothing' ? 'unchanged' : 'unclear';
}

function printTable(
	rows: Array<Row & { isExpected?: boolean }>,
	heads: string[],
	print: Print,
): void {
	const [second = '', third = ''] = heads;
	print(`${'row'.padEnd(5)}${'task'.padEnd(9)}${second.padEnd(11)}${third}`);
	for (const { number, task, outcome, isExpected = true, lines } of rows) {
		const head = `${String(number).padEnd(5)}${(task || '-').padEnd(9)}${outcome.padEnd(11)}`;
		lines.forEach((line, index) => print(`${index === 0 ? head : ' '.repeat(head.length)}${line}`));
		if (!isExpected) print(`${' '.repeat(head.length)}NOT WHAT THE SHEET EXPECTS`);
	}
}

const requestsOf = ({ requests }: Emulator, isUpdate: boolean): number =>
	requests.filter(({ action }) => (action === 'CloudUpdateTask') === isUpdate).length;

/** @returns whether the gateway was left alone */
async function showPreview(
	engine: Engine,
	emulator: Emulator,
	workflow: WorkflowFile,
	print: Print,
): Promise<boolean> {
	const run = await engine.run(endedAfter(PREVIEW, workflow), 'Run by hand');
	print('First the preview:\n');
	printTable(previewedRows(run), ['it would', 'from → to, or why not'], print);
	const isUntouched = emulator.journal.length === 0 && requestsOf(emulator, true) === 0;
	const reads = requestsOf(emulator, false);
	print(
		`\n${reads} requests read the tasks. ${
			isUntouched
				? "The gateway's journal is empty: nothing was changed."
				: 'SOMETHING WAS CHANGED.'
		}`,
	);
	return isUntouched;
}

/**
 * Runs the example workflow over a sheet, up to its preview and then as a whole.
 * @returns 0 if the preview changes nothing and every row fares as the sheet expects, 1 otherwise
 */
export async function demo(sheet: string, print: Print): Promise<number> {
	const emulator = await startEmulator();
	try {
		const engine = await engineFor(emulator);
		const workflow = await workflowOver(sheet);
		print(`A local gateway listens on ${emulator.url} and checks every signature.`);
		print(`n8n's engine runs examples/update-call-tasks.json over ${path.basename(sheet)}.`);
		const isUntouched = await showPreview(engine, emulator, workflow, print);
		const run = await engine.run(workflow, 'Run by hand');
		const { error } = run.data.resultData;
		print('\nThen the whole workflow, and what the journal says:\n');
		if (error) print(`The workflow stopped: ${error.message}`);
		const rows = updatedRows(run, emulator);
		printTable(rows, ['outcome', 'changes, or why not'], print);
		const count = (wanted: Outcome) => rows.filter(({ outcome }) => outcome === wanted).length;
		const surprises = rows.filter(({ isExpected }) => !isExpected).length;
		print(
			`\nOf ${rows.length} rows, ${count('updated')} updated a task, ${count('unchanged')} found it as it should be, ${count('refused')} were refused.`,
		);
		print(
			`${emulator.requests.length} signed requests reached the gateway, ${requestsOf(emulator, true)} of them updates.`,
		);
		print(
			surprises === 0
				? 'Every row fared as the sheet expects.'
				: `${surprises} rows fared otherwise than the sheet expects.`,
		);
		return isUntouched && rows.length > 0 && surprises === 0 && !error ? 0 : 1;
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
