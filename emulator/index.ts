/** A local stand-in for the vendor's gateway, for tests and for trying the node out. */
export { startEmulator, type Emulator, type EmulatorOptions } from './emulator';
export type { JournalEntry } from './actions/action';
export type { ForcedAnswer } from './gateway/gateway';
export { DEFAULT_ENTERPRISE_ID, TEST_KEYS, type AccessKey } from './keys';
export { createSeed } from './seed';
export type { Fault, FaultDetails, FaultKind, FaultShare } from './server/faults';
export type { Download } from './server/recordings';
export type { RequestRecord } from './server/handler';
export type { Settings } from './settings';
export type { NumberFile, TaskNumber } from './tasks/numbers';
export { recordOf, type CallRecord } from './tasks/records';
export type { TaskChanges, TaskStore } from './tasks/store';
export type { NewTimeCondition, TimeCondition } from './tasks/timeConditions';
export { newTask, type Task, type TaskField } from './tasks/task';
