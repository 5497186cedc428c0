import type { IExecuteFunctions } from 'n8n-workflow';
import { Pace } from '../bulk/pace';
import { createSender } from '../bulk/send';
import { ColumnsToIgnore } from '../pipeline/columnsToIgnore';
import { percentCells } from '../pipeline/percentCells';
import { columnsOfInput, fieldsBelow } from '../pipeline/source';
import { Expected } from '../tasks/expected';
import { createTaskReader } from '../tasks/reader';
import type { Log } from '../tasks/runningTask';
import { createClient } from '../transport/client';
import { readConnection } from '../transport/connection';
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
	const client = await createClient(connection.value, { timeoutMs, cancelled });
	if (!client.ok) return client;
	const pace = new Pace(limits.value);
	const { send, retries } = createSender({
		client: client.value,
		pace,
		limits: limits.value,
		cancelled,
	});
	const account = `${connection.value.endpoint} ${connection.value.accessKeyId}`;
	const isMapped = context.getNodeParameter(FIELDS.name, 0) === FIELDS.fromInput;
	const columnsToIgnore = new ColumnsToIgnore();
	return {
		ok: true,
		value: {
			account,
			cancelled,
			log: logOf(context),
			send,
			retries,
			redact: redactor(connection.value),
			pace,
			expected: new Expected(),
			reader: createTaskReader(send, { account, total: context.getInputData().length }),
			source: isMapped ? columnsOfInput(context, columnsToIgnore) : fieldsBelow(context),
			enterpriseId: String(credential.enterpriseId ?? '').trim(),
			speaksOfPercent: percentCells(context, isMapped),
			timezone: context.getTimezone(),
			isRetriedByN8n: context.getNode().retryOnFail === true,
			isPreview: context.getNodeParameter(MODE.name, 0) === MODE.preview,
			limits: limits.value,
			optionsOf: createOptionsReader(context),
			unknownColumns: new Set(),
			columnsToIgnore,
		},
	};
}
