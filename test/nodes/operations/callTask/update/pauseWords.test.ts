import {
	told,
	type Facts,
} from '../../../../../nodes/AlibabaCloudVms/operations/callTask/update/pauseWords';

const CAUSES = { pause: 'P', update: 'U', start: 'S' };

const NOTHING = 'Nothing was updated';
const RUNS = 'The task was paused for this and is running again';
const UNSEEN =
	'The task was paused for this and its start was answered with OK; since then it is in a state that could not be read';
const THEIRS = 'Somebody else paused the task meanwhile, so it was not started again';
const STANDS = 'The task is probably paused and could not be started again: S';
const MAY_START = 'The start may have been applied all the same: look at the task in the console';
const START_IT = 'Start the task in the console as soon as the cause is gone';
const UPDATED = 'Its fields were updated';
const NOT_UPDATED = 'Its fields were not updated: U';
const MAY = 'Its fields may have been updated: U';
const STOPPED =
	'Its fields may have been updated: the execution was stopped while the update was under way';

type Row = [Facts['pause'], Facts['update'], Facts['start'], string | undefined, string[], boolean];

/** Pause, update, start; the message, the sentences after it, whether the change is left open. */
const TABLE: Row[] = [
	['done', 'done', 'runs', undefined, [], false],
	['done', 'done', 'unseen', undefined, [UNSEEN], false],
	['done', 'done', 'refused', STANDS, [UPDATED, START_IT], false],
	['done', 'done', 'lost', STANDS, [UPDATED, MAY_START, START_IT], false],
	['done', 'done', 'none', undefined, [THEIRS], false],
	['done', 'refused', 'runs', 'U', [RUNS], false],
	['done', 'refused', 'unseen', 'U', [UNSEEN], false],
	['done', 'refused', 'refused', STANDS, [NOT_UPDATED, START_IT], false],
	['done', 'refused', 'lost', STANDS, [NOT_UPDATED, MAY_START, START_IT], false],
	['done', 'refused', 'none', 'U', [THEIRS], false],
	['done', 'lost', 'runs', 'U', [RUNS], true],
	['done', 'lost', 'unseen', 'U', [UNSEEN], true],
	['done', 'lost', 'refused', STANDS, [MAY, START_IT], false],
	['done', 'lost', 'lost', STANDS, [MAY, MAY_START, START_IT], false],
	['done', 'lost', 'none', 'U', [THEIRS], true],
	['done', 'stopped', 'runs', 'U', [RUNS], true],
	['done', 'stopped', 'unseen', 'U', [UNSEEN], true],
	['done', 'stopped', 'refused', STANDS, [STOPPED, START_IT], false],
	['done', 'stopped', 'lost', STANDS, [STOPPED, MAY_START, START_IT], false],
	['done', 'stopped', 'none', 'U', [THEIRS], true],
	['done', 'notSent', 'runs', 'U', [NOTHING, RUNS], false],
	['done', 'notSent', 'unseen', 'U', [NOTHING, UNSEEN], false],
	['done', 'notSent', 'refused', STANDS, [NOT_UPDATED, START_IT], false],
	['done', 'notSent', 'lost', STANDS, [NOT_UPDATED, MAY_START, START_IT], false],
	['done', 'notSent', 'none', 'U', [NOTHING, THEIRS], false],
	[
		'unconfirmed',
		'notSent',
		'runs',
		'P',
		[
			NOTHING,
			'It was started all the same, since the pause could take effect yet, and is seen running',
		],
		false,
	],
	[
		'unconfirmed',
		'notSent',
		'unseen',
		'P',
		[
			NOTHING,
			'The pause could not be confirmed. The start that followed was answered with OK; since then it is in a state that could not be read',
		],
		false,
	],
	[
		'unconfirmed',
		'notSent',
		'refused',
		'The task is possibly paused and could not be started again: S',
		[NOTHING, 'P', START_IT],
		false,
	],
	[
		'unconfirmed',
		'notSent',
		'lost',
		'The task is possibly paused and could not be started again: S',
		[NOTHING, 'P', MAY_START, START_IT],
		false,
	],
	['unconfirmed', 'notSent', 'none', 'P', [NOTHING], false],
	['refused', 'notSent', 'none', 'P', [NOTHING], false],
];

test.each(TABLE)(
	'pause %s, update %s, start %s',
	(pause, update, start, message, details, isOpen) => {
		const said = told({ pause, update, start }, CAUSES);
		expect([said.message, said.details, said.isOpen ?? false]).toEqual([message, details, isOpen]);
		expect(said.alarm !== undefined).toBe(start === 'refused' || start === 'lost');
	},
);

test.each([
	[1, 'Somebody else paused the task meanwhile and has started it again, so the change may have'],
	[2, THEIRS],
])('a task that somebody else paused and is in state %i now', (status, words) => {
	const facts = { pause: 'done', update: 'done', start: 'none' } as const;
	expect(told(facts, { status }).details.join()).toContain(words);
});

test.each([
	['done', UPDATED],
	['refused', NOT_UPDATED],
	['lost', MAY],
	['stopped', STOPPED],
	['notSent', NOT_UPDATED],
] as const)('a task that ended while it was paused, update %s', (update, fields) => {
	const said = told({ pause: 'done', update, start: 'ended' }, CAUSES);
	expect(said).toEqual({
		message: 'The task ended while it was paused, and cannot start again',
		details: [fields],
		of: 'start',
	});
});

test.each<[Facts['pause'], Facts['update'], Facts['start'], string]>([
	['refused', 'notSent', 'none', 'The update was not repeated; an update sent before'],
	['unconfirmed', 'notSent', 'runs', 'The update was not repeated; an update sent before'],
	['unconfirmed', 'notSent', 'lost', 'The update was not repeated; an update sent before'],
	['done', 'notSent', 'runs', 'The update was not repeated; an update sent before'],
	['done', 'refused', 'runs', 'This was refused, but an update sent before'],
	['done', 'refused', 'refused', 'Its fields were not updated now (U), but an update sent before'],
])(
	'after an update that was lost: pause %s, update %s, start %s',
	(pause, update, start, words) => {
		const said = told({ pause, update, start, isEarlierOpen: true }, CAUSES).details.join('. ');
		expect(said).toContain(`${words} the pause may have been applied`);
		expect(said).not.toMatch(/Nothing was updated|not updated:/);
	},
);
