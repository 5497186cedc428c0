import type { INodeParameters } from 'n8n-workflow';
import { operations } from '../../../nodes/AlibabaCloudVms/operations';
import type { Execution, Operation } from '../../../nodes/AlibabaCloudVms/operations/operation';
import { SENDING, type Sending } from '../../../nodes/AlibabaCloudVms/operations/options';
import { CONTINUE, errorsOf, TASK, useBench } from '../../support/bench';

const bench = useBench();

/** Runs of each operation in which every one of its options has something to decide. */
const RUNS: Readonly<Record<string, INodeParameters | INodeParameters[]>> = {
	preview: { details: { name: 'new' } },
	update: { details: { name: 'new' } },
	create: { type: 1, name: 'new', agents: { cnos: '2000' } },
	createOrUpdate: { type: 1, name: '双十一回访', agents: { cnos: '2000' } },
	get: {},
	getMany: {},
	getStatistics: {},
	start: [{ options: { waitUntilDone: true } }, { taskId: '133230' }],
	pause: { taskId: '133230', options: { waitUntilDone: true, pauseDuration: 3 } },
	end: { taskId: '133227', confirmEnd: true, options: { waitUntilDone: false } },
	delete: {},
	importNumbers: { fields: 'setBelow', tel: '13800000001', batchName: 'spring' },
	deleteNumbers: { which: { tels: '13800000001' } },
	getNumberBatches: {},
	getCallRecords: {},
	getRecording: { recordFile: 'file' },
	customApiCall: { action: 'CloudQueryTask', parametersJson: '{"Type":"1"}' },
};

/** Values that tell who asks for them. */
const watched = <T extends object>(values: T, asked: Set<string>): T =>
	new Proxy(values, {
		get: (target, name, receiver): unknown => {
			asked.add(String(name));
			return Reflect.get(target, name, receiver);
		},
	});

/** The options that an operation asks for while it runs; one that copies them all asks for all. */
async function askedBy(operation: Operation): Promise<Set<string>> {
	const asked = new Set<string>();
	const { open } = operation;
	operation.open = (execution: Execution<Sending>) =>
		open({
			...execution,
			wide: watched(execution.wide, asked),
			optionsOf: (itemIndex) => {
				const own = execution.optionsOf(itemIndex);
				return own.ok ? { ok: true, value: watched(own.value, asked) } : own;
			},
		});
	try {
		const { value } = operation.option;
		for (const run of [RUNS[value] ?? {}].flat()) {
			await bench.run({ operation: value, taskId: TASK.taskId, ...run }, { node: CONTINUE });
		}
	} finally {
		operation.open = open;
	}
	return asked;
}

/** What is heeded before an operation is opened, and by what opens it. */
const OF_THE_RUN = new Set([
	...Object.keys(SENDING),
	'checkAllItemsFirst',
	'attachReport',
	'reportLanguage',
	'includeInputColumns',
	'includeChangeRecord',
	'taskIdsInExecutionData',
]);

test.each(operations.map((operation) => [operation.option.value, operation] as const))(
	'%s heeds every option that it offers',
	async (_value, operation) => {
		const asked = await askedBy(operation);
		const own = Object.keys(operation.options).filter((name) => !OF_THE_RUN.has(name));
		expect(own.filter((name) => !asked.has(name))).toEqual([]);
	},
);

test.each(operations.map((operation) => [operation.option.value, operation] as const))(
	'%s refuses an item whose option is wrong, and says of which task',
	async (value, { fields, options }) => {
		const [run = {}] = [RUNS[value] ?? {}].flat();
		const named = fields.some(({ name }) => name === 'taskId') ? (run.taskId ?? TASK.taskId) : '';
		for (const { property, isWide } of Object.values(options)) {
			// n8n drops what is not shown.
			if (property.displayOptions) continue;
			const given = { ...Object(run.options), [property.name]: '={{ ({}) }}' } as INodeParameters;
			const { output } = await bench.run(
				{ operation: value, taskId: TASK.taskId, ...run, options: given },
				{ node: CONTINUE },
			);
			const [item] = output;
			const { message = item?.json.reason, Id = item?.json.Id } = errorsOf(output)[0] ?? {};
			expect(String(message)).toContain(`'${property.displayName}' `);
			expect([property.name, Id ?? '']).toEqual([property.name, isWide ? '' : named]);
			expect(bench.emulator.requests).toEqual([]);
		}
	},
);
