import type { Refusal } from './refusals';
import { COMMON, DISABLED_KEY, INCOMPLETE, LATER, REFUSALS, THROTTLED, UNKNOWN } from './refusals';

const DISABLED_USER: Refusal = {
	code: 'UserDisable',
	stage: 'key',
	message: 'The user of the AccessKey is disabled',
	advice: 'Enable the user in the RAM console, or use the AccessKey of another one.',
};

const LEAKED_KEY: Refusal = {
	code: 'Forbidden',
	stage: 'key',
	message: 'The AccessKey is restricted, because it may have become known to others',
	advice: 'Create a new AccessKey, put it into the credential, and delete the old one.',
};

const BUSY: Refusal = {
	code: 'SystemBusy',
	stage: 'load',
	message: 'The service is too busy for the moment',
	advice: LATER,
	retry: 'open',
};

const TIMED_OUT: Refusal = {
	code: 'ServiceTimeout',
	stage: 'server',
	message: 'The service did not finish in time',
	advice: LATER,
	retry: 'open',
};

/**
 * Codes that no table lists, by what they are called. Matched without regard to case and signs, so that
 * Flow.Control, FLOW_CONTROL and FlowControl are one.
 */
const CODES: ReadonlyArray<readonly [RegExp, Refusal]> = [
	[/accesskey\w*(?:inactive|disabled?|suspended|frozen)/, DISABLED_KEY],
	[/user\w*(?:inactive|disabled?|suspended|frozen)/, DISABLED_USER],
	[
		/throttl|flow(?:control|limit)|toomanyrequest|toofrequent|(?:rate|request|qps|tps|frequency)(?:limit|exceed)|(?:exceed|over)\w*(?:qps|tps|frequency)/,
		THROTTLED,
	],
	[/busy$/, BUSY],
	[/time(?:d)?out$/, TIMED_OUT],
];

/**
 * What is quoted in the words of the service: names of people's tasks, and of parameters; and what is
 * percent-encoded, as the whole request is in a string to sign.
 */
const QUOTED = /\S*%[\da-f]{2}\S*|\[[^\]]*\]|【[^】]*】|“[^”]*”|「[^」]*」|《[^》]*》|"[^"]*"/gi;

/** A word about a value, which may well be one that limits how often people are called. */
const ABOUT_VALUES = /参数|取值|格式|parameter|value/i;

const TOO_OFTEN = new RegExp(
	[
		'(?:超|达到|触发|触及|命中|受到?|被).{0,10}(?:频次|频率|QPS|流控|限流|限频|流量控制|流量限制)',
		'(?:频次|频率|流量|QPS).{0,6}(?:超|过高|过快|过大|受限|限制)',
		'(?:请求|调用|访问|操作|提交).{0,6}(?:频繁|过快|过多|太快|太多)',
		'^\\s*(?:业务|系统|接口|网关)?(?:流控|限流|限频)',
		'too (?:many|frequent) requests?\\b|requests? (?:are |is )?too (?:frequent|fast|many)',
		'throttl|flow control|exceed\\w* .*rate limit|rate limit (?:was |is )?(?:exceeded|reached)',
	].join('|'),
	'i',
);

/** Whether the words of a refusal say that requests came too often. */
function saysTooOften(words: string): boolean {
	const said = words.replace(QUOTED, ' ');
	return TOO_OFTEN.test(said) && !ABOUT_VALUES.test(said);
}

/** Words that tell more than a code which only says no. */
const WORDS: ReadonlyArray<readonly [RegExp, Refusal]> = [
	[/\bleak/i, LEAKED_KEY],
	[/access ?key.*\b(?:disabled|inactive)\b/i, DISABLED_KEY],
];

/** A parameter in quotation marks that no item gives. */
const NAMES_COMMON = new RegExp(`"(?:${COMMON.join('|')})"`, 'i');

const SAYS_ONLY_NO = /^(?:forbidden|invalidaccesskeyid)/i;

const byPattern = (
	pairs: ReadonlyArray<readonly [RegExp, Refusal]>,
	text: string,
): Refusal | undefined => pairs.find(([pattern]) => pattern.test(text))?.[1];

const isExact = ({ code }: Refusal): boolean => !code.endsWith('*');

/** What a code means, with the words that came with it; codes are compared without regard to case. */
export function refusalFor(code: string, words = ''): Refusal {
	if (saysTooOften(words)) return THROTTLED;
	const typed = code.toLowerCase();
	if (typed === 'missingparameter' && NAMES_COMMON.test(words)) return INCOMPLETE;
	const exact = REFUSALS.find((row) => isExact(row) && row.code.toLowerCase() === typed);
	if (exact) return exact;
	const beginning = REFUSALS.find(
		(row) => !isExact(row) && typed.startsWith(row.code.slice(0, -1).toLowerCase()),
	);
	return (
		(SAYS_ONLY_NO.test(code) ? byPattern(WORDS, words) : undefined) ??
		byPattern(CODES, typed.replace(/[^a-z\d]+/g, '')) ??
		beginning ??
		UNKNOWN
	);
}
