import type { common, response } from '@banso/contract';
import type * as decision from '@banso/contract/decision';
import { SurveyPacing } from '@banso/contract/pacing';
import { DIALECTS } from '@banso/database/testing';
import { waveOf } from '@banso/domain/decide';
import { addMs, MINUTE_MS } from '@banso/domain/time';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { aSurvey } from '../../recorder/testing/rig.ts';
import type { Caller } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';

const SURVEY = 'srv_0195d000-0000-7000-8000-0000000000e1';
const PAGE = { url: 'https://app.example/', device: 'desktop' };
const TICKET = { event: 'ticket_closed', property: 'ticketId', withinDays: 7 };

describe.each(DIALECTS)('what paces a survey on %s', (dialect) => {
  let app: WidgetApp;
  let staff: Caller;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    staff = await app.member(app.organisationId, 'admin', app.workspaceId);
  });
  afterEach(() => app.close());

  const publish = (delivery: object) =>
    app.publish({ id: SURVEY, kind: 'survey', body: aSurvey(), delivery });
  const pacing = async () =>
    SurveyPacing.parse(await (await app.request(`/v1/surveys/${SURVEY}/pacing`, staff)).json());
  const at = () => ({ at: app.clock.now() });
  const closed = (ticketId: string) =>
    anEvent('track', { name: 'ticket_closed', properties: { ticketId } }, at());
  const answered = () =>
    anEvent(
      'survey_answered',
      { contentId: SURVEY, version: 1, responseId: `rsp_${uuidv7()}`, question: 'score', value: 9 },
      at(),
    );
  const claimed = () => anEvent('content_claimed', { contentId: SURVEY, version: 1 }, at());
  const whatIf = async (contact: string, changes: object[]) => {
    const json = { contact, page: PAGE, changes };
    const answer = await app.request('/v1/decisions/what-if', staff, { method: 'POST', json });
    expect(answer.status).toBe(200);
    const { data } = (await answer.json()) as { data: decision.WhatIfContent[] };
    return data.find(({ content }) => content.id === SURVEY);
  };

  test('an answer says which transaction it is about, and the list finds it by that', async () => {
    await publish({ transaction: TICKET });
    await app.person('mika');
    app.clock.advance(31 * MINUTE_MS);
    const { session } = await app.person('mika');
    const offer = (await (await app.sync(session, [closed('T-1'), closed('T-2')])).json()) as {
      show: { contentId: string }[];
    };
    expect(offer.show.map(({ contentId }) => contentId)).toEqual([SURVEY]);
    expect(await pacing()).toEqual({
      answered: { total: 0, inWave: null },
      wave: null,
      openTransactions: 2,
    });
    const told = (await (await app.sync(session, [claimed(), answered()])).json()) as { refused: unknown[] };
    expect(told.refused).toEqual([]);
    expect(await pacing()).toMatchObject({ answered: { total: 1 }, openTransactions: 1 });

    const list = async (transactionId: string) => {
      const answer = await app.request(`/v1/responses?transactionId=${transactionId}`, staff);
      return ((await answer.json()) as common.Page<z.infer<typeof response.ResponseRecord>>).data;
    };
    const [first] = [...(await list('T-1')), ...(await list('T-2'))];
    expect(['T-1', 'T-2']).toContain(first?.transactionId);
    expect(await list('T-9')).toEqual([]);
  });

  test('what would be if it had just happened, and never', async () => {
    await publish({ transaction: TICKET });
    await app.person('mika');
    app.clock.advance(31 * MINUTE_MS);
    const { contact } = await app.person('mika');
    const event = (count: number) => ({ fact: 'event', subject: 'contact', name: 'ticket_closed', count });
    expect(await whatIf(contact.id, [event(1)])).toMatchObject({
      now: { reason: 'no_transaction', because: { event: 'ticket_closed', days: 7 } },
      supposed: { outcome: 'popover', reason: 'eligible' },
    });
    const { session } = await app.person('mika');
    await app.sync(session, [closed('T-1')]);
    expect(await whatIf(contact.id, [event(0)])).toMatchObject({
      now: { outcome: 'popover' },
      supposed: { reason: 'no_transaction' },
    });
  });

  test('what would be in the next wave', async () => {
    const waves = { from: app.clock.now().slice(0, 10), months: 3, percent: 100 };
    await publish({ waves });
    await app.person('mika');
    app.clock.advance(31 * MINUTE_MS);
    const { contact, session } = await app.person('mika');
    await app.sync(session, [answered()]);
    const later = addMs(`${waveOf(waves, 1).to}T00:00:00.000Z`, -MINUTE_MS);
    expect(await whatIf(contact.id, [{ fact: 'time', value: later }])).toMatchObject({
      now: { reason: 'already_answered' },
      supposed: { outcome: 'popover', reason: 'eligible' },
    });
    expect(await pacing()).toMatchObject({ answered: { total: 1, inWave: 1 }, wave: { number: 1 } });
  });

  test('a full quota is told before it is published again', async () => {
    await publish({ quota: { answers: 1, per: 'total' } });
    const { session } = await app.person('mika');
    await app.sync(session, [answered()]);
    const checks = await (await app.request(`/v1/surveys/${SURVEY}/checks`, staff)).json();
    expect(checks).toMatchObject({
      warnings: [{ path: 'delivery.quota.answers', code: 'quota_reached', count: 1 }],
    });
  });

  test('bad settings are refused with their field, and those of other kinds altogether', async () => {
    const made = await app.request('/v1/surveys', staff, { method: 'POST', json: { name: 'Quarterly' } });
    const record = (await made.json()) as { draft: { delivery: object } };
    const put = (delivery: object, kind = 'surveys', draft: object = record.draft) =>
      app.request(`/v1/${kind}`, staff, {
        method: 'POST',
        json: { name: 'Again', draft: { ...draft, delivery: { ...record.draft.delivery, ...delivery } } },
      });
    const refused = async (answer: Response) => {
      expect(answer.status).toBe(400);
      return JSON.stringify(await answer.json());
    };
    expect(await refused(await put({ waves: { from: '2026-02-30', months: 3, percent: 100 } }))).toContain(
      'draft.delivery.waves.from',
    );
    expect(await refused(await put({ waves: { from: '2026-02-01', months: 0, percent: 100 } }))).toContain(
      'draft.delivery.waves.months',
    );
    expect(await refused(await put({ quota: { answers: 0, per: 'total' } }))).toContain(
      'draft.delivery.quota.answers',
    );
    expect(
      await refused(
        await put({ transaction: TICKET, waves: { from: '2026-02-01', months: 3, percent: 100 } }),
      ),
    ).toContain('draft.delivery.transaction');
    expect(await refused(await put({ quota: { answers: 5, per: 'wave' } }))).toContain(
      'draft.delivery.quota.per',
    );
    expect(await refused(await put({ transaction: { ...TICKET, event: ' ' } }))).toContain(
      'draft.delivery.transaction.event',
    );
    expect(await refused(await put({ transaction: { ...TICKET, withinDays: 91 } }))).toContain(
      'draft.delivery.transaction.withinDays',
    );
    expect(await refused(await put({ quota: { answers: 5, per: 'total' } }, 'announcements'))).toContain(
      'draft.delivery',
    );
  });
});
