import { windowsOf, type Calls } from '../../../calling/calls';
import type { Look, Looker } from '../../../calling/look';
import type { Policy } from '../../../calling/policy';
import { judgementWords } from '../../../calling/policyWords';
import { dayOfDate, momentText } from '../../../calling/wallClock';
import { callsWords, type LabelOf } from '../../../calling/words';
import type { Failure } from '../../../gateway/failure';
import type { Catalogue } from '../../../parameters/catalogue';
import type { TaskState } from '../../../tasks/state';
import { inOne } from '../../outcome';
import type { SaidCalls } from './output';
import type { Plan } from './plan';
import { SENDS, type Step } from './step';

/** When the task calls, and what the user's calling hours say of it. */
export interface Hours {
	look: Look;
	/** Sentences without the final period. */
	warnings: string[];
	/** Why nothing may be sent. */
	refusal?: Failure;
}

const ADVICE =
	"Nothing was sent for this item. Change the schedule or its time conditions, or your calling hours under Options ('Calling Hours').";

const labelsOf =
	({ rowNamed }: Catalogue): LabelOf =>
	(name) =>
		rowNamed(name)?.property.displayName ?? name;

const wordsOf = (calls: Calls, { now }: Look, catalogue: Catalogue): string =>
	callsWords(calls, labelsOf(catalogue), dayOfDate(now.day));

/** What the policy says at this severity; what cannot be known is not within anybody's hours. */
function sentencesOf(
	look: Look,
	policy: Policy,
	severity: 'warn' | 'refuse',
	catalogue: Catalogue,
): string[] {
	const { after, judgement } = look;
	const isUnknown = after.kind === 'unknown' && policy.callingHours === severity;
	return [
		...(isUnknown
			? [
					`Whether the task keeps to your calling hours cannot be said, since its calls are ${wordsOf({ ...after, byHand: false }, look, catalogue)}`,
				]
			: []),
		...judgementWords(judgement, policy, severity),
	];
}

/** What a look needs of a plan. */
type Looked = Pick<Plan, 'task' | 'fields' | 'catalogue' | 'policy' | 'draw'>;

/**
 * Looks at the calls of a task; undefined where the user does not want that.
 * @param step what its state lets be done: where nothing is changed, its calls are those of today
 */
export async function hoursOf(
	{ task, fields, catalogue, policy, draw }: Looked,
	state: TaskState,
	step: Step,
	looker: Looker,
): Promise<Hours | undefined> {
	const isOff = policy.callingHours === 'off';
	if (isOff && !draw) return undefined;
	const sends = SENDS.has(step.kind);
	const isDrawn = draw !== undefined;
	const look = await looker.look({ task, fields: sends ? fields : [], state, policy, isDrawn });
	draw?.({ look, policy });
	if (isOff) return undefined;
	if (step.kind === 'skip' || step.kind === 'refuse') return { look, warnings: [] };
	const refusals = sentencesOf(look, policy, 'refuse', catalogue);
	const warnings = sentencesOf(look, policy, 'warn', catalogue);
	if (refusals.length === 0) return { look, warnings };
	// What the task has already is nobody's change, and yet worth knowing.
	if (!sends) return { look, warnings: [...refusals, ...warnings] };
	const refusal: Failure = {
		kind: 'input',
		message: refusals.join('. '),
		sentences: refusals,
		description: ADVICE,
	};
	return { look, warnings, refusal };
}

/** When the task would call, and when it does today where that is something else. */
function callsText(look: Look, catalogue: Catalogue): string {
	const { before, after } = look;
	const words = wordsOf(after, look, catalogue);
	if (before === after || wordsOf(before, look, catalogue) === words) return words;
	// A start by hand is told once.
	const byHand = before.byHand && !after.byHand;
	return inOne([words, `before: ${wordsOf({ ...before, byHand }, look, catalogue)}`]);
}

/** What programs are told; null where it is not known. */
function windowsTold(calls: Calls): SaidCalls['windows'] {
	if (calls.kind === 'unknown') return null;
	const windows = calls.kind === 'times' ? windowsOf(calls) : [];
	return windows.map(({ from, to }) => ({ from: momentText(from), to: momentText(to) }));
}

/** What a preview says of the calls; null where nobody looked. */
export function saidCalls(hours: Hours | undefined, { catalogue }: Plan): SaidCalls {
	if (!hours) return { text: '', windows: null };
	return { text: callsText(hours.look, catalogue), windows: windowsTold(hours.look.after) };
}
