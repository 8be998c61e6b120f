import { expect, test } from 'vitest';
import { healthAt } from './judgement.ts';

test('a judgement holds until its end, and not at it', () => {
  const judged = { level: 'poor', until: '2026-06-01T00:00:00.000Z' } as const;
  expect(healthAt(judged, '2026-05-31T23:59:59.999Z')).toBe('poor');
  expect(healthAt(judged, '2026-06-01T00:00:00.000Z')).toBeUndefined();
  expect(healthAt(null, '2026-05-31T23:59:59.999Z')).toBeUndefined();
});
