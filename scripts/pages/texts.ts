/** What the pages say of texts and numbers that nobody meant, a paragraph each. */
export const texts = {
	english: [
		'## Texts that nobody meant',
		"What programs write where they have nothing or an error to show is refused in every field, also inside structured values, with the value and what probably happened: `undefined`, `null`, `NaN`, `None`, `N/A` and the like where they are the whole text; `[object Object]`, `Invalid Date`, `Invalid DateTime`, a spreadsheet's errors such as `#N/A` and `#REF!`, and expressions that were not evaluated also as a part of it; `undefined`, `null` and `NaN` as a part of it where no word goes on behind them. `任务 undefined` is refused; `undefined behaviour 课程`, `Null-Kampagne`, `NaN 南京`, `#1 客户`, `none` and `NA` are names like others.",
		"So are texts of a file that was read in the wrong encoding: replacement characters, `浠诲姟`, `ä»»åŠ¡` and `ÈÎÎñ` for 任务, question marks alone. Extract From File reads UTF-8 unless its option Encoding says otherwise, and has no GBK for CSV: save the file as 'CSV UTF-8' or as xlsx. Of an Excel file it leaves error cells out, so that nothing is sent for their fields.",
		'Characters that cannot be seen are taken away: marks of direction, zero-width characters, byte order marks, soft hyphens, and unusual blanks at the ends. In names and descriptions the joiners of emoji and of scripts that need them stay, and so do line breaks and the ideographic blank; other unusual blanks become plain ones. In IDs, numbers, lists and dates nothing of the kind stays; a blank inside an ID or a number is refused, and a message shows it as its code point: `"133‹U+00A0›224"`. A cell that holds only such characters is empty.',
		"An empty list, `[]` as a text or as an array, is empty too, and so is an empty object, `{}`, for a structured value: nothing is sent for their field, unless 'Send Empty Values' is on.",
		"With 'Check Values Before Sending' off, such texts are sent as they are.",
		'## Numbers that nobody meant',
		"Initial Expected Answer Rate, Overdial Rate and Nuisance Call Rate count in percent, with or without the sign: `35` and `35%`. A spreadsheet keeps a cell of 35 % as 0.35 and one of 100 % as 1, and that is what n8n gives on. Such a number is refused where it is out of the field's range, with the percentage that it may stand for. Where it is within the range, 1 as an answer rate and 0.01 to 0.2 as a nuisance call rate, it is sent with a warning; and it is refused where its column speaks of percent: in its header (`%`, `百分`, `percent`), by a fraction or a text with the sign in another of its cells, or by fractions in the columns of the other two. `1%` as a text is one percent.",
		"A list that may be one number with thousands separators, such as `64,203,667`, is refused as caller IDs and as agent IDs, also inside structured values, with the number that it may be; caller IDs have at least 4 digits each (in weights 3, as in the page's example). For outbound groups and time conditions, and for agents of three digits each, it is sent as a list with a warning. Blanks behind the commas, or an array, make it a list without doubt.",
	],
	chinese: [
		'## 并非本意的文本',
		'程序在没有值或出错时写出的文本，在所有字段（包括结构化的值内部）都会被拒绝，并说明是哪个值、可能的原因：整个文本是 `undefined`、`null`、`NaN`、`None`、`N/A` 等；文本中含有 `[object Object]`、`Invalid Date`、`Invalid DateTime`、表格的错误值（如 `#N/A`、`#REF!`）或未求值的表达式；文本中的 `undefined`、`null`、`NaN` 后面没有接着别的英文单词。`任务 undefined` 会被拒绝；`undefined behaviour 课程`、`Null-Kampagne`、`NaN 南京`、`#1 客户`、`none`、`NA` 都是正常的名称。',
		'文件编码读错留下的文本也会被拒绝：替换字符（�）、任务 变成的 `浠诲姟`、`ä»»åŠ¡` 或 `ÈÎÎñ`、只剩问号的文本。Extract From File 默认按 UTF-8 读取，可在选项 Encoding 中修改，但读 CSV 时没有 GBK：请把文件另存为“CSV UTF-8”或 xlsx。读 Excel 文件时它会略去错误单元格，相应字段不会发送。',
		'看不见的字符会被去掉：方向控制符、零宽字符、BOM、软连字符，以及首尾的特殊空白。名称和描述中，表情符号和某些文字必需的连接符保留，换行和全角空格保留，其余特殊空白换成普通空格。编号、数字、列表、日期中一律不保留；编号或数字中间的空白会被拒绝，提示中以码位显示：`"133‹U+00A0›224"`。只有这类字符的单元格视为空。',
		'空列表（文本 `[]` 或空数组）也视为空，结构化的值为空对象（`{}`）时也一样：除非打开“Send Empty Values”，否则不会发送。',
		'关闭“Check Values Before Sending”后，这些文本原样发送。',
		'## 并非本意的数字',
		'初始化预计客户接通率、超呼率、骚扰率按百分数填写，可带百分号：`35`、`35%`。表格里 35 % 的单元格实际存为 0.35，100 % 存为 1，n8n 读到的就是这样的数。超出字段范围时拒绝，并说明可能代表的百分数；在范围内时（接通率 1，骚扰率 0.01 ～ 0.2）发送并警告；如果该列涉及百分数则拒绝：列名里有 `%`、`百分`、`percent`，该列其他单元格是小数或带百分号，或另外两个字段的列里有小数。文本 `1%` 就是百分之一。',
		'可能是带千位分隔符的一个数（如 `64,203,667`）：外显号码、座席工号（包括结构化的值内部）会拒绝，并说明可能是哪个数；外显号码每个至少 4 位（比例配置中 3 位，与官方示例一致）。外呼组号、时间条件，以及都是三位数的座席工号，按列表发送并警告。逗号后加空格或使用数组，就一定是列表。',
	],
} satisfies Record<string, readonly string[]>;

/** What else a structured value may be, behind the examples. */
export const structuresToo = {
	english: [
		'No retries are said by \'No Retries\' of the builder, by `{"retry":0,"strategy":[]}`, or in a cell by `no retries` or `不重试`. The service\'s page does not describe that, so a warning says to look at the task afterwards.',
		'Call variables may also stand as the reading actions are documented to give them, `[{"customer_level":"3"}]`, where no entry has a name or a value; they are sent as name and value.',
		'A number in JSON text that JavaScript cannot keep digit by digit, such as 60000011533526918819, is refused and never rounded, also with checks off: give it in double quotes.',
	],
	chinese: [
		'“不重试”可以用表单里的 No Retries、`{"retry":0,"strategy":[]}`，或在单元格里写 `不重试`（`no retries`）来表示。官方文档没有说明这种写法，因此会提示修改后到任务里核对。',
		'座席通道变量也可以写成查询接口返回的形式 `[{"customer_level":"3"}]`（所有元素都没有 name 和 value），发送时会换成 name 和 value。',
		'JSON 文本里 JavaScript 无法逐位保留的数字（如 60000011533526918819）会被拒绝，不会四舍五入，关闭检查时也一样：请加上双引号。',
	],
} satisfies Record<string, readonly string[]>;
