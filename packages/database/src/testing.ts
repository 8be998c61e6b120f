export { aContact, aContent, aMember, anAccount, aWorkspace } from './builders.ts';
export type { TestWorkspace } from './builders.ts';
export { DIALECTS, openTestDatabase, urlOf } from './test-database.ts';
