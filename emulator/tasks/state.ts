import { everywhere, inList, inReads, type Field } from './field';

/** What a task has besides the parameters of CloudUpdateTask. */
export const STATE = {
	EnterpriseId: { shown: everywhere('text') },
	Id: { shown: everywhere('number') },
	/** 1 predictive, 2 automatic */
	Type: { default: '2', shown: everywhere('number') },
	/** 1 agent list, 2 outbound group */
	CallGroupType: { default: '1', shown: inList('number') },
	/** 0 initial, 1 running, 2 paused, 3 ended */
	Status: { default: '0', shown: everywhere('number') },
	StatusDescription: { shown: inReads('text') },
	/** 0 changed by the system, 1 by a person */
	StatusTriggerType: { default: '1', shown: inList('number') },
	CreateTime: { shown: everywhere('text') },
	StartTime: { shown: everywhere('text') },
	OverTime: { shown: everywhere('text') },
	PauseTime: { shown: inReads('text') },
	PauseDuration: { default: '0', shown: inReads('number') },
	IsRandom: { default: '0', shown: { updated: 'text', got: 'text' } },
	OverCallLimitCnos: { shown: inReads('text') },
} as const satisfies Record<string, Field>;
