import { propertyView } from '../tasks/views';
import type { Action } from './action';
import { shown, type ShownSettings } from './shown';
import { findTarget } from './target';

export const getTask: Action<ShownSettings> = {
	mandatory: ['EnterpriseId', 'TaskId'],
	run(call) {
		const target = findTarget(call);
		if ('refused' in target) return target;
		return { data: { TaskProperty: propertyView(shown(target.task, call)) } };
	},
};
