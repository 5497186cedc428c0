import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { shape, shaperOf } from '../../../nodes/AlibabaCloudVms/input/shape';

const shaper = shaperOf(callTask);

const REQUEST_ID = '6086693B-2250-17CE-A41F-06259AB6DB1B';

/** The vendor's example of an answer. */
const ANSWER = {
	AccessDeniedDetail: '无',
	RequestId: REQUEST_ID,
	Message: 'OK',
	Data: {
		OverTime: '2026-01-0114:00:00',
		CustomerTimeout: '5',
		Description: '任务描述',
		AutoStopDay: '2026-02-11',
		AgentTimeout: '30',
		EnterpriseId: '8001654',
		Name: '任务名称',
		Cnos: '1111',
		Concurrency: '10',
		CustomerClids: '42366453,74565327',
		AutoComplete: 0,
		AutoStart: '0',
		AnswerRate: '55',
		Status: '3',
		CustomerMoh: '客户侧等待音',
		AutoStartDay: '2026-02-11',
		UserFields: '[{"key1":"value1"},{"key2":"value2"}]',
		PredictAdjust: '超呼率',
		CreateTime: '2026-02-10 14:00:00',
		StartTime: '2026-02-10 15:00:00',
		AutoStop: '0',
		Wrapup: '5',
		MaxWaitTime: '10',
		Type: '2',
		AutoStartTime: '08:00:00',
		IsRandom: '0',
		AutoStopTime: '17:00:00',
		Id: '123',
		IvrId: '133',
		Quotiety: '0.33',
	},
	Code: 'OK',
};

const simple = (body: typeof ANSWER | Record<string, never> | object) =>
	shape({ ...body }, shaper, true);

test('simplified, numbers and flags are numbers, identifiers and all else texts', () => {
	expect(simple(ANSWER)).toEqual({
		...ANSWER.Data,
		CustomerTimeout: 5,
		AgentTimeout: 30,
		Concurrency: 10,
		AutoStart: 0,
		AnswerRate: 55,
		Status: 3,
		AutoStop: 0,
		Wrapup: 5,
		MaxWaitTime: 10,
		Type: 2,
		IsRandom: 0,
		Quotiety: 0.33,
		RequestId: REQUEST_ID,
	});
});

test.each([
	['EnterpriseId', 8001654, '8001654'],
	['TaskId', 133224, '133224'],
	['Id', 123, '123'],
	['IvrId', 133, '133'],
	['IvrId', '0133', '0133'],
	['Cnos', '0012', '0012'],
	['AgentGroup', '6', '6'],
	['CustomerVoice', '60000011533526918819', '60000011533526918819'],
	['Wrapup', '', ''],
	['Wrapup', null, null],
	['Wrapup', 5, 5],
	['CallStrategy', '1', 1],
	['NewField', '7', '7'],
])('%s %p becomes %p', (name, value, result) => {
	expect(simple({ Data: { [name]: value }, RequestId: 'r' })).toEqual({
		[name]: result,
		RequestId: 'r',
	});
});

test('an answer without data keeps its Request ID', () => {
	expect(simple({ Code: 'OK', RequestId: 'r' })).toEqual({ RequestId: 'r' });
});

test('raw, the answer is untouched', () => {
	expect(shape(ANSWER, shaper, false)).toEqual(ANSWER);
});
