/** A recording of a call. */
export interface RecordFile {
	File: string;
	/** record, or voicemail */
	Type: string;
	Monitor_type: number;
}

/** A call, under the API's own names. Times are seconds since 1970; '' and '0' are none. */
export interface CallRecord {
	EnterpriseId: string;
	Id: string;
	UniqueId: string;
	RequestUniqueId: string;
	TaskId: string;
	TaskName: string;
	TaskFileId: string;
	CustomerNumber: string;
	CustomerProvince: string;
	CustomerCity: string;
	Clid: string;
	DisplayNumber: string;
	Cno: string;
	AgentName: string;
	Gno: string;
	StartTime: string;
	AnswerTime: string;
	BridgeTime: string;
	EndTime: string;
	TotalDuration: string;
	BridgeDuration: string;
	/** 40 the customer did not answer, 41 answered, 42 called, 43 both answered */
	StatusCode: string;
	Status: string;
	SipCause: string;
	IsRealAnswer: string;
	DownGrade: string;
	RecordFile: readonly RecordFile[];
	UserField: Readonly<Record<string, string>>;
}

/** The members that every record has of its call. */
type Call = Pick<
	CallRecord,
	'EnterpriseId' | 'TaskId' | 'TaskName' | 'TaskFileId' | 'CustomerNumber' | 'Cno' | 'Clid'
>;

const OUTCOMES = [
	{ StatusCode: '43', Status: '双方接听', SipCause: '200', answeredIn: 7, talked: 42 },
	{ StatusCode: '40', Status: '客户未接听', SipCause: '718', answeredIn: 0, talked: 0 },
	{ StatusCode: '41', Status: '客户接听', SipCause: '200', answeredIn: 9, talked: 0 },
	{ StatusCode: '40', Status: '客户未接听', SipCause: '710', answeredIn: 0, talked: 0 },
] as const;

const RINGS_FOR = 25;

const PLACES = [
	['北京', '北京'],
	['四川', '成都'],
	['广东', '深圳'],
] as const;

/**
 * The record of a call; everything that is not given follows from its place.
 * @param start seconds since 1970
 */
export function recordOf(call: Call, start: number, place: number): CallRecord {
	const outcome = OUTCOMES[place % OUTCOMES.length] ?? OUTCOMES[0];
	const [CustomerProvince, CustomerCity] = PLACES[place % PLACES.length] ?? PLACES[0];
	const { StatusCode, Status, SipCause, answeredIn, talked } = outcome;
	const isAnswered = answeredIn > 0;
	const length = isAnswered ? answeredIn + 2 + talked : RINGS_FOR;
	const at = (seconds: number, is: boolean) => (is ? String(start + seconds) : '0');
	const UniqueId = `cc-1-${start}.${call.TaskId}.${place}`;
	const File = `${call.EnterpriseId}-${start}-${call.CustomerNumber}-${call.Clid}--record-${UniqueId}`;
	return {
		...call,
		Id: `${call.TaskId}${String(place).padStart(6, '0')}`,
		UniqueId,
		RequestUniqueId: '',
		CustomerProvince,
		CustomerCity,
		DisplayNumber: call.Clid,
		AgentName: call.Cno && `座席${call.Cno}`,
		Gno: '',
		StartTime: String(start),
		AnswerTime: at(answeredIn, isAnswered),
		BridgeTime: at(answeredIn + 2, talked > 0),
		EndTime: String(start + length),
		TotalDuration: String(isAnswered ? length - answeredIn : 0),
		BridgeDuration: String(talked),
		StatusCode,
		Status,
		SipCause,
		IsRealAnswer: isAnswered ? '1' : '0',
		DownGrade: '0',
		RecordFile: talked > 0 ? [{ File, Type: 'record', Monitor_type: 1 }] : [],
		UserField: {},
	};
}

/** The records of all calls. They outlive their task. */
export class RecordStore {
	private records: CallRecord[] = [];
	/** By task: up to when it has called. */
	private readonly calledUpTo = new Map<string, number>();

	add(...records: CallRecord[]): void {
		this.records.push(...records);
	}

	/** In the order of the calls' beginning. */
	of(enterpriseId: string): CallRecord[] {
		return this.records
			.filter((record) => record.EnterpriseId === enterpriseId)
			.sort((one, other) => Number(one.StartTime) - Number(other.StartTime));
	}

	get size(): number {
		return this.records.length;
	}

	/** @returns up to when a task had called, and notes that it has up to now */
	progress(enterpriseId: string, taskId: string, now: number): number | undefined {
		const key = `${enterpriseId}/${taskId}`;
		const before = this.calledUpTo.get(key);
		this.calledUpTo.set(key, now);
		return before;
	}

	clear(): void {
		this.records = [];
		this.calledUpTo.clear();
	}
}
