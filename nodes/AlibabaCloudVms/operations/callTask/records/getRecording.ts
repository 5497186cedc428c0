import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { GET_RECORD_URL } from '../../../gateway/actions';
import { explainUnproven } from '../../../gateway/answers';
import { fail, type Result } from '../../../gateway/failure';
import { isRecord } from '../../../guards';
import { encode } from '../../../input/encode';
import { createOwnReader, wrongIn, type OwnField } from '../../../input/ownFields';
import { catalogueOf } from '../../../parameters/catalogue';
import { flag, refusal, word } from '../../../parameters/encoders/scalar';
import { enterprise } from '../../../parameters/identity';
import type { Encoder } from '../../../parameters/parameter';
import { collectionOf } from '../../../parameters/properties';
import { recording } from '../../../parameters/recording';
import { questionsOf } from '../../../tasks/which';
import { ENTERPRISE_FIELDS } from '../../fields';
import { operation } from '../../operation';
import { SENDING } from '../../options';
import { audioName, recordingFile } from './recordingFile';

const catalogue = catalogueOf(enterprise, [recording]);

const fieldName: Encoder = (value, property, zone) => {
	const reading = word(value, property, zone);
	return /^(?!__proto__$)[\w-]+$/.test(reading.wire ?? '')
		? reading
		: refusal(value, 'a name of letters, digits, underscores and hyphens');
};

const FIELDS = {
	recordFile: {
		read: recordingFile,
		property: {
			displayName: 'Recording File',
			name: 'recordFile',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 7000101-20160815140025-01087120766--record-sip-1-1471240825.87',
			description:
				'Name of the recording, as Get Call Records gives it: File, in RecordFile of a call (RecordFile, 录音文件名)',
		},
	},
	download: {
		read: flag,
		property: {
			displayName: 'Download',
			name: 'download',
			type: 'boolean',
			default: false,
			description: 'Whether to get the audio as a binary file, and not its address alone',
		},
	},
	binaryPropertyName: {
		read: fieldName,
		property: {
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			displayOptions: { show: { download: [true] } },
			hint: 'The name of the output binary field to put the file in',
		},
	},
} as const satisfies Record<string, OwnField & { property: INodeProperties }>;

const MP3 = ['mp3', 'audio/mpeg'] as const;
const WAV = ['wav', 'audio/wav'] as const;

/** An n8n that keeps files in memory has room for so many, of an hour each. */
const FILES_AT_ONCE = 10;

function urlIn(answer: IDataObject): Result<string> {
	const url: unknown = isRecord(answer.Data) ? answer.Data.Url : undefined;
	return typeof url === 'string' && url.trim() !== ''
		? { ok: true, value: url.trim() }
		: fail(explainUnproven(answer, 'The answer says OK, but holds no address of the recording'));
}

/** CloudGetRecordUrl, and the audio itself where it is wanted. */
export const getRecording = operation({
	resource: 'callTask',
	option: {
		name: 'Get Recording',
		value: 'getRecording',
		action: 'Get a call recording of a call task',
		description:
			'Get the recording of a call that an outbound call task made, by the name of its file in the call record: the address, which holds for two hours unless set otherwise and lets whoever has it hear the call, or the audio as a binary file. Nothing is changed and nobody is called.',
	},
	fields: [
		...Object.values(FIELDS).map(({ property }) => property),
		...ENTERPRISE_FIELDS,
		collectionOf(recording),
	],
	options: SENDING,
	deeds: { read: { words: 'read' } },
	open({ context, send, download, stayBelow, enterpriseId, timezone, optionsOf }) {
		const readItem = questionsOf(context, { catalogue, enterpriseId, zone: timezone });
		const readOwn = createOwnReader(context, FIELDS);
		return (itemIndex) => {
			const options = optionsOf(itemIndex);
			if (!options.ok) return options;
			const own = readOwn(itemIndex);
			const [file, wanted] = [own('recordFile'), own('download')];
			const field = wanted.value === true ? own('binaryPropertyName') : { wire: '' };
			const wrong = wrongIn([
				[FIELDS.recordFile, file],
				[FIELDS.download, wanted],
				[FIELDS.binaryPropertyName, field],
			]);
			if (wrong) return wrong;
			const asked = readItem(itemIndex);
			if (!asked.ok) return asked;
			if (wanted.value === true) stayBelow(FILES_AT_ONCE);
			const RecordFile = file.wire ?? '';
			const params: Record<string, string> = {
				...encode(asked.value, false),
				RecordFile,
				...(wanted.value === true ? { Download: '1' } : {}),
			};
			const [ending, type] = params.RecordFormat === '1' ? WAV : MP3;
			const run = async () => {
				const answer = await send(GET_RECORD_URL, params);
				if (!answer.ok) return answer;
				const url = urlIn(answer.value);
				if (!url.ok) return url;
				const did = 'read' as const;
				if (wanted.value !== true) {
					const json = { RecordFile, Url: url.value };
					return { ok: true as const, value: { did, outputs: [{ json }] } };
				}
				const audio = await download(url.value, audioName(RecordFile, ending), type);
				if (!audio.ok) return audio;
				const binary = { [field.wire ?? '']: audio.value };
				return { ok: true as const, value: { did, outputs: [{ json: { RecordFile }, binary }] } };
			};
			return { ok: true, value: { run } };
		};
	},
});
