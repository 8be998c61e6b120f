import type { Candidate, Situation } from '@banso/domain/decide';
import { decide, DEFAULT_BUDGET, defaultDelivery } from '@banso/domain/decide';
import type { Condition } from '@banso/domain/targeting';
import type { Row } from './report.ts';
import { spreadOf } from './report.ts';

const NOW = '2026-03-11T09:30:00.000Z';
const LIMIT_MS = 2;
const CONDITIONS = 100;
const [FEW, MANY] = [50, 200];
const ROUNDS = 9;
/** Decisions in a round: each round is long enough for the clock of the processor. */
const TIMES = 100;

const TRAITS = Array.from({ length: 20 }, (_, n) => `trait_${n}`);
const EVENTS = Array.from({ length: 20 }, (_, n) => `event_${n}`);
const DAYS = ['2026-03-11', '2026-03-10', '2026-03-05', '2026-03-01', '2026-01-10'];

/** Conditions of every kind, all of which hold: each one has to be looked at. */
function audienceOf(content: number): Condition {
  const of = Array.from({ length: CONDITIONS }, (_, n): Condition => {
    const at = (content + n) % 20;
    const subject = n % 2 === 0 ? 'contact' : 'account';
    switch (n % 6) {
      case 0:
        return { type: 'trait', subject, key: TRAITS[at] ?? '', op: 'is', value: `value ${at}` };
      case 1:
        return { type: 'event', subject, name: EVENTS[at] ?? '', op: 'at_least', count: 2, withinDays: 30 };
      case 2:
        return {
          type: 'not',
          of: { type: 'content', contentId: `res_${at}`, phase: 'dismissed', happened: true },
        };
      case 3:
        return {
          type: 'any',
          of: [
            { type: 'locale', in: ['en'] },
            { type: 'locale', in: ['ja'] },
          ],
        };
      case 4:
        return { type: 'sample', percent: 100, salt: `salt ${at}` };
      default:
        return { type: 'trait', subject, key: TRAITS[at] ?? '', op: 'contains', value: 'value' };
    }
  });
  return { type: 'all', of };
}

const contentsOf = (count: number): Candidate[] =>
  Array.from({ length: count }, (_, n) => {
    const kind = n % 2 === 0 ? 'survey' : 'resource';
    return {
      id: `${kind === 'survey' ? 'srv' : 'res'}_${n}`,
      kind,
      version: 1,
      status: 'published',
      publishedAt: '2026-01-01T00:00:00.000Z',
      ...defaultDelivery(kind),
      audience: audienceOf(n),
    };
  });

function situation(): Situation {
  const traits = Object.fromEntries(TRAITS.map((key, n) => [key, `value ${n}`]));
  return {
    facts: {
      now: NOW,
      contact: {
        id: 'con_mika',
        traits,
        locale: 'ja-JP',
        verified: true,
        firstSeenAt: '2025-06-01T00:00:00.000Z',
      },
      account: { id: 'acc_aoba', traits },
      events: (['contact', 'account'] as const).flatMap((subject) =>
        EVENTS.flatMap((name) => DAYS.map((day) => ({ subject, name, day, count: 1 }))),
      ),
      content: Object.fromEntries(
        TRAITS.map((_, n) => [
          `res_${n}`,
          { attempts: 1, optedOut: false, openedAt: '2026-02-01T00:00:00.000Z' },
        ]),
      ),
    },
    page: { url: 'https://app.example.com/projects/1', device: 'desktop' },
    budget: DEFAULT_BUDGET,
    history: {
      asking: 'usual',
      recent: [],
      interruptionsThisSession: 0,
      firstSession: false,
      accountPeople: 10,
      accountAskedToday: 0,
      openCase: false,
    },
  };
}

/** Milliseconds of the processor for one decision. */
function costOf(candidates: readonly Candidate[]): number {
  const before = process.cpuUsage();
  for (let n = 0; n < TIMES; n++) {
    const { show } = decide({ ...situation(), candidates });
    if (show.length === 0)
      throw new Error('Nothing is shown: the conditions were not looked at to their end');
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / TIMES;
}

/** One decision for one person over many live contents of a hundred conditions each, and how its cost grows with them. */
export function benchDecide(): Promise<Row[]> {
  const [few, many] = [contentsOf(FEW), contentsOf(MANY)];
  costOf(few);
  costOf(many);
  const rounds = Array.from({ length: ROUNDS }, () => ({ few: costOf(few), many: costOf(many) }));
  const cost = spreadOf(rounds.map((round) => round.many));
  const growth = spreadOf(rounds.map((round) => round.many / round.few));
  return Promise.resolve([
    {
      what: `one decision, ${MANY} live contents × ${CONDITIONS} conditions`,
      ...cost,
      unit: 'ms of CPU',
      limit: `≤ ${LIMIT_MS} ms`,
      within: cost.median <= LIMIT_MS,
    },
    {
      what: `the same beside ${FEW} contents`,
      ...growth,
      unit: '×',
      limit: `≤ ${(MANY / FEW) * 1.25} × (linear is ${MANY / FEW})`,
      within: growth.median <= (MANY / FEW) * 1.25,
    },
  ]);
}
