import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { ask } from './ask';
import type { List } from './list';
import { listError } from './listError';

/** A list for a menu: all of it, which the editor looks through by itself. */
export const optionsIn = (list: List) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const listed = await ask(this, list);
		if (!listed.ok) throw listError(this.getNode(), listed.failure, list, 'menu');
		return listed.value.options;
	};
