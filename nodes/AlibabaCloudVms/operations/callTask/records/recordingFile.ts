import { isRecord } from '../../../guards';
import { word } from '../../../parameters/encoders/scalar';
import type { Encoder } from '../../../parameters/parameter';
import { parse } from '../../../parameters/structured/json';
import { unmeant } from '../../../parameters/unmeant';
import { quote } from '../../../text';
import { isBlank } from '../../../unseen';

/** What a call record holds of its recordings: the service calls it JSON, and it may come as a text. */
const structureOf = (value: unknown): unknown =>
	typeof value === 'string' && /^\s*[[{]/.test(value) ? (parse(value) ?? value) : value;

/** The recordings of a call record, where the whole of one is given. */
const recordingsIn = (structure: unknown): unknown =>
	isRecord(structure) && structure.File === undefined && structure.RecordFile !== undefined
		? structureOf(structure.RecordFile)
		: structure;

const ADDRESS = /^(?:[a-z][a-z\d+.-]*:)?\/\//i;

/**
 * The name of a recording, or what a call record holds of it: the entry with its name, a list of one, or the
 * record itself.
 */
export const recordingFile: Encoder = (value, property, zone) => {
	const structure = recordingsIn(structureOf(value));
	const entries: unknown[] = Array.isArray(structure) ? structure : [structure];
	if (entries.length > 1) {
		return {
			issue: `holds ${entries.length} recordings; split them into items, and give one File each`,
		};
	}
	const name = isRecord(entries[0]) ? entries[0].File : entries[0];
	if ((name ?? '') === '' || (typeof name === 'string' && isBlank(name))) {
		return { issue: 'is missing; give the File of a call record' };
	}
	const reading = word(name, property, zone);
	const { wire = '' } = reading;
	// An address is not a name, and nobody else should read it in a message.
	if (ADDRESS.test(wire)) return { issue: 'is an address; give the File of a call record' };
	const reason = unmeant(wire, true);
	return reason === undefined ? reading : { issue: `is ${quote(name)}; ${reason}` };
};

const ENDING = /\.(?:mp3|wav)$/i;
/** What separates folders, or what some file systems do not take. */
const NOT_IN_A_NAME = /[\\/:*?"<>|\p{Cc}]/gu;

/** What the audio of a recording is called as a file, wherever it is written to. */
export const audioName = (recording: string, ending: string): string =>
	`${recording.replace(ENDING, '').replace(NOT_IN_A_NAME, '_')}.${ending}`;
