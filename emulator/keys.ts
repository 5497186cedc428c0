/** An AccessKey the emulator knows. */
export interface AccessKey {
	accessKeyId: string;
	accessKeySecret: string;
	status: 'Active' | 'Inactive';
	/** Action names the key may call, or '*' for all. */
	allowedActions: '*' | string[];
	/** Set for a temporary key: every request must carry exactly this token. */
	securityToken?: string;
	/** Milliseconds since 1970 after which the token is refused; absent means never. */
	tokenExpiresAt?: number;
}

/** The call centre most seeded tasks belong to. */
export const DEFAULT_ENTERPRISE_ID = '7000002';

/** Made-up keys: they sign requests to the emulator and open nothing else. */
export const TEST_KEYS: Record<
	'active' | 'disabled' | 'withoutPermission' | 'temporary' | 'expired',
	AccessKey
> = {
	active: {
		accessKeyId: 'testid',
		accessKeySecret: 'testsecret',
		status: 'Active',
		allowedActions: '*',
	},
	disabled: {
		accessKeyId: 'testid-disabled',
		accessKeySecret: 'testsecret-d',
		status: 'Inactive',
		allowedActions: '*',
	},
	/**
	 * Like a user with the vendor's read-only policy: it grants Query*, Get* and List*, and no name
	 * of an action here begins so.
	 */
	withoutPermission: {
		accessKeyId: 'testid-noperm',
		accessKeySecret: 'testsecret-np',
		status: 'Active',
		allowedActions: [],
	},
	temporary: {
		accessKeyId: 'STS.testid',
		accessKeySecret: 'testsecret-sts',
		status: 'Active',
		allowedActions: '*',
		securityToken: 'STS.NUt+/=token',
	},
	expired: {
		accessKeyId: 'STS.expired',
		accessKeySecret: 'testsecret-exp',
		status: 'Active',
		allowedActions: '*',
		securityToken: 'STS.expired',
		tokenExpiresAt: Date.UTC(2020, 0, 1),
	},
};
