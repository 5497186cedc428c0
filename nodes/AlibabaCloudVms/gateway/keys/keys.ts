import type { Result } from '../failure';

/** What requests are signed with. */
export interface Keys {
	accessKeyId: string;
	accessKeySecret: string;
	/** With temporary keys. */
	securityToken?: string;
}

/** Where keys come from. Lives no longer than the execution. */
export interface KeySource {
	/** Tells this source from others, and stays when its keys are renewed; never shown. */
	id: string;
	/**
	 * The keys to sign with now, asked for before every attempt. The same object as before, as long as they
	 * are the same. A failure where there are none.
	 */
	current(): Promise<Result<Keys>>;
}
