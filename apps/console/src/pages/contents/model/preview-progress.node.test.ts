import { expect, test } from 'vitest';
import { aChecklist, aStep } from '../testing/drafts.ts';
import { previewProgress } from './preview-progress.ts';

const NOW = '2026-03-11T09:30:00.000Z';

test('somebody who begins now: nothing done, the first step current, locks and due dates', () => {
  const { body } = aChecklist({
    steps: [aStep('a', { dueInDays: 2 }), aStep('b', { requires: ['a'] }), aStep('c', { optional: true })],
  });
  expect(previewProgress(body, NOW)).toEqual({
    steps: [
      { key: 'a', state: 'open', current: true, lockedBy: [], dueAt: '2026-03-13T09:30:00.000Z' },
      { key: 'b', state: 'locked', current: false, lockedBy: ['a'] },
      { key: 'c', state: 'open', current: false, lockedBy: [] },
    ],
    done: 0,
    total: 2,
  });
});

test('steps that only some people see are shown to the team', () => {
  const { body } = aChecklist({ steps: [aStep('a', { visibleWhen: { type: 'locale', in: ['ja'] } })] });
  expect(previewProgress(body, NOW).steps.map(({ key }) => key)).toEqual(['a']);
});
