import { entries, rounds } from '../../support/builders';
import { byId } from './editor';
import type { NodeView } from './nodeView';

/** One line of a scene: what is clicked, and which fields the section shows then. */
export interface Step {
	action: string;
	/** `controller = value`, as the catalogue has it. */
	rule?: string | string[];
	perform?(view: NodeView): Promise<void>;
	visible: string[];
}

export interface Scene {
	title: string;
	section: string;
	/** What was added to the section before. */
	parameters: Record<string, unknown>;
	steps: Step[];
}

const CALLER = {
	type: 'Caller ID Type',
	numbers: 'Caller ID Numbers',
	group: 'Number Pool or Navigation',
	selection: 'Caller ID Selection',
	rule: 'Area Code Rule',
	flag: 'Weight Caller IDs',
	weights: 'Caller ID Weights',
} as const;

const pickType = (label: string) => async (view: NodeView) =>
	await view.choose('customerClidsCategory', label);

export const SCENES: Scene[] = [
	{
		title: 'start date and time, while Auto Start is off',
		section: 'schedule',
		parameters: { autoStart: true, autoStartDay: '2036-12-01', autoStartTime: '08:00:00' },
		steps: [
			{ action: 'on', visible: ['Auto Start', 'Start Date', 'Start Time'] },
			{
				action: 'switch off',
				rule: 'autoStart = false',
				perform: async (view) => await view.turn('autoStart', false),
				visible: ['Auto Start'],
			},
			{
				// The editor forgets what it hides.
				action: 'switch on again, add the date again',
				async perform(view) {
					await view.turn('autoStart', true);
					await view.add('Add Schedule Field', 'Start Date');
				},
				visible: ['Auto Start', 'Start Date'],
			},
		],
	},
	{
		title: 'stop date, time and force, while Auto Stop is off',
		section: 'schedule',
		parameters: {
			autoStop: true,
			autoStopDay: '2036-12-01',
			autoStopTime: '18:00:00',
			forceEndFlag: true,
		},
		steps: [
			{ action: 'on', visible: ['Auto Stop', 'Stop Date', 'Stop Time', 'Force End at Stop'] },
			{
				action: 'switch off',
				rule: 'autoStop = false',
				perform: async (view) => await view.turn('autoStop', false),
				visible: ['Auto Stop'],
			},
		],
	},
	{
		title: 'calling times, while the mode is continuous',
		section: 'schedule',
		parameters: { autoTaskType: 1, autoTriggerTimeStrategy: '9,22' },
		steps: [
			{ action: 'at intervals', visible: ['Calling Mode', 'Calling Times'] },
			{
				action: 'pick Continuous',
				rule: 'autoTaskType = 0',
				perform: async (view) => await view.choose('autoTaskType', 'Continuous'),
				visible: ['Calling Mode'],
			},
		],
	},
	{
		title: 'what retry times count from, without a retry strategy',
		section: 'retry',
		parameters: {
			retryStrategy: rounds({ amount: 5, unit: 'minutes' }),
			retryStrategyTimeType: 1,
		},
		steps: [
			{ action: 'one round', visible: ['Retry Strategy', 'Retry Time Counts From'] },
			{
				action: 'empty the builder',
				rule: 'retryStrategy = {"_cnd":{"eq":{}}}',
				async perform(view) {
					const builder = view.builder('retryStrategy');
					await builder.hover();
					await builder.locator(byId('fixed-collection-delete')).first().click();
				},
				// n8n takes an emptied builder out of its collection, once it has hidden what hangs on it.
				visible: [],
			},
		],
	},
	{
		title: 'what retry times count from, with an emptied retry strategy',
		section: 'retry',
		parameters: { retryStrategy: '', retryStrategyTimeType: 1 },
		steps: [{ action: 'none', rule: 'retryStrategy = ""', visible: ['Retry Strategy'] }],
	},
	{
		title: 'caller ID fields, by the caller ID type',
		section: 'callerId',
		parameters: {
			customerClidsCategory: 1,
			customerClids: '64203667',
			customerClidType: 2,
			clidProperty: { rule: { defaultAreaCode: '010', isMatchCapital: false } },
			customerClidWeightFlag: true,
			customerClidWeight: entries('weight', [{ number: '64203667', weight: 1 }]),
		},
		steps: [
			{
				action: 'fixed-line',
				visible: Object.values(CALLER).filter((label) => label !== CALLER.group),
			},
			{
				action: 'pick At Random',
				rule: 'customerClidType = 1',
				perform: async (view) => await view.choose('customerClidType', 'At Random'),
				visible: [CALLER.type, CALLER.numbers, CALLER.selection, CALLER.flag, CALLER.weights],
			},
			{
				action: 'switch the weights off',
				rule: 'customerClidWeightFlag = false',
				perform: async (view) => await view.turn('customerClidWeightFlag', false),
				visible: [CALLER.type, CALLER.numbers, CALLER.selection, CALLER.flag],
			},
			{
				action: 'pick Mobile Numbers',
				rule: 'customerClidsCategory = 2',
				perform: pickType('Mobile Numbers'),
				visible: [CALLER.type, CALLER.numbers, CALLER.selection],
			},
			{
				action: 'pick Number Pool',
				rule: 'customerClidsCategory = 4',
				perform: pickType('Number Pool'),
				visible: [CALLER.type],
			},
		],
	},
	{
		title: 'listed numbers, while caller ID navigation chooses',
		section: 'callerId',
		parameters: { customerClidsCategory: 1, customerClids: '64203667', customerClidType: 2 },
		steps: [
			{ action: 'fixed-line', visible: [CALLER.type, CALLER.numbers, CALLER.selection] },
			{
				action: 'pick Caller ID Navigation',
				rule: 'customerClidsCategory = 5',
				perform: pickType('Caller ID Navigation'),
				visible: [CALLER.type],
			},
		],
	},
	{
		title: 'pool or navigation, while numbers are listed',
		section: 'callerId',
		parameters: { customerClidsCategory: 4, customerClidsGroup: 'sales-pool' },
		steps: [
			{ action: 'number pool', visible: [CALLER.type, CALLER.group] },
			{
				action: 'pick Fixed-Line Numbers',
				rule: 'customerClidsCategory = 1',
				perform: pickType('Fixed-Line Numbers'),
				visible: [CALLER.type],
			},
		],
	},
	{
		title: 'the IVR name, while there is an IVR ID',
		section: 'callHandling',
		parameters: { ivrId: '', ivrName: 'Renewal menu' },
		steps: [
			{ action: 'no ID', visible: ['IVR ID', 'IVR Name'] },
			{
				action: 'type an ID',
				rule: 'ivrId = {"_cnd":{"regex":"^\\\\s*\\\\d"}}',
				perform: async (view) => await view.choose('ivrId', '语音导航0 (13)'),
				visible: ['IVR ID'],
			},
		],
	},
];

/** Switches whose dependants the section's menu leaves out. */
export const CONDITIONS = [
	{
		off: 'Auto Start off',
		section: 'schedule',
		controller: 'autoStart',
		dependants: ['Start Date', 'Start Time'],
	},
	{
		off: 'Auto Stop off',
		section: 'schedule',
		controller: 'autoStop',
		dependants: ['Stop Date', 'Stop Time', 'Force End at Stop'],
	},
];
