import { describe, expect, test } from 'vitest';
import type { Presence } from '../decide/presence.ts';
import { DEFAULT_BUDGET } from '../decide/defaults.ts';
import { dayInWave, waveOf } from '../decide/waves.ts';
import { aCandidate } from '../testing/decisions.ts';
import { aFacts, NOW } from '../testing/facts.ts';
import { addMs, DAY_MS, HOUR_MS } from '../time/instant.ts';
import { expectedVisits } from './habit.ts';
import type { Outlook, OutlookInput, OutlookPerson } from './outlook.ts';
import { playOutlook } from './outlook.ts';

const FORTNIGHT = { from: NOW, to: '2026-03-25T00:00:00.000Z' };

/** Somebody who was here so many hours ago, and comes every so many days. */
function comes(hoursAgo: number, everyDays: number, visits = 5): Presence {
  const lastSeenAt = addMs(NOW, -hoursAgo * HOUR_MS);
  return {
    firstSeenAt: addMs(lastSeenAt, -everyDays * DAY_MS * (visits - 1)),
    lastSeenAt,
    visits,
    visitInterruptions: 0,
    lastInterruptedAt: null,
  };
}

function aPerson(id: string, over: Partial<OutlookPerson> = {}): OutlookPerson {
  return {
    facts: aFacts({ contact: { ...aFacts().contact, id } }),
    presence: comes(2, 1),
    asking: 'usual',
    timeZone: undefined,
    recent: [],
    openCase: false,
    shares: 'acc_aoba',
    ...over,
  };
}

function played(over: Partial<OutlookInput>): Outlook {
  const play = playOutlook({
    people: [aPerson('con_mika')],
    accounts: new Map([['acc_aoba', { people: 10, askedToday: [] }]]),
    candidates: [aCandidate('srv_nps')],
    budget: DEFAULT_BUDGET,
    period: FORTNIGHT,
    ...over,
  });
  for (;;) {
    const step = play.next();
    if (step.done) return step.value;
  }
}

/** The same so many times. */
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

const line = ({ contents }: Outlook, index = 0): string[] =>
  (contents[index]?.days ?? []).map(({ asked, held }) =>
    [asked > 0 ? `asked ${asked}` : '', ...Object.entries(held).map(([reason, n]) => `${reason} ${n}`)]
      .filter(Boolean)
      .join(', '),
  );

describe('visits are expected', () => {
  test.each([
    { who: 'a daily guest', presence: comes(2, 1), first: 22, count: 13 },
    { who: 'a weekly one', presence: comes(24, 7), first: 6 * 24, count: 2 },
    { who: 'one who is overdue, at the next such time', presence: comes(9 * 24 + 5, 7), first: 19, count: 2 },
    { who: 'one who was here once, in a week', presence: comes(1, 1, 1), first: 7 * 24 - 1, count: 1 },
  ])('of $who', ({ presence, first, count }) => {
    const visits = expectedVisits(presence, FORTNIGHT);
    expect(visits[0]).toBe(addMs(NOW, first * HOUR_MS));
    expect(visits).toHaveLength(count);
  });

  test.each([
    { who: 'somebody who has not been here for a month', presence: comes(30 * 24 + 1, 7) },
    { who: 'nobody', presence: { ...comes(1, 1), firstSeenAt: null, lastSeenAt: null, visits: 0 } },
  ])('not of $who', ({ presence }) => expect(expectedVisits(presence, FORTNIGHT)).toEqual([]));
});

describe('an outlook', () => {
  test('asks once a week under the defaults, and says why not on the other days', () => {
    const outlook = played({});
    expect(outlook.days).toHaveLength(14);
    expect([outlook.days[0], outlook.days[13]]).toEqual(['2026-03-11', '2026-03-24']);
    expect(outlook.visits).toEqual([0, ...times(13, 1)]);
    expect(line(outlook)).toEqual([
      '',
      'asked 1',
      ...times(6, 'recently_shown 1'),
      'asked 1',
      ...times(5, 'recently_shown 1'),
    ]);
  });

  test('takes the turns of an account day by day', () => {
    const people = ['a', 'b', 'c'].map((id) => aPerson(`con_${id}`));
    const outlook = played({ people });
    expect(line(outlook).slice(1, 4)).toEqual([
      'asked 2, account_budget 1',
      'recently_shown 2, asked 1'.split(', ').toReversed().join(', '),
      'recently_shown 3',
    ]);
  });

  test('knows who was asked today', () => {
    const outlook = played({
      people: [aPerson('con_a', { presence: comes(20, 1) })],
      accounts: new Map([['acc_aoba', { people: 3, askedToday: ['con_b'] }]]),
    });
    expect(line(outlook).slice(0, 2)).toEqual(['account_budget 1', 'asked 1']);
  });

  test('gives the slot to one, and what waits in the panel has its reason too', () => {
    const candidates = [aCandidate('srv_nps', { priority: 2 }), aCandidate('ann_new', { mode: 'banner' })];
    const outlook = played({ candidates });
    expect(line(outlook, 0)[1]).toBe('asked 1');
    expect(line(outlook, 1).slice(1, 4)).toEqual(['lower_priority 1', 'person_budget 1', 'person_budget 1']);
  });

  test('opens one after the other where the budget lets it', () => {
    const candidates = [aCandidate('srv_nps'), aCandidate('ann_new', { mode: 'banner' })];
    const budget = { ...DEFAULT_BUDGET, minDaysBetween: null, perSession: null };
    const outlook = played({ candidates, budget });
    expect([line(outlook, 0)[1], line(outlook, 1)[1]]).toEqual(['asked 1', 'asked 1']);
  });

  test('counts by kind over the whole time', () => {
    const recurrence = { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: 0, maxAttempts: null };
    const budget = {
      ...DEFAULT_BUDGET,
      minDaysBetween: null,
      perKind: { ...DEFAULT_BUDGET.perKind, survey: { count: 2, days: 7 } },
    };
    const outlook = played({ candidates: [aCandidate('srv_nps', { recurrence })], budget });
    expect(line(outlook).slice(1, 10)).toEqual([
      'asked 1',
      'asked 1',
      ...times(5, 'kind_budget 1'),
      'asked 1',
      'asked 1',
    ]);
  });

  test('counts by tag, over kinds, with what was seen before', () => {
    const recurrence = { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: 0, maxAttempts: null };
    const perTag = [{ tag: 'Feedback', count: 2, days: 10 }];
    const budget = { ...DEFAULT_BUDGET, minDaysBetween: null, perTag };
    const candidates = [
      aCandidate('srv_nps', { recurrence, tags: ['feedback'], priority: 1 }),
      aCandidate('ann_news', { recurrence, mode: 'banner' }),
    ];
    const before = { kind: 'checklist' as const, tags: ['feedback'], at: addMs(NOW, -DAY_MS) };
    const outlook = played({ people: [aPerson('con_mika', { recent: [before] })], candidates, budget });
    expect(line(outlook, 0).slice(1, 12)).toEqual([
      'asked 1',
      ...times(8, 'tag_budget 1'),
      'asked 1',
      'asked 1',
    ]);
    expect(line(outlook, 1).slice(1, 4)).toEqual(['lower_priority 1', 'asked 1', 'asked 1']);
  });

  test('knows on which day of a wave it is whose turn', () => {
    const waves = { from: '2026-03-11', months: 1, percent: 100 };
    const people = Array.from({ length: 31 * 4 }, (_, n) =>
      aPerson(`con_${n}`, {
        facts: aFacts({ contact: { ...aFacts().contact, id: `con_${n}` }, account: undefined }),
        shares: undefined,
      }),
    );
    const published = aCandidate('srv_nps', { waves });
    const [content] = played({ people, candidates: [published] }).contents;
    const asked = content?.days.map((day) => day.asked) ?? [];
    const turns = people.filter(
      ({ facts }) => dayInWave(published, facts.contact.id, waveOf(waves, 0)) <= '2026-03-24',
    );
    expect(asked.reduce((sum, count) => sum + count, 0)).toBe(turns.length);
    expect(turns.length).toBeGreaterThan(40);
    expect(Math.max(...asked.slice(2))).toBeLessThan(15);
    expect(content?.days[13]?.held).toMatchObject({ wave_ahead: people.length - turns.length });
  });

  test('asks once about what has happened, and about nothing that has not', () => {
    const candidates = [
      aCandidate('srv_nps', {
        transaction: { event: 'ticket_closed', property: 'ticketId', withinDays: 14 },
        recurrence: { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: 0, maxAttempts: null },
      }),
    ];
    const transactions = new Map([['srv_nps', [{ id: '124', at: NOW }]]]);
    const people = [aPerson('con_mika', { transactions }), aPerson('con_jun')];
    expect(line(played({ people, candidates })).slice(1, 3)).toEqual([
      'asked 1, no_transaction 1',
      'no_transaction 2',
    ]);
  });

  test('asks nobody when a quota is full', () => {
    const candidates = [aCandidate('srv_nps', { quota: { answers: 9, per: 'total' } })];
    const answered = new Map([['srv_nps', { total: 9 }]]);
    expect(line(played({ candidates, answered }))[1]).toBe('quota_reached 1');
  });

  test('goes to every page, leaves out what never opens by itself, and changes nothing of what it is given', () => {
    const person = aPerson('con_mika');
    const before = structuredClone(person);
    const candidates = [
      aCandidate('srv_nps', { pages: ['/nowhere'], devices: ['mobile'] }),
      aCandidate('res_guide'),
      aCandidate('ann_badge'),
    ];
    const outlook = played({ people: [person], candidates });
    expect(outlook.contents.map(({ contentId }) => contentId)).toEqual(['srv_nps']);
    expect(line(outlook)[1]).toBe('asked 1');
    expect(person).toEqual(before);
  });
});
