import { addMs } from '@banso/domain/time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chosen } from './preferences.ts';
import { choosing, languageOf } from './preferences.ts';

const START = '2026-03-02T12:00:00.000Z';
/** Further apart than a call may take. */
const APART_MS = 61_000;
const nothing: Chosen = { asking: 'usual', askingSetAt: null, chosenLocale: null, localeSetAt: null };

const choices = fc.uniqueArray(
  fc.record({
    at: fc.integer({ min: 0, max: 1_000 }).map((times) => addMs(START, times * APART_MS)),
    asking: fc.constantFrom(undefined, 'usual' as const, 'less' as const, 'never' as const),
    locale: fc.constantFrom(undefined, null, 'ja', 'ko'),
  }),
  { selector: ({ at }) => at, maxLength: 8 },
);
const after = (
  all: readonly {
    at: string;
    asking?: Chosen['asking'] | undefined;
    locale?: string | null | undefined;
  }[],
): Chosen => all.reduce((chosen, { at, ...choice }) => choosing(chosen, choice, at), nothing);

describe('what a person chooses', () => {
  test('is the latest of each, in whatever order and how often the choices come in', () => {
    fc.assert(
      fc.property(
        choices
          .filter((all) => all.length > 0)
          .chain((all) =>
            fc.tuple(
              fc.constant(all),
              fc.shuffledSubarray(all, { minLength: all.length }),
              fc.shuffledSubarray(all),
            ),
          ),
        ([all, disordered, again]) => {
          const chosen = after([...disordered, ...again]);
          const inOrder = all.toSorted((a, b) => (a.at < b.at ? -1 : 1));
          const last = inOrder.findLast(({ asking }) => asking !== undefined);
          const spoken = inOrder.findLast(({ locale }) => locale !== undefined);
          expect(chosen).toEqual({
            asking: last?.asking ?? 'usual',
            askingSetAt: last?.at ?? null,
            chosenLocale: spoken?.locale ?? null,
            localeSetAt: spoken?.at ?? null,
          });
        },
      ),
    );
  });

  test.each([0, 1_000, 9_000])(
    'of two the later to come in holds, though its call was %i ms faster',
    (ms) => {
      expect(
        after([
          { at: addMs(START, ms), asking: 'less', locale: 'ja' },
          { at: START, asking: 'never', locale: 'ko' },
        ]),
      ).toMatchObject({ asking: 'never', chosenLocale: 'ko' });
    },
  );

  test('as a language goes before that of the page', () => {
    expect(languageOf(nothing, 'en')).toBe('en');
    expect(languageOf({ chosenLocale: 'ja' }, 'en')).toBe('ja');
  });
});
