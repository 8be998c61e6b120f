import { html } from 'lit/html.js';

/** A title with the words of a query marked, where they stand in it as they were typed; case makes no difference. */
export function marked(title: string, query: string): unknown {
  const words = query
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const lower = title.toLowerCase();
  // Letters such as İ change length in lower case: positions would be wrong, so nothing is marked.
  if (words.length === 0 || lower.length !== title.length) return title;
  const parts: unknown[] = [];
  let at = 0;
  while (at < title.length) {
    const next = words
      .map((word) => ({ word, start: lower.indexOf(word, at) }))
      .filter(({ start }) => start >= 0)
      .toSorted((a, b) => a.start - b.start || b.word.length - a.word.length)[0];
    if (!next) break;
    const end = next.start + next.word.length;
    parts.push(title.slice(at, next.start), html`<mark>${title.slice(next.start, end)}</mark>`);
    at = end;
  }
  return [...parts, title.slice(at)];
}
