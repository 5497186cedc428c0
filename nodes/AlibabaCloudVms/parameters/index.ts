import { agents } from './agents';
import { callerId } from './callerId';
import { callHandling } from './callHandling';
import { details } from './details';
import { identity } from './identity';
import type { Row, Section } from './parameter';
import { pacing } from './pacing';
import { retry } from './retry';
import { schedule } from './schedule';

/** The collections of the editor, in their order there. */
export const sections: readonly Section[] = [
	details,
	schedule,
	retry,
	callerId,
	callHandling,
	agents,
	pacing,
];

/** Every parameter of CloudUpdateTask. */
export const rows: readonly Row[] = [...identity, ...sections.flatMap((section) => section.rows)];

export { identity };
