import type { AllowedDays, Policy, Severity } from '../calling/policy';
import { clockNumber, DAY } from '../calling/wallClock';
import { fail, type Result } from '../gateway/failure';
import { time } from '../parameters/encoders/dateTime';
import { choice, plainText } from '../parameters/encoders/scalar';
import type { Encoder } from '../parameters/parameter';
import { quote } from '../text';
import type { AnyExecution } from './operation';
import { option, type ValuesOf } from './option';

const EXPECTED = 'a time of day as HH:mm, like 09:00, without seconds';

/** Minutes since midnight; midnight may end a day, and then is 24:00, and so is the minute before it. */
const clock =
	(isEnd: boolean): Encoder =>
	(value, property) => {
		const isMidnight = isEnd && /^24:00(?::00)?$/.test(plainText(value));
		const { wire = '', issue } = isMidnight ? { wire: '24:00' } : time(value, property);
		const minutes = clockNumber(wire);
		if (issue !== undefined || minutes === undefined || !Number.isInteger(minutes)) {
			return { wire, issue: `is ${quote(value)}; give ${EXPECTED}` };
		}
		return { value: isEnd && (minutes === 0 || minutes === DAY - 1) ? DAY : minutes, wire };
	};

const allowed = {
	allowedFrom: option<number>({
		read: clock(false),
		property: {
			displayName: 'Allowed From',
			name: 'allowedFrom',
			type: 'string',
			default: '09:00',
			placeholder: 'e.g. 09:00',
			description: "The beginning of your calling hours in China, HH:mm. 'Calling Hours' uses it.",
		},
	}),
	allowedTo: option<number>({
		read: clock(true),
		property: {
			displayName: 'Allowed To',
			name: 'allowedTo',
			type: 'string',
			default: '21:00',
			placeholder: 'e.g. 21:00',
			description:
				"The end of your calling hours in China, HH:mm; 24:00 or 23:59 for the end of the day. 'Calling Hours' uses it.",
		},
	}),
	allowedDays: option<AllowedDays>({
		read: choice,
		property: {
			displayName: 'Allowed Days',
			name: 'allowedDays',
			type: 'options',
			default: 'every',
			description: "The days of your calling hours. 'Calling Hours' uses them.",
			options: [
				{ name: 'Every Day', value: 'every' },
				{ name: 'Monday to Friday', value: 'weekdays' },
				{
					name: 'Working Days of China',
					value: 'workingDays',
					description: 'Without public holidays, with the weekend days that are worked instead',
				},
			],
		},
	}),
	onPublicHolidays: option<Policy['onPublicHolidays']>({
		read: choice,
		property: {
			displayName: 'On Public Holidays',
			name: 'onPublicHolidays',
			type: 'options',
			default: 'call',
			description:
				"What to do with a task that would call on a public holiday of China. 'Calling Hours' uses it.",
			options: [
				{ name: 'Call', value: 'call', description: 'Take it for a day like others' },
				{ name: 'Warn', value: 'warn', description: 'Say so among the warnings' },
				{ name: 'Refuse', value: 'refuse', description: 'Send nothing, and report an error' },
			],
		},
	}),
} as const;

/**
 * The user's calling hours: the policy of whoever uses the node.
 * @param initial what is done where the option is not added
 */
export const callingHoursOptions = <D extends Severity>(initial: D) =>
	({
		callingHours: option<Severity>({
			read: choice,
			property: {
				displayName: 'Calling Hours',
				name: 'callingHours',
				type: 'options',
				default: initial,
				description:
					'What to do with a task that would call outside of your calling hours (Allowed From, Allowed To, Allowed Days, On Public Holidays) as its schedule and time conditions are afterwards. All but Off read the task and, where it names some, the time conditions.',
				options: [
					{ name: 'Off', value: 'off', description: 'Do not look at it' },
					{ name: 'Warn', value: 'warn', description: 'Say so among the warnings' },
					{ name: 'Refuse', value: 'refuse', description: 'Send nothing, and report an error' },
				],
			},
		}),
		...allowed,
	}) as const;

type CallingHours = ValuesOf<ReturnType<typeof callingHoursOptions>>;

const UNKNOWN_YEARS =
	'Years whose public holidays this version of the node does not know yet, so that none is counted and Monday to Friday are taken for working days';

/** Says once for all items of which years holidays would count and are not known. */
export const notingYears =
	({ note }: Pick<AnyExecution, 'note'>) =>
	(year: string): void =>
		note(UNKNOWN_YEARS, year);

/** The policy that the options of an item are; hours that are none are refused. */
export function policyOf(options: CallingHours): Result<Policy> {
	const { callingHours, allowedFrom: from, allowedTo: to } = options;
	if (callingHours !== 'off' && from >= to) {
		const [one, other] = [allowed.allowedFrom, allowed.allowedTo].map(
			({ property }) => `'${property.displayName}'`,
		);
		return fail({
			kind: 'input',
			message: `${one} does not lie before ${other}; calling hours are those of one day`,
			description: 'Nothing was sent for this item.',
		});
	}
	const { allowedDays: days, onPublicHolidays } = options;
	return { ok: true, value: { callingHours, from, to, days, onPublicHolidays } };
}
