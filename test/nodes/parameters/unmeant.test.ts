import { unmeant } from '../../../nodes/AlibabaCloudVms/parameters/unmeant';

const NOTHING = /program's word for nothing/;
const OBJECT = /writes for an object/;
const DATE = /a date that could not be read/;
const SHEET = /a spreadsheet's error/;
const EXPRESSION = /an expression that was not evaluated/;

test.each<[RegExp, string[]]>([
	[NOTHING, ['undefined', 'Undefined', 'null', 'NULL', 'NaN', 'nan', 'None', 'nil', '<nil>']],
	[NOTHING, ['NaT', '<NA>', 'N/A', 'n/a', '(null)', '[NULL]', '\\N', '-Infinity', '(空白)']],
	[NOTHING, [' undefined ', 'ｎｕｌｌ', 'undefinedundefined']],
	[NOTHING, ['任务 undefined', 'undefined 第二批', '任务undefined', 'undefined-第二批']],
	[NOTHING, ['null_2026', '第 null 批', 'Task undefined', 'Task null', 'voice/undefined.wav']],
	[NOTHING, ['undefined20261201', '任务undefined1', '2026undefined', '第2null批', 'NaN2']],
	[NOTHING, ['任务 NaN', '共 NaN 人', 'NaN%', 'NaN元']],
	[OBJECT, ['[object Object]', '任务 [object Object]', '[object Promise] x', '[DateTime: 2030]']],
	[OBJECT, ['[Function: name]', '<Task object at 0x7f1c>', '%!s(int=3)']],
	[DATE, ['Invalid Date', 'Invalid date', 'Invalid DateTime', '第 Invalid DateTime 批']],
	[SHEET, ['#N/A', '#n/a', '＃N/A', '#NAME?', '#REF!', '#VALUE!', '#DIV/0!', '#NUM!', '#NULL!']],
	[SHEET, ['#SPILL!', '#CALC!', '#GETTING_DATA', '#FIELD!', '#BLOCKED!', '#CONNECT!', '#BUSY!']],
	[SHEET, ['#UNKNOWN!', '#PYTHON!', '#EXTERNAL!', '#ERROR!', '#WTF?', 'Err:502', 'Loading...']],
	[SHEET, ['#溢出!', '#溢出！', '#名称?', '#名称？', '#引用!', '#值!', '#除以零!', '错误：502']],
	[SHEET, ['任务 #REF!', '#N/A-第二批', '第#DIV/0!批']],
	[/a column that is too narrow/, ['###', '########']],
	[EXPRESSION, ['{{ $json.name }}', '任务 {{$json["名称"]}}', '={{ $now }}', "{{ $('A').item }}"]],
	[/a formula and not its result/, ['=VLOOKUP(A2,B:C,2,0)', '=if(A1>1,"a","b")']],
	[/a line break as a spreadsheet keeps it/, ['第一批_x000D_第二批']],
	[/for characters inside JSON/, ['\\u4efb\\u52a1', '第1批 \\u56DE\\u8bbf']],
	[/another encoding/, ['ÈÎÎñÃû³Æ', '任\ufffd务', '浠诲姟鍚嶇О', 'ä»»åŠ¡']],
	[/the character U\+0007 in it cannot be seen/, ['任务\u0007名称']],
])('%s is said of %j', (reason, texts) => {
	for (const text of texts)
		expect([text, unmeant(text)]).toEqual([text, expect.stringMatching(reason)]);
});

test.each([
	...['Null-Kampagne', 'null-kampagne', 'null Euro Aktion', 'undefined behaviour 课程'],
	...['NaN 南京', 'Nancy', 'nullable', 'isNaN', 'none', 'None of the above', 'NA', '-', '无', '空'],
	...['Infinity War', 'N/A 客户', 'Nil', 'True', 'False', 'object', '[Object] 客户', '[客户]'],
	...['#1 客户', '# 1', '#', '##', '#双十一!', '#SALE!', '第#3批!', '任务 #N', '值!', '100%'],
	...[
		'Date',
		'Invalid numbers',
		'Error 502',
		'Loading dock',
		'Größe',
		'Café',
		'双十一回访（第二批）',
	],
	...['D:\\upload\\u1.wav', '\\u4efb 任务'],
	...['=', ' = x', 'A=B', 'f(x)', '${cdr_enterprise_id}', '${x} {{ y }} $z', '{{name}}'],
	...['2030-12-01', '08:30', '1,2', '', '👩‍👩‍👧', 'شماره'],
])('%j may be meant', (text) => expect(unmeant(text)).toBeUndefined());

test.each(['undefined', '#N/A'])('to empty %j is no advice where something is needed', (text) => {
	expect(unmeant(text)).toContain('and nothing is sent for it');
	expect(unmeant(text, true)).not.toMatch(/empty/);
});

test('a text of any length is looked through in one go', () => {
	for (const part of [
		'undefined',
		' NaN',
		' ',
		'#',
		'[',
		'{{ ',
		'=a',
		'_x00',
		'Invalid ',
		'x at 0x',
	]) {
		expect(['string', 'undefined']).toContain(typeof unmeant(part.repeat(50_000)));
	}
});
