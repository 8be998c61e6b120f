import type { Insertable } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

const AT = '2026-01-05T10:00:00.000Z';
const newId = (prefix: string) => `${prefix}_${uuidv7()}`;

/** Names of a workspace that a test may use. */
export interface TestWorkspace {
  organisationId: string;
  workspaceId: string;
}

/**
 * A workspace in an organisation of its own.
 * @param over.organisationId - An organisation that exists: the workspace becomes another one of it.
 */
export async function aWorkspace(
  database: Database,
  over: Partial<TestWorkspace & { name: string }> = {},
): Promise<TestWorkspace> {
  const { organisationId = newId('org'), workspaceId = newId('ws'), name = 'Production' } = over;
  if (over.organisationId === undefined)
    await database.control
      .insertInto('organisation')
      .values({ id: organisationId, name: 'Kitanaga', created_at: AT })
      .execute();
  await database.control
    .insertInto('workspace')
    .values({
      id: workspaceId,
      organisation_id: organisationId,
      name,
      identity_mode: 'required',
      default_locale: 'en',
      locales: '["en","ja","ko"]',
      time_zone: 'UTC',
      theme: '{}',
      fatigue: '{}',
      created_at: AT,
      updated_at: AT,
    })
    .execute();
  return { organisationId, workspaceId };
}

/** A member of an organisation, with a user who can not sign in. @returns the member's id. */
export async function aMember(
  database: Database,
  organisationId: string,
  over: { name?: string; role?: string } = {},
): Promise<string> {
  const [id, userId] = [newId('mem'), newId('usr')];
  await database.control
    .insertInto('auth_user')
    .values({
      id: userId,
      name: over.name ?? 'Mika Sato',
      email: `${userId}@example.com`,
      emailVerified: database.dialect === 'postgres' ? true : 1,
      createdAt: AT,
      updatedAt: AT,
    })
    .execute();
  await database.control
    .insertInto('member')
    .values({
      organisation_id: organisationId,
      id,
      user_id: userId,
      role: over.role ?? 'member',
      created_at: AT,
    })
    .execute();
  return id;
}

/** A row of an account. @returns its id. */
export async function anAccount(
  database: Database,
  workspaceId: string,
  over: Partial<Tables['account']> = {},
): Promise<string> {
  const row = {
    id: newId('acc'),
    name: 'Aoba Logistics',
    lifecycle: 'adopting',
    traits: '{}',
    created_at: AT,
    updated_at: AT,
    revision: 1,
    ...over,
    workspace_id: workspaceId,
  };
  await database.forWorkspace(workspaceId).write((db) => db.insertInto('account').values(row).execute());
  return row.id;
}

/** A row of a contact: verified, and a stranger to every other one. @returns its id. */
export async function aContact(
  database: Database,
  workspaceId: string,
  over: Partial<Insertable<Tables['contact']>> = {},
): Promise<string> {
  const id = over.id ?? newId('con');
  const row = {
    identity: 'verified' as const,
    external_id: `user-of-${id}`,
    name: 'Yuna Kim',
    traits: '{}',
    visits: 0,
    visit_interruptions: 0,
    asking: 'usual' as const,
    created_at: AT,
    updated_at: AT,
    revision: 1,
    ...over,
    id,
    workspace_id: workspaceId,
  };
  await database.forWorkspace(workspaceId).write((db) => db.insertInto('contact').values(row).execute());
  return id;
}

const PREFIX = { checklist: 'chk', survey: 'srv', resource: 'res', announcement: 'ann' } as const;

/** A row of a content: a published survey unless told otherwise, with an empty draft. @returns its id. */
export async function aContent(
  database: Database,
  workspaceId: string,
  over: Partial<Insertable<Tables['content']>> = {},
): Promise<string> {
  const kind = over.kind ?? 'survey';
  const id = over.id ?? newId(PREFIX[kind]);
  const row = {
    kind,
    slug: id,
    name: 'Quarterly NPS',
    status: 'published' as const,
    draft: '{}',
    version: 1,
    published_at: AT,
    edited: 0 as const,
    created_at: AT,
    updated_at: AT,
    revision: 1,
    ...over,
    id,
    workspace_id: workspaceId,
  };
  await database.forWorkspace(workspaceId).write((db) => db.insertInto('content').values(row).execute());
  return id;
}
