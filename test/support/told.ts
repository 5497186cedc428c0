import { descriptionOf } from '../../nodes/AlibabaCloudVms/execution/words';
import type { Failure } from '../../nodes/AlibabaCloudVms/gateway/failure';

/** A function that makes failures, with all that is told of them in their description. */
export const told =
	<Given extends unknown[]>(explain: (...given: Given) => Failure) =>
	(...given: Given): Failure => {
		const failure = explain(...given);
		return { ...failure, description: descriptionOf(failure) };
	};
