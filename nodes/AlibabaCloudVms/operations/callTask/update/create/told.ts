import type { IDataObject } from 'n8n-workflow';
import { CREATE_TASK } from '../../../../gateway/actions';
import type { Result } from '../../../../gateway/failure';
import { isRecord } from '../../../../guards';
import { shape, shapeTask, type Shaper } from '../../../../input/shape';
import { byFlag, byText } from '../../../../parameters/same';
import { changeOf, uncompared, type Change } from '../../../../tasks/compare';
import {
	idOf,
	inWords,
	NOT_STARTED,
	stateOf,
	statusWords,
	type TaskState,
} from '../../../../tasks/state';
import { quote } from '../../../../text';
import type { Done } from '../../../operation';
import { outcome, type Outcome } from '../../../outcome';
import { requestOf } from '../../../request';
import { ignoredText } from '../output';
import type { Wish } from '../wishes';
import type { NewTask } from './item';

/** A task that is there, and what to say of it. */
export interface Seen {
	state: TaskState;
	summary: string;
	/** Sentences without the final period. */
	warnings: readonly string[];
}

/** What a new task was given, as changes are told: it had nothing before. */
const settingsOf = ({ fields }: Wish): Change[] =>
	uncompared(fields).map((one) => {
		const { field, label, to, words } = changeOf(one);
		return { field, label, from: null, to, words };
	});

/** The columns of every item. */
function done<Deed extends string>(
	did: Deed,
	{ wish, copiedFrom }: { wish: Wish; copiedFrom: string | undefined },
	said: Pick<Outcome, 'id' | 'name' | 'summary'> & { warnings: readonly string[] },
	rest: IDataObject,
): Result<Done<Deed>> {
	const { ignored, notes } = wish;
	const details = {
		ignored: ignored.map((one) => ({ ...one })),
		copiedFrom: copiedFrom ?? null,
		changes: did === 'created' ? settingsOf(wish) : [],
	};
	const warnings = [...notes, ...said.warnings];
	const json = outcome(
		{ ...said, action: did, warnings, details },
		{ ignored: ignoredText(ignored), ...rest },
	);
	return { ok: true, value: { did, outputs: [{ json }] } };
}

/** A task that is there, as what became of an item. */
export function tellSeen<Deed extends string>(
	did: Deed,
	{ wish, options }: NewTask,
	{ state, summary, warnings, shaper }: Seen & { shaper: Shaper },
): Result<Done<Deed>> {
	const { Id, Name, ...rest } = shapeTask(state.fields, shaper, inWords);
	const copiedFrom = did === 'created' ? options.copyFromTask : undefined;
	return done(did, { wish, copiedFrom }, { id: idOf(Id), name: Name, summary, warnings }, rest);
}

interface Told {
	/** The new task's, as the answer has it. */
	id: string;
	/** With what was copied. */
	wish: Wish;
	warnings: readonly string[];
	answer: IDataObject;
	request: Record<string, string>;
	shaper: Shaper;
}

const isOn = (value: IDataObject[string]): boolean => byFlag(String(value ?? '')) === '1';

/**
 * What a new task is, by what there is of it.
 * @param starts whether an item has it start by itself
 */
function createdWords({ status, fields }: TaskState, starts: boolean): string {
	const unlike = status === undefined || status === NOT_STARTED ? undefined : { status };
	const state = unlike ? statusWords(unlike) : 'not started';
	const itself =
		starts || isOn(fields.AutoStart) ? '; it starts by itself as its schedule says' : '';
	return `Created, ${state}, without numbers${itself}`;
}

/** A name that came out otherwise is not found by the one that was given. */
const renamed = (name: string, has: IDataObject[string]): string[] =>
	(has ?? '') === '' || byText(String(has)) === byText(name)
		? []
		: [
				`The service has it under another name, ${quote(has)}, and does not find it by ${quote(name)}; see 'URL-Encode Name and Description First' under Options`,
			];

/** A task that was created, by the answer that names it. */
export function tellCreated(
	{ name, options }: NewTask,
	{ id, wish, warnings, answer, request, shaper }: Told,
): Result<Done<'created'>> {
	const starts = wish.fields.some(({ row, reading }) => row.api === 'AutoStart' && reading.value);
	const has = isRecord(answer.Data) ? (answer.Data as IDataObject) : {};
	const summary = createdWords(stateOf(has), starts);
	const told = [...warnings, ...renamed(name, has.Name)];
	return done(
		'created',
		{ wish, copiedFrom: options.copyFromTask },
		{ id, name, summary, warnings: told },
		{
			...shape(answer, shaper, options.simplify),
			...(options.includeRequestParameters ? requestOf(CREATE_TASK, request) : {}),
		},
	);
}

/** The same of one whose answer was lost, by the list that shows it. */
export const seenCreated = (state: TaskState): string => createdWords(state, false);
