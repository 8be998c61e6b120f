import { DEFAULT_CASE_SETTINGS } from '@banso/domain/cases';
import type { ContentKind } from '@banso/domain/content';
import type { Noun, Side } from './world.ts';
import { PASSWORD } from './world.ts';

/** Names a thing of the caller's own side; the matrix puts foreign ones in its place, one at a time. */
export type IdOf = (noun: Noun) => string;

/** A valid request of an operation. */
export interface Example {
  params?: (id: IdOf) => Record<string, string>;
  query?: (id: IdOf) => Record<string, string>;
  json?: (id: IdOf, side: Side) => unknown;
}

/** Operations for everybody or for the widget: their own tests say what they let in. */
type Open = 'public' | 'widget';

const byId = (noun: Noun): Example => ({ params: (id) => ({ id: id(noun) }) });
const journey = (id: IdOf) => ({ checklistId: id('checklist'), from: '2026-01-01', to: '2026-02-01' });
const changing = (noun: Noun, json: Example['json']): Example => ({ ...byId(noun), ...(json && { json }) });

const ofLink = (noun: Noun, query?: Example['query']): Example => ({
  params: (id) => ({ id: id('survey'), linkId: id(noun) }),
  ...(query && { query }),
});

/** The lifecycle of one kind of content, in an order in which each step is allowed. */
function contentExamples(
  path: string,
  kind: ContentKind,
  spare: Noun,
  content: object = {},
): Record<string, Example> {
  const isVaried = kind === 'checklist' || kind === 'survey';
  const draft = (id: IdOf, side: Side) => {
    const { delivery, body, ...rest } = side.drafts[kind] as { delivery: object; body: object };
    const audience = { type: 'content', contentId: id('survey'), phase: 'answered', happened: true };
    const whole = { ...body, ...content };
    if (!isVaried) return { ...rest, delivery: { ...delivery, audience }, body: whole };
    const variants = { b: { ...whole, title: IN_ALL('Other') } };
    return { ...rest, delivery: { ...delivery, audience, experiment: VARIED }, body: whole, variants };
  };
  const ofComment: Example = { params: (id) => ({ id: id(kind), commentId: id(`${kind}Comment`) }) };
  return {
    [`GET ${path}`]: {},
    [`POST ${path}`]: { json: (id, side) => ({ name: 'New', draft: draft(id, side) }) },
    [`POST ${path}/preview`]: { json: (id, side) => ({ draft: draft(id, side), locale: 'en' }) },
    [`GET ${path}/{id}`]: byId(kind),
    [`PATCH ${path}/{id}`]: changing(kind, (id, side) => ({ draft: draft(id, side) })),
    [`GET ${path}/{id}/translations`]: { ...byId(kind), query: () => ({ locale: 'ja' }) },
    [`POST ${path}/{id}/translations`]: changing(kind, () => ({
      format: 'csv',
      text: 'key,source en,target ja\r\n',
    })),
    [`POST ${path}/{id}/duplicate`]: byId(kind),
    [`GET ${path}/{id}/checks`]: byId(kind),
    [`GET ${path}/{id}/outlook`]: byId(kind),
    [`POST ${path}/{id}/link-checks`]: byId(kind),
    [`POST ${path}/{id}/preview-as`]: changing(kind, (id, side) => ({
      draft: draft(id, side),
      contact: id('contact'),
    })),
    [`POST ${path}/{id}/preview-links`]: changing(kind, () => ({ url: 'https://app.example/start' })),
    [`GET ${path}/{id}/experiment`]: byId(kind),
    ...(isVaried && { [`POST ${path}/{id}/winner`]: changing(kind, () => ({ variant: 'b' })) }),
    [`POST ${path}/{id}/request-review`]: changing(kind, () => ({ note: 'Please read it.' })),
    [`POST ${path}/{id}/request-changes`]: changing(kind, () => ({ comment: 'Shorter, please.' })),
    [`POST ${path}/{id}/approve`]: changing(kind, () => ({ comment: 'Good.' })),
    [`GET ${path}/{id}/comments`]: byId(kind),
    [`POST ${path}/{id}/comments`]: changing(kind, () => ({ text: 'What about Mika?', path: 'title' })),
    [`POST ${path}/{id}/comments/{commentId}/resolve`]: ofComment,
    [`POST ${path}/{id}/comments/{commentId}/reopen`]: ofComment,
    [`DELETE ${path}/{id}/comments/{commentId}`]: ofComment,
    [`POST ${path}/{id}/editing`]: changing(kind, () => ({ tab: 'tab-0001' })),
    [`POST ${path}/{id}/publish`]: changing(kind, () => ({ note: 'first' })),
    [`POST ${path}/{id}/pause`]: byId(kind),
    [`POST ${path}/{id}/resume`]: byId(kind),
    [`POST ${path}/{id}/schedule`]: changing(kind, () => ({ startsAt: '2026-02-01T00:00:00.000Z' })),
    [`POST ${path}/{id}/unschedule`]: byId(kind),
    [`POST ${path}/{id}/rollback`]: changing(kind, () => ({ version: 1 })),
    [`GET ${path}/{id}/versions`]: byId(kind),
    [`GET ${path}/{id}/log`]: byId(kind),
    [`POST ${path}/{id}/archive`]: byId(kind),
    [`DELETE ${path}/{id}`]: byId(spare),
  };
}

/** Two variants of a survey or checklist. */
const VARIED = {
  unit: 'account',
  controlPercent: 0,
  goal: { event: 'exported', withinDays: 7 },
  plannedPerArm: 2,
  variants: { base: { name: 'Short', weight: 1 }, b: { name: 'Long', weight: 1 } },
};

const IN_ALL = (text: string) => ({ en: text, ja: text, ko: text });
const A_STEP = {
  key: 'invite',
  title: IN_ALL('Invite'),
  body: IN_ALL('Invite your team.'),
  action: null,
  completeWhen: null,
  requires: [],
  optional: false,
  visibleWhen: null,
  dueInDays: null,
  owner: 'customer',
};

/** A row for every operation, in an order in which all of them succeed one after the other. */
export const EXAMPLES: Readonly<Record<string, Example | Open>> = {
  'GET /v1/setup': 'public',
  'POST /v1/setup': 'public',
  'POST /v1/auth/sign-in/email': 'public',
  'POST /v1/auth/sign-out': 'public',
  'GET /v1/auth/get-session': 'public',
  'POST /v1/auth/password-reset': 'public',
  'POST /v1/auth/password-reset/use': 'public',
  'POST /v1/demo/sign-in': 'public',
  'POST /v1/demo/identity-token': 'public',
  'GET /playground/config.json': 'public',
  'GET /v1/invitations/by-token/{token}': 'public',
  'POST /v1/invitations/accept': 'public',
  'GET /v1/mail-off/{token}': 'public',
  'POST /v1/mail-off/{token}': 'public',
  'POST /v1/w/{key}/session': 'public',
  'POST /v1/w/{key}/preview': 'public',
  'POST /v1/w/{key}/sync': 'widget',
  'GET /v1/w/{key}/content/{hash}': 'public',
  'GET /v1/w/{key}/messages': 'widget',
  'GET /v1/w/{key}/me': 'widget',
  'GET /v1/w/{key}/me/export': 'widget',
  'GET /s/{token}': 'public',
  'POST /s/{token}': 'public',
  'POST /s/{token}/facts': 'public',
  'GET /s/{token}/look.css': 'public',
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'GET /metrics': 'public',
  'GET /openapi.json': 'public',
  'GET /docs': 'public',

  'GET /v1/content-tags': {},
  'POST /v1/content-tags': {
    json: (id) => ({ contents: [id('survey'), id('resource')], add: ['Feedback'] }),
  },

  'GET /v1/content-templates': {},
  'GET /v1/content-templates/{id}': { params: () => ({ id: 'first-week' }) },

  'GET /v1/exports/content': { query: (id) => ({ content: id('survey') }) },
  'POST /v1/imports/content': {
    json: (_id, { drafts }) => ({
      files: [
        {
          path: 'surveys/from-a-file.yaml',
          // every JSON is YAML
          text: JSON.stringify({ name: 'From a file', ...(drafts.survey as object) }),
        },
      ],
    }),
  },

  'GET /v1/me': {},
  'PATCH /v1/me': { json: () => ({ name: 'Mika', language: 'ja' }) },
  'POST /v1/me/password': { json: () => ({ currentPassword: PASSWORD, newPassword: 'four quiet lanterns' }) },
  'GET /v1/organisations/{id}': byId('organisation'),
  'PATCH /v1/organisations/{id}': changing('organisation', () => ({ name: 'Minami' })),
  'GET /v1/members': {},
  'GET /v1/members/{id}': byId('member'),
  'PATCH /v1/members/{id}': changing('member', () => ({ role: 'viewer' })),
  'DELETE /v1/members/{id}': byId('spareMember'),
  'GET /v1/mail': {},
  'POST /v1/mail/test': {},
  'POST /v1/me/digest': {},
  'GET /v1/invitations': {},
  'POST /v1/invitations': { json: () => ({ email: 'jun@example.com', role: 'member' }) },
  'DELETE /v1/invitations/{id}': byId('invitation'),
  'GET /v1/workspaces': {},
  'POST /v1/workspaces': { json: () => ({ name: 'Staging' }) },
  'GET /v1/workspaces/{id}': byId('workspace'),
  'PATCH /v1/workspaces/{id}': changing('workspace', () => ({ name: 'Live' })),
  'GET /v1/workspaces/{id}/installation': byId('workspace'),
  'GET /v1/keys': {},
  'POST /v1/keys': { json: () => ({ kind: 'secret', name: 'CRM', scopes: ['read'] }) },
  'DELETE /v1/keys/{id}': byId('key'),
  'POST /v1/identity/check': { json: () => ({ token: 'a.b.c' }) },
  'GET /v1/audit-log': {},
  'GET /v1/live': {},

  'GET /v1/accounts': { query: (id) => ({ ownerId: id('member') }) },
  'GET /v1/accounts/plans': {},
  'POST /v1/accounts': { json: (id) => ({ name: 'Acme', externalId: 'acme', ownerId: id('member') }) },
  'PUT /v1/accounts/by-external-id/{externalId}': {
    params: () => ({ externalId: 'acme' }),
    json: (id) => ({ name: 'Acme', ownerId: id('member') }),
  },
  'GET /v1/accounts/{id}': byId('account'),
  'PATCH /v1/accounts/{id}': changing('account', (id) => ({ plan: 'pro', ownerId: id('member') })),
  'GET /v1/renewals': { query: (id) => ({ accountId: id('account') }) },
  'DELETE /v1/renewals/{id}': byId('renewal'),
  'POST /v1/accounts/{id}/renewals': changing('account', () => ({
    outcome: 'renewed',
    nextDueDate: '2028-03-31',
  })),
  'GET /v1/accounts/{id}/progress': byId('account'),
  'GET /v1/accounts/{id}/timeline': byId('account'),
  'GET /v1/contacts': { query: (id) => ({ accountId: id('account') }) },
  'POST /v1/contacts': { json: (id) => ({ externalId: 'user-42', accountId: id('account') }) },
  'PUT /v1/contacts/by-external-id/{externalId}': {
    params: () => ({ externalId: 'user-42' }),
    json: (id) => ({ name: 'Jun', accountId: id('account') }),
  },
  'GET /v1/contacts/{id}': byId('contact'),
  'PATCH /v1/contacts/{id}': changing('contact', (id) => ({ name: 'Jun', accountId: id('account') })),
  'GET /v1/contacts/{id}/export': byId('contact'),
  'POST /v1/contacts/{id}/erase': changing('spareContact', () => ({})),
  'GET /v1/erasures': { query: (id) => ({ contactId: id('contact') }) },
  'POST /v1/erasures/{id}/lift': byId('erasure'),
  'GET /v1/contacts/{id}/progress': byId('contact'),
  'GET /v1/contacts/{id}/timeline': byId('contact'),
  'GET /v1/responses': {
    query: (id) => ({ surveyId: id('survey'), contactId: id('contact'), accountId: id('account') }),
  },
  'GET /v1/responses/unread': {},
  'GET /v1/responses/{id}': byId('response'),
  'PATCH /v1/responses/{id}': changing('response', () => ({ read: true })),
  'GET /v1/messages': { query: (id) => ({ contactId: id('contact'), accountId: id('account') }) },
  'POST /v1/messages': {
    json: (id) => ({ contactId: id('contact'), text: 'Hello', about: id('response') }),
  },
  'GET /v1/messages/threads': {
    query: (id) => ({ accountId: id('account'), ownerId: id('member') }),
  },
  'GET /v1/messages/waiting': {},
  'PATCH /v1/messages/threads/{contactId}': {
    params: (id) => ({ contactId: id('contact') }),
    json: (id) => ({ read: true, upTo: id('message') }),
  },
  'GET /v1/cases': {
    query: (id) => ({
      ownerId: id('member'),
      contactId: id('contact'),
      accountId: id('account'),
      responseId: id('response'),
    }),
  },
  'GET /v1/cases/counts': {},
  'GET /v1/cases/{id}': byId('customerCase'),
  'PATCH /v1/cases/{id}': changing('customerCase', (id) => ({ ownerId: id('member'), teamId: id('team') })),
  'POST /v1/cases/bulk': {
    json: (id) => ({ cases: [id('customerCase')], change: { status: 'closed', outcome: 'resolved' } }),
  },
  'POST /v1/cases': {
    json: (id) => ({ contactId: id('contact'), responseId: id('response'), ownerId: id('member') }),
  },
  'GET /v1/case-settings': {},
  'PUT /v1/case-settings': { json: () => DEFAULT_CASE_SETTINGS },
  'GET /v1/reports/loop': {
    query: () => ({ from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' }),
  },
  'GET /v1/holdout': {},
  'PUT /v1/holdout': {
    json: () => ({
      holdout: {
        unit: 'account',
        controlPercent: 5,
        goal: { event: 'export', withinDays: 30 },
        plannedPerArm: 100,
      },
    }),
  },
  'GET /v1/reports/listening': {},
  'GET /v1/reports/onboarding': { query: journey },
  'GET /v1/reports/onboarding/units': { query: journey },
  'GET /v1/reports/onboarding/goals': {},
  'PUT /v1/reports/onboarding/goals': {
    json: (id) => ({ checklistId: id('checklist'), goal: { event: 'export', withinDays: 14 } }),
  },
  'GET /v1/reports/coverage': {},
  'GET /v1/reports/coverage/unheard': {},
  'GET /v1/reports/content': { query: () => ({ from: '2026-01-01', to: '2026-02-01' }) },
  'GET /v1/reports/questions': {
    query: (id) => ({ surveyId: id('survey'), from: '2026-01-01', to: '2026-02-01' }),
  },
  'GET /v1/reports/translations': {},
  'GET /v1/translations': { query: () => ({ locale: 'ja', source: 'en' }) },
  'POST /v1/translations': {
    query: () => ({ skip: 'true' }),
    json: (id) => ({
      format: 'csv',
      text: `content,key,source en,target ja\r\n${id('announcement')},nothing,x,y\r\n`,
    }),
  },
  ...Object.fromEntries(
    ['nps', 'csat', 'ces', 'nps/roll-ups'].map((report) => [
      `GET /v1/reports/${report}`,
      {
        query: (id: IdOf) => ({
          surveyId: id('survey'),
          from: '2026-01-01T00:00:00.000Z',
          to: '2026-02-01T00:00:00.000Z',
        }),
      },
    ]),
  ),
  'POST /v1/identify': { json: () => ({ userId: 'user-42', traits: { name: 'Jun' } }) },
  'POST /v1/group': { json: () => ({ userId: 'user-42', groupId: 'acme', traits: { plan: 'pro' } }) },
  'POST /v1/track': { json: () => ({ userId: 'user-42', event: 'saved', properties: { size: 3 } }) },
  'POST /v1/page': { json: () => ({ userId: 'user-42', name: 'Home' }) },
  'POST /v1/alias': { json: () => ({ userId: 'user-42', previousId: 'visitor-1' }) },
  'POST /v1/batch': { json: () => ({ batch: [{ type: 'track', userId: 'user-42', event: 'saved' }] }) },
  'GET /v1/segments': {},
  'POST /v1/segments': {
    json: (id) => ({ name: 'New', condition: { type: 'segment', segmentId: id('segment') } }),
  },
  'GET /v1/segments/{id}': byId('segment'),
  'PATCH /v1/segments/{id}': changing('segment', () => ({ condition: { type: 'all', of: [] } })),
  'DELETE /v1/segments/{id}': byId('spareSegment'),
  'GET /v1/exports': {},
  'POST /v1/exports': { json: (id) => ({ kind: 'responses', surveyId: id('survey') }) },
  'GET /v1/exports/{id}': byId('export'),
  'GET /v1/exports/{id}/file': { ...byId('export'), query: (id) => ({ after: id('response') }) },
  'GET /v1/imports': {},
  'POST /v1/imports': {
    json: () => ({
      source: 'csv',
      fileName: 'a.csv',
      file: Buffer.from('email\na@b.co\n').toString('base64'),
    }),
  },
  'GET /v1/imports/{id}': { ...byId('import'), query: (id) => ({ surveyId: id('survey') }) },
  'POST /v1/imports/{id}/check': changing('import', (id) => ({
    surveyId: id('survey'),
    columns: { fields: { email: 0, score: 1, answeredAt: 2 }, questions: {} },
    dayOrder: null,
    timeZone: 'UTC',
    locale: 'en',
    people: 'create',
  })),
  'GET /v1/imports/{id}/errors': byId('import'),
  'POST /v1/imports/{id}/run': byId('checkedImport'),
  'POST /v1/imports/{id}/undo': byId('doneImport'),
  'DELETE /v1/imports/{id}': byId('spareImport'),
  'GET /v1/tags': {},
  'POST /v1/tags': { json: () => ({ name: 'Search' }) },
  'PATCH /v1/tags/{id}': changing('tag', () => ({ name: 'Permissions' })),
  'POST /v1/tags/{id}/merge': changing('otherTag', (id) => ({ into: id('tag') })),
  'DELETE /v1/tags/{id}': byId('spareTag'),
  'GET /v1/responses/csv': {
    query: (id) => ({ surveyId: id('survey'), tagId: id('tag'), ownerId: id('member') }),
  },
  'POST /v1/responses/changes': {
    json: (id) => ({ responses: [id('response')], addTags: ['Mobile'], read: true }),
  },
  'POST /v1/responses/tests': { json: (id) => ({ responses: [id('response')], test: true }) },
  'GET /v1/notes': { query: (id) => ({ kind: 'account', id: id('account') }) },
  'POST /v1/notes': {
    json: (id) => ({
      subject: { kind: 'response', id: id('response') },
      text: `<@${id('member')}> read this.`,
    }),
  },
  'POST /v1/notes/read': { json: (id) => ({ subject: { kind: 'response', id: id('response') } }) },
  'PATCH /v1/notes/{id}': changing('note', () => ({ text: 'They called again.' })),
  'DELETE /v1/notes/{id}': byId('spareNote'),
  'GET /v1/tasks': { query: (id) => ({ contactId: id('contact'), ownerId: id('member') }) },
  'POST /v1/tasks': {
    json: (id) => ({
      title: 'Call them',
      subject: { kind: 'response', id: id('response') },
      ownerId: id('member'),
      dueOn: '2026-12-01',
    }),
  },
  'POST /v1/tasks/bulk': { json: (id) => ({ tasks: [id('task')], change: { ownerId: id('member') } }) },
  'GET /v1/tasks/{id}': byId('task'),
  'PATCH /v1/tasks/{id}': changing('task', (id) => ({ done: true, ownerId: id('member') })),
  'DELETE /v1/tasks/{id}': byId('spareTask'),
  'GET /v1/teams': {},
  'POST /v1/teams': { json: (id) => ({ name: 'New team', memberIds: [id('member')] }) },
  'GET /v1/teams/{id}': byId('team'),
  'PATCH /v1/teams/{id}': changing('team', (id) => ({ name: 'Renamed', memberIds: [id('member')] })),

  'GET /v1/views': { query: () => ({ page: 'feedback' }) },
  'POST /v1/views': {
    json: () => ({ page: 'feedback', name: 'Mine', query: { band: 'detractor' }, shared: false }),
  },
  'PATCH /v1/views/{id}': changing('view', () => ({ name: 'Renamed' })),
  'DELETE /v1/views/{id}': byId('spareView'),

  'GET /v1/themes': {},
  'POST /v1/themes': { json: () => ({ name: 'New', look: { accent: '#0d9488' } }) },
  'GET /v1/themes/{id}': byId('theme'),
  'PATCH /v1/themes/{id}': changing('theme', () => ({ look: { accent: '#3350a8' } })),
  'DELETE /v1/themes/{id}': byId('spareTheme'),
  'GET /v1/webhooks': {},
  'POST /v1/webhooks': {
    json: () => ({ name: 'New', url: 'https://receiver.example/new', events: ['case.opened'] }),
  },
  'GET /v1/webhooks/{id}': byId('webhook'),
  'PATCH /v1/webhooks/{id}': changing('webhook', () => ({ name: 'Renamed' })),
  'DELETE /v1/webhooks/{id}': byId('spareWebhook'),
  'POST /v1/webhooks/{id}/secrets': byId('webhook'),
  'DELETE /v1/webhooks/{id}/old-secret': byId('webhook'),

  'POST /v1/webhooks/{id}/test': byId('webhook'),
  'GET /v1/webhooks/{id}/deliveries': byId('webhook'),
  'POST /v1/webhooks/{id}/deliveries/resend': changing('webhook', () => ({
    from: '2026-01-01T00:00:00.000Z',
    to: '2026-02-01T00:00:00.000Z',
  })),
  'GET /v1/webhook-settings': {},
  'PUT /v1/webhook-settings': { json: () => ({ textsMayLeave: true }) },
  'GET /v1/alert-rules': {},
  'POST /v1/alert-rules': {
    json: (id) => ({
      name: 'New',
      when: { type: 'answer', surveyId: id('survey'), topicId: id('topic'), segmentId: id('segment') },
      receivers: { members: { type: 'all' }, webhookIds: [id('webhook')] },
    }),
  },
  'GET /v1/alert-rules/{id}': byId('alertRule'),
  'PATCH /v1/alert-rules/{id}': changing('alertRule', (id) => ({
    when: { type: 'drop', kind: 'nps', surveyId: id('survey') },
  })),
  'DELETE /v1/alert-rules/{id}': byId('spareAlertRule'),
  'POST /v1/alert-rules/{id}/test': byId('alertRule'),
  'GET /v1/notices': {},
  'POST /v1/notices/read': { json: () => ({ ids: 'all' }) },
  'GET /v1/topics': {},
  'POST /v1/topics': { json: () => ({ name: 'New', rules: [{ language: 'ja', any: ['解約'], none: [] }] }) },
  'GET /v1/topics/suggested': {},
  'GET /v1/topics/{id}': byId('topic'),
  'PATCH /v1/topics/{id}': changing('topic', () => ({ pinned: true })),
  'DELETE /v1/topics/{id}': byId('spareTopic'),
  'GET /v1/topics/{id}/trend': { ...byId('topic'), query: () => ({ weeks: '4' }) },
  'GET /v1/topics/{id}/accounts': { ...byId('topic'), query: () => ({ days: '30' }) },
  'POST /v1/topics/{id}/fill': byId('topic'),
  'PUT /v1/topics/{id}/responses/{responseId}': {
    params: (id) => ({ id: id('topic'), responseId: id('response') }),
  },
  'DELETE /v1/topics/{id}/responses/{responseId}': {
    params: (id) => ({ id: id('otherTopic'), responseId: id('response') }),
  },
  'POST /v1/topics/{id}/announcement': changing('topic', () => ({ days: 30 })),
  'POST /v1/topics/{id}/merge': changing('otherTopic', (id) => ({ into: id('topic') })),
  'POST /v1/segments/preview': {
    json: () => ({ condition: { type: 'trait', subject: 'account', key: 'plan', op: 'is', value: 'pro' } }),
  },
  'GET /v1/decisions': {
    query: (id) => ({
      contact: id('contact'),
      account: id('account'),
      content: id('survey'),
      at: '2026-01-05T10:00:00.000Z',
    }),
  },
  'POST /v1/decisions/what-if': {
    json: (id) => ({
      contact: id('contact'),
      page: { url: 'https://app.example/', device: 'desktop' },
      changes: [{ fact: 'trait', subject: 'account', key: 'plan', value: 'pro' }],
    }),
  },
  'GET /v1/my-day': {},
  'GET /v1/checklists/{id}/participants': byId('checklist'),
  'GET /v1/surveys/{id}/pacing': byId('survey'),
  'GET /v1/surveys/{id}/links': byId('survey'),
  'GET /v1/surveys/{id}/links/{linkId}/addresses': ofLink('link', (id) => ({ contactIds: id('contact') })),
  'GET /v1/surveys/{id}/links/{linkId}/addresses/csv': ofLink('link', (id) => ({ segmentId: id('segment') })),
  'POST /v1/surveys/{id}/links/{linkId}/revoke': ofLink('spareLink'),
  'POST /v1/surveys/{id}/links/revoke': byId('survey'),
  ...contentExamples('/v1/checklists', 'checklist', 'spareChecklist', { steps: [A_STEP] }),
  ...contentExamples('/v1/surveys', 'survey', 'spareSurvey'),
  // behind the publication, which it needs
  'POST /v1/surveys/{id}/links': changing('survey', () => ({ kind: 'open', name: 'In the footer' })),
  ...contentExamples('/v1/resources', 'resource', 'spareResource', { body: IN_ALL('Read this.') }),
  ...contentExamples('/v1/announcements', 'announcement', 'spareAnnouncement', {
    action: { label: IN_ALL('See how'), url: '/news' },
  }),
};
