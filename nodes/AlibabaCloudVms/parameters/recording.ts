import { choice } from './encoders/scalar';
import type { Rule, Section } from './parameter';
import { byNumber, byWord } from './same';

/** One of two voices is kept in WAV files alone, and is found by the kind of call. */
const sideNeeds: Rule = (fields) => {
	if (!fields.has('recordSide')) return [];
	const side = fields.label('recordSide');
	return [
		...(fields.has('callType')
			? []
			: [`'${fields.label('callType')}' is missing; '${side}' needs it`]),
		...(fields.value('recordFormat') === 1
			? []
			: [`'${side}' needs '${fields.label('recordFormat')}' set to 'WAV'`]),
	];
};

/** Which form of a recording is wanted: the parameters of CloudGetRecordUrl. */
export const recording: Section = {
	zh: '录音',
	property: {
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: 'Which form of the recording is wanted, where there are several',
	},
	rows: [
		{
			api: 'RecordFormat',
			zh: '录音文件类型',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Format',
				name: 'recordFormat',
				type: 'options',
				default: 0,
				description: 'Kind of the audio file. Without it, MP3.',
				options: [
					{ name: 'MP3', value: 0 },
					{ name: 'WAV', value: 1 },
				],
			},
		},
		{
			api: 'RecordType',
			zh: '录音类型',
			encode: choice,
			same: byWord,
			property: {
				displayName: 'Recording Of',
				name: 'recordType',
				type: 'options',
				default: 'record',
				description: 'What was recorded. Without it, the service tells by the name of the file.',
				options: [
					{ name: 'Call', value: 'record' },
					{ name: 'Conference of Three', value: 'threeway' },
					{ name: 'Consultation', value: 'consult' },
					{ name: 'Customer Talking to a Bot', value: 'rasr' },
					{ name: 'Ringback Tone', value: 'tsi' },
					{ name: 'Transfer', value: 'transfer' },
					{ name: 'Voicemail', value: 'voicemail' },
				],
			},
		},
		{
			api: 'RecordSide',
			zh: '分线录音录音侧',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Side',
				name: 'recordSide',
				type: 'options',
				default: 1,
				description: 'Whose voice, where both are recorded apart; as WAV, and with the call type',
				options: [
					{ name: 'Customer', value: 1 },
					{ name: 'Agent', value: 2 },
				],
			},
		},
		{
			api: 'CallType',
			zh: '呼叫类型',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Call Type',
				name: 'callType',
				type: 'options',
				default: 5,
				description: 'What kind of call it was, where the voices are recorded apart',
				options: [
					{ name: 'Inbound', value: 1 },
					{ name: 'Outbound With Preview', value: 4 },
					{ name: 'Predictive Outbound', value: 5 },
					{ name: 'Web Call', value: 2 },
				],
			},
		},
	],
	rules: [sideNeeds],
};
