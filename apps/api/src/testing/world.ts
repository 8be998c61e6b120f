import type { Role } from '@banso/contract';
import { erasures, imports, search, surveyLinks, topicAnswers, users } from '@banso/database';
import type { ContentKind } from '@banso/domain/content';
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
  'renewal',
  'contact',
  'checklist',
  'spareChecklist',
  'survey',
  'spareSurvey',
  'resource',
  'spareResource',
  'announcement',
  'spareAnnouncement',
  'response',
  'tag',
  'otherTag',
  'spareTag',
  'note',
  'task',
  'spareTask',
  'spareNote',
  'view',
  'team',
  'spareView',
  'segment',
  'spareSegment',
  'theme',
  'spareTheme',
  'topic',
  'otherTopic',
  'spareTopic',
  'webhook',
  'spareWebhook',
  'alertRule',
  'spareAlertRule',
  'export',
  'import',
  'checkedImport',
  'doneImport',
  'spareImport',
  'message',
  'customerCase',
  'link',
  'spareLink',
  'erasure',
  'spareContact',
  'checklistComment',
  'surveyComment',
  'resourceComment',
  'announcementComment',
] as const;
export type Noun = (typeof NOUNS)[number];

export const PASSWORD = 'three quiet lanterns';

/** An organisation with a workspace, one of everything in it, and people of every role. */
export interface Side {
  organisationId: string;
  workspaceId: string;
  ids: Readonly<Record<Noun, string>>;
  /** A draft of each kind of content, as the API itself made it. */
  drafts: Readonly<Record<ContentKind, unknown>>;
  people: Readonly<Record<Role, TestMember>>;
  keys: { all: Caller; read: Caller; write: Caller; revoked: Caller };
}

/**
 * @param name - Stands in every text of this side, so that a leak can be seen.
 * @param said - Stands in what customers write, what is written to them, and noted about them.
 */
export async function aSide(api: TestApp, name: string, said = name): Promise<Side> {
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
    const answer = await api.request(path, people.owner, {
      method: 'POST',
      json,
      headers: { 'if-match': '*' },
    });
    if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { id: string; draft?: unknown };
  };
  const account = await made('/v1/accounts', {
    name: `${name} account`,
    externalId: `${name}-account`,
    renewalDate: '2026-03-31',
  });
  const contact = await made('/v1/contacts', {
    externalId: `${name}-contact`,
    name: `${name} contact`,
    accountId: account.id,
  });
  const checklist = await made('/v1/checklists', { name: `${name} checklist` });
  const survey = await made('/v1/surveys', { name: `${name} survey` });
  const resource = await made('/v1/resources', { name: `${name} resource` });
  const announcement = await made('/v1/announcements', { name: `${name} announcement` });
  const comment = async (noun: string, { id }: { id: string }) =>
    (await made(`/v1/${noun}/${id}/comments`, { text: `${name} comment` })).id;
  const aSegment = async (what: string) =>
    (await made('/v1/segments', { name: `${name} ${what}`, condition: { type: 'all', of: [] } })).id;
  const aTheme = async (what: string) => (await made('/v1/themes', { name: `${name} ${what}` })).id;
  const aTopic = async (what: string) =>
    (
      await made('/v1/topics', {
        name: `${name} ${what}`,
        rules: [{ language: null, any: [name], none: [] }],
      })
    ).id;
  const aWebhook = async (what: string) =>
    (await made('/v1/webhooks', { name: `${name} ${what}`, url: 'https://receiver.example/hook' })).id;
  const anAlertRule = async (what: string) =>
    (
      await made('/v1/alert-rules', {
        name: `${name} ${what}`,
        when: { type: 'answer', words: [name] },
        receivers: { members: { type: 'all' } },
      })
    ).id;
  const inStatus = (status: 'checked' | 'done') => (id: string) =>
    api.database
      .forWorkspace(workspaceId)
      .write((db) => imports.change(db, workspaceId, { id, from: ['uploaded'] }, { status }));
  const aTag = async (what: string) => (await made('/v1/tags', { name: `${name} ${what}` })).id;
  const aNote = async (what: string) =>
    (await made('/v1/notes', { subject: { kind: 'account', id: account.id }, text: `${said} ${what}` })).id;
  const aTask = async (what: string) =>
    (await made('/v1/tasks', { title: `${name} ${what}`, subject: { kind: 'account', id: account.id } })).id;
  const aView = async (what: string) =>
    (await made('/v1/views', { page: 'feedback', name: `${name} ${what}`, query: {}, shared: true })).id;
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
      renewal: await aRenewal(made, account.id),
      contact: contact.id,
      checklist: checklist.id,
      spareChecklist: (await made('/v1/checklists', { name: `${name} spare` })).id,
      survey: survey.id,
      spareSurvey: (await made('/v1/surveys', { name: `${name} spare` })).id,
      resource: resource.id,
      spareResource: (await made('/v1/resources', { name: `${name} spare` })).id,
      announcement: announcement.id,
      spareAnnouncement: (await made('/v1/announcements', { name: `${name} spare` })).id,
      response: await aResponse(api, workspaceId, {
        surveyId: survey.id,
        contactId: contact.id,
        comment: `${said} comment`,
      }),
      tag: await aTag('tag'),
      otherTag: await aTag('other tag'),
      spareTag: await aTag('spare tag'),
      note: await aNote('note'),
      spareNote: await aNote('spare note'),
      task: await aTask('task'),
      spareTask: await aTask('spare task'),
      team: (await made('/v1/teams', { name: `${name} team`, memberIds: [people.member.id] })).id,
      view: await aView('view'),
      spareView: await aView('spare view'),
      segment: await aSegment('segment'),
      spareSegment: await aSegment('spare'),
      theme: await aTheme('theme'),
      spareTheme: await aTheme('spare'),
      topic: await aTopic('topic'),
      otherTopic: await aTopic('other'),
      spareTopic: await aTopic('spare'),
      webhook: await aWebhook('webhook'),
      spareWebhook: await aWebhook('spare webhook'),
      alertRule: await anAlertRule('rule'),
      spareAlertRule: await anAlertRule('spare rule'),
      export: (await made('/v1/exports', { kind: 'responses' })).id,
      link: await aLink(api, workspaceId, survey.id),
      spareLink: await aLink(api, workspaceId, survey.id),
      import: await anImport(made, name, said),
      checkedImport: await anImport(made, name, said, inStatus('checked')),
      doneImport: await anImport(made, name, said, inStatus('done')),
      spareImport: await anImport(made, name, said),
      message: (await made('/v1/messages', { contactId: contact.id, text: `${said} message` })).id,
      customerCase: (await made('/v1/cases', { contactId: contact.id })).id,
      erasure: await anErasure(api, workspaceId, contact.id),
      spareContact: (await made('/v1/contacts', { externalId: `${name}-spare`, name: `${name} spare` })).id,
      checklistComment: await comment('checklists', checklist),
      surveyComment: await comment('surveys', survey),
      resourceComment: await comment('resources', resource),
      announcementComment: await comment('announcements', announcement),
    },
    drafts: {
      checklist: checklist.draft,
      survey: survey.draft,
      resource: resource.draft,
      announcement: announcement.draft,
    },
    people,
    keys: {
      all: await api.secretKey(workspaceId),
      read: await api.secretKey(workspaceId, ['read']),
      write: await api.secretKey(workspaceId, ['write']),
      revoked,
    },
  };
}

/** One that was decided, of an account whose next one is open. */
async function aRenewal(
  made: (path: string, json: unknown) => Promise<{ id: string }>,
  accountId: string,
): Promise<string> {
  const decision = { outcome: 'renewed', nextDueDate: '2027-03-31' };
  return (await made(`/v1/accounts/${accountId}/renewals`, decision)).id;
}

/** Personal addresses to a survey, whether or not that is published. */
async function aLink(api: TestApp, workspaceId: string, contentId: string): Promise<string> {
  const id = api.deps.newId('lnk');
  await api.database.forWorkspace(workspaceId).write((db) =>
    surveyLinks.create(db, workspaceId, {
      id,
      contentId,
      kind: 'personal',
      channel: 'email',
      name: 'By mail',
      expiresAt: null,
      revokedAt: null,
      createdAt: api.clock.now(),
      createdBy: null,
    }),
  );
  return id;
}

/** A file of one line, which nobody has looked at; `then` moves it on. */
async function anImport(
  made: (path: string, json: unknown) => Promise<{ id: string }>,
  name: string,
  said: string,
  then: (id: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<string> {
  const file = Buffer.from(`email,score,date,comment\n${name}@example.com,9,2026-01-01,${said}\n`).toString(
    'base64',
  );
  const { id } = await made('/v1/imports', { source: 'csv', fileName: `${name}.csv`, file });
  await then(id);
  return id;
}

async function aResponse(
  api: TestApp,
  workspaceId: string,
  { surveyId, contactId, comment }: { surveyId: string; contactId: string; comment: string },
): Promise<string> {
  const id = api.deps.newId('rsp');
  const at = api.clock.now();
  await api.database.forWorkspace(workspaceId).write(async (db) => {
    await db
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
      .execute();
    const written = [{ source: 'response' as const, id, at, texts: [comment] }];
    await topicAnswers.countTexts(db, workspaceId, written, await search.put(db, workspaceId, written));
  });
  return id;
}

/** Carried out, so that it can be lifted. */
async function anErasure(api: TestApp, workspaceId: string, contactId: string): Promise<string> {
  const id = api.deps.newId('era');
  const at = api.clock.now();
  await api.database
    .forWorkspace(workspaceId)
    .write((db) =>
      erasures.carryOut(db, workspaceId, { id, contactId, at, by: 'mem_gone', tombstone: `${id} stone` }),
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
  'customer_case',
  'erasure',
  'event',
  'event_count',
  'export',
  'exposure',
  'idempotency',
  'import',
  'import_row',
  'key',
  'message',
  'note',
  'note_mention',
  'response',
  'response_answer',
  'response_tag',
  'saved_view',
  'score_hour',
  'score_repeat',
  'score_segment',
  'step_done',
  'search_text',
  'tag',
  'task',
  'team',
  'team_member',
  'theme',
  'thread',
  'topic',
  'topic_answer',
  'topic_day',
  'webhook',
  'alert_rule',
  'delivery',
  'notice',
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
