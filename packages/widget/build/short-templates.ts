import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { readyMarkup } from './ready-markup.ts';

const STYLES = new URL('../src/styles/', import.meta.url);
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Custom properties that only our sheets know: declared there, and not of the contract with pages or scripts. */
const PRIVATE = /--(?!banso-|theme-|kb\b)[a-z][\w-]*/g;

/** Short names for them, the most frequent first; the same in every chunk of a build. */
function shortNames(): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const name of readdirSync(STYLES))
    for (const [property] of readFileSync(new URL(name, STYLES), 'utf8').matchAll(PRIVATE))
      times.set(property, (times.get(property) ?? 0) + 1);
  const ordered = [...times].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return new Map(
    ordered.map(([name], at) => [
      name,
      `--${at < 26 ? LETTERS[at] : `${LETTERS[at - 26]}${LETTERS[at - 26]}`}`,
    ]),
  );
}

/**
 * A sheet without what only people read. A blank before a colon stays, since it can be a descendant's, and those around `+`
 * and `-` stay, which `calc` needs.
 */
export function shortSheet(sheet: string, names: ReadonlyMap<string, string> = new Map()): string {
  return sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]|!important) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/ ([*/]) /g, '$1')
    .replace(/;}/g, '}')
    .replace(PRIVATE, (name) => names.get(name) ?? name)
    .trim();
}

/**
 * A piece of an `html` template without indentation. Blanks between elements shrink to one, which looks the same; quotes go
 * where the value needs none.
 * @param ends - Which ends of the template the piece is.
 */
export function shortMarkup(piece: string, ends: { first: boolean; last: boolean }): string {
  let short = piece
    .replace(/\s*\n\s*/g, ' ')
    .replace(/ (\/?>)/g, '$1')
    .replace(/([\w-]=)"([\w-]+)"(?=[ >])/g, '$1$2');
  if (ends.first) short = short.replace(/^ (?=<|$)/, '');
  if (ends.last) short = short.replace(/ $/, '');
  return short;
}

interface Quasi {
  start: number;
  end: number;
  value: { raw: string };
}
interface Node {
  type: string;
  tag?: { name?: string };
  quasi?: { quasis: Quasi[]; expressions: Node[] };
}
interface Change {
  start: number;
  end: number;
  text: string;
}

function templatesOf(node: unknown, found: Node[]): Node[] {
  if (Array.isArray(node)) for (const one of node) templatesOf(one, found);
  else if (node && typeof node === 'object') {
    if ((node as Node).type === 'TaggedTemplateExpression') found.push(node as Node);
    for (const value of Object.values(node)) if (typeof value === 'object') templatesOf(value, found);
  }
  return found;
}

/**
 * `html\`<p>${words}</p>\`` becomes `html\`<p><!></p>\`(words)`: what Lit works out of a template in the page is worked out here.
 */
function* readyTemplate(quasis: readonly Quasi[]): Generator<Change> {
  const last = quasis.length - 1;
  const pieces = quasis.map(({ value: { raw } }, at) =>
    shortMarkup(raw, { first: at === 0, last: at === last }),
  );
  for (const [at, { start, end }] of quasis.entries())
    yield {
      start: at === 0 ? start : start - '}'.length,
      end: end + (at === last ? '`' : '${').length,
      text: `${at === 0 ? `${readyMarkup(pieces)}\`(` : ''}${at === last ? ')' : at === 0 ? '' : ','}`,
    };
}

/** Shortens our `css` and `html` templates. Nothing between the braces of a value is touched. */
export function shortTemplates(): Plugin {
  const names = shortNames();
  return {
    name: 'banso-short-templates',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!id.includes('/src/') || !/\b(css|html)`/.test(code)) return undefined;
      const changes: Change[] = [];
      for (const { tag, quasi: { quasis, expressions } = { quasis: [], expressions: [] } } of templatesOf(
        this.parse(code),
        [],
      )) {
        if (expressions.some(({ type }) => type === 'SequenceExpression'))
          this.error(`A value of a template is two, in ${id}`);
        if (tag?.name === 'html') changes.push(...readyTemplate(quasis));
        if (tag?.name === 'css')
          for (const { start, end, value } of quasis)
            changes.push({ start, end, text: shortSheet(value.raw, names) });
      }
      let short = code;
      for (const { start, end, text } of changes.toSorted((a, b) => b.start - a.start))
        short = short.slice(0, start) + text + short.slice(end);
      return { code: short, map: null };
    },
  };
}
