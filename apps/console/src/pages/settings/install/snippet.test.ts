import { describe, expect, test } from 'vitest';
import { policySnippet, tagSnippet } from './snippet.ts';

describe('tagSnippet', () => {
  test('is HTML whose tag leads to the loader with the key, and whose calls work before it arrives', () => {
    const page = new DOMParser().parseFromString(
      tagSnippet('https://banso.example', 'bpk_1', 'from your server'),
      'text/html',
    );
    const loader = page.querySelector<HTMLScriptElement>('script[data-key]');
    expect(loader?.src).toBe('https://banso.example/w/banso.js');
    expect(loader?.dataset['key']).toBe('bpk_1');
    expect(loader?.async).toBe(true);
    const calls = [...page.querySelectorAll('script:not([src])')]
      .map(({ textContent }) => textContent)
      .join('\n');
    const frame = document.body.appendChild(document.createElement('iframe'));
    const host = frame.contentWindow as Window & { banso?: unknown[][] };
    frame.contentDocument?.head.append(
      Object.assign(frame.contentDocument.createElement('script'), { textContent: calls }),
    );
    expect(host.banso?.map(([name]) => name)).toEqual(['identify', 'group', 'track']);
    frame.remove();
  });
});

test('a pinned loader stands in the tag with its digest, for any site', () => {
  const pinned = { script: '/w/1.2.0-0a1b2c3d/banso.js', integrity: 'sha384-abc' };
  const page = new DOMParser().parseFromString(
    tagSnippet('https://banso.example', 'bpk_1', 'from your server', pinned),
    'text/html',
  );
  const loader = page.querySelector<HTMLScriptElement>('script[data-key]');
  expect(loader?.src).toBe('https://banso.example/w/1.2.0-0a1b2c3d/banso.js');
  expect(loader?.integrity).toBe('sha384-abc');
  expect(loader?.crossOrigin).toBe('anonymous');
});

test('the policy names the address for scripts and requests', () => {
  expect(policySnippet('https://banso.example')).toBe(
    'script-src https://banso.example; connect-src https://banso.example',
  );
});
