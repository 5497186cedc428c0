import type { IExecuteFunctions } from 'n8n-workflow';
import { Aside } from '../sending/aside';
import { openSending, type Sending } from '../sending/open';
import type { CallsView } from '../calling/look';
import type { Log } from '../log';
import type { Execution, Joining, Operation, Prepare } from '../operations/operation';
import type { ValuesOf } from '../operations/option';
import type { Sending as SendingOptions } from '../operations/options';
import { egressOf } from '../gateway/egress';
import type { Failure, Result } from '../gateway/failure';
import { downloader } from './download';
import { unexpected } from './errors';
import { finisher } from './finish';
import { hidden } from './hidden';
import { Notes } from './notes';
import { Others } from './others';
import { createOptionsReader } from './readOptions';

/** What an execution has of its own: the way to the service, and what its operation makes of the items. */
export interface Session extends Sending {
	/** Reads the items and sends them. */
	work: Prepare | Joining;
	wide: ValuesOf<SendingOptions>;
	/** Items that wait with no request under way. */
	aside: Aside;
	/** When the tasks of items call, for the report; absent where none is wanted. */
	views?: Map<number, CallsView>;
	/** Whether n8n runs the whole node again after a failure. */
	isRetriedByN8n: boolean;
	notes: Notes;
	/** Of the execution. */
	finished: Execution<SendingOptions>['finished'];
	/** What a refused item gives instead of an error; absent where it is one. */
	ofRefused?: Operation['ofRefused'];
}

/** n8n's log, with the execution in each line. */
function logOf(context: IExecuteFunctions): Log {
	const placed = (line: string) => `${line} [execution ${context.getExecutionId()}]`;
	return {
		info: (line) => context.logger.info(placed(line)),
		error: (line) => context.logger.error(placed(line)),
	};
}

/** Opens an operation for all items; key and limits are taken from the first one. */
export async function openSession(
	operation: Operation,
	context: IExecuteFunctions,
	cancelled: AbortSignal | undefined,
): Promise<Result<Session>> {
	const credential = await context.getCredentials('alibabaCloudAccessKeyApi');
	const read = createOptionsReader(context, operation.options, true).read(0);
	const { logger } = context;
	if (!read.ok) return read;
	const wide = read.value;
	const egress = egressOf(context.helpers);
	const surroundings = {
		egress,
		cancelled,
		listener: {
			held: ({ message }: Failure) =>
				logger.warn(
					`${message}: waiting for the gateway, up to ${wide.waitForTheGateway} s. Nothing is sent meanwhile.`,
				),
			released: (ms: number) =>
				logger.info(`The gateway takes connections again, after ${Math.round(ms / 1000)} s.`),
		},
	};
	const sending = await openSending(credential, wide, surroundings);
	if (!sending.ok) return sending;
	const { send, account, endpoint, pace } = sending.value;
	const others = new Others(
		async (target) => await openSending(credential, wide, surroundings, target),
	);
	const leave = () => {
		sending.value.leave();
		others.leave();
	};
	try {
		const notes = new Notes();
		const aside = new Aside();
		const views = wide.attachReport === true ? new Map<number, CallsView>() : undefined;
		const options = createOptionsReader(context, operation.options, false);
		const finished = finisher(operation, context.getInputData(), {
			isAll: wide.includeInputColumns === true,
			hide: sending.value.redactData,
		});
		const execution: Execution<SendingOptions> = {
			context,
			total: context.getInputData().length,
			send,
			endpoint,
			sendTo: async (target) => await others.sendTo(target),
			account,
			timezone: context.getTimezone(),
			setting: (name) => context.getNodeParameter(name, 0),
			cancelled,
			finished,
			clean: (value) => hidden(value, sending.value.redactData),
			log: logOf(context),
			enterpriseId: String(credential.enterpriseId ?? '').trim(),
			download: downloader(
				context,
				{ endpoint, egress, cancelled, timeoutMs: wide.timeout * 1000 },
				{ most: wide.maximumAttempts, longestWaitMs: wide.longestWait * 1000 },
			),
			wide,
			optionsOf: options.read,
			readableOptionsOf: options.readable,
			stayBelow: (sideBySide) => pace.stayBelow(sideBySide),
			stepAside: async (wait) => await aside.whileWaiting(wait),
			note: (topic, name, remark) => notes.add(topic, name, remark),
			draw: views && ((itemIndex, view) => views.set(itemIndex, view)),
			whenWhole: (finish) => notes.whenWhole(finish),
		};
		const work = operation.open(execution);
		const isRetriedByN8n = context.getNode().retryOnFail === true;
		const { ofRefused } = operation;
		const retries = () => sending.value.retries() + others.retries;
		const own = { leave, retries, work, wide, isRetriedByN8n, notes, ofRefused, views, aside };
		return { ok: true, value: { ...sending.value, ...own, finished } };
	} catch (error) {
		leave();
		return unexpected(error);
	}
}
