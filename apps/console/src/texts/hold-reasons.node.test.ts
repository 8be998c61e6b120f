import { decide, opensAs } from '@banso/domain/decide';
import { aSituation, DECISION_CASES } from '@banso/domain/testing';
import { expect, test } from 'vitest';
import { holdReasons } from './hold-reasons.ts';

// the same table in the domain, in the service and in the widget
test.each(DECISION_CASES)('the console shows and words it as it was decided: $name', (given) => {
  const { show, held } = decide({ ...aSituation(given.situation), candidates: given.candidates });
  for (const { contentId, surface } of show) {
    const candidate = given.candidates.find(({ id }) => id === contentId);
    // how an editor says that it opens; the panel is where all of it can wait
    if (surface !== 'panel') expect(candidate && opensAs(candidate)).toBe(surface);
  }
  const words = held.map(({ reason }) => Object.values(holdReasons).map((language) => language[reason]));
  expect(words.flat().every((text) => text.length > 0)).toBe(true);
  expect(held.map(({ contentId, reason }) => `${contentId} ${reason}`)).toEqual(given.held);
});
