import type { IDataObject } from 'n8n-workflow';
import { MONITOR_TASK } from '../../gateway/actions';
import { explainUnproven } from '../../gateway/answers';
import { about, fail, type Result } from '../../gateway/failure';
import { isRecord } from '../../guards';
import { entryShaper } from '../../input/entries';
import { callTask } from '../../parameters';
import { catalogueOf } from '../../parameters/catalogue';
import { known } from '../../tasks/noSuchTask';
import { aboutTask, identityOf, type TaskKey } from '../../tasks/state';
import { questionsOf, taskIn, taskOf } from '../../tasks/which';
import { TASK_FIELDS } from '../fields';
import { operation } from '../operation';
import { OUTPUT, SENDING } from '../options';

const catalogue = catalogueOf(callTask.identity, []);

const COUNTS = ['CalledCount', 'UncalledCount', 'AnswerCount', 'CallAgentCount', 'AgentCount'];

const ABOUT = {
	first: ['Id', 'Name', 'Status', 'StatusDescription', 'StartTime', 'OverTime', ...COUNTS],
	numbers: ['Status', ...COUNTS],
};

const AGENT = {
	first: ['Cno', 'Name', 'AgentStatus'],
	numbers: ['AvgBridgeTime', 'AgentAvgIdleTime', 'BridgeCount', 'CalledCount', 'NoBridgeCount'],
};

/** The members of an object; those of the task in it stand beside the counts. */
function flat(value: unknown): IDataObject {
	if (!isRecord(value)) return {};
	const task = isRecord(value.CtiLinkTaskProperty) ? value.CtiLinkTaskProperty : {};
	const counts = Object.entries(value).filter(([name]) => name !== 'CtiLinkTaskProperty');
	return { ...task, ...Object.fromEntries(counts) } as IDataObject;
}

/** The statistics of a task in one row: which task and its counts, then those of today, the lines and the agents. */
function simplifier() {
	const [about, agent] = [entryShaper(ABOUT), entryShaper(AGENT)];
	const ofList = (list: IDataObject[string]): IDataObject[string] =>
		Array.isArray(list) ? list.filter(isRecord).map((one) => agent(one as IDataObject)) : list;
	return ({ Statistic, TodayStatistic, ...others }: IDataObject, { taskId }: TaskKey) => {
		const first = about({ ...flat(Statistic), Id: taskId });
		const rest = Object.entries(others).filter(([name]) => !Object.hasOwn(first, name));
		return {
			...first,
			...(TodayStatistic === undefined
				? {}
				: { TodayStatistic: about({ ...flat(TodayStatistic), Id: taskId }) }),
			...Object.fromEntries(rest.map(([name, value]) => [name, ofList(value)])),
		};
	};
}

/** Data of an answer about this task. */
function statisticsIn(answer: IDataObject, task: TaskKey): Result<IDataObject> {
	const { Data: data } = answer;
	if (!isRecord(data) || !isRecord(data.Statistic)) {
		return fail(explainUnproven(answer, 'The answer says OK, but holds no statistics'));
	}
	const asked = aboutTask(answer, data.Statistic.CtiLinkTaskProperty, task);
	return asked.ok ? { ok: true, value: data as IDataObject } : asked;
}

/** CloudMonitorTask. */
export const getStatistics = operation({
	resource: 'callTask',
	option: {
		name: 'Get Statistics',
		value: 'getStatistics',
		action: 'Get statistics of a call task',
		description:
			'Read how far an outbound call task is, by its ID: numbers called and not called yet, answered calls, today and in all, lines in use, and what each agent does. Nothing is changed and nobody is called.',
	},
	fields: TASK_FIELDS,
	options: { ...SENDING, simplify: OUTPUT.simplify },
	deeds: { read: { words: 'read' } },
	open({ context, send, enterpriseId, timezone, optionsOf }) {
		const readItem = questionsOf(context, { catalogue, enterpriseId, zone: timezone });
		const simplified = simplifier();
		return (itemIndex) => {
			const options = optionsOf(itemIndex);
			if (!options.ok) return about(taskIn(readItem(itemIndex)), options);
			const asked = readItem(itemIndex);
			if (!asked.ok) return asked;
			const task = taskOf(asked.value);
			const run = async () => {
				const answer = known(task, await send(MONITOR_TASK, identityOf(task)));
				if (!answer.ok) return answer;
				const data = statisticsIn(answer.value, task);
				if (!data.ok) return data;
				const json = options.value.simplify ? simplified(data.value, task) : { ...data.value };
				return { ok: true as const, value: { did: 'read' as const, outputs: [{ json }] } };
			};
			return { ok: true, value: { task, run } };
		};
	},
});
