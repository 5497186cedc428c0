import type { ParameterName } from './parameters';
import type { Problem } from './problems';
import { roundsAscend } from './retryStrategy';
import type { Task } from './task';

/** A rule across parameters. It is asked only when the request touches one of `involves`. */
interface Rule {
	involves: readonly ParameterName[];
	/** The parameter to name when the rule is broken. */
	blames(task: Task): ParameterName;
	problem: Problem;
	isBroken(task: Task): boolean;
}

const PREDICTIVE = '1';
const AUTOMATIC = '2';

const clidsList = (task: Task): ParameterName =>
	['1', '2'].includes(task.CustomerClidsCategory) ? 'CustomerClids' : 'CustomerClidsGroup';

const agentsList = (task: Task): ParameterName =>
	task.CallGroupType === '2' ? 'AgentGroup' : 'Cnos';

const RULES: readonly Rule[] = [
	{
		involves: ['AutoStart', 'AutoStartDay', 'AutoStartTime'],
		blames: () => 'AutoStartDay',
		problem: 'empty',
		isBroken: (task) => task.AutoStart === '1' && !task.AutoStartDay && !task.AutoStartTime,
	},
	{
		involves: ['AutoStop', 'AutoStopDay', 'AutoStopTime'],
		blames: () => 'AutoStopDay',
		problem: 'empty',
		isBroken: (task) => task.AutoStop === '1' && !task.AutoStopDay && !task.AutoStopTime,
	},
	{
		involves: ['AutoTaskType', 'AutoTriggerTimeStrategy'],
		blames: () => 'AutoTriggerTimeStrategy',
		problem: 'empty',
		isBroken: (task) => task.AutoTaskType === '1' && !task.AutoTriggerTimeStrategy,
	},
	{
		involves: ['CustomerClidsCategory', 'CustomerClids', 'CustomerClidsGroup'],
		blames: clidsList,
		problem: 'empty',
		isBroken: (task) => task.CustomerClidsCategory !== '' && !task[clidsList(task)],
	},
	{
		involves: ['IvrId', 'IvrName'],
		blames: () => 'IvrId',
		problem: 'empty',
		isBroken: (task) => task.Type === AUTOMATIC && !task.IvrId && !task.IvrName,
	},
	{
		involves: ['Cnos', 'AgentGroup'],
		blames: agentsList,
		problem: 'empty',
		isBroken: (task) => task.Type === PREDICTIVE && !task[agentsList(task)],
	},
	{
		involves: ['RetryStrategy', 'RetryStrategyTimeType'],
		blames: () => 'RetryStrategy',
		problem: 'value',
		// 1, counting from the first call, is the default.
		isBroken: (task) =>
			task.RetryStrategy !== '' &&
			task.RetryStrategyTimeType !== '2' &&
			!roundsAscend(task.RetryStrategy),
	},
];

/**
 * @param touched names of the parameters in the request
 * @param task the values to judge, as they would be after the update
 */
export function brokenRule(
	touched: ReadonlySet<string>,
	task: Task,
): { name: ParameterName; problem: Problem } | undefined {
	const broken = RULES.find(
		(rule) => rule.involves.some((name) => touched.has(name)) && rule.isBroken(task),
	);
	return broken && { name: broken.blames(task), problem: broken.problem };
}
