import type { IDataObject } from 'n8n-workflow';
import type { ApiAction } from '../gateway/actions';
import { explorerFor } from '../gateway/explorer';

/** What 'Include Request Parameters' adds to an output. */
export const requestOf = (action: ApiAction, request: Record<string, string>): IDataObject => ({
	request,
	explorer: explorerFor(action, request),
});
