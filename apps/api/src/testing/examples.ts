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
const changing = (noun: Noun, json: Example['json']): Example => ({ ...byId(noun), ...(json && { json }) });

/** The lifecycle of one kind of content, in an order in which each step is allowed. */
function contentExamples(
  path: string,
  kind: 'checklist' | 'survey' | 'resource',
  spare: Noun,
  content: object = {},
): Record<string, Example> {
  const draft = (id: IdOf, side: Side) => {
    const { delivery, body, ...rest } = side.drafts[kind] as { delivery: object; body: object };
    const audience = { type: 'content', contentId: id('survey'), phase: 'answered', happened: true };
    return { ...rest, delivery: { ...delivery, audience }, body: { ...body, ...content } };
  };
  return {
    [`GET ${path}`]: {},
    [`POST ${path}`]: { json: (id, side) => ({ name: 'New', draft: draft(id, side) }) },
    [`POST ${path}/preview`]: { json: (id, side) => ({ draft: draft(id, side), locale: 'en' }) },
    [`GET ${path}/{id}`]: byId(kind),
    [`PATCH ${path}/{id}`]: changing(kind, (id, side) => ({ draft: draft(id, side) })),
    [`POST ${path}/{id}/duplicate`]: byId(kind),
    [`POST ${path}/{id}/publish`]: changing(kind, () => ({ note: 'first' })),
    [`POST ${path}/{id}/pause`]: byId(kind),
    [`POST ${path}/{id}/resume`]: byId(kind),
    [`POST ${path}/{id}/schedule`]: changing(kind, () => ({ startsAt: '2026-02-01T00:00:00.000Z' })),
    [`POST ${path}/{id}/rollback`]: changing(kind, () => ({ version: 1 })),
    [`GET ${path}/{id}/versions`]: byId(kind),
    [`POST ${path}/{id}/archive`]: byId(kind),
    [`DELETE ${path}/{id}`]: byId(spare),
  };
}

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
  'POST /v1/demo/sign-in': 'public',
  'POST /v1/demo/identity-token': 'public',
  'GET /playground/config.json': 'public',
  'GET /v1/invitations/by-token/{token}': 'public',
  'POST /v1/invitations/accept': 'public',
  'POST /v1/w/{key}/session': 'public',
  'POST /v1/w/{key}/sync': 'widget',
  'GET /v1/w/{key}/content/{hash}': 'public',
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'GET /metrics': 'public',
  'GET /openapi.json': 'public',
  'GET /docs': 'public',

  'GET /v1/me': {},
  'PATCH /v1/me': { json: () => ({ name: 'Mika', language: 'ja' }) },
  'POST /v1/me/password': { json: () => ({ currentPassword: PASSWORD, newPassword: 'four quiet lanterns' }) },
  'GET /v1/organisations/{id}': byId('organisation'),
  'PATCH /v1/organisations/{id}': changing('organisation', () => ({ name: 'Minami' })),
  'GET /v1/members': {},
  'GET /v1/members/{id}': byId('member'),
  'PATCH /v1/members/{id}': changing('member', () => ({ role: 'viewer' })),
  'DELETE /v1/members/{id}': byId('spareMember'),
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
  'GET /v1/contacts/{id}/progress': byId('contact'),
  'GET /v1/contacts/{id}/timeline': byId('contact'),
  'GET /v1/responses': {
    query: (id) => ({ surveyId: id('survey'), contactId: id('contact'), accountId: id('account') }),
  },
  'GET /v1/responses/unread': {},
  'GET /v1/responses/{id}': byId('response'),
  'PATCH /v1/responses/{id}': changing('response', () => ({ read: true })),
  'GET /v1/reports/nps': {
    query: (id) => ({
      surveyId: id('survey'),
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-02-01T00:00:00.000Z',
    }),
  },
  'GET /v1/my-day': {},
  'GET /v1/checklists/{id}/participants': byId('checklist'),
  ...contentExamples('/v1/checklists', 'checklist', 'spareChecklist', { steps: [A_STEP] }),
  ...contentExamples('/v1/surveys', 'survey', 'spareSurvey'),
  ...contentExamples('/v1/resources', 'resource', 'spareResource', { body: IN_ALL('Read this.') }),
};
