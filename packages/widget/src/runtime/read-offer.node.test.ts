import { widgetApi } from '@banso/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fits, isSyncAnswer, readFile, readOffer } from './read-offer.ts';

const OFFER: widgetApi.SyncResponse = {
  accepted: ['a'],
  refused: [{ id: 'b', code: 'invalid', message: 'no' }],
  content: { url: '/c' },
  show: [
    {
      contentId: 'chk_01890000-0000-7000-8000-000000000002',
      version: 1,
      kind: 'checklist',
      surface: 'panel',
      when: { delaySeconds: 0, pages: ['/x'] },
      reason: 'eligible',
    },
  ],
  held: { 'srv_01890000-0000-7000-8000-000000000001': 'audience' },
  progress: { a: { steps: [{ key: 'k', state: 'open', current: true, lockedBy: [] }], done: 0, total: 1 } },
  unread: 2,
  preferences: { asking: 'less', locale: 'ja' },
};

describe('an answer', () => {
  test('of the contract is read, without what else stands in it', () => {
    expect(widgetApi.SyncResponse.parse(OFFER)).toEqual(OFFER);
    const { accepted: _accepted, refused: _refused, ...offer } = OFFER;
    expect(readOffer(OFFER)).toEqual(offer);
    expect(isSyncAnswer(OFFER)).toBe(true);
  });

  test('in which any one thing has another type is not', () => {
    const wrong = (value: unknown): unknown[] => {
      if (Array.isArray(value))
        return [
          null,
          {},
          'x',
          ...value.flatMap((item, i) => wrong(item).map((w): unknown => value.with(i, w))),
        ];
      if (value === null || typeof value !== 'object')
        return [null, {}, [], typeof value === 'string' ? 7 : 'x'];
      return [
        null,
        'x',
        [],
        ...Object.entries(value).flatMap(([key, item]) => wrong(item).map((w) => ({ ...value, [key]: w }))),
      ];
    };
    // What a person chose is not looked at: older services do not tell it, and what cannot be drawn is not drawn.
    const { accepted: _accepted, refused: _refused, preferences: _preferences, ...offer } = OFFER;
    // What nobody reads may be anything: the reason of a content and the times of a step.
    const bad = wrong(offer).filter(
      (value) =>
        JSON.stringify(value).includes('"reason":"eligible"') || !JSON.stringify(value).includes('"reason"'),
    );
    expect(bad.length).toBeGreaterThan(40);
    for (const value of bad) if (readOffer(value)) expect(readOffer(value)).toEqual(value);
    expect(
      bad.filter(
        (value) =>
          readOffer(value) && !widgetApi.SyncResponse.safeParse({ ...OFFER, ...(value as object) }).success,
      ),
    ).toEqual([]);
  });

  test('never hands on the key to the session', () => {
    expect(readOffer({ ...OFFER, session: 'secret', languages: ['ja'] })).not.toHaveProperty('session');
    expect(readOffer({ ...OFFER, session: 'secret', languages: ['ja'] })).toMatchObject({
      languages: ['ja'],
    });
  });

  test('of any kind makes nobody throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readOffer(value);
        readFile(value);
        isSyncAnswer(value);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('a file gives what can be drawn and leaves out the rest', () => {
  const base = { id: 'r', slug: 's', version: 1, lang: 'en', title: 'T' };
  const resource = {
    ...base,
    kind: 'resource',
    type: 'article',
    summary: '',
    body: [],
    section: '',
    tags: [],
  };
  const strange = { ...base, id: 'x', kind: 'hologram' };
  const broken = { ...resource, id: 'b', tags: 7 };
  expect(readFile({ locale: 'en', contents: [resource, strange, broken] })).toEqual({ r: resource });
  expect(readFile({ locale: 'en' })).toBeUndefined();
});

test('an example names the types that matter', () => {
  expect(fits({ a: 1, more: true }, { a: 0 })).toBe(true);
  expect(fits({ a: [1, 'x'] }, { a: [0] })).toBe(false);
  expect(fits({ x: 1, y: 'z' }, { '*': 0 })).toBe(false);
});
