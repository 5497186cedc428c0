import { createHash } from 'node:crypto';
import { MOST_CONCURRENCY } from '../gateway/agent';
import type { Connection } from '../gateway/connection';
import { Account } from './account';
import { Pace, type HoldListener, type PaceOptions } from './pace';
import { Places } from './places';
import { Shared } from './shared';

/**
 * What executions of this process share beside the connections themselves. Nothing of it outlives the last
 * execution that uses it.
 */
const places = new Shared<Places>();
const accounts = new Shared<Account>();

/** A name for a key at an endpoint, from which neither can be read. */
export const accountOf = ({ endpoint, keys }: Connection): string =>
	createHash('sha256').update(`${endpoint}\n${keys.id}`).digest('base64');

/** How many accounts and endpoints are in use. */
export const inUse = (): number => accounts.size + places.size;

/** The pace of an execution in its account. Every pace is left in the end. */
export function openPace(
	connection: Connection,
	options: PaceOptions,
	listener?: HoldListener,
): { pace: Pace; leave(): void } {
	const { endpoint } = connection;
	const name = accountOf(connection);
	const own = places.join(endpoint, () => new Places(MOST_CONCURRENCY));
	const account = accounts.join(name, () => new Account(own));
	const pace = new Pace(account, options, listener);
	return {
		pace,
		leave() {
			pace.leave();
			accounts.leave(name);
			places.leave(endpoint);
		},
	};
}
