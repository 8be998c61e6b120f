import { PublicationOutlook } from '@banso/contract/listening';
import { DIALECTS } from '@banso/database/testing';
import { addMs, DAY_MS, HOUR_MS } from '@banso/domain/time';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anAnnouncement, aSurvey } from '../recorder/testing/rig.ts';
import type { Caller } from '../testing.ts';
import type { WidgetApp } from '../widget-testing.ts';
import { openWidgetApp } from '../widget-testing.ts';

const LIVE = 'srv_0195d000-0000-7000-8000-0000000000f1';
const PEOPLE = ['ada', 'ben', 'cid', 'dan'];

describe.each(DIALECTS)('the outlook of a publication on %s', (dialect) => {
  let app: WidgetApp;
  let staff: Caller;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    staff = await app.member(app.organisationId, 'viewer', app.workspaceId);
    await app.publish({ id: LIVE, kind: 'survey', body: aSurvey(), tags: ['Feedback'] });
    const begin = app.clock.now();
    for (const day of [0, 1, 2]) {
      app.clock.set(addMs(begin, day * DAY_MS));
      for (const id of PEOPLE) await app.person(id, { body: { user: { id, token: app.token(id, {}) } } });
    }
    app.clock.set(addMs(begin, 2 * DAY_MS + HOUR_MS));
  });
  afterEach(() => app.close());

  async function drafted(noun: string, draft: object): Promise<string> {
    const editor = await app.member(app.organisationId, 'member', app.workspaceId);
    const made = await app.request(`/v1/${noun}`, editor, { method: 'POST', json: { name: 'New', draft } });
    expect(made.status).toBe(201);
    return ((await made.json()) as { id: string }).id;
  }
  const survey = async (delivery: object) => {
    const template = await app.request(`/v1/surveys/${LIVE}`, staff);
    const { draft } = (await template.json()) as { draft: { delivery: object } };
    return drafted('surveys', { ...draft, delivery: { ...draft.delivery, ...delivery } });
  };
  const told = async (noun: string, id: string, query = '') => {
    const answer = await app.request(`/v1/${noun}/${id}/outlook${query}`, staff);
    expect(answer.status).toBe(200);
    return PublicationOutlook.parse(await answer.json());
  };

  test('says who would be asked, who would not and why, and what loses by it', async () => {
    const first = await told('surveys', await survey({ priority: 5 }));
    expect(first).toMatchObject({
      opens: true,
      people: { looked: 4, of: 4, expected: 4 },
      asked: { people: 4, times: 8 },
      held: {},
      displaced: [{ id: LIVE, before: 8, after: 0 }],
    });
    const after = await told('surveys', await survey({ priority: -5 }));
    expect(after).toMatchObject({ asked: { people: 0 }, held: { person_budget: 4 }, displaced: [] });
    const nobody = await told('surveys', await survey({ audience: { type: 'any', of: [] } }));
    expect(nobody).toMatchObject({ asked: { people: 0 }, held: { audience: 4 }, displaced: [] });
  });

  test('knows the times that it would be published for, and changes nothing', async () => {
    const id = await survey({ priority: 5, startsAt: '2030-01-01T00:00:00.000Z' });
    const startsAt = addMs(app.clock.now(), 7 * DAY_MS);
    expect(await told('surveys', id, `?startsAt=${startsAt}`)).toMatchObject({
      asked: { people: 4, times: 4 },
      displaced: [{ id: LIVE, before: 8, after: 4 }],
    });
    expect(await told('surveys', id, `?endsAt=${startsAt}`)).toMatchObject({
      asked: { people: 4, times: 4 },
    });
    expect(await told('surveys', id)).toMatchObject({ asked: { people: 4, times: 8 } });
    const own = await told('surveys', LIVE);
    expect(own, 'what is live already is not counted twice').toMatchObject({
      asked: { people: 4, times: 8 },
      displaced: [],
    });
    const refused = await app.request(`/v1/surveys/${id}/outlook?startsAt=soon`, staff);
    expect(refused.status).toBe(400);
    expect(((await refused.json()) as { errors: { path: string }[] }).errors[0]?.path).toBe('query.startsAt');
  });

  test('of what never opens by itself is nothing', async () => {
    const template = await app.request(`/v1/surveys/${LIVE}`, staff);
    const { draft } = (await template.json()) as { draft: object };
    const id = await drafted('announcements', { ...draft, body: anAnnouncement({ mode: 'badge' }) });
    expect(await told('announcements', id)).toMatchObject({ opens: false, asked: { people: 0, times: 0 } });
  });

  test('is told to nobody else', async () => {
    const { organisationId, workspaceId } = await app.organisation();
    const stranger = await app.member(organisationId, 'owner', workspaceId);
    expect((await app.request(`/v1/surveys/${LIVE}/outlook`, stranger)).status).toBe(404);
  });
});
