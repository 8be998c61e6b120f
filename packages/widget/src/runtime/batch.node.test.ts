import * as contract from '@banso/contract';
import { describe, expect, test } from 'vitest';
import { jsonBytes, MAX_BATCH_BYTES, MAX_BATCH_EVENTS, MAX_EVENT_BYTES, takeBatch } from './batch.ts';
import type { OutboxRow } from './outbox-store.ts';

const row = (size: number): OutboxRow => ({
  who: 'u',
  fact: {
    id: 'id',
    at: '2026-01-05T10:00:00.000Z',
    type: 'track',
    name: 'x',
    properties: { text: 'é'.repeat(size / 2) },
  },
});

test('the limits are those of the contract', () => {
  const { MAX_BATCH_BYTES: bytes, MAX_BATCH_EVENTS: events, MAX_EVENT_BYTES: each } = contract.event;
  expect({ MAX_BATCH_BYTES, MAX_BATCH_EVENTS, MAX_EVENT_BYTES }).toEqual({
    MAX_BATCH_BYTES: bytes,
    MAX_BATCH_EVENTS: events,
    MAX_EVENT_BYTES: each,
  });
});

describe('a batch', () => {
  test('holds so many events at most', () => {
    expect(
      takeBatch(
        Array.from({ length: 501 }, () => row(0)),
        500,
        MAX_BATCH_BYTES,
      ),
    ).toHaveLength(500);
    expect(takeBatch([row(0), row(0)], 500, MAX_BATCH_BYTES)).toHaveLength(2);
  });

  test('stays below the bytes, counted as they are sent', () => {
    const rows = Array.from({ length: 40 }, () => row(30_000));
    const batch = takeBatch(rows, 500, MAX_BATCH_BYTES);
    expect(batch.length).toBeLessThan(20);
    expect(jsonBytes({ events: batch.map(({ fact }) => fact) })).toBeLessThan(MAX_BATCH_BYTES);
  });

  test('takes one row whatever its size, and none of none', () => {
    expect(takeBatch([row(30_000), row(0)], 500, 10)).toHaveLength(1);
    expect(takeBatch([], 500, 10)).toEqual([]);
  });
});
