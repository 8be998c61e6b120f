import { createHash, randomUUID } from 'node:crypto';
import type { erasure, widgetApi } from '@banso/contract';
import type { Database } from '@banso/database';
import { PERSONAL } from '@banso/database';
import { uuidv7 } from 'uuidv7';
import { aBranchingSurvey, anAnnouncement, aSurvey } from '../../../recorder/testing/rig.ts';
import type { TestMember } from '../../../testing.ts';
import type { WidgetApp } from '../../../widget-testing.ts';
import { anEvent } from '../../../widget-testing.ts';

const [SURVEY, QUIZ, NEWS, REGIONAL, ELSEWHERE] = ['srv', 'srv', 'ann', 'ann', 'ann'].map(
  (prefix, n) => `${prefix}_0195d000-0000-7000-8000-0000000000b${n}`,
) as [string, string, string, string, string];

/** Strings that are nowhere else in the world, each from its own place. */
export class Canaries {
  readonly all: string[] = [];

  /** A new one. */
  sing(where: string): string {
    const one = `canary-${where}-${randomUUID()}`;
    this.all.push(one);
    return one;
  }

  /** Also hashes that anybody could make of what they know. */
  get withHashes(): string[] {
    const hashes = this.all.flatMap((one) =>
      ['sha256', 'md5'].flatMap((name) =>
        (['hex', 'base64url'] as const).map((form) => createHash(name).update(one).digest(form)),
      ),
    );
    return [...this.all, ...hashes];
  }
}

/** Somebody about whom everything is told that can be told. */
export interface Told {
  canaries: Canaries;
  userId: string;
  session: widgetApi.SessionResponse;
  anonymous: widgetApi.SessionResponse;
  anonymousId: string;
  /** What they sent. */
  events: Record<string, unknown>[];
}

/** What people are told about must be there before. */
export async function publishAll(app: WidgetApp): Promise<void> {
  const delivery = {
    recurrence: { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: 0, maxAttempts: null },
  };
  const transaction = { event: 'created', property: 'ticketId', withinDays: 7 };
  await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey(), delivery: { ...delivery, transaction } });
  await app.publish({ id: QUIZ, kind: 'survey', body: aBranchingSurvey(), delivery });
  await app.publish({ id: NEWS, kind: 'announcement', body: anAnnouncement(), delivery });
  // what decides that these are held is remembered with the decision
  const audience = { type: 'trait', subject: 'contact', key: 'region', op: 'is', value: 'EMEA' } as const;
  await app.publish({ id: REGIONAL, kind: 'announcement', body: anAnnouncement(), delivery: { audience } });
  const pages = ['/elsewhere'];
  await app.publish({ id: ELSEWHERE, kind: 'announcement', body: anAnnouncement(), delivery: { pages } });
}

/** Tells a canary at every door through which something about a person can come in. */
export async function tellEverything(app: WidgetApp, admin: TestMember): Promise<Told> {
  const canaries = new Canaries();
  const sing = (where: string) => canaries.sing(where);
  const userId = sing('user-id');
  const traits = (where: string) => ({ [sing(`${where}-key`)]: sing(`${where}-value`) });
  const put = (json: object) =>
    app.request(`/v1/contacts/by-external-id/${encodeURIComponent(userId)}`, admin, {
      method: 'PUT',
      json,
      headers: { 'idempotency-key': sing('idempotency-key') },
    });
  await ok(put({ name: sing('put-name'), email: `${sing('put-email')}@example.com`, traits: traits('put') }));

  const signed = { traits: { ...traits('signed'), name: sing('signed-name') } };
  const session = await app.person(userId, {
    claims: signed,
    body: {
      user: {
        id: userId,
        token: app.token(userId, signed),
        traits: { ...traits('told'), email: `${sing('told-email')}@example.com`, region: sing('region') },
      },
      page: {
        url: `https://app.example/${sing('session-page')}?q=${sing('session-query')}`,
        device: 'desktop',
      },
      locale: 'de-CH',
      timeZone: 'Antarctica/Troll',
    },
  });
  const { id } = session.contact;
  const patch = { name: sing('patch-name'), email: `${sing('patch-email')}@example.com` };
  await ok(
    app.request(`/v1/contacts/${id}`, admin, { method: 'PATCH', json: patch, headers: { 'if-match': '*' } }),
  );

  const events = eventsOf(app, sing);
  const [, about] = events.flatMap(({ responseId }) => (typeof responseId === 'string' ? [responseId] : []));
  await ok(app.sync(session.session, events));
  await ok(
    app.request('/v1/messages', admin, {
      method: 'POST',
      json: { contactId: id, text: sing('reply'), ...(about !== undefined && { about }) },
    }),
  );

  const subject = { kind: 'contact', id };
  for (const [path, json] of [
    ['/v1/notes', { subject, text: sing('note') }],
    ['/v1/tasks', { subject, title: sing('task') }],
  ] as const)
    await ok(app.request(path, admin, { method: 'POST', json }));

  const anonymousId = `anon_${randomUUID()}`;
  canaries.all.push(anonymousId);
  const opened = await app.open({ anonymousId, user: undefined });
  const anonymous = (await opened.json()) as widgetApi.SessionResponse;
  await ok(app.sync(anonymous.session, eventsOf(app, sing)));
  await app.deps.memory.settled();
  return { canaries, userId, session, anonymous, anonymousId, events };
}

function eventsOf(app: WidgetApp, sing: (where: string) => string): Record<string, unknown>[] {
  const at = app.clock.now();
  const url = (where: string) => `https://app.example/${sing(where)}`;
  const [first, second] = [`rsp_${uuidv7()}`, `rsp_${uuidv7()}`];
  const survey = { contentId: SURVEY, version: 1, responseId: first };
  const quiz = { contentId: QUIZ, version: 1, responseId: second };
  return [
    anEvent('page', { url: url('page'), properties: { [sing('page-key')]: sing('page-value') } }, { at }),
    anEvent(
      'track',
      { name: 'created', properties: { [sing('track-key')]: sing('track-value'), ticketId: sing('ticket') } },
      { at },
    ),
    anEvent('content_dismissed', { contentId: NEWS, version: 1, reason: sing('reason') }, { at }),
    anEvent('survey_answered', { ...survey, question: 'score', value: 9, url: url('answered-on') }, { at }),
    anEvent('survey_answered', { ...survey, question: 'reason', value: sing('first-comment') }, { at }),
    anEvent('survey_answered', { ...survey, question: 'reason', value: sing('comment') }, { at }),
    anEvent('survey_answered', { ...survey, question: 'more', value: sing('text-answer') }, { at }),
    anEvent('survey_completed', survey, { at }),
    anEvent(
      'survey_answered',
      { ...quiz, question: 'uses', value: ['other', 'search'], other: sing('other') },
      { at },
    ),
    anEvent('message_sent', { text: sing('message') }, { at }),
    anEvent('message_sent', { text: sing('message-about'), about: first }, { at }),
  ];
}

async function ok(answering: Response | Promise<Response>): Promise<void> {
  const answer = await answering;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status}: ${text}`);
  const { refused = [] } = JSON.parse(text) as { refused?: unknown[] };
  if (refused.length > 0) throw new Error(text);
}

/** Every table in whose rows one of the strings stands, and which. */
export async function tablesWith(
  database: Database,
  scopes: readonly string[],
  strings: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const note = (table: string, rows: unknown) => {
    const text = JSON.stringify(rows);
    const hits = strings.filter((one) => text.includes(one));
    if (hits.length > 0) found.set(table, [...(found.get(table) ?? []), ...hits]);
  };
  for (const scope of scopes)
    for (const table of Object.keys(PERSONAL) as (keyof typeof PERSONAL)[])
      note(
        table,
        await database
          .forWorkspace(scope)
          .read((db) => db.selectFrom(table).selectAll().where('workspace_id', '=', scope).execute()),
      );
  for (const table of CONTROL) note(table, await database.control.selectFrom(table).selectAll().execute());
  return found;
}

const CONTROL = [
  'auth_account',
  'auth_session',
  'auth_user',
  'auth_verification',
  'installation',
  'invitation',
  'member',
  'organisation',
  'workspace',
] as const;

/** Erases somebody as an administrator does. */
export async function eraseAs(
  app: WidgetApp,
  admin: TestMember,
  contactId: string,
  json: object = {},
): Promise<erasure.Erasure> {
  const answer = await app.request(`/v1/contacts/${contactId}/erase`, admin, { method: 'POST', json });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as erasure.Erasure;
}
