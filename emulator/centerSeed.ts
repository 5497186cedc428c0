import { OTHER_ENTERPRISE_ID, createSeed } from './seed';
import { DEFAULT_ENTERPRISE_ID } from './keys';
import type { Agent, AgentGroup, CallCenterSeed, Ivr } from './tasks/callCenter';
import type { Task } from './tasks/task';

/** What the seeded tasks name, and a little more that none of them does. */

const FAMILY_NAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐'] as const;
const GIVEN_NAMES = ['芳', '伟', '娜', '敏', '静', '强', '磊', '洋', '艳', '勇'] as const;
const REGIONS = ['华东', '华南', '华北', '西南', '西北', '东北'] as const;

const nth = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

const namesIn = (tasks: readonly Task[], field: 'Cnos' | 'AgentGroup'): string[] => [
	...new Set(tasks.flatMap((task) => task[field].split(',')).filter(Boolean)),
];

/** Agents of no task. */
const IDLE = ['1111', '2222'];

const agentsOf = (EnterpriseId: string, tasks: readonly Task[]): Agent[] =>
	[...namesIn(tasks, 'Cnos'), ...IDLE].map((Cno, index) => ({
		EnterpriseId,
		Cno,
		Name: `${nth(FAMILY_NAMES, index)}${nth(GIVEN_NAMES, index)}`,
	}));

/** The group of all groups. */
const MASTER = 'WH1';

const groupsOf = (EnterpriseId: string, tasks: readonly Task[]): AgentGroup[] =>
	[MASTER, ...namesIn(tasks, 'AgentGroup')].map((Gno, index) => ({
		EnterpriseId,
		Gno,
		GroupName: Gno === MASTER ? '外呼总组' : `${nth(REGIONS, index)}外呼组 ${Gno}`,
		Type: Gno === MASTER ? '1' : '2',
		Comment: '',
		CreateTime: '2026-04-20 10:00:00',
	}));

const ivrsOf = (EnterpriseId: string, tasks: readonly Task[]): Ivr[] =>
	tasks.map(({ IvrId, IvrName }) => ({
		EnterpriseId,
		Id: IvrId,
		Name: IvrName,
		Description: `${IvrName}：自动应答`,
	}));

/** What the call centers of an emulator begin with. */
export function createCallCenter(): CallCenterSeed {
	const centers = [DEFAULT_ENTERPRISE_ID, OTHER_ENTERPRISE_ID].map((center) => ({
		center,
		tasks: createSeed().filter(({ EnterpriseId }) => EnterpriseId === center),
	}));
	return {
		agents: centers.flatMap(({ center, tasks }) => agentsOf(center, tasks)),
		groups: centers.flatMap(({ center, tasks }) => groupsOf(center, tasks)),
		ivrs: centers.flatMap(({ center, tasks }) => ivrsOf(center, tasks)),
	};
}
