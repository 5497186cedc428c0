import { agents } from './agents';
import { callerId } from './callerId';
import { callHandling } from './callHandling';
import { details } from './details';
import { identity } from './identity';
import { catalogueOf } from './catalogue';
import { pacing } from './pacing';
import { retry } from './retry';
import { schedule } from './schedule';

/** What can be set in a call task: every parameter of CloudUpdateTask. */
export const callTask = catalogueOf(identity, [
	details,
	schedule,
	retry,
	callerId,
	callHandling,
	agents,
	pacing,
]);
