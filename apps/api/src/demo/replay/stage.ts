import type { Database, Db } from '@banso/database';
import type { Principal } from '../../app-env.ts';
import type { PublishedContents } from '../../published-contents.ts';
import type { Calendar } from '../calendar.ts';
import type { Company } from '../company.ts';
import type { IdAt } from '../ids.ts';
import type { DemoPlan } from '../plan.ts';
import type { Chance } from '../random.ts';
import type { MemberKey } from '../team.ts';

/** Where a plan is carried out. */
export interface Stage {
  /** Inside the seed's transaction. */
  database: Database;
  published: PublishedContents;
  calendar: Calendar;
  company: Company;
  plan: DemoPlan;
  newId: IdAt;
  chance: Chance;
  /** The installation's. */
  secret: string;
  principalOf: (key: MemberKey) => Extract<Principal, { kind: 'member' }>;
}

/** Works on the rows of the workspace that has the data. */
export const inWorkspace = <T>(
  { database, company }: Stage,
  work: (db: Db, workspaceId: string) => Promise<T>,
): Promise<T> => database.forWorkspace(company.workspaceId).write((db) => work(db, company.workspaceId));
