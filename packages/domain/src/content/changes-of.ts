import { VARIANTS } from '../experiment/variants.ts';
import type { Condition } from '../targeting/condition.ts';
import type { Bodied } from './bodies-of.ts';
import { bodyOf } from './bodies-of.ts';
import type { ContentBodies } from './body.ts';
import type { ContentKind, Delivery } from './delivery.ts';
import type { LocalizedText } from './localized.ts';
import { sameValue } from './same-value.ts';

/** What is compared: a draft, or the draft that a version froze. */
export interface ComparedDraft<K extends ContentKind = ContentKind> extends Bodied<K> {
  defaultLocale: string;
  locales: readonly string[];
  delivery: Delivery;
}

/**
 * One difference between two drafts. Paths are those of the newer one, of what was removed those of the older one; a body's
 * paths have no prefix (`steps.0.title`), those of a variant's `variants.b.`, and a delivery's begin with `delivery.`.
 */
export type DraftChange =
  /** `from` or `to` is empty where nothing was, or is, written. */
  | { type: 'text'; path: string; locale: string; from: string; to: string }
  /** A step, a question, an option or a variant. */
  | { type: 'added' | 'removed'; path: string; title: LocalizedText }
  /** The place of an item among those that both drafts have, counted from 0 in each draft. */
  | { type: 'moved'; path: string; title: LocalizedText; from: number; to: number }
  /** One part of a condition that asks for all of its parts. */
  | { type: 'part_added' | 'part_removed'; path: string; part: Condition }
  | { type: 'setting'; path: string; from: unknown; to: unknown };

/** Lists whose items have keys, as patterns: `*` stands for the number of an item. */
const KEYED: ReadonlySet<string> = new Set(['steps', 'questions', 'questions.*.options']);
const CONDITIONS: ReadonlySet<string> = new Set([
  'delivery.audience',
  'steps.*.completeWhen',
  'steps.*.visibleWhen',
]);
const TEXTS: ReadonlySet<string> = new Set([
  'title',
  'intro',
  'celebration',
  'summary',
  'body',
  'section',
  'ending',
  'action.label',
  'steps.*.title',
  'steps.*.body',
  'steps.*.action.label',
  'questions.*.text',
  'questions.*.labels.low',
  'questions.*.labels.high',
  'questions.*.options.*.text',
  'questions.*.other',
  'followUps.detractor',
  'followUps.passive',
  'followUps.promoter',
  'endings.detractor',
  'endings.passive',
  'endings.promoter',
]);
/** What is compared field by field; where it is absent, each of its fields is. */
const PARTED: ReadonlySet<string> = new Set([
  'delivery.trigger',
  'delivery.experiment',
  'delivery.experiment.goal',
  'delivery.experiment.variants',
  'delivery.experiment.variants.base',
  ...VARIANTS.map((key) => `delivery.experiment.variants.${key}`),
  'delivery.recurrence',
  'delivery.waves',
  'delivery.transaction',
  'delivery.quota',
  'action',
  'steps.*.action',
  'questions.*.labels',
  'followUps',
  'endings',
]);

type Box = Readonly<Record<string, unknown>>;
type Item = Box & { key: string };

/**
 * What differs between two drafts of one kind. Steps, questions and options are followed by their keys, so that a moved one
 * is not a changed one; what is inside of an added or removed one is not told again. Nothing is told of blanks around a text,
 * of the order of fields, of texts in a language that was taken away, and of lists of rules that are empty instead of absent.
 * Whatever else differs is told, fields that this version does not know included: no change means that customers get the same.
 */
export function changesOf<K extends ContentKind>(
  before: ComparedDraft<K>,
  after: ComparedDraft<K>,
): DraftChange[] {
  const gone = new Set(before.locales.filter((locale) => !after.locales.includes(locale)));
  return [
    ...fields('', '', before.body, after.body, gone),
    ...VARIANTS.flatMap((key) => {
      const [was, is] = [bodyOf(before, key), bodyOf(after, key)];
      // a whole body that came or went is told once, and not text by text
      if (!was || !is) return whole(`variants.${key}`, was, is);
      return fields('', `variants.${key}.`, was, is, gone);
    }),
    ...fields('delivery.', 'delivery.', before.delivery, after.delivery, gone),
    ...setting('locales', before.locales, after.locales),
    ...setting('defaultLocale', before.defaultLocale, after.defaultLocale),
  ];
}

function whole(
  path: string,
  was: ContentBodies[ContentKind] | undefined,
  is: ContentBodies[ContentKind] | undefined,
): DraftChange[] {
  if (is) return [{ type: 'added', path, title: is.title }];
  return was ? [{ type: 'removed', path, title: was.title }] : [];
}

/** What differs between two conditions; where both ask for all of their parts, part by part. */
export function changesOfCondition(path: string, before: Condition, after: Condition): DraftChange[] {
  return parts(path, before, after);
}

/** @param pattern - The prefix of the paths with `*` for numbers. */
function fields(
  pattern: string,
  path: string,
  before: unknown,
  after: unknown,
  gone: ReadonlySet<string>,
): DraftChange[] {
  const [older, newer] = [boxOf(before), boxOf(after)];
  const names = [...new Set([...Object.keys(newer), ...Object.keys(older)])];
  return names.flatMap((name) =>
    field(`${pattern}${name}`, `${path}${name}`, older[name], newer[name], gone),
  );
}

function field(
  pattern: string,
  path: string,
  before: unknown,
  after: unknown,
  gone: ReadonlySet<string>,
): DraftChange[] {
  if (TEXTS.has(pattern)) return texts(path, before, after, gone);
  if (KEYED.has(pattern)) return items(pattern, path, listOf(before), listOf(after), gone);
  if (PARTED.has(pattern)) return fields(`${pattern}.`, `${path}.`, before, after, gone);
  if (CONDITIONS.has(pattern)) return parts(path, before, after);
  const isRules = pattern === 'questions.*.next';
  return isRules ? setting(path, listOf(before), listOf(after)) : setting(path, before, after);
}

function texts(path: string, before: unknown, after: unknown, gone: ReadonlySet<string>): DraftChange[] {
  const [older, newer] = [boxOf(before), boxOf(after)];
  const tags = [...new Set([...Object.keys(newer), ...Object.keys(older)])].filter((tag) => !gone.has(tag));
  const changed = tags.flatMap((locale): DraftChange[] => {
    const [from, to] = [wordsIn(older[locale]), wordsIn(newer[locale])];
    return from === to ? [] : [{ type: 'text', path, locale, from, to }];
  });
  const isSwitched = (before ?? null) === null ? (after ?? null) !== null : (after ?? null) === null;
  return changed.length === 0 && isSwitched ? setting(path, before, after) : changed;
}

const wordsIn = (text: unknown): string => (typeof text === 'string' ? text.trim() : '');

function items(
  pattern: string,
  path: string,
  before: readonly Item[],
  after: readonly Item[],
  gone: ReadonlySet<string>,
): DraftChange[] {
  const [older, newer] = [placesByName(before), placesByName(after)];
  const kept = [...newer].flatMap(([name, to]) => {
    const from = older.get(name);
    return from === undefined ? [] : [{ from, to }];
  });
  const still = new Set(longestRise(kept.map(({ from }) => from)));
  return [
    ...kept.flatMap(({ from, to }) =>
      fields(`${pattern}.*.`, `${path}.${to}.`, before[from], after[to], gone),
    ),
    ...[...newer].flatMap(([name, to]): DraftChange[] =>
      older.has(name) ? [] : [{ type: 'added', path: `${path}.${to}`, title: titleOf(after[to]) }],
    ),
    ...[...older].flatMap(([name, from]): DraftChange[] =>
      newer.has(name) ? [] : [{ type: 'removed', path: `${path}.${from}`, title: titleOf(before[from]) }],
    ),
    ...kept.flatMap(({ from, to }): DraftChange[] =>
      still.has(from) ? [] : [{ type: 'moved', path: `${path}.${to}`, title: titleOf(after[to]), from, to }],
    ),
  ];
}

/** Where the items are, by key; the second one with the same key, which a draft may have for a while, is told from the first. */
function placesByName(list: readonly Item[]): ReadonlyMap<string, number> {
  return new Map(
    list.map(({ key }, index) => {
      const nth = list.slice(0, index).filter((other) => other.key === key).length;
      return [`${nth} ${key}`, index];
    }),
  );
}

const titleOf = (item: Item | undefined): LocalizedText =>
  (item?.['title'] ?? item?.['text'] ?? {}) as LocalizedText;

/** The longest run of growing numbers that is left when some are taken out: those stay where they are, the others have moved. */
function longestRise(places: readonly number[]): readonly number[] {
  const runs: (readonly number[])[] = [];
  for (const [index, place] of places.entries()) {
    const before = runs.slice(0, index).filter((run) => (run.at(-1) ?? 0) < place);
    runs.push([...longest(before), place]);
  }
  return longest(runs);
}

const longest = (runs: readonly (readonly number[])[]): readonly number[] =>
  runs.reduce((best, run) => (run.length > best.length ? run : best), []);

function parts(path: string, before: unknown, after: unknown): DraftChange[] {
  const [older, newer] = [partsOf(before), partsOf(after)];
  if (!older || !newer) return setting(path, before, after);
  const lost = without(older, newer);
  const got = without(newer, older);
  if (lost.length + got.length === 0) return setting(path, before, after);
  return [
    ...lost.map((part): DraftChange => ({ type: 'part_removed', path, part })),
    ...got.map((part): DraftChange => ({ type: 'part_added', path, part })),
  ];
}

function partsOf(condition: unknown): readonly Condition[] | undefined {
  const found = condition as Condition | null | undefined;
  return found?.type === 'all' ? found.of : undefined;
}

/** The conditions of one list that the other one does not have, as often as it does not. */
function without(list: readonly Condition[], other: readonly Condition[]): Condition[] {
  const left = [...other];
  return list.filter((part) => {
    const at = left.findIndex((each) => sameValue(each, part));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function setting(path: string, from: unknown, to: unknown): DraftChange[] {
  return sameValue(from ?? null, to ?? null)
    ? []
    : [{ type: 'setting', path, from: from ?? null, to: to ?? null }];
}

const boxOf = (value: unknown): Box => (typeof value === 'object' && value !== null ? (value as Box) : {});
const listOf = (value: unknown): readonly Item[] => (Array.isArray(value) ? (value as Item[]) : []);
