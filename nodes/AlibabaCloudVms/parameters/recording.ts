import { choice } from './encoders/scalar';
import type { Rule, Section } from './parameter';
import { byNumber, byWord } from './same';
import { choices } from './words';

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
				options: choices([
					{ name: 'MP3', value: 0, zh: 'mp3' },
					{ name: 'WAV', value: 1, zh: 'wav' },
				]),
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
				options: choices([
					{ name: 'Call', value: 'record', zh: '录音' },
					{ name: 'Conference of Three', value: 'threeway', zh: '三方' },
					{ name: 'Consultation', value: 'consult', zh: '咨询' },
					{ name: 'Customer Talking to a Bot', value: 'rasr', zh: '语音机器人客户侧录音' },
					{ name: 'Ringback Tone', value: 'tsi', zh: '彩铃' },
					{ name: 'Transfer', value: 'transfer', zh: '转接' },
					{ name: 'Voicemail', value: 'voicemail', zh: '留言' },
				]),
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
				options: choices([
					{ name: 'Customer', value: 1, zh: '客户侧', also: ['客户'] },
					{ name: 'Agent', value: 2, zh: '座席侧', also: ['座席'] },
				]),
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
				options: choices([
					{ name: 'Inbound', value: 1, zh: '呼入' },
					{ name: 'Outbound With Preview', value: 4, zh: '预览外呼' },
					{ name: 'Predictive Outbound', value: 5, zh: '预测外呼' },
					{ name: 'Web Call', value: 2, zh: 'webcall' },
				]),
			},
		},
	],
	rules: [sideNeeds],
};
