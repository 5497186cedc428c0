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
const SWITCH = 'What would happen?';
const NODE = 'Update call task';
const REFUSED = 'Refused';
/** Of the cells below the head, as a sheet counts its rows. */
const FIRST_ROW = 2;

/** What the sheet expects of a row, by the word in its last column but one. */
const EXPECTED = '预期';
const OUTCOMES: Record<string, Outcome> = { 更新: 'updated', 不变: 'unchanged', 拒绝: 'refused' };

type Outcome = 'updated' | 'unchanged' | 'refused' | 'unclear';
type Print = (line: string) => void;

interface Row {
	/** As the sheet counts it: its head is row 1. */
	number: number;
	task: string;
	outcome: string;
	lines: string[];
}

/** What Preview and Update say of a row. */
interface Said {
	action: string;
	summary: string;
	reason: string;
	ignored: string;
	/** When the task calls, and when it does today where that is something else; of a preview. */
	calls?: string;
	details: { changes: Array<{ field: string; label: string; words: string }>; warnings: string[] };
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

interface Fate {
	previewed?: Said;
	/** What came out of the update's upper output. */
	updated?: Said;
	/** The reason beside which it came out of the workflow's way for refused rows. */
	refusal?: string;
}

/** What is said of a row; an error, which is said where the gateway did not answer, has no more than a message. */
function saidBy({ json }: INodeExecutionData): Said {
	const { message } = (json.error ?? {}) as { message?: string };
	if (message === undefined) return json as unknown as Said;
	const nothing = { reason: '', ignored: '', details: { changes: [], warnings: [] } };
	return { action: 'error', summary: message, ...nothing };
}

/** What each row met on its way through the workflow, by its place in the sheet. */
function fatesOf(run: IRun): Map<number, Fate> {
	const fates = new Map<number, Fate>();
	const [shown = []] = outputsOf(run, PREVIEW);
	for (const item of shown) fates.set(placeOf(item), { previewed: saidBy(item) });
	const toApply = (outputsOf(run, SWITCH)[0] ?? []).map((item) => shown[placeOf(item)]);
	for (const item of outputsOf(run, NODE)[0] ?? []) {
		const before = toApply[placeOf(item)];
		Object.assign((before && fates.get(placeOf(before))) ?? {}, { updated: saidBy(item) });
	}
	for (const { json } of outputsOf(run, REFUSED)[0] ?? []) {
		const place = Number(json.row) - FIRST_ROW;
		fates.set(place, { ...fates.get(place), refusal: String(json.reason) });
	}
	return fates;
}

const numberOf = ({ json }: INodeExecutionData): number => Number(json.row_number);
const taskOf = ({ json }: INodeExecutionData): string => String(json['任务ID'] ?? '');

/** What is said of several fields begins with the label of each, in quotes. */
const linesOf = (text: string): string[] => text.split(/; (?=')/).filter((line) => line !== '');

/** Each change in a line. */
const changeLines = ({ summary, details: { changes } }: Said): string[] =>
	changes.length > 0 ? changes.map(({ label, words }) => `${label} ${words}`) : [summary];

/** Only where a change moves them. */
function callsLines(calls: string): string[] {
	const [after = '', before] = calls.split('; before: ');
	return before === undefined ? [] : [`calls: ${after}`, `  before: ${before}`];
}

const sentences = (said: Said): string[] => [
	...(said.reason === '' ? changeLines(said) : linesOf(said.reason)),
	...callsLines(said.calls ?? ''),
	...linesOf(said.ignored).map((line) => `ignored: ${line}`),
	...said.details.warnings.map((warning) => `warning: ${warning}`),
];

/** What the preview says of each row. */
function previewedRows(run: IRun): Row[] {
	const fates = fatesOf(run);
	return (outputsOf(run, 'Rows')[0] ?? []).map((item, index): Row => {
		const previewed = fates.get(index)?.previewed;
		return {
			number: numberOf(item),
			task: taskOf(item),
			outcome: previewed?.action ?? 'nothing said',
			lines: previewed ? sentences(previewed) : [''],
		};
	});
}

/** What became of each row, by the workflow's outputs and by the gateway's own journal. */
function updatedRows(run: IRun, { journal }: Emulator): Array<Row & { isExpected: boolean }> {
	const fates = fatesOf(run);
	return (outputsOf(run, 'Rows')[0] ?? []).map((item, index) => {
		const task = taskOf(item);
		const changed = journal
			.filter(({ taskId }) => taskId === task)
			.flatMap(({ after }) => Object.keys(after));
		const fate = fates.get(index) ?? {};
		const outcome = outcomeOf(fate, changed);
		const { previewed, updated = previewed, refusal } = fate;
		return {
			number: numberOf(item),
			task,
			outcome,
			isExpected: outcome === OUTCOMES[String(item.json[EXPECTED])],
			lines: refusal ? linesOf(refusal) : updated ? changeLines(updated) : [],
		};
	});
}

/** Where what the node says and what the journal has changed contradict each other, it is unclear. */
function outcomeOf({ previewed, updated, refusal }: Fate, changed: readonly string[]): Outcome {
	const said = (updated?.details.changes ?? []).map(({ field }) => field);
	if (said.sort().join() !== [...changed].sort().join()) return 'unclear';
	if (refusal) return updated ? 'unclear' : 'refused';
	if (updated) return updated.action === 'updated' && changed.length > 0 ? 'updated' : 'unclear';
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
	printTable(previewedRows(run), ['action', 'from → to, or why not'], print);
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
		print("\nThen the whole workflow, checked against the gateway's own journal:\n");
		if (error) print(`The workflow stopped: ${error.message}`);
		const rows = updatedRows(run, emulator);
		printTable(rows, ['action', 'from → to, or why not'], print);
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
