import type { INodeProperties } from 'n8n-workflow';
import { rangeEnd, rangeStart } from './encoders/range';
import type { Row } from './parameter';
import { byWord } from './same';

/** The collection of what narrows down a list. */
export const filtersProperty = (description: string): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description,
});

const sentences = (first: string, more?: string): string =>
	more === undefined ? first : `${first}. ${more}`;

/** What else there is to say of an end of a range. */
interface More {
	/** In sentences. */
	more?: string;
	/** What an empty field stands for. */
	empty?: string;
}

const hintOf = ({ empty }: More): string =>
	empty === undefined ? 'China time' : `China time; empty: ${empty}`;

/** The field of the beginning of a time range. */
export const startTime = (said: More = {}): INodeProperties => ({
	displayName: 'Start Time',
	name: 'startTime',
	type: 'dateTime',
	default: '',
	description: sentences(
		'Beginning of the time range, in China Standard Time; a date alone means its first second',
		said.more,
	),
	hint: hintOf(said),
});

/** The field of its end. */
export const endTime = (said: More = {}): INodeProperties => ({
	displayName: 'End Time',
	name: 'endTime',
	type: 'dateTime',
	default: '',
	description: sentences(
		'End of the time range, in China Standard Time; a date alone means its last second',
		said.more,
	),
	hint: hintOf(said),
});

/** What differs from one range to another. */
interface End extends Pick<Row, 'zh'>, More {}

/** The two ends of a time range, as the API takes them. */
export const rangeRows = (start: End, end: End): Row[] => [
	{
		api: 'StartTime',
		zh: start.zh,
		encode: rangeStart,
		same: byWord,
		property: startTime(start),
	},
	{ api: 'EndTime', zh: end.zh, encode: rangeEnd, same: byWord, property: endTime(end) },
];
