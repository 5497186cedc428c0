import type { INodeParameters } from 'n8n-workflow';
import { entries, rounds } from './builders';

/** One parameter as the editor stores it, and what has to arrive. */
export interface OneParameter {
	/** The collection it stands in; '' for the two top-level fields. */
	section: string;
	name: string;
	value: INodeParameters[string];
	api: string;
	wire: string;
	/** The same in one word of a spreadsheet's cell, where it is not the value as text. */
	cell?: string;
	/** Members of the section without which a check would refuse the value. */
	beside?: INodeParameters;
}

type Line = [
	name: string,
	value: INodeParameters[string],
	wire: string,
	more?: Partial<OneParameter>,
];

const apiOf = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

const sectionOf = (section: string, lines: Line[]): OneParameter[] =>
	lines.map(([name, value, wire, more]) => ({
		section,
		name,
		value,
		wire,
		api: apiOf(name),
		...more,
	}));

const ROUNDS = '{"retry":2,"strategy":[{"round":1,"time":"0-1-0"},{"round":2,"time":"1-0-30"}]}';
const ORDER =
	'{"strategy":[{"sort":1,"type":"firstCall","orderType":2},{"sort":2,"type":"retryCall","desc":1}]}';

/** All of them. Their values can stand together, but for those in `APART`. */
export const PARAMETERS: OneParameter[] = [
	...sectionOf('', [
		['enterpriseId', '7000002', '7000002'],
		['taskId', '133224', '133224'],
	]),
	...sectionOf('details', [
		['name', '春季续约 🌸', '春季续约 🌸'],
		['description', 'Ends in March\n（第二行）', 'Ends in March\n（第二行）'],
		[
			'userFields',
			entries('field', [
				{ name: '渠道', value: '线上' },
				{ name: 'batch', value: '2' },
			]),
			'[{"渠道":"线上"},{"batch":"2"}]',
		],
	]),
	...sectionOf('schedule', [
		['autoStart', true, '1', { cell: '是', beside: { autoStartTime: '08:00:00' } }],
		['autoStartDay', '2036-11-01', '2036-11-01', { cell: '2036/11/1' }],
		['autoStartTime', '08:00:00', '08:00:00', { cell: '8:00' }],
		['autoStop', true, '1', { cell: 'TRUE', beside: { autoStopTime: '17:00:00' } }],
		['autoStopDay', '2036-12-31', '2036-12-31', { cell: '2036年12月31日' }],
		['autoStopTime', '17:00:00', '17:00:00', { cell: '5:00 PM' }],
		['forceEndFlag', true, '1', { cell: '开启' }],
		[
			'autoTaskType',
			1,
			'1',
			{ cell: 'Within Calling Times', beside: { autoTriggerTimeStrategy: '9' } },
		],
		['autoTriggerTimeStrategy', ['9', '22'], '9,22', { cell: '9， 22' }],
		['timeStrategy', ['9'], '9'],
		['autoComplete', false, '0', { cell: '否' }],
	]),
	...sectionOf('retry', [
		[
			'retryStrategy',
			// What is left out is the cell's default.
			rounds({ amount: 1 }, { amount: 1470, unit: 'minutes' }),
			ROUNDS,
		],
		['retryStrategyTimeType', 2, '2'],
		['retryStrategyOnlyToday', 3, '3', { cell: 'delete numbers not called' }],
	]),
	...sectionOf('callerId', [
		['customerClidsCategory', 1, '1', { beside: { customerClids: '64203667' } }],
		['customerClids', '64203667,23434294', '64203667,23434294', { cell: '64203667、23434294' }],
		['customerClidsGroup', '外显导航1', '外显导航1'],
		['customerClidType', 2, '2', { cell: 'By Area Code' }],
		[
			'clidProperty',
			{ rule: { defaultAreaCode: '010', isMatchCapital: true } },
			'{"defaultAreaCode":"010","isMatchCapital":"1"}',
		],
		[
			'customerClidWeightFlag',
			true,
			'1',
			{
				cell: '1',
				beside: { customerClidWeight: entries('weight', [{ number: '123', weight: 5 }]) },
			},
		],
		[
			'customerClidWeight',
			entries('weight', [{ number: '12345, 34567', weight: 5 }, { number: '567' }]),
			'[{"number":"12345,34567","weight":"5"},{"number":"567","weight":"1"}]',
		],
	]),
	...sectionOf('callHandling', [
		['callRouteStrategy', 2, '2', { cell: 'AI, then agent' }],
		['ivrId', '13', '13'],
		['ivrName', '续约菜单', '续约菜单'],
		['customerTimeout', 55, '55', { cell: '５５' }],
		['customerVoice', '60000011533526918819', '60000011533526918819'],
		['customerMoh', '60000011533526918820', '60000011533526918820'],
	]),
	...sectionOf('agents', [
		['cnos', ['0012', '2222'], '0012,2222'],
		['agentGroup', ['6', 'WH124'], '6,WH124'],
		['callStrategy', 4, '4', { cell: 'Longest Idle' }],
		[
			'callLimitStrategy',
			entries('limit', [{ cnos: ['2000', '2001'], callsPerDay: 5 }]),
			'[{"cnos":["2000","2001"],"limit":"5"}]',
		],
		['agentTimeout', 50, '50'],
		['wrapup', 10800, '10800'],
		['maxWaitTime', 600, '600'],
		['minAvailableAgentCount', 1, '1'],
		[
			'callVariables',
			entries('variable', [{ name: 'level', value: '${cdr_enterprise_id}' }]),
			'[{"name":"level","value":"${cdr_enterprise_id}"}]',
		],
	]),
	...sectionOf('pacing', [
		['answerRate', 100, '100', { cell: '100.0' }],
		['concurrency', 0, '0'],
		['predictAdjust', 400, '400'],
		['quotiety', 0.33, '0.33'],
		['warmUpDuration', 60, '60'],
		['isRewarm', true, '1', { cell: 'y' }],
		['callPriorityStrategy', { order: { first: 'firstCall', desc: 1, orderType: 2 } }, ORDER],
	]),
];

/** What others above hide: a group of caller IDs beside a list of them, an IVR's name beside its ID. */
export const APART = ['customerClidsGroup', 'ivrName'];

/** Whether the field is a builder, which has a JSON twin. */
export const isBuilder = ({ value }: OneParameter): boolean =>
	typeof value === 'object' && !Array.isArray(value);

/** Node parameters that hold these, each in its section. */
export const inSections = (
	parameters: OneParameter[],
	valueOf: (parameter: OneParameter) => INodeParameters = ({ name, value }) => ({ [name]: value }),
): INodeParameters => {
	const held: INodeParameters = {};
	for (const parameter of parameters) {
		const { section } = parameter;
		if (section === '') Object.assign(held, valueOf(parameter));
		else held[section] = { ...(held[section] as INodeParameters), ...valueOf(parameter) };
	}
	return held;
};
