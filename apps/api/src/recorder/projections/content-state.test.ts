import { describe, expect, test } from 'vitest';
import type { ReceivedFact } from '../received-fact.ts';
import { contentStateAfter, UNTOUCHED } from './content-state.ts';

const AT = '2026-01-05T10:00:00.000Z';
const about = { id: '0192f0c1-0000-7000-8000-000000000000', at: AT, contentId: 'srv_1', version: 1 };
const fact = (event: ReceivedFact['event']): ReceivedFact => ({ event, occurredAt: AT, receivedAt: AT });
const answered = (value: number | null) =>
  fact({ ...about, type: 'survey_answered', responseId: 'rsp_1', question: 'score', value });

describe('contentStateAfter', () => {
  test('counts attempts by wave: an answer ends one', () => {
    const claimed = contentStateAfter(UNTOUCHED, fact({ ...about, type: 'content_claimed' }));
    expect(claimed.attempts).toBe(1);
    expect(contentStateAfter(claimed, answered(9))).toMatchObject({ attempts: 0, lastAnsweredAt: AT });
    expect(contentStateAfter(claimed, answered(null))).toBe(claimed);
  });

  test('keeps "don\'t ask" until it is taken back, whatever else is dismissed', () => {
    const dismissed = (optOut?: boolean) =>
      fact({ ...about, type: 'content_dismissed', ...(optOut !== undefined && { optOut }) });
    const out = contentStateAfter(UNTOUCHED, dismissed(true));
    expect(out.optedOut).toBe(true);
    expect(contentStateAfter(out, dismissed()).optedOut).toBe(true);
    expect(contentStateAfter(out, dismissed(false)).optedOut).toBe(false);
  });
});
