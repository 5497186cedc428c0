import { EntryStore } from './entries';

/** What a call center has beside its tasks, which name it by these numbers. Under the API's own names, as text. */

export interface Agent {
	EnterpriseId: string;
	/** With leading zeros, where it has some. */
	Cno: string;
	Name: string;
}

export interface AgentGroup {
	EnterpriseId: string;
	Gno: string;
	GroupName: string;
	/** 1 a group of groups, 2 a group of agents */
	Type: string;
	Comment: string;
	CreateTime: string;
}

export interface Ivr {
	EnterpriseId: string;
	Id: string;
	Name: string;
	Description: string;
}

/** What a call center begins with. */
export interface CallCenterSeed {
	agents: readonly Agent[];
	groups: readonly AgentGroup[];
	ivrs: readonly Ivr[];
}

export class CallCenter {
	readonly agents = new EntryStore<Agent>(({ Cno }) => Cno);
	readonly groups = new EntryStore<AgentGroup>(({ Gno }) => Gno);
	readonly ivrs = new EntryStore<Ivr>(({ Id }) => Id);

	constructor(private readonly seed: CallCenterSeed) {
		this.reset();
	}

	/** Back to the seed. */
	reset(): void {
		this.clear();
		this.seed.agents.forEach((agent) => this.agents.put(agent));
		this.seed.groups.forEach((group) => this.groups.put(group));
		this.seed.ivrs.forEach((ivr) => this.ivrs.put(ivr));
	}

	clear(): void {
		this.agents.clear();
		this.groups.clear();
		this.ivrs.clear();
	}
}
