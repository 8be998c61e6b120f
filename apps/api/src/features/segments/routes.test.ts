import type { audience } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import type { Condition } from '@banso/domain/targeting';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { openWidgetApp } from '../../widget-testing.ts';

const EVERYBODY: Condition = { type: 'all', of: [] };
const isAdmin: Condition = { type: 'trait', subject: 'contact', key: 'role', op: 'is', value: 'admin' };
const hasInvited: Condition = {
  type: 'event',
  subject: 'contact',
  name: 'member_invited',
  op: 'at_least',
  count: 1,
  withinDays: null,
};

describe.each(DIALECTS)('POST /v1/segments/preview on %s', (dialect) => {
  let app: WidgetApp;
  let staff: Caller;
  beforeAll(async () => {
    app = await openWidgetApp(dialect);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    staff = await app.member(app.organisationId, 'viewer', app.workspaceId);
  });

  const ask = (question: object, caller = staff) =>
    app.request('/v1/segments/preview', caller, { method: 'POST', json: question });
  const answer = async (question: object): Promise<audience.AudienceAnswer> => {
    const response = await ask(question);
    expect(response.status).toBe(200);
    return (await response.json()) as audience.AudienceAnswer;
  };

  test('counts what the widget has told, and says why', async () => {
    const person = (id: string, role?: string) =>
      app.person(id, {
        body: { user: { id, traits: role ? { role } : {}, token: app.token(id) }, locale: 'ja' },
      });
    const { session } = await person('ann', 'admin');
    await app.sync(session, [
      {
        id: uuidv7(),
        at: app.clock.now(),
        type: 'track',
        name: 'member_invited',
      },
    ]);
    await person('ben', 'admin');
    await person('cho');
    const condition: Condition = { type: 'all', of: [isAdmin, { type: 'not', of: hasInvited }] };
    const { people, matching, left, matched, others } = await answer({ condition });
    expect({ people, matching, left }).toEqual({ people: 3, matching: 1, left: [2, 1] });
    expect(matched.map(({ externalId }) => externalId)).toEqual(['ben']);
    expect(matched[0]?.explanation.outcome).toBe('match');
    const why = (id: string) => others.find(({ externalId }) => externalId === id)?.explanation;
    expect(why('ann')).toMatchObject({
      outcome: 'no_match',
      of: [
        { outcome: 'match', found: 'admin' },
        { outcome: 'no_match', of: { outcome: 'match', found: 1 } },
      ],
    });
    expect(why('cho')).toMatchObject({
      outcome: 'unknown',
      of: [{ outcome: 'unknown' }, { outcome: 'match' }],
    });
  });

  test('gives as many examples as were asked for', async () => {
    const few = await answer({ condition: EVERYBODY, examples: 1 });
    expect([few.matched.length, few.others.length]).toEqual([1, 0]);
    expect((await answer({ condition: EVERYBODY, examples: 0 })).matched).toEqual([]);
  });

  test('tells nothing of another workspace', async () => {
    const { organisationId, workspaceId } = await app.organisation();
    const stranger = await app.member(organisationId, 'owner', workspaceId);
    const response = await ask({ condition: EVERYBODY }, stranger);
    expect(await response.json()).toMatchObject({ people: 0, matching: 0, matched: [], others: [] });
  });

  test.each([
    { question: {}, path: 'condition' },
    { question: { condition: { type: 'near' } }, path: 'condition.type' },
    { question: { condition: EVERYBODY, examples: 21 }, path: 'examples' },
    { question: { condition: EVERYBODY, who: 'me' }, path: 'who' },
  ])('refuses $question and names what is wrong', async ({ question, path }) => {
    const response = await ask(question);
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { path: string }[] };
    expect(errors.map((error) => error.path)).toContain(path);
  });
});
