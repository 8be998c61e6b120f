import { afterEach, expect, test } from 'vitest';
import { contract } from './contract.ts';
import { controls } from './controls.ts';
import { fields } from './fields.ts';

afterEach(() => document.body.replaceChildren());

/** A sentence of ours under our sheets, and its height in lines. */
function sentence(words: string, { lang = 'en', dir = 'ltr', width = 200 } = {}): HTMLElement {
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [contract, controls, fields];
  const base = root.appendChild(document.createElement('div'));
  base.setAttribute('part', 'base');
  Object.assign(base, { lang, dir });
  base.style.cssText = `width: ${width}px`;
  const line = base.appendChild(document.createElement('p'));
  line.className = 'l';
  line.textContent = words;
  return line;
}

/** The characters that begin a line. */
function beginnings(line: HTMLElement): string[] {
  const text = line.firstChild as Text;
  const range = document.createRange();
  const top = (at: number) => {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().top;
  };
  const places = Array.from({ length: text.length }, (_, at) => at);
  return places.filter((at) => at > 0 && top(at) > top(at - 1)).map((at) => text.data[at] ?? '');
}

test('Japanese breaks between phrases, not inside of them', () => {
  const widths = Array.from({ length: 20 }, (_, at) => 180 + 8 * at);
  const lines = widths.map((width) =>
    sentence('ご自分の画面でだけ非表示になります。', { lang: 'ja', width }),
  );
  const begun = lines.flatMap(beginnings);
  expect(begun.length).toBeGreaterThan(0);
  expect(begun.filter((first) => 'りま分面示'.includes(first))).toEqual([]);
});

test('an English sentence between Arabic ones keeps its full stop at its end', () => {
  const line = sentence('Undo brings it back.', { dir: 'rtl', width: 400 });
  const text = line.firstChild as Text;
  const range = document.createRange();
  const left = (at: number) => {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().left;
  };
  expect(left(text.data.length - 1)).toBeGreaterThan(left(0));
  expect(range.getBoundingClientRect().right).toBeLessThanOrEqual(line.getBoundingClientRect().right);
});
