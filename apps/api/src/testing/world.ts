import type { Role } from '@banso/contract';
import { users } from '@banso/database';
import { hashPassword } from '../password-hash.ts';
import type { Caller, TestApp, TestMember } from '../testing.ts';

/** Things that one side of the world has, by what they are. `spare…` ones may be used up. */
export const NOUNS = [
  'organisation',
  'workspace',
  'member',
  'spareMember',
  'invitation',
  'key',
  'account',
  'contact',
  'checklist',
  'spareChecklist',
  'survey',
  'spareSurvey',
  'resource',
  'spareResource',
  'response',
] as const;
export type Noun = (typeof NOUNS)[number];

export const PASSWORD = 'three quiet lanterns';

/** An organisation with a workspace, one of everything in it, and people of every role. */
export interface Side {
  organisationId: string;
  workspaceId: string;
  ids: Readonly<Record<Noun, string>>;
  /** A draft of each kind of content, as the API itself made it. */
  drafts: Readonly<Record<'checklist' | 'survey' | 'resource', unknown>>;
  people: Readonly<Record<Role, TestMember>>;
  keys: { all: Caller; read: Caller; write: Caller; revoked: Caller };
}

/** @param name - Stands in every text of this side, so that a leak can be seen. */
export async function aSide(api: TestApp, name: string): Promise<Side> {
  const { organisationId, workspaceId } = await api.organisation(`${name} organisation`);
  const person = (role: Role) => api.member(organisationId, role, workspaceId);
  const people = {
    owner: await person('owner'),
    admin: await person('admin'),
    supervisor: await person('supervisor'),
    member: await person('member'),
    viewer: await person('viewer'),
  };
  await users.setPasswordHash(
    api.database.control,
    people.owner.userId,
    await hashPassword(PASSWORD),
    api.clock.now(),
  );
  const made = async (path: string, json: unknown) => {
    const answer = await api.request(path, people.owner, { method: 'POST', json });
    if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { id: string; draft?: unknown };
  };
  const account = await made('/v1/accounts', { name: `${name} account`, externalId: `${name}-account` });
  const contact = await made('/v1/contacts', {
    externalId: `${name}-contact`,
    name: `${name} contact`,
    accountId: account.id,
  });
  const checklist = await made('/v1/checklists', { name: `${name} checklist` });
  const survey = await made('/v1/surveys', { name: `${name} survey` });
  const resource = await made('/v1/resources', { name: `${name} resource` });
  const key = await api.secretKey(workspaceId);
  const revoked = await api.secretKey(workspaceId);
  await api.request(`/v1/keys/${revoked.id}`, people.owner, { method: 'DELETE' });
  return {
    organisationId,
    workspaceId,
    ids: {
      organisation: organisationId,
      workspace: workspaceId,
      member: people.member.id,
      spareMember: (await person('member')).id,
      invitation: (
        await made('/v1/invitations', { email: `${name}@example.com`.toLowerCase(), role: 'viewer' })
      ).id,
      key: key.id,
      account: account.id,
      contact: contact.id,
      checklist: checklist.id,
      spareChecklist: (await made('/v1/checklists', { name: `${name} spare` })).id,
      survey: survey.id,
      spareSurvey: (await made('/v1/surveys', { name: `${name} spare` })).id,
      resource: resource.id,
      spareResource: (await made('/v1/resources', { name: `${name} spare` })).id,
      response: await aResponse(api, workspaceId, {
        surveyId: survey.id,
        contactId: contact.id,
        comment: `${name} comment`,
      }),
    },
    drafts: { checklist: checklist.draft, survey: survey.draft, resource: resource.draft },
    people,
    keys: {
      all: await api.secretKey(workspaceId),
      read: await api.secretKey(workspaceId, ['read']),
      write: await api.secretKey(workspaceId, ['write']),
      revoked,
    },
  };
}

async function aResponse(
  api: TestApp,
  workspaceId: string,
  { surveyId, contactId, comment }: { surveyId: string; contactId: string; comment: string },
): Promise<string> {
  const id = api.deps.newId('rsp');
  const at = api.clock.now();
  await api.database.forWorkspace(workspaceId).write((db) =>
    db
      .insertInto('response')
      .values({
        workspace_id: workspaceId,
        id,
        content_id: surveyId,
        version: 1,
        contact_id: contactId,
        account_id: null,
        locale: 'en',
        page_url: null,
        verified: 1,
        score: 9,
        score_question: 'nps',
        score_at: at,
        superseded_at: null,
        comment,
        answered_at: at,
        completed_at: at,
        read_at: null,
      })
      .execute(),
  );
  return id;
}

const TENANT_TABLES = [
  'account',
  'audit_entry',
  'checklist_progress',
  'contact',
  'content',
  'content_day',
  'content_file',
  'content_state',
  'content_version',
  'counter',
  'event',
  'event_count',
  'exposure',
  'idempotency',
  'key',
  'response',
  'response_answer',
  'score_hour',
  'score_repeat',
  'step_done',
  'widget_session',
] as const;

/** Every row of a side as text; the same text means that nothing was changed. */
export async function rowsOf(api: TestApp, side: Side): Promise<string> {
  const rows: unknown[] = [];
  for (const scopeId of [side.workspaceId, side.organisationId])
    for (const table of TENANT_TABLES)
      rows.push(
        await api.database
          .forWorkspace(scopeId)
          .read((db) => db.selectFrom(table).selectAll().where('workspace_id', '=', scopeId).execute()),
      );
  const { control } = api.database;
  rows.push(
    await control.selectFrom('organisation').selectAll().where('id', '=', side.organisationId).execute(),
  );
  rows.push(
    await control
      .selectFrom('workspace')
      .selectAll()
      .where('organisation_id', '=', side.organisationId)
      .execute(),
  );
  rows.push(
    await control
      .selectFrom('invitation')
      .selectAll()
      .where('organisation_id', '=', side.organisationId)
      .execute(),
  );
  rows.push(
    await control
      .selectFrom('member')
      .innerJoin('auth_user', 'auth_user.id', 'member.user_id')
      .select(['member.id', 'member.role', 'auth_user.name', 'auth_user.email'])
      .where('organisation_id', '=', side.organisationId)
      .execute(),
  );
  return rows
    .flatMap((table) => (table as unknown[]).map((row) => JSON.stringify(row, withoutLastUse)))
    .toSorted()
    .join('\n');
}

/** That a key was used is written down by the key's owner's own requests. */
const withoutLastUse = (name: string, value: unknown): unknown =>
  name === 'last_used_at' ? undefined : value;
