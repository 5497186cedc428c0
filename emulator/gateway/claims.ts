/** What a request says about itself, whichever signature version it uses. */
export interface Claims {
	action: string;
	version: string;
	accessKeyId: string;
	securityToken: string | undefined;
	nonce: string;
	/** As sent; its format is checked later. */
	timestamp: string;
	/** Undefined when absent or not of the form the version asks for. */
	signature: string | undefined;
	/** The signature the server expects. */
	expected(accessKeySecret: string): { stringToSign: string; signature: string };
	/** False when the body is not the one that was signed. */
	bodyIsSigned: boolean;
}
