import { describe, expect, test } from 'vitest';
import type { Presence } from '../decide/presence.ts';
import { DEFAULT_BUDGET } from '../decide/defaults.ts';
import type { Candidate } from '../decide/decision.ts';
import { aCandidate } from '../testing/decisions.ts';
import { aFacts, NOW } from '../testing/facts.ts';
import { addMs, DAY_MS, HOUR_MS } from '../time/instant.ts';
import type { OutlookInput, OutlookPerson } from './outlook.ts';
import { playOutlook } from './outlook.ts';
import type { PublicationOutlook } from './publication.ts';
import { playPublication } from './publication.ts';

const FORTNIGHT = { from: NOW, to: '2026-03-25T00:00:00.000Z' };
const DAILY: Presence = {
  firstSeenAt: addMs(NOW, -4 * DAY_MS - 2 * HOUR_MS),
  lastSeenAt: addMs(NOW, -2 * HOUR_MS),
  visits: 5,
  visitInterruptions: 0,
  lastInterruptedAt: null,
};

function aPerson(id: string, over: Partial<OutlookPerson> = {}): OutlookPerson {
  const contact = { ...aFacts().contact, id };
  return {
    facts: aFacts({ contact, account: undefined }),
    presence: DAILY,
    asking: 'usual',
    timeZone: undefined,
    recent: [],
    openCase: false,
    shares: undefined,
    ...over,
  };
}

const anInput = (over: Partial<OutlookInput> = {}): OutlookInput => ({
  people: [aPerson('con_a'), aPerson('con_b')],
  accounts: new Map(),
  candidates: [],
  budget: DEFAULT_BUDGET,
  period: FORTNIGHT,
  ...over,
});

function ended<T>(play: Generator<unknown, T>): T {
  for (;;) {
    const step = play.next();
    if (step.done) return step.value;
  }
}
const played = (draft: Candidate, over: Partial<OutlookInput> = {}): PublicationOutlook =>
  ended(playPublication(anInput(over), draft));

describe('the outlook of a publication', () => {
  test('counts who gets it and how often, and everybody else once, by what holds them most', () => {
    const people = [
      aPerson('con_a'),
      aPerson('con_b', { asking: 'never' }),
      aPerson('con_c', { asking: 'less' }),
    ];
    const outlook = played(aCandidate('srv_nps'), { people });
    expect(outlook).toMatchObject({
      expected: 3,
      visits: 39,
      asked: { people: 2, times: 3 },
      held: { asked_never: 1 },
      displaced: [],
    });
  });

  test('names what loses by it, and by how much', () => {
    const candidates = [aCandidate('srv_old'), aCandidate('ann_old', { mode: 'banner', priority: -1 })];
    const draft = aCandidate('srv_new', { priority: 9 });
    expect(played(draft, { candidates }).displaced).toEqual([{ contentId: 'srv_old', before: 4, after: 0 }]);
    expect(played({ ...draft, priority: -9 }, { candidates })).toMatchObject({
      asked: { people: 0, times: 0 },
      held: { person_budget: 2 },
      displaced: [],
    });
  });

  test('takes the place of what is live under its id, from its start on', () => {
    const live = aCandidate('srv_nps', { priority: 3 });
    const startsAt = addMs(NOW, 7 * DAY_MS);
    const draft = { ...live, priority: 3, startsAt, version: 2 };
    const nobody = { ...live, audience: { type: 'any' as const, of: [] } };
    expect(played(draft, { candidates: [live] }).asked).toEqual({ people: 2, times: 4 });
    expect(played(draft, { candidates: [nobody] }).asked).toEqual({ people: 2, times: 2 });
    expect(played({ ...nobody, startsAt }, { candidates: [live] })).toMatchObject({
      asked: { people: 2, times: 2 },
      displaced: [],
    });
  });

  test('is the outlook of the days as they come once it is published', () => {
    const candidates = [aCandidate('srv_old'), aCandidate('ann_old', { mode: 'banner', priority: -1 })];
    const draft = aCandidate('srv_new', { priority: 1, samplePercent: 50 });
    const people = Array.from({ length: 20 }, (_, n) => aPerson(`con_${n}`));
    const told = played(draft, { candidates, people });
    const then = ended(playOutlook(anInput({ people, candidates: [...candidates, draft] })));
    const times = then.contents.map(({ days }) => days.reduce((sum, { asked }) => sum + asked, 0));
    expect(told.asked.times).toBe(times[2]);
    expect(told.displaced).toEqual([expect.objectContaining({ contentId: 'srv_old', after: times[0] })]);
    expect(told.asked.people + Object.values(told.held).reduce((sum, n) => sum + n, 0)).toBe(told.expected);
  });
});
