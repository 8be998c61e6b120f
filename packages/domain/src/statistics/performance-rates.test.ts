import { expect, test } from 'vitest';
import { performanceRates } from './performance-rates.ts';

test('a content is told by the same ratios as a survey, and by who put it off', () => {
  expect(performanceRates({ shown: 200, started: 80, completed: 60, dismissed: 50, snoozed: 10 })).toEqual({
    response: 0.4,
    completion: 0.75,
    completed: 0.3,
    dismissal: 0.25,
    postponement: 0.05,
  });
  expect(
    performanceRates({ shown: 0, started: 0, completed: 0, dismissed: 0, snoozed: 0 }).postponement,
  ).toBeUndefined();
});
