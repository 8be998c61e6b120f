import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesLocale } from './locale.ts';
import { matchesPage, matchesPages } from './page-pattern.ts';

const app = 'https://app.example.com';

describe('matchesPage', () => {
  test.each([
    { pattern: '/projects', url: `${app}/projects`, matches: true, because: 'a path alone is on every host' },
    { pattern: '/projects', url: `${app}/projects/1`, matches: false, because: 'without a star it is exact' },
    {
      pattern: '/projects/*',
      url: `${app}/projects/1/edit`,
      matches: true,
      because: 'a star crosses slashes',
    },
    {
      pattern: '/projects/*',
      url: `${app}/projects`,
      matches: true,
      because: 'a slash at the end makes no difference',
    },
    { pattern: '/projects/', url: `${app}/projects`, matches: true, because: 'in either place' },
    { pattern: '/projects/*', url: `${app}/projects-old`, matches: false, because: 'but a slash is a slash' },
    { pattern: '/projects*', url: `${app}/projects-old`, matches: true },
    {
      pattern: '*/edit',
      url: `${app}/projects/1/edit`,
      matches: true,
      because: 'a star in front looks anywhere',
    },
    { pattern: '*projects*', url: `${app}/my/projects/1`, matches: true },
    { pattern: '*billing*', url: 'https://billing.example.com/x', matches: true },
    {
      pattern: '/projects/*/edit',
      url: `${app}/projects/1/edit?tab=2#top`,
      matches: true,
      because: 'query and fragment are left out',
    },
    { pattern: '/', url: app, matches: true, because: 'no path is the root' },
    { pattern: '/', url: `${app}/x`, matches: false },
    { pattern: '/Projects', url: `${app}/projects`, matches: false, because: 'paths have case' },
    { pattern: 'app.example.com/*', url: `${app}/x`, matches: true },
    { pattern: 'APP.example.com/*', url: `${app}/x`, matches: true, because: 'hosts do not' },
    { pattern: 'app.example.com', url: `${app}/x`, matches: true, because: 'a host alone is all its pages' },
    { pattern: 'app.example.com/', url: `${app}/x`, matches: false, because: 'with a slash it is its root' },
    { pattern: '*.example.com/x', url: `${app}/x`, matches: true },
    { pattern: '*.example.com/x', url: 'https://example.com/x', matches: false },
    { pattern: 'example.com/*', url: 'https://evil-example.com/x', matches: false },
    {
      pattern: 'app.example.com/*',
      url: 'https://evil.com/app.example.com/x',
      matches: false,
      because: 'a path is no host',
    },
    {
      pattern: 'https://app.example.com/x',
      url: 'http://app.example.com/x',
      matches: true,
      because: 'schemes are left out',
    },
    { pattern: 'localhost/*', url: 'http://localhost:3000/x', matches: true, because: 'any port' },
    { pattern: 'localhost:3000/*', url: 'http://localhost:3000/x', matches: true },
    { pattern: 'localhost:3000/*', url: 'http://localhost:4000/x', matches: false, because: 'this port' },
    { pattern: '*', url: `${app}/x?y#z`, matches: true },
    {
      pattern: '/search?*q=plan*',
      url: `${app}/search?page=2&q=plans`,
      matches: true,
      because: 'a query in the pattern counts',
    },
    { pattern: '/search?q=plan', url: `${app}/search`, matches: false },
    { pattern: '/#/inbox*', url: `${app}/#/inbox/3`, matches: true, because: 'as does a fragment' },
    { pattern: '/#/inbox*', url: `${app}/?utm=1#/inbox/3`, matches: true, because: 'without the query' },
    {
      pattern: '/設定/*',
      url: `${app}/%E8%A8%AD%E5%AE%9A/team`,
      matches: true,
      because: 'browsers encode what people type',
    },
    { pattern: '/100%', url: `${app}/100%`, matches: true, because: 'a stray % is only itself' },
    { pattern: '/a+b(c).*', url: `${app}/a+b(c).html`, matches: true, because: 'nothing else is special' },
    { pattern: '/a.c', url: `${app}/abc`, matches: false },
    { pattern: '/projects/*', url: '/projects/1', matches: true, because: 'a path alone is a page too' },
    { pattern: '', url: `${app}/`, matches: false, because: 'nothing means nothing' },
    { pattern: '  /x ', url: `${app}/x`, matches: true, because: 'people paste blanks' },
  ])('$pattern on $url: $matches', ({ pattern, url, matches }) => {
    expect(matchesPage(pattern, url)).toBe(matches);
  });

  test('agrees with a regular expression on any pattern', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '/'), maxLength: 10 });
    const path = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 12 });
    fc.assert(
      fc.property(text, path, (pattern, rest) => {
        const [wanted, found] = [`/${pattern}`, `/${rest}`];
        const expression = new RegExp(`^${wanted.replaceAll('*', '.*')}$`);
        const other = found.endsWith('/') ? found.slice(0, -1) : `${found}/`;
        expect(matchesPage(wanted, app + found)).toBe(expression.test(found) || expression.test(other));
      }),
      { numRuns: 2_000 },
    );
  });

  test('answers at once where a backtracking matcher would never end', () => {
    expect(matchesPage(`/${'*a'.repeat(40)}*b`, `${app}/${'a'.repeat(20_000)}`)).toBe(false);
  });

  test('with no pattern at all means every page', () => {
    expect(matchesPages([], app)).toBe(true);
    expect(matchesPages(['/a', '/b'], `${app}/b`)).toBe(true);
    expect(matchesPages(['/a', '/b'], `${app}/c`)).toBe(false);
  });
});

describe('matchesLocale', () => {
  test.each([
    { ranges: ['ja'], locale: 'ja-JP', matches: true },
    { ranges: ['JA-jp'], locale: 'ja-JP', matches: true },
    { ranges: ['ja-JP'], locale: 'ja', matches: false, because: 'a range is not wider than it says' },
    { ranges: ['en'], locale: 'eng', matches: false },
    { ranges: ['zh-Hant'], locale: 'zh-Hant-TW', matches: true },
    { ranges: ['zh_Hant'], locale: 'zh-hant', matches: true },
    { ranges: ['*'], locale: 'ko', matches: true },
    { ranges: [], locale: 'ko', matches: false },
    { ranges: [''], locale: 'ko', matches: false },
    { ranges: ['ja', 'ko'], locale: 'ko-KR', matches: true },
  ])('$ranges on $locale: $matches', ({ ranges, locale, matches }) => {
    expect(matchesLocale(ranges, locale)).toBe(matches);
  });
});
