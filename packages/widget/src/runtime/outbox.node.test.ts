import type { event } from '@banso/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Receipt } from '../controller.ts';
import { jsonBytes, MAX_BATCH_BYTES, MAX_BATCH_EVENTS } from './batch.ts';
import type { Exclusive } from './exclusive.ts';
import { createOutbox } from './outbox.ts';
import type { Outbox, OutboxDeps, Sent } from './outbox.ts';
import type { OutboxRow, StoredRow } from './outbox-store.ts';
import { uuidv7 } from './uuidv7.ts';

/** How one request ends, as seen from outside. */
type Ending = 'ok' | '500' | 'refused_connection' | 'lost_answer' | 'no_session' | 'retry_after';

/** One browser profile: storage, locks, clock, network and tabs, all played; and the server, which is the judge. */
function world() {
  let nowMs = 0;
  const timers = new Set<{ at: number; run(): void }>();
  const disk = { rows: [] as StoredRow[], next: 1, works: true };
  const network = { online: true, endings: [] as Ending[] };
  const server = {
    facts: [] as { who: string; id: string; order: number }[],
    requests: [] as { who: string; ids: string[] }[],
    seen: new Set<string>(),
  };
  const tabs: { outbox: Outbox; alive: boolean; timers: Set<object> }[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  let inside = 0;

  /** Web Locks: one at a time over all tabs; a tab that dies lets go. */
  const exclusiveFor =
    (isAlive: () => boolean): Exclusive =>
    (work, signal) => {
      const turn = queue.then(async () => {
        if (signal.aborted || !isAlive()) return;
        inside++;
        expect(inside).toBe(1);
        const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        await Promise.race([work(), ended]);
        inside--;
      });
      queue = turn.catch(() => undefined);
      return turn;
    };

  function take(who: string, facts: readonly event.Event[]): Extract<Sent, { outcome: 'answered' }> {
    server.requests.push({ who, ids: facts.map(({ id }) => id) });
    expect(facts.length).toBeLessThanOrEqual(MAX_BATCH_EVENTS);
    expect(jsonBytes(facts)).toBeLessThanOrEqual(MAX_BATCH_BYTES);
    const good = facts.filter((fact) => !(fact.type === 'track' && fact.name === 'bad'));
    for (const { id } of good) {
      if (server.seen.has(id)) continue;
      server.seen.add(id);
      server.facts.push({ who, id, order: server.facts.length });
    }
    const bad = facts.filter((fact) => !good.includes(fact));
    return {
      outcome: 'answered',
      accepted: good.map(({ id }) => id),
      refused: bad.map(({ id }) => ({ id, code: 'invalid', message: '' })),
    };
  }

  function open() {
    const tab = { alive: true, timers: new Set<object>(), outbox: undefined as unknown as Outbox };
    const isAlive = () => tab.alive;
    /** What a dead tab awaits never comes. */
    const live = async <T>(work: () => T): Promise<T> => {
      await Promise.resolve();
      return isAlive() ? work() : new Promise<T>(() => undefined);
    };
    const deps: OutboxDeps = {
      store: {
        add(row: OutboxRow) {
          const { works } = disk;
          return live(() => {
            if (!works) throw new Error('full');
            disk.rows.push({ ...row, seq: disk.next });
            return disk.next++;
          });
        },
        list: () => live(() => disk.rows.map((row) => ({ ...row }))),
        remove: (seqs) => live(() => void (disk.rows = disk.rows.filter(({ seq }) => !seqs.includes(seq)))),
        close: () => undefined,
      },
      exclusive: exclusiveFor(isAlive),
      async send(who, facts) {
        const ending = network.endings.shift() ?? 'ok';
        if (!network.online || ending === 'refused_connection')
          return live((): Sent => ({ outcome: 'later' }));
        if (ending === '500') return live((): Sent => ({ outcome: 'later' }));
        if (ending === 'retry_after') return live((): Sent => ({ outcome: 'later', afterMs: 30_000 }));
        if (ending === 'no_session') return live((): Sent => ({ outcome: 'no_session' }));
        const answer = take(who, facts);
        return live((): Sent => (ending === 'lost_answer' ? { outcome: 'later' } : answer));
      },
      tell: (settled) => tabs.forEach((other) => other !== tab && other.alive && other.outbox.hear(settled)),
      changed: () => undefined,
      refused: () => undefined,
      note: () => undefined,
      isOnline: () => network.online,
      isHidden: () => false,
      after(ms, then) {
        const timer = { at: nowMs + ms, run: () => isAlive() && then() };
        timers.add(timer);
        return () => timers.delete(timer);
      },
      random: () => 1,
    };
    tab.outbox = createOutbox(deps);
    tabs.push(tab);
    return tab;
  }

  /** Lets everything that needs no time happen. */
  async function settle(): Promise<void> {
    for (let i = 0; i < 200; i++) await Promise.resolve();
  }

  async function pass(ms: number): Promise<void> {
    const end = nowMs + ms;
    for (;;) {
      await settle();
      const due = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      nowMs = Math.max(nowMs, due.at);
      timers.delete(due);
      due.run();
    }
    nowMs = end;
  }

  return { disk, network, server, tabs, open, settle, pass };
}

const fact = (name = 'x'): event.Event => ({
  id: uuidv7(),
  at: '2026-01-05T10:00:00.000Z',
  type: 'track',
  name,
});

describe('a receipt', () => {
  test('is "arrived" only after the server has named the id', async () => {
    const w = world();
    const { outbox } = w.open();
    const one = fact();
    expect(await outbox.put('u', one)).toBe('arrived');
    expect(w.server.seen.has(one.id)).toBe(true);
    expect(w.disk.rows).toEqual([]);
  });

  test.each([
    { online: false, works: true, receipt: 'stored', because: 'offline says so at once' },
    { online: false, works: false, receipt: 'held', because: 'nothing but memory has it' },
  ] as const)('is $receipt: $because', async ({ online, works, receipt }) => {
    const w = world();
    w.network.online = online;
    w.disk.works = works;
    expect(await w.open().outbox.put('u', fact())).toBe(receipt);
  });

  test.each([
    { works: true, receipt: 'stored' },
    { works: false, receipt: 'held' },
  ] as const)('is $receipt after four seconds of failures', async ({ works, receipt }) => {
    const w = world();
    w.disk.works = works;
    w.network.endings = ['500', 'lost_answer', '500', '500', '500', '500'];
    let said: Receipt | undefined;
    void w
      .open()
      .outbox.put('u', fact())
      .then((receipt) => (said = receipt));
    await w.pass(3_900);
    expect(said).toBeUndefined();
    await w.pass(200);
    expect(said).toBe(receipt);
  });

  test('is "refused" for what the server or the limits refuse, and the rest goes on', async () => {
    const w = world();
    const { outbox } = w.open();
    const big = { ...fact(), properties: { text: 'x'.repeat(40_000) } } as event.Event;
    const receipts = await Promise.all([
      outbox.put('u', fact('bad')),
      outbox.put('u', big),
      outbox.put('u', fact()),
    ]);
    expect(receipts).toEqual(['refused', 'refused', 'arrived']);
    expect(w.disk.rows).toEqual([]);
  });

  test('comes from another tab that was faster', async () => {
    const w = world();
    const first = w.open();
    const second = w.open();
    const receipts = await Promise.all([first.outbox.put('u', fact()), second.outbox.put('u', fact())]);
    expect(receipts).toEqual(['arrived', 'arrived']);
    expect(first.outbox.pending() + second.outbox.pending()).toBe(0);
  });
});

describe('the outbox', () => {
  test('sends what an earlier page has left', async () => {
    const w = world();
    w.network.online = false;
    const before = w.open();
    await before.outbox.put('u', fact());
    before.alive = false;
    w.network.online = true;
    await w.open().outbox.drain();
    expect(w.server.facts).toHaveLength(1);
  });

  test('keeps what belongs to a person without a session, and lets others pass', async () => {
    const w = world();
    w.network.online = false;
    const { outbox } = w.open();
    await outbox.put('ann', fact());
    await outbox.put('ben', fact());
    w.network.online = true;
    w.network.endings = ['no_session'];
    await outbox.drain();
    expect(w.server.facts.map(({ who }) => who)).toEqual(['ben']);
    expect(w.disk.rows.map(({ who }) => who)).toEqual(['ann']);
    await outbox.drain();
    expect(w.server.facts.map(({ who }) => who)).toEqual(['ben', 'ann']);
  });

  test('leaves the server alone for as long as it asks, whatever looks better meanwhile', async () => {
    const w = world();
    w.network.endings = ['retry_after'];
    const { outbox } = w.open();
    void outbox.put('u', fact());
    await w.pass(10_000);
    outbox.hurry();
    await w.pass(15_000);
    expect(w.server.requests).toHaveLength(0);
    await w.pass(6_000);
    expect(w.server.facts).toHaveLength(1);
  });

  test('tries less and less often, and at once when things look better', async () => {
    const w = world();
    w.network.endings = Array.from({ length: 12 }, () => 'lost_answer');
    const { outbox } = w.open();
    void outbox.put('u', fact());
    await w.pass(60_000);
    expect(w.server.requests.length).toBeGreaterThan(4);
    expect(w.server.requests.length).toBeLessThan(9);
    const before = w.server.requests.length;
    outbox.hurry();
    await w.settle();
    expect(w.server.requests).toHaveLength(before + 1);
  });

  test('splits a batch that is refused as a whole until the one that does it is alone', async () => {
    const w = world();
    w.network.online = false;
    const tab = w.open();
    for (let i = 0; i < 5; i++) await tab.outbox.put('u', fact(`n${i}`));
    w.network.online = true;
    const sizes: number[] = [];
    const outbox = createOutbox({
      store: {
        add: () => Promise.reject(new Error()),
        list: async () => w.disk.rows,
        remove: async (seqs) => void (w.disk.rows = w.disk.rows.filter(({ seq }) => !seqs.includes(seq))),
        close: () => undefined,
      },
      exclusive: (work) => work(),
      async send(_who, facts) {
        sizes.push(facts.length);
        if (facts.some((one) => one.type === 'track' && one.name === 'n3'))
          return { outcome: 'unacceptable', code: 'too_large' };
        return { outcome: 'answered', accepted: facts.map(({ id }) => id), refused: [] };
      },
      tell: () => undefined,
      changed: () => undefined,
      refused: () => undefined,
      note: () => undefined,
      isOnline: () => true,
      isHidden: () => false,
      after: () => () => undefined,
      random: () => 1,
    });
    await outbox.drain();
    expect(w.disk.rows).toEqual([]);
    expect(sizes.at(0)).toBe(5);
    expect(sizes.filter((size) => size === 1).length).toBeGreaterThan(0);
  });

  test('lets no later fact overtake one that could not be stored', async () => {
    const w = world();
    w.network.online = false;
    w.disk.works = false;
    const { outbox } = w.open();
    const [first, second] = [fact('first'), fact('second')];
    const receipts = [outbox.put('u', first)];
    w.disk.works = true;
    receipts.push(outbox.put('u', second));
    await Promise.all(receipts);
    w.network.online = true;
    await outbox.drain();
    expect(w.server.facts.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  test('hands a leaving page to the browser, no more than it takes', async () => {
    const w = world();
    w.network.online = false;
    const { outbox } = w.open();
    for (let i = 0; i < 20; i++)
      await outbox.put('u', { ...fact(), properties: { text: 'x'.repeat(1_900) } } as event.Event);
    w.network.online = true;
    outbox.leave('u');
    await w.settle();
    const [request] = w.server.requests;
    expect(request?.ids.length).toBeGreaterThan(10);
    expect((request?.ids.length ?? 0) * 2_000).toBeLessThan(32 * 1_024);
    await outbox.drain();
    expect(w.server.facts).toHaveLength(20);
  });
});

describe('whatever happens', () => {
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('put' as const), tab: fc.nat(3), survey: fc.nat(2) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('pass' as const),
        ms: fc.constantFrom(0, 50, 1_000, 10_000, 400_000),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('offline' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('online' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('disk' as const), works: fc.boolean() }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('reload' as const), tab: fc.nat(3), crash: fc.boolean() }),
    },
  );
  const endings = fc.array(
    fc.constantFrom<Ending>(
      'ok',
      '500',
      'refused_connection',
      'lost_answer',
      'lost_answer',
      'no_session',
      'retry_after',
    ),
    {
      maxLength: 30,
    },
  );

  test(
    'every fact that was said to be kept arrives once, under its own id and person, in order',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { maxLength: 40 }),
          endings,
          fc.integer({ min: 1, max: 4 }),
          async (steps, ends, count) => {
            const w = world();
            w.network.endings = [...ends];
            for (let i = 0; i < count; i++) w.open();
            const put: { tab: object; survey: string; id: string; receipt?: Receipt }[] = [];
            const current = [...w.tabs];
            for (const one of steps) {
              switch (one.do) {
                case 'put': {
                  const tab = current[one.tab % count]!;
                  const survey = `s${one.survey}`;
                  const made = fact(survey);
                  const note: (typeof put)[number] = { tab, survey, id: made.id };
                  put.push(note);
                  void tab.outbox
                    .put(`who-${one.survey % 2}`, made)
                    .then((receipt) => (note.receipt = receipt));
                  break;
                }
                case 'pass':
                  await w.pass(one.ms);
                  break;
                case 'offline':
                  w.network.online = false;
                  break;
                case 'online':
                  w.network.online = true;
                  for (const tab of current) tab.outbox.hurry();
                  break;
                case 'disk':
                  w.disk.works = one.works;
                  break;
                case 'reload': {
                  const at = one.tab % count;
                  const tab = current[at]!;
                  if (!one.crash) {
                    tab.outbox.leave('who-0');
                    await w.settle();
                  }
                  // A crash does not wait for what has not been promised; what lies in memory only goes with its page.
                  tab.alive = false;
                  current[at] = w.open();
                  break;
                }
                default:
                  one satisfies never;
              }
            }
            w.network.online = true;
            w.network.endings = [];
            w.disk.works = true;
            for (let i = 0; i < 6; i++) {
              for (const tab of current) tab.outbox.hurry();
              await w.pass(400_000);
            }

            for (const { id, receipt, tab } of put) {
              const died = !current.includes(tab as never);
              const promised =
                receipt === 'arrived' || receipt === 'stored' || (!died && receipt !== 'refused');
              if (promised) expect(w.server.seen.has(id)).toBe(true);
            }
            expect(new Set(w.server.facts.map(({ id }) => id)).size).toBe(w.server.facts.length);
            const orderOf = new Map(w.server.facts.map(({ id, order }) => [id, order]));
            for (const tab of w.tabs)
              for (const survey of ['s0', 's1', 's2']) {
                const orders = put
                  .filter((one) => one.tab === tab && one.survey === survey)
                  .flatMap(({ id }) => orderOf.get(id) ?? []);
                expect(orders).toEqual([...orders].sort((a, b) => a - b));
              }
            const asked = new Set(w.server.requests.flatMap(({ ids }) => ids));
            const known = new Set(put.map(({ id }) => id));
            expect([...asked].every((id) => known.has(id))).toBe(true);
            expect(w.disk.rows).toEqual([]);
            for (const tab of current) expect(tab.outbox.pending()).toBe(0);
          },
        ),
        { numRuns: 2_000 },
      );
    },
  );
});
