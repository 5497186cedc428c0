import { agents } from './agents';
import { callerId } from './callerId';
import { callHandling } from './callHandling';
import { CLEAR, EXPECTED } from './companions';
import { details } from './details';
import { enterprise, identity } from './identity';
import { catalogueOf } from './catalogue';
import { creation, name, otherDetails, type } from './creation';
import { pacing } from './pacing';
import { retry } from './retry';
import { schedule } from './schedule';

const sections = [schedule, retry, callerId, callHandling, agents, pacing];

/** What can be set in a call task: every parameter of CloudUpdateTask. */
export const callTask = catalogueOf(identity, [details, ...sections], {
	companions: [CLEAR, EXPECTED],
});

/** What a new task takes: every parameter of CloudCreateTask, those of the update by reference. */
export const newTask = catalogueOf(
	[...name, type, ...enterprise],
	[creation, otherDetails, ...sections],
	{
		required: [...enterprise, ...name, type],
		unheeded: [CLEAR, EXPECTED],
	},
);
