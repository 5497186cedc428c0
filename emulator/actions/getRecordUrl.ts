import { problemMessage, refusalIn, type ValueCheck } from '../tasks/problems';
import { id, onOff, oneOf } from '../tasks/values';
import type { Action } from './action';

export interface RecordUrlSettings {
	/** Where recordings are, without a slash at the end: the emulator's second port, unless told. */
	recordingsAt: string;
}

const CHECKS: Record<string, ValueCheck> = {
	EnterpriseId: id,
	Download: onOff,
	RecordFormat: onOff,
	RecordSide: oneOf(1, 2),
	CallType: oneOf(1, 2, 4, 5),
};

/** Made up, as every signature of the store of recordings is here. */
const SIGNATURE = 'X-Amz-Expires=7200&X-Amz-Signature=0cda4389ecc743acc71d76a320705afd';

/** The address of a recording, which is signed: whoever has it can hear the call. */
export const getRecordUrl: Action<RecordUrlSettings> = {
	mandatory: ['EnterpriseId', 'RecordFile'],
	run({ params, settings, store }) {
		const refused = refusalIn(params, CHECKS);
		if (refused) return { refused };
		if (params.get('RecordSide') && !params.get('CallType')) {
			return { refused: problemMessage('CallType', 'empty') };
		}
		const file = params.get('RecordFile') ?? '';
		const isKnown = store.records
			.of(params.get('EnterpriseId') ?? '')
			.some(({ RecordFile }) => RecordFile.some(({ File }) => File === file));
		if (!isKnown) return { refused: problemMessage('RecordFile', 'value') };
		const ending = params.get('RecordFormat') === '1' ? 'wav' : 'mp3';
		const Url = `${settings.recordingsAt}/${encodeURIComponent(file)}.${ending}?${SIGNATURE}`;
		return { data: { Url } };
	},
};
