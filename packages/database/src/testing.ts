export { aContact, aContent, aMember, anAccount, aWorkspace } from './builders.ts';
export type { TestWorkspace } from './builders.ts';
export { DIALECTS, openTestDatabase } from './test-database.ts';
export { urlOf } from './test-server.ts';
