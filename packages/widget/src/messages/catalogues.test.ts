import { describe, expect, test } from 'vitest';
import { announcementMessages } from './announcement.ts';
import { loadAnswerMessages } from './answer-messages.ts';
import { firstLookMessages } from './first-look.ts';
import { catalogues } from './load.ts';
import {
  loadGuideMessages,
  loadHomeMessages,
  loadMessageMessages,
  loadWaysOutMessages,
} from './more-messages.ts';
import { loadPreferenceMessages } from './own-messages.ts';
import { loadChecklistMessages, loadLauncherMessages, loadPanelMessages } from './page-messages.ts';
import { count, say } from './say.ts';
import { Texts } from './texts.ts';

const LOADERS: Readonly<Record<string, (locale: string) => unknown>> = {
  firstLook: firstLookMessages,
  answers: loadAnswerMessages,
  launcher: loadLauncherMessages,
  checklist: loadChecklistMessages,
  waysOut: loadWaysOutMessages,
  panel: loadPanelMessages,
  home: loadHomeMessages,
  guides: loadGuideMessages,
  announcement: announcementMessages,
  messages: loadMessageMessages,
  preferences: loadPreferenceMessages,
};

/** Every text of a catalogue by its path; plural forms under one path. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    textsOf(inner, ['one', 'other', 'few', 'many'].includes(key) ? path : `${path}.${key}`),
  );
}
const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

describe.each(Object.keys(LOADERS))('the %s catalogue', (name) => {
  test.each(['ja', 'ko'])('says everything in %s, with the same slots as English', async (language) => {
    const english = new Map(textsOf(await LOADERS[name]!('en')));
    const other = textsOf(await LOADERS[name]!(language));
    expect(other.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted());
    for (const [path, text] of other) {
      const expected = slots(english.get(path) ?? '').filter(
        (slot) => !['.stepsLeft', '.fresh'].includes(path) || slot,
      );
      expect([path, ...slots(text)]).toEqual([path, ...expected]);
      if (path !== '.lang') expect(text, path).not.toBe('');
    }
  });

  test('never shouts', async () => {
    for (const language of ['en', 'ja', 'ko'])
      for (const [path, text] of textsOf(await LOADERS[name]!(language)))
        expect(`${path} ${text}`).not.toMatch(/[!！]/);
  });
});

describe('catalogues', () => {
  const english = { lang: 'en' };
  const load = (how: () => Promise<{ lang: string }>, inEnglish = () => Promise.resolve(english)) =>
    catalogues(
      new Map([
        ['en', inEnglish],
        ['ja', how],
      ]),
    );

  test('answer later the first time, and at once from then on', async () => {
    const japanese = { lang: 'ja' };
    const loader = load(() => Promise.resolve(japanese));
    await expect(loader('en-GB')).resolves.toBe(english);
    expect(loader('en')).toBe(english);
    await expect(loader('ja-JP')).resolves.toBe(japanese);
    expect(loader('JA')).toBe(japanese);
  });

  test.each(['fr', '', '__proto__', 'constructor', 'ar-EG'])('answer "%s" in English', async (locale) => {
    await expect(load(() => Promise.reject(new Error('never asked')))(locale)).resolves.toBe(english);
  });

  test('fall back where loading fails, and try again the next time', async () => {
    let tries = 0;
    const loader = load(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve({ lang: 'ja' });
    });
    await expect(loader('ja')).resolves.toBe(english);
    await expect(loader('ja')).resolves.toEqual({ lang: 'ja' });
  });

  test('have nothing, and throw nothing, where no language can be had', async () => {
    const offline = () => Promise.reject(new Error('offline'));
    await expect(load(offline, offline)('ja')).resolves.toBe(undefined);
  });
});

test('texts that could not be had are asked for again with the next drawing', async () => {
  let tries = 0;
  const load = () => Promise.resolve((tries += 1) === 1 ? undefined : { lang: 'en' });
  const texts = new Texts<{ lang: string }>(load, () => undefined);
  expect(texts.for('en')).toBe(undefined);
  await texts.coming;
  expect(texts.for('en')).toBe(undefined);
  await texts.coming;
  expect(texts.for('en')).toEqual({ lang: 'en' });
});

test('texts stay as they were until those of the new language have come', async () => {
  const { promise, resolve } = Promise.withResolvers<{ lang: string }>();
  const changed = Promise.withResolvers<void>();
  const texts = new Texts<{ lang: string }>(
    (locale) => (locale === 'ja' ? promise : { lang: locale }),
    changed.resolve,
  );
  expect(texts.for('en')).toEqual({ lang: 'en' });
  expect(texts.for('ja')).toEqual({ lang: 'en' });
  resolve({ lang: 'ja' });
  await changed.promise;
  expect(texts.for('ja')).toEqual({ lang: 'ja' });
});

test('say fills slots, with what looks like a slot or a pattern too', () => {
  expect(say('{a} and {b}, {c}', { a: '$1', b: '{a}' })).toBe('$1 and {a}, {c}');
});

test.each([
  { lang: 'en', n: 1, is: '1 step' },
  { lang: 'en', n: 0, is: '0 steps' },
  { lang: 'en', n: 1200, is: '1,200 steps' },
  { lang: 'ja', n: 1, is: '1 steps' },
])('count takes the form for $n in $lang', ({ lang, n, is }) => {
  expect(count(lang, { one: '{n} step', other: '{n} steps' }, n)).toBe(is);
});
