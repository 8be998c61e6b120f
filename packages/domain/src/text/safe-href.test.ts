import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HREF_MAX_LENGTH, safeHref } from './safe-href.ts';

describe('safeHref gives', () => {
  test.each([
    ['https://example.com', 'https://example.com'],
    ['  https://example.com/a?b=c&d=e#f \n', 'https://example.com/a?b=c&d=e#f'],
    ['HTTPS://Example.COM/Path', 'https://example.com/Path'],
    ['http://localhost:3000/x', 'http://localhost:3000/x'],
    ['http://192.168.0.1/', 'http://192.168.0.1/'],
    ['http://[::1]:8080/x', 'http://[::1]:8080/x'],
    ['https://例え.テスト/案内?検索=解約', 'https://例え.テスト/案内?検索=解約'],
    ['https://my_host.example.com', 'https://my_host.example.com'],
    ['https://example.com/a@b:c', 'https://example.com/a@b:c'],
    ['https://example.com/?a=1&copy;=2', 'https://example.com/?a=1&copy;=2'],
    ['mailto:mika@example.com', 'mailto:mika@example.com'],
    ['MAILTO:mika@example.com?subject=Hello%20there', 'mailto:mika@example.com?subject=Hello%20there'],
    ['tel:+81-3-1234-5678', 'tel:+81-3-1234-5678'],
    ['tel:0312345678;ext=12', 'tel:0312345678;ext=12'],
    ['/projects/new?from=banso#step', '/projects/new?from=banso#step'],
    ['/設定', '/設定'],
    ['/', '/'],
  ])('%j as %j', (href, safe) => expect(safeHref(href)).toBe(safe));
});

describe('safeHref refuses', () => {
  test.each([
    { href: '', because: 'nothing' },
    { href: 'javascript:alert(1)', because: 'script' },
    { href: 'JaVaScRiPt:alert(1)', because: 'script in any case' },
    { href: ' javascript:alert(1)', because: 'script behind a blank' },
    { href: '\u0001javascript:alert(1)', because: 'script behind a control character' },
    { href: 'java\nscript:alert(1)', because: 'browsers drop newlines' },
    { href: 'java\tscript:alert(1)', because: 'and tabs' },
    { href: 'java\0script:alert(1)', because: 'and old ones NUL' },
    { href: 'javascript&colon;alert(1)', because: 'a reference for a colon' },
    { href: '&#106;avascript:alert(1)', because: 'a reference for a letter' },
    { href: '/&#47;evil.example', because: 'a reference for a slash' },
    { href: '/&sol;evil.example', because: 'by name too' },
    { href: 'data:text/html,<script>alert(1)</script>', because: 'data' },
    { href: 'blob:https://example.com/1', because: 'blob' },
    { href: 'view-source:https://example.com', because: 'view-source' },
    { href: 'vbscript:msgbox(1)', because: 'vbscript' },
    { href: 'file:///etc/passwd', because: 'file' },
    { href: 'ftp://example.com', because: 'only http, https, mailto, tel' },
    { href: '//evil.example/x', because: 'another site in disguise' },
    { href: '/\\evil.example', because: 'browsers read a backslash as a slash' },
    { href: '\\\\evil.example', because: 'two of them' },
    { href: '/\t/evil.example', because: 'browsers drop the tab' },
    { href: 'https:evil.example', because: 'no slashes' },
    { href: 'https:/evil.example', because: 'one slash' },
    { href: 'https:///evil.example', because: 'three slashes' },
    { href: 'https://', because: 'no host' },
    { href: 'https://?x', because: 'no host, with a query' },
    { href: 'https://bank.example@evil.example/', because: 'a user name that looks like a host' },
    { href: 'https://user:secret@example.com/', because: 'a password' },
    { href: 'https://example.com:99999/', because: 'no such port' },
    { href: 'https://exa mple.com/', because: 'a blank inside' },
    { href: 'https://exa%6dple.com/', because: 'an encoded host' },
    { href: 'https://example.com／evil/', because: 'a full-width slash' },
    { href: 'https://-example.com/', because: 'a hyphen in front' },
    { href: 'https://example..com/', because: 'an empty label' },
    { href: 'https://example.com/\u202Egpj.exe', because: 'text turned round' },
    { href: 'https://example.com/\u200B', because: 'something invisible' },
    { href: 'https://example.com/\uD800', because: 'half a character' },
    { href: 'https://example.com/"onmouseover=', because: 'a quote' },
    { href: 'projects/new', because: 'relative to who knows where' },
    { href: '#top', because: 'a fragment alone' },
    { href: 'mailto:', because: 'nobody' },
    { href: 'mailto:not-an-address', because: 'no mailbox' },
    { href: 'mailto:a@example.com,b@example.com', because: 'several people' },
    { href: 'tel:', because: 'no number' },
    { href: 'tel:call-me', because: 'no digits' },
    { href: `/${'a'.repeat(HREF_MAX_LENGTH)}`, because: 'too long' },
  ])('$href: $because', ({ href }) => expect(safeHref(href)).toBeUndefined());
});

describe('laws of safeHref', () => {
  const hostile = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ...Array.from('/\\:@?#&;.%\t\n\r\0 []'),
        'http',
        'https:',
        'javascript:',
        'data:',
        'mailto:',
        'tel:',
        '//',
        'a',
        '1',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    maxLength: 14,
  });
  const anHref = fc.oneof(
    hostile,
    fc.webUrl(),
    hostile.map((rest) => `/${rest}`),
    hostile.map((rest) => `https://${rest}`),
  );

  test('a browser reads what it lets through as a harmless scheme, or as the same site', () => {
    fc.assert(
      fc.property(anHref, (href) => {
        const safe = safeHref(href);
        if (safe === undefined) return;
        const site = 'https://site.example';
        if (!URL.canParse(safe, site)) return;
        const read = new URL(safe, site);
        expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(read.protocol);
        expect([read.username, read.password]).toEqual(['', '']);
        if (safe.startsWith('/')) expect(read.origin).toBe(site);
        else expect(safe.startsWith(read.protocol)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  test('it lets ordinary web addresses through', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        fc.pre(!/&[a-z0-9]+;/i.test(url) && !url.includes('&#'));
        expect(safeHref(url)).toBe(url);
      }),
    );
  });

  test('it changes nothing the second time', () => {
    fc.assert(
      fc.property(anHref, (href) => {
        const once = safeHref(href);
        if (once !== undefined) expect(safeHref(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  test('it ends soon on a host made to confuse it', () => {
    expect(safeHref(`https://${'a-'.repeat(900)}!`)).toBeUndefined();
  });
});
