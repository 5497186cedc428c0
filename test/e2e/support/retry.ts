// A browser on a busy machine is late at times. A second attempt tells that from a defect, and says so.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
