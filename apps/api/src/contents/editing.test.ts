import type { report } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Caller, openTestApp, type TestApp, type TestMember } from '../testing.ts';

describe.each(DIALECTS)('who has a draft open, on %s', (dialect) => {
  let api: TestApp;
  let own: { organisationId: string; workspaceId: string };
  let author: TestMember;
  let id: string;
  let heard: report.LiveEvent[];

  beforeEach(async () => {
    api = await openTestApp(dialect);
    own = await api.organisation();
    author = await api.member(own.organisationId, 'member', own.workspaceId);
    const made = await api.request('/v1/surveys', author, { method: 'POST', json: { name: 'NPS' } });
    ({ id } = (await made.json()) as { id: string });
    heard = [];
    api.deps.live.subscribe(own.workspaceId, (event) => void heard.push(event));
  });
  afterEach(() => api.close());

  const tell = (json: unknown, by: Caller = author, path = `/v1/surveys/${id}/editing`) =>
    api.request(path, by, { method: 'POST', json });

  test('is told to the workspace with the name of the member, and kept nowhere', async () => {
    expect((await tell({ tab: 'tab-0001' })).status).toBe(204);
    expect((await tell({ tab: 'tab-0001', left: true })).status).toBe(204);
    const member = { id: author.id, name: expect.stringMatching(/./) as string };
    expect(heard).toEqual([
      { type: 'editing', contentId: id, tab: 'tab-0001', member, left: false },
      { type: 'editing', contentId: id, tab: 'tab-0001', member, left: true },
    ]);
  });

  test('is refused for what is not there, for keys and for who may only read', async () => {
    expect((await tell({ tab: 'tab-0001' }, author, `/v1/checklists/${id}/editing`)).status).toBe(400);
    const gone = `srv_${id.slice(4, -4)}0000`;
    expect((await tell({ tab: 'tab-0001' }, author, `/v1/surveys/${gone}/editing`)).status).toBe(404);
    const viewer = await api.member(own.organisationId, 'viewer', own.workspaceId);
    expect((await tell({ tab: 'tab-0001' }, viewer)).status).toBe(403);
    const key = await api.secretKey(own.workspaceId, ['read', 'write']);
    expect((await tell({ tab: 'tab-0001' }, key)).status).toBe(403);
    const answer = await tell({ tab: 'x' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'tab' }] });
    expect(heard).toEqual([]);
  });
});
