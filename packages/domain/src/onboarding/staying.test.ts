import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_STAYING, type Midway, stayingBehind, type Standing, versionHad } from './staying.ts';

/** What is in people's hands after these publications, the first of which is version 1. */
const after = (choices: readonly Midway[]): Standing =>
  choices.reduce<Standing>(
    (live, midway) => ({
      version: live.version + 1,
      staying: midway === 'stay' ? stayingBehind(live) : [],
    }),
    { version: 1, staying: [] },
  );

test('who stays keeps their version until everybody is moved', () => {
  expect(after(['stay', 'stay'])).toEqual({ version: 3, staying: [2, 1] });
  expect([1, 2, 3].map((shown) => versionHad(after(['stay', 'stay']), shown))).toEqual([1, 2, 3]);
  // Moved to the second without having come back since: that is what they stay with.
  expect(versionHad(after(['migrate', 'stay']), 1)).toBe(2);
  expect(versionHad(after(['stay', 'migrate']), 1)).toBe(3);
  expect(versionHad(after(['stay']), undefined)).toBe(2);
});

test('laws: nobody goes back, stays with what is not there, or is moved by a publication that keeps them', () => {
  const publications = fc.array(fc.constantFrom<Midway>('migrate', 'stay'), { maxLength: 12 });
  fc.assert(
    fc.property(publications, fc.nat(20), (choices, shown) => {
      const live = after(choices);
      const had = versionHad(live, shown);
      expect([live.version, ...live.staying]).toContain(had);
      if (shown <= live.version) expect(had).toBeGreaterThanOrEqual(shown);
      expect(live.staying.length).toBeLessThanOrEqual(MAX_STAYING);
      const next = after([...choices, 'stay']);
      if (shown <= live.version && live.staying.length < MAX_STAYING)
        expect(versionHad(next, shown)).toBe(had);
      expect(versionHad(after([...choices, 'migrate']), shown)).toBe(live.version + 1);
    }),
  );
});
