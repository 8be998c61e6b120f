export { aContact, aContent, aMember, anAccount, aWorkspace } from './builders.ts';
export type { TestWorkspace } from './builders.ts';
export { DIALECTS, openTestDatabase } from './test-database.ts';
export { freshSlot, urlOf } from './test-server.ts';
export { tableBytes } from './table-bytes.ts';
