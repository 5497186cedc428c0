import type { Row } from './parameter';

/** What holds where nothing is given, by the vendor's page, as the API's text; '' where that is no value. */
export const defaultText = ({ vendorDefault }: Row): string =>
	typeof vendorDefault === 'boolean' || typeof vendorDefault === 'number'
		? String(Number(vendorDefault))
		: '';
