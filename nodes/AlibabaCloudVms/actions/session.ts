import type { IExecuteFunctions } from 'n8n-workflow';
import { accountOf, openPace } from '../bulk/accounts';
import { createSender } from '../bulk/send';
import { callTask } from '../parameters';
import { ColumnsToIgnore } from '../pipeline/columnsToIgnore';
import { percentCells } from '../pipeline/percentCells';
import { shaperOf } from '../pipeline/shape';
import { columnsOfInput, fieldsBelow } from '../pipeline/source';
import { Expected } from '../tasks/expected';
import { createTaskReader } from '../tasks/reader';
import type { Log } from '../tasks/runningTask';
import { createClient } from '../transport/client';
import { readConnection } from '../transport/connection';
import { egressOf } from '../transport/egress';
import type { Result } from '../transport/failure';
import { redactor } from '../transport/redact';
import type { Session } from './action';
import { FIELDS, MODE } from './callTask/modes';
import { createOptionsReader, readLimits } from './readOptions';

/** n8n's log, with the execution in each line. */
function logOf(context: IExecuteFunctions): Log {
	const placed = (line: string) => `${line} [execution ${context.getExecutionId()}]`;
	return {
		info: (line) => context.logger.info(placed(line)),
		error: (line) => context.logger.error(placed(line)),
	};
}

/** What all items of an execution share; key and limits are taken from the first one. */
export async function openSession(
	context: IExecuteFunctions,
	cancelled: AbortSignal | undefined,
): Promise<Result<Session>> {
	const credential = await context.getCredentials('alibabaCloudAccessKeyApi');
	const connection = readConnection(credential);
	if (!connection.ok) return connection;
	const limits = readLimits(context);
	if (!limits.ok) return limits;
	const timeoutMs = limits.value.timeout * 1000;
	const egress = egressOf(context.helpers);
	const client = await createClient(connection.value, { timeoutMs, cancelled }, egress);
	if (!client.ok) return client;
	const { logger } = context;
	const account = accountOf(connection.value);
	const total = context.getInputData().length;
	const isMapped = context.getNodeParameter(FIELDS.name, 0) === FIELDS.fromInput;
	const columnsToIgnore = new ColumnsToIgnore();
	const shared = {
		account,
		cancelled,
		log: logOf(context),
		redact: redactor(connection.value),
		catalogue: callTask,
		shaper: shaperOf(callTask),
		expected: new Expected(callTask),
		source: isMapped
			? columnsOfInput(context, callTask, columnsToIgnore)
			: fieldsBelow(context, callTask),
		enterpriseId: String(credential.enterpriseId ?? '').trim(),
		speaksOfPercent: percentCells(context, callTask, isMapped),
		timezone: context.getTimezone(),
		isRetriedByN8n: context.getNode().retryOnFail === true,
		isPreview: context.getNodeParameter(MODE.name, 0) === MODE.preview,
		limits: limits.value,
		optionsOf: createOptionsReader(context),
		unknownColumns: new Set<string>(),
		columnsToIgnore,
	};
	// The last that may fail: what is opened here is left by whoever gets the session.
	const { pace, leave } = openPace(connection.value, limits.value, {
		held: ({ message }) =>
			logger.warn(
				`${message}: waiting for the gateway, up to ${limits.value.waitForTheGateway} s. Nothing is sent meanwhile.`,
			),
		released: (ms) =>
			logger.info(`The gateway takes connections again, after ${Math.round(ms / 1000)} s.`),
	});
	const { send, retries } = createSender({
		client: client.value,
		pace,
		limits: limits.value,
		cancelled,
	});
	const reader = createTaskReader(send, { account, catalogue: callTask, total });
	return { ok: true, value: { ...shared, pace, leave, send, retries, reader } };
}
