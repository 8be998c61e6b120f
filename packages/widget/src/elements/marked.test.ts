import { render } from 'lit/html.js';
import { expect, test } from 'vitest';
import { marked } from './marked.ts';

const drawn = (title: string, query: string) => {
  const place = document.createElement('div');
  render(marked(title, query), place);
  return place.innerHTML.replaceAll(/<!--.*?-->/g, '');
};

test.each([
  { title: 'Share folders', query: 'FOLD', is: 'Share <mark>fold</mark>ers' },
  { title: 'フォルダーを共有する', query: '共有', is: 'フォルダーを<mark>共有</mark>する' },
  { title: 'a b a', query: 'a b', is: '<mark>a</mark> <mark>b</mark> <mark>a</mark>' },
  { title: 'aaa', query: 'a aa', is: '<mark>aa</mark><mark>a</mark>' },
  { title: '<b>', query: '<', is: '<mark>&lt;</mark>b&gt;' },
  { title: 'İstanbul', query: 'i', is: 'İstanbul' },
  { title: 'Nothing', query: 'zzz', is: 'Nothing' },
  { title: 'Nothing', query: ' ', is: 'Nothing' },
])('"$query" in "$title"', ({ title, query, is }) => {
  expect(drawn(title, query)).toBe(is);
});
