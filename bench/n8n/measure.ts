import type { Gateway } from '../gateway/gateway';
import type { Chapter } from '../report';
import { compare, loop } from './compare';
import { large } from './large';
import { resolvingInN8n } from './resolving';
import { openStage, type Stage } from './stage';

interface N8nOptions {
	/** Has the built node. */
	userFolder: string;
	gateway: Gateway;
	rounds: number;
}

/** The parts that need a running n8n, each in one of its own. */
export const inN8n: Record<
	'probe' | 'n8n' | 'loop' | 'large',
	(options: N8nOptions) => Promise<Chapter>
> = {
	probe: async ({ userFolder, gateway }) => await resolvingInN8n(userFolder, gateway),
	n8n: async (options) =>
		await onStage(options, async (stage) => await compare(stage, options.rounds)),
	loop: async (options) => await onStage(options, loop),
	large: async ({ userFolder, gateway }) =>
		await large(async () => await openStage(userFolder, gateway), gateway),
};

async function onStage(
	{ userFolder, gateway }: N8nOptions,
	use: (stage: Stage) => Promise<Chapter>,
): Promise<Chapter> {
	const stage = await openStage(userFolder, gateway);
	return await use(stage).finally(async () => await stage.stop());
}
