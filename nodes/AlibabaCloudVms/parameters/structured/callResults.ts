import type { Choice } from '../words';

/** Results of a call by the vendor's table of 号码状态识别; a code that stands for several has all their words. */
export const CALL_RESULTS: readonly Choice[] = [
	{ name: 'Busy (710)', value: 710, zh: '占线' },
	{ name: 'Call Assistant (723)', value: 723, zh: '来电助手' },
	{ name: 'In Another Call (719)', value: 719, zh: '正在通话中' },
	{ name: 'Incoming-Call Notice (721)', value: 721, zh: '来电提醒' },
	{
		name: 'Line Fault or Unreachable (715)',
		value: 715,
		zh: '用户线故障、暂时无法接通、秘书台',
	},
	{ name: 'No Answer (718)', value: 718, zh: '无人接听' },
	{ name: 'No Longer Used (722)', value: 722, zh: '不再使用' },
	{ name: 'Nonexistent Number (713)', value: 713, zh: '空号' },
	{ name: 'Out of Service (716)', value: 716, zh: '停机' },
	{ name: 'Powered Off (714)', value: 714, zh: '关机' },
	{ name: 'Rejected (712)', value: 712, zh: '拒接' },
	{ name: 'Restricted (717)', value: 717, zh: '呼叫受限' },
	{ name: 'Service Suspended (720)', value: 720, zh: '暂停服务' },
	{ name: 'Temporarily No Answer (711)', value: 711, zh: '暂时无人接听' },
	{ name: 'Unknown or Silence (183)', value: 183, zh: '未知、静音、嘟嘟' },
	{ name: 'Wrong Format (724)', value: 724, zh: '号码格式不正确' },
];
