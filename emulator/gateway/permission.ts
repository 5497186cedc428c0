import type { Claims } from './claims';
import { refusal, type Refusal } from './refusals';

/** How a key without permission is told so; the vendor documents all three. */
type PermissionCode = 'Forbidden.RAM' | 'NoPermission' | 'isp.RAM_PERMISSION_DENY';

export interface PermissionSettings {
	/** A code refuses every key with it; false refuses, with NoPermission, what `keys` forbid. */
	permissionDenied: false | PermissionCode;
}

/** The account all test keys belong to. */
const OWNER_ID = '1000000000000001';

/** Of the three codes only NoPermission says in detail who lacks what. */
export function permissionRefusal(code: PermissionCode, claims: Claims): Refusal {
	if (code !== 'NoPermission') return refusal(code);
	return refusal(code, {
		accessDeniedDetail: {
			AuthAction: `dyvms:${claims.action}`,
			AuthPrincipalType: claims.securityToken ? 'AssumedRoleUser' : 'SubUser',
			AuthPrincipalOwnerId: OWNER_ID,
			AuthPrincipalDisplayName: claims.accessKeyId,
			NoPermissionType: 'ImplicitDeny',
			PolicyType: 'AccountLevelIdentityBasedPolicy',
			EncodedDiagnosticMessage: 'AQEAAAAA',
		},
	});
}
