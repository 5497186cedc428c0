import { anyOf } from '../text';
import type { Calls } from './calls';
import type { Doubt, FactName, Never, Unknown } from './schedule';
import { timesText } from './timesText';

/** The label of a field in the editor, by its name. */
export type LabelOf = (name: FactName) => string;

const BY_HAND = 'a start by hand calls at once';

const NEVER: Record<Never['why'], (label: LabelOf, reason: Never) => string> = {
	ended: () => 'the task has ended and cannot start again',
	autoStartOff: (label) => `${label('autoStart')} is off, started by hand only`,
	pausedByHand: (label) =>
		`the task is paused and ${label('autoStart')} is off, started by hand only`,
	stopped: (_label, reason) =>
		`its stop${reason.why === 'stopped' ? ` (${reason.stop.text})` : ''} lies in the past`,
	noTimeLeft: (label) =>
		`${label('autoTriggerTimeStrategy')} and ${label('timeStrategy')} leave it no time to call`,
};

function unknownWords(reason: Unknown, label: LabelOf): string {
	switch (reason.why) {
		case 'unread':
			return `${anyOf(reason.fields.map((name) => (name === 'status' ? "the task's state" : label(name))))} could not be read`;
		case 'noStart':
			return `${label('autoStart')} is on, but ${label('autoStartDay')} and ${label('autoStartTime')} are empty`;
		case 'noStop':
			return `${label('autoStop')} is on, but ${label('autoStopDay')} and ${label('autoStopTime')} are empty`;
		case 'noCallingTimes':
			return `the task calls at certain times only, but ${label('autoTriggerTimeStrategy')} is empty`;
		case 'stopBeforeStart':
			return `its stop (${reason.stop.text}) does not lie after its start (${reason.start.text})`;
		case 'runsPastItsStop':
			return `the task is running, though its stop (${reason.stop.text}) lies in the past`;
		case 'conditions':
			return reason.problem;
	}
}

const doubtWords = (doubt: Doubt): string =>
	doubt.why === 'paused'
		? 'if it goes on by itself: it is paused'
		: `if it still starts by itself: its start (${doubt.start.text}) lies in the past`;

/**
 * When a task calls, in words, without the final period.
 * @param today in China, days since 1970
 */
export function callsWords(calls: Calls, label: LabelOf, today: number): string {
	const byHand = calls.byHand ? `; ${BY_HAND}` : '';
	switch (calls.kind) {
		case 'never':
			return `never: ${NEVER[calls.reason.why](label, calls.reason)}${byHand}`;
		case 'unknown':
			return `not known: ${unknownWords(calls.reason, label)}${byHand}`;
		case 'times': {
			const doubt = calls.doubt ? `, ${doubtWords(calls.doubt)}` : '';
			return `${timesText(calls, today)}${doubt}${byHand}`;
		}
	}
}
