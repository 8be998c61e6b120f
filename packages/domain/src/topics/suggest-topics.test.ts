import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatesIn } from './candidates.ts';
import { logLikelihood } from './log-likelihood.ts';
import { isAbout, says } from './rule.ts';
import type { SaidText } from './suggest-topics.ts';
import { suggestTopics } from './suggest-topics.ts';
import { indexWords } from '../text/index-terms.ts';

const textsOf = (locale: string, prefix: string, ...texts: readonly string[]): SaidText[] =>
  texts.map((text, at) => ({ id: `${prefix}${at}`, locale, text }));
const many = (count: number, texts: readonly SaidText[]): SaidText[] =>
  Array.from({ length: count }, (_, round) =>
    texts.map((text) => ({ ...text, id: `${text.id}-${round}` })),
  ).flat();

const PAST = many(6, [
  ...textsOf(
    'ja',
    'pj',
    '議事録の検索が早くて助かっています。',
    '画面が見やすく、チームで使いやすいです。',
    'サポートの返信が丁寧でした。',
    'テンプレートがもう少しあると便利です。',
    '通知が多すぎて埋もれてしまいます。',
    '料金プランが分かりにくいと感じます。',
  ),
  ...textsOf(
    'ko',
    'pk',
    '회의록 검색이 빨라서 좋아요.',
    '화면이 깔끔하고 배우기 쉬워요.',
    '알림이 너무 많아서 놓치는 게 있어요.',
    '요금제가 조금 비싸요.',
    '고객 지원이 친절했습니다.',
  ),
  ...textsOf(
    'en',
    'pe',
    'Search is fast and the layout is clear.',
    'Too many notifications, I miss the important ones.',
    'Support answered within the hour.',
    'The mobile app could use offline mode.',
    'Pricing is a bit hard to understand.',
  ),
]);

const RECENT: SaidText[] = [
  ...textsOf(
    'ja-JP',
    'j',
    '請求書の発行に毎回時間がかかります。',
    '請求書をまとめて発行できると助かります。',
    '先月の請求書が見つかりませんでした。',
    '請求書のテンプレートを編集したいです。',
    '検索が早くて助かっています。',
    '請求書をPDFで出力したい。',
    'CSV出力が遅いです。',
    'CSV出力の途中で止まりました。',
    'CSV出力が最近とても遅くなりました。',
    'CSV出力に失敗することがあります。',
  ),
  ...textsOf(
    'ko',
    'k',
    '로그인이 자꾸 풀려서 불편해요.',
    '모바일에서 로그인 오류가 나요.',
    '로그인할 때 인증 메일이 늦게 와요.',
    '어제부터 로그인이 안 됩니다.',
    '검색이 빨라서 좋아요.',
  ),
  ...textsOf(
    'en',
    'e',
    'The calendar sync drops events every week.',
    'Calendar sync stopped working after the update.',
    "Our calendar sync is always late, it's frustrating.",
    'Search is fast.',
    'I had to reconnect calendar sync twice.',
  ),
];

describe('suggested topics', () => {
  const suggested = suggestTopics(RECENT, PAST);

  test('are what customers began to talk of, in each language, with examples', () => {
    const told = suggested.map(({ language, term }) => `${language} ${term}`);
    expect(told).toEqual(
      expect.arrayContaining(['ja 請求書', 'ja csv出力', 'ko 로그인', 'en calendar sync']),
    );
    expect(suggested.find(({ term }) => term === '請求書')).toMatchObject({
      recent: 5,
      recentAll: 10,
      past: 0,
      pastAll: 36,
      examples: ['j0', 'j1', 'j2'],
    });
  });

  test('are no parts of longer ones, nothing that was always said, and no filling words', () => {
    const terms = suggested.map(({ term }) => term);
    for (const not of [
      '請求',
      '求書',
      '出力',
      'calendar',
      'sync',
      '検索',
      'search',
      '검색',
      '毎回',
      'working',
    ])
      expect(terms).not.toContain(not);
  });

  test('leave out what the team knows already', () => {
    const isKnown = (term: string) => says(indexWords(term), '請求');
    expect(suggestTopics(RECENT, PAST, { isKnown }).map(({ term }) => term)).not.toContain('請求書');
  });

  test('say how often alone where there is no past to hold them against', () => {
    const [first] = suggestTopics(RECENT, []);
    expect(first).toMatchObject({ term: '請求書', keyness: null, recent: 5 });
  });

  test('are the same whatever the order of the past', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(PAST, { minLength: PAST.length }), (past) => {
        expect(suggestTopics(RECENT, past)).toEqual(suggested);
      }),
      { numRuns: 5 },
    );
  });
});

test('candidates are nouns without particles, compounds and pairs of words', () => {
  expect(candidatesIn('請求書をPDFで出力したい')).toEqual(new Set(['請求', '請求書', '求書', 'pdf', '出力']));
  expect(candidatesIn('결제에서 오류가 나요')).toEqual(
    new Set(['결제', '오류', '결제 오류', '나요', '오류 나요']),
  );
  expect(candidatesIn('The exports are slow')).toEqual(new Set(['export', 'slow']));
  expect(candidatesIn('動作が遅くて使いにくい')).toContain('使いにくい');
});

describe('the log-likelihood', () => {
  test.each([
    // both from the four-cell formula worked out by hand
    { of: [10, 100, 10, 1_000], g: 22.91 },
    { of: [10, 1_000, 10, 100], g: -22.91 },
    { of: [5, 100, 50, 1_000], g: 0 },
    { of: [5, 10, 0, 0], g: 0 },
  ])('of $of is $g', ({ of: [a = 0, b = 0, c = 0, d = 0], g }) =>
    expect(logLikelihood(a, b, c, d)).toBeCloseTo(g, 1),
  );

  test('turns its sign with the sides', () => {
    const group = fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(group, group, ([a, b], [c, d]) => {
        expect(logLikelihood(a, b, c, d)).toBeCloseTo(-logLikelihood(c, d, a, b), 6);
      }),
    );
  });
});

describe('a rule', () => {
  const rule = { language: 'ja', any: ['解約', 'CSV 出力'], none: ['解約予定はない'] };
  test.each([
    { locale: 'ja-JP', text: '来月で解約したい', is: true },
    { locale: 'ja', text: '解約予定はないです', is: false },
    { locale: 'ja', text: 'ＣＳＶ出力が遅い', is: true },
    { locale: 'ko', text: '解約', is: false },
    { locale: 'ja', text: '予約', is: false },
  ])('of Japanese: $locale $text is $is', ({ locale, text, is }) =>
    expect(isAbout([rule], { locale, words: indexWords(text) })).toBe(is),
  );

  test('finds words of other scripts from their beginning, and several in a row', () => {
    const isIn = (text: string, word: string) => says(indexWords(text), word);
    expect(isIn('Two invoices are missing', 'invoice')).toBe(true);
    expect(isIn('An e-invoice', 'invoice')).toBe(true);
    expect(isIn('Reinvoice it', 'invoice')).toBe(false);
    expect(isIn('The calendar does not sync', 'calendar sync')).toBe(false);
    expect(isIn('결제 오류가 나요', '결제 오류')).toBe(true);
    expect(isIn('anything', '…')).toBe(false);
  });
});
