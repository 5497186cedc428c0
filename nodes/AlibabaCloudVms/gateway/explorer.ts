import type { ApiAction } from './actions';
import { API_VERSION } from './client';
import { PRODUCT } from './help';

/** A longer address is cut by chats and mail programs, and then leads to another call. */
const LONGEST = 4000;

/**
 * The vendor's form for an action, filled in with parameters: nothing of a key or a signature is in it.
 * @returns '' where the address would be too long
 */
export function explorerFor(
	{ name }: Pick<ApiAction, 'name'>,
	params: Readonly<Record<string, string>>,
): string {
	const json = JSON.stringify(params);
	if (json.length > LONGEST) return '';
	const address = `https://next.api.aliyun.com/api/${PRODUCT}/${API_VERSION}/${name}?params=${encodeURIComponent(json)}`;
	return address.length > LONGEST ? '' : address;
}
