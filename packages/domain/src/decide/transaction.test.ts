import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContentState } from '../targeting/facts.ts';
import { aState, NOW } from '../testing/facts.ts';
import { addMs, DAY_MS, HOUR_MS } from '../time/instant.ts';
import type { Transaction } from './transaction.ts';
import { answeredTransaction, openTransaction, transactionIdIn, withTransaction } from './transaction.ts';

const TICKET = { event: 'ticket_closed', property: 'ticketId', withinDays: 7 };
const ago = (hours: number) => addMs(NOW, -hours * HOUR_MS);

describe('what there is to ask about', () => {
  const open = (known: Transaction[], state?: ContentState) => openTransaction(TICKET, known, state, NOW)?.id;

  test.each<{ is: string; known: Transaction[]; state?: ContentState; id: string | undefined }>([
    { is: 'nothing', known: [], id: undefined },
    {
      is: 'the newest of several',
      known: [
        { id: 'a', at: ago(9) },
        { id: 'b', at: ago(2) },
      ],
      id: 'b',
    },
    {
      is: 'by id in a tie',
      known: [
        { id: 'b', at: ago(2) },
        { id: 'a', at: ago(2) },
      ],
      id: 'b',
    },
    { is: 'not what is too long ago', known: [{ id: 'a', at: ago(7 * 24) }], id: undefined },
    { is: 'what is just fresh', known: [{ id: 'a', at: ago(7 * 24 - 1) }], id: 'a' },
    {
      is: 'the older one once the newer was asked about',
      known: [
        { id: 'a', at: ago(9) },
        { id: 'b', at: ago(2), askedAt: ago(1) },
      ],
      id: 'a',
    },
    {
      is: 'what was put off',
      known: [{ id: 'a', at: ago(9), askedAt: ago(8) }],
      state: aState({ snoozedUntil: ago(1) }),
      id: 'a',
    },
    {
      is: 'not what was put off and closed then',
      known: [{ id: 'a', at: ago(9), askedAt: ago(8) }],
      state: aState({ snoozedUntil: ago(1), lastDismissedAt: ago(0) }),
      id: undefined,
    },
    {
      is: 'not what was put off, asked about again and left',
      known: [{ id: 'a', at: ago(9), askedAt: ago(0.5) }],
      state: aState({ snoozedUntil: ago(1) }),
      id: undefined,
    },
    {
      is: 'not what was answered without being asked',
      known: [{ id: 'a', at: ago(9), answeredAt: ago(8) }],
      id: undefined,
    },
  ])('$is', ({ known, state, id }) => expect(open(known, state)).toBe(id));

  test('an answer is about what was asked last, else about what is open', () => {
    const known = [
      { id: 'a', at: ago(9), askedAt: ago(3) },
      { id: 'b', at: ago(2) },
    ];
    expect(answeredTransaction(TICKET, known, undefined, NOW)?.id).toBe('a');
    expect(answeredTransaction(TICKET, known.slice(1), undefined, NOW)?.id).toBe('b');
    expect(answeredTransaction(TICKET, [], undefined, NOW)).toBeUndefined();
  });
});

describe('which one it is', () => {
  test.each([
    { properties: { ticketId: 'T-1' }, id: 'T-1' },
    { properties: { ticketId: 124 }, id: '124' },
    { properties: { ticketId: ' ' }, id: undefined },
    { properties: { ticketId: 'x'.repeat(201) }, id: undefined },
    { properties: { ticketId: true }, id: undefined },
    { properties: { other: 'T-1' }, id: undefined },
    { properties: undefined, id: undefined },
  ])('says $properties: $id', ({ properties, id }) => {
    expect(transactionIdIn(TICKET, properties as Record<string, string>)).toBe(id);
  });

  test('is no property that every object has', () => {
    expect(transactionIdIn({ ...TICKET, property: 'toString' }, {})).toBeUndefined();
  });
});

describe('laws of transactions', () => {
  type Step = { tell: string } | { ask: true };
  const someSteps = fc.array(
    fc.tuple(
      fc.oneof(fc.record({ tell: fc.constantFrom('a', 'b', 'c') }), fc.constant<Step>({ ask: true })),
      fc.integer({ min: 1, max: 80 }),
    ),
    { maxLength: 60 },
  );

  test('the same one is never asked about twice, however often it is told, and never too late', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        let known: readonly Transaction[] = [];
        let now = NOW;
        const asked: string[] = [];
        for (const [step, hours] of steps as [Step, number][]) {
          now = addMs(now, hours * HOUR_MS);
          if ('tell' in step) {
            known = withTransaction(known, { id: step.tell, at: now });
            continue;
          }
          const open = openTransaction(TICKET, known, undefined, now);
          if (!open) continue;
          expect(now < addMs(open.at, 7 * DAY_MS)).toBe(true);
          known = known.map((one) => (one === open ? { ...one, askedAt: now } : one));
          asked.push(open.id);
        }
        expect(new Set(asked).size).toBe(asked.length);
        expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
      }),
    );
  });

  test('telling an old one again changes nothing', () => {
    const known = [{ id: 'a', at: ago(1), askedAt: ago(0) }];
    expect(withTransaction(known, { id: 'a', at: NOW })).toBe(known);
    const newer = [{ id: 'a', at: NOW }];
    expect(withTransaction(newer, { id: 'a', at: ago(5) })).toBe(newer);
  });
});
