import type { Instant } from '@banso/domain/time';
import * as members from './members.ts';
import type { MemberRecord } from './members.ts';
import type { Db } from '../tables.ts';

/** Who something is about, as others may be told. */
export interface ToldPerson {
  id: string;
  /** As the customer's own system names them. */
  externalId: string;
  name: string | null;
  account: { id: string; externalId: string | null; name: string } | null;
}

/** Those of these people who are not erased, by id. */
export async function people(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, ToldPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('contact')
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'contact.workspace_id')
        .onRef('account.id', '=', 'contact.account_id'),
    )
    .select([
      'contact.id',
      'contact.external_id',
      'contact.name',
      'account.id as account_id',
      'account.external_id as account_external_id',
      'account.name as account_name',
    ])
    .where('contact.workspace_id', '=', workspaceId)
    .where('contact.id', 'in', ids)
    .where('contact.erased_at', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        externalId: row.external_id,
        name: row.name,
        account:
          row.account_id === null
            ? null
            : { id: row.account_id, externalId: row.account_external_id, name: row.account_name ?? '' },
      },
    ]),
  );
}

/** A message of a customer, as others may be told. */
export interface ToldMessage {
  id: string;
  text: string;
  about: string | null;
  receivedAt: Instant;
}

export async function message(db: Db, workspaceId: string, id: string): Promise<ToldMessage | undefined> {
  const row = await db
    .selectFrom('message')
    .select(['id', 'text', 'about', 'received_at'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { id: row.id, text: row.text, about: row.about, receivedAt: row.received_at };
}

/** A member of the organisation of a workspace, as alerts name them. */
export interface TeamMember {
  id: string;
  role: string;
  email: string;
  language: string | null;
  /** Given or denied whatever the role says; null: as it says. */
  overrides: MemberRecord['overrides'];
}

/** Members of the organisation of a workspace, who joined first comes first. */
export async function team(db: Db, workspaceId: string): Promise<TeamMember[]> {
  const workspace = await db
    .selectFrom('workspace')
    .select('organisation_id')
    .where('id', '=', workspaceId)
    .executeTakeFirst();
  return workspace ? members.list(db, workspace.organisation_id, { limit: MOST_MEMBERS }) : [];
}

/** Of one organisation; far more than any has. */
const MOST_MEMBERS = 10_000;
