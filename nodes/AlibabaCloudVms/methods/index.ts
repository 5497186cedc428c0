import { columnsOfLastInput } from './columns';
import { alibabaCloudAccessKeyApiTest } from './credentialTest';
import { searchIn } from './listSearch';
import { callTasks } from './tasks';

/** What the editor asks, by the names under which descriptions call it. */
export const methods = {
	credentialTest: { alibabaCloudAccessKeyApiTest },
	resourceMapping: { columnsOfLastInput },
	listSearch: { searchCallTasks: searchIn(callTasks) },
};
