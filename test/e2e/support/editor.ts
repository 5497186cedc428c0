import type { Locator, Page } from 'playwright-core';
import type { N8nRest, WorkflowData } from '../../../scripts/n8n/rest';
import { NodeView } from './nodeView';
import { START } from './stage';

export const byId = (id: string): string => `[data-test-id="${id}"]`;

/** n8n's editor in a browser. */
export class Editor {
	constructor(
		readonly page: Page,
		private readonly rest: N8nRest,
	) {}

	/** Saves a workflow by REST and shows it. */
	async open(workflow: WorkflowData): Promise<string> {
		const id = await this.rest.createWorkflow(workflow);
		await this.page.goto(`${this.rest.url}/workflow/${id}`);
		await this.node().first().waitFor();
		return id;
	}

	node(name?: string): Locator {
		const nodes = this.page.locator(byId('canvas-node'));
		return name === undefined ? nodes : nodes.filter({ hasText: name });
	}

	/** Opens a node's details by a double click. */
	async openNode(name: string): Promise<NodeView> {
		const parameters = this.page.locator(byId('node-parameters'));
		await this.node(name).dblclick();
		await parameters.waitFor();
		return new NodeView(this.page);
	}

	/** The nodes panel, as somebody sees it who adds a node behind a trigger; without one it offers triggers only. */
	async openPanel(): Promise<void> {
		await this.open({ name: 'Panel', nodes: [START], connections: {} });
		await this.page.locator(byId('node-creator-plus-button')).click();
		await this.page.locator(byId('node-creator-search-bar')).waitFor();
	}

	/** What the nodes panel offers for a search. */
	async search(text: string): Promise<Locator> {
		await this.page.locator(byId('node-creator-search-bar')).fill(text);
		// One with a list of actions behind it is another kind of entry.
		return this.page.locator(
			['node-creator-node-item', 'node-creator-action-item'].map(byId).join(', '),
		);
	}
}
