import type { IExecuteFunctions } from 'n8n-workflow';
import { fail, type Result } from '../gateway/failure';
import { failedWith } from './resolve';

/** Where an expression speaks of the item that it is evaluated for. */
const OF_ITEM =
	/\$json|\$binary|\$itemIndex|\$position|\$item\b|\$data\b|\$input\s*\.\s*(?:item|params)|\.\s*item\b|itemMatching|pairedItem|\$fromAI|\$self/;

/** A parameter of the node, for the items of one execution. */
interface Setting {
	/** Whether it is filled in, with whatever it gives. */
	isGiven: boolean;
	/** Whether it is the same for all items. */
	isSame: boolean;
	/** What it holds for an item; an expression that fails is a failure of the item. */
	of(itemIndex: number): Result<unknown>;
}

/** A parameter that is resolved once for all items, unless its expression speaks of the item. */
export function settingOf(context: IExecuteFunctions, name: string, label: string): Setting {
	const raw: unknown = context.getNodeParameter(name, 0, '', { rawExpressions: true });
	const isGiven = raw !== '' && raw !== null;
	const isSame = typeof raw !== 'string' || !raw.startsWith('=') || !OF_ITEM.test(raw);
	const read = (itemIndex: number): Result<unknown> => {
		try {
			return { ok: true, value: context.getNodeParameter(name, itemIndex, '') };
		} catch (error) {
			return fail({
				kind: 'input',
				message: `'${label}' ${failedWith(error)}`,
				description: 'Nothing was sent for this item.',
			});
		}
	};
	if (!isSame) return { isGiven, isSame, of: read };
	const same = read(0);
	return { isGiven, isSame, of: () => same };
}
