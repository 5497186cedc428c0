import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import type { Reading, Row } from '../../../nodes/AlibabaCloudVms/parameters/parameter';

const { rows } = callTask;

export function rowOf(api: string): Row {
	const row = rows.find((one) => one.api === api);
	if (!row) throw new Error(`The catalogue has no ${api}`);
	return row;
}

export function reading(api: string, value: unknown): Reading {
	const row = rowOf(api);
	return row.encode(value, row.property);
}

/** The text that would be sent for a value, or why it is refused. */
export function sent(api: string, value: unknown): string | undefined {
	const { wire, issue } = reading(api, value);
	return issue === undefined ? wire : `refused: ${issue}`;
}

/** Why a value is refused; '' where it is not. */
export const issueOf = (api: string, value: unknown): string => reading(api, value).issue ?? '';

/** What a row's builder makes of its groups, and what would be sent for it. */
export function sentFromBuilder(api: string, builder: unknown): string | undefined {
	return sent(api, rowOf(api).structured?.fromBuilder(builder));
}
