import { type ContentBodies, type ContentKind, type LocalizedText, textFields } from '@banso/domain/content';
import { valueAt } from './at-path.ts';
import type { Draft } from './content-draft.ts';
import { sameValue } from './same-value.ts';
import { type Piece, wordsDiff } from './text-diff.ts';

/** One difference between two drafts. Paths are those of the newer one, of what was removed those of the older one. */
export type Change =
  | { type: 'text'; path: string; locale: string; words: readonly Piece[] }
  | { type: 'added' | 'removed'; path: string; title: LocalizedText }
  /** The steps or questions are the same, in another order. */
  | { type: 'moved'; path: string }
  | { type: 'setting'; path: string; before: unknown; after: unknown };

/** The lists whose items have keys, by kind. */
const LISTS: Readonly<Record<ContentKind, string | undefined>> = {
  checklist: 'steps',
  survey: 'questions',
  resource: undefined,
};

/** What is no text, by kind; `*` stands for each item of the list. */
const SETTINGS: Readonly<Record<ContentKind, readonly string[]>> = {
  checklist: [
    'ordered',
    'progressOf',
    'steps.*.action.url',
    'steps.*.completeWhen',
    'steps.*.requires',
    'steps.*.optional',
    'steps.*.visibleWhen',
    'steps.*.dueInDays',
    'steps.*.owner',
  ],
  survey: ['questions.*.required'],
  resource: ['type', 'url', 'tags', 'startsAt', 'endsAt', 'recordingUrl'],
};
const DELIVERY = [
  'audience',
  'pages',
  'devices',
  'delaySeconds',
  'recurrence.afterShownDays',
  'recurrence.afterDismissedDays',
  'recurrence.afterAnsweredDays',
  'recurrence.maxAttempts',
  'samplePercent',
  'priority',
  'startsAt',
  'endsAt',
  'interruptive',
  'verifiedOnly',
] as const;

/**
 * What differs between two drafts, in the order in which an editor shows it. Steps and questions are followed by their
 * keys, so that a moved one is not a changed one. Texts are compared in the languages of the newer draft.
 */
export function changesBetween<K extends ContentKind>(kind: K, before: Draft<K>, after: Draft<K>): Change[] {
  const list = LISTS[kind];
  const pairs = list === undefined ? [] : pairsOf(itemsAt(before.body, list), itemsAt(after.body, list));
  const kept = pairs.filter((pair) => pair.before >= 0 && pair.after >= 0);
  return [
    ...textChanges(kind, before, after, list, kept),
    ...pairs.flatMap((pair) => membership(list ?? '', before.body, after.body, pair)),
    ...(isMoved(kept) ? [{ type: 'moved' as const, path: list ?? '' }] : []),
    ...SETTINGS[kind].flatMap((path) =>
      settingPaths(path, kept).flatMap(([from, to]) =>
        setting(to, valueAt(before.body, from), valueAt(after.body, to)),
      ),
    ),
    ...DELIVERY.flatMap((path) =>
      setting(`delivery.${path}`, valueAt(before.delivery, path), valueAt(after.delivery, path)),
    ),
    ...setting('locales', before.locales, after.locales),
    ...setting('defaultLocale', before.defaultLocale, after.defaultLocale),
  ];
}

interface Item {
  key: string;
  title: LocalizedText;
}

/** Where one step or question stands in both drafts; −1: not at all. */
interface Pair {
  before: number;
  after: number;
}

function itemsAt(body: unknown, list: string): Item[] {
  const items = valueAt(body, list);
  if (!Array.isArray(items)) return [];
  return (items as { key: string; title?: LocalizedText; text?: LocalizedText }[]).map(
    ({ key, title, text }) => ({ key, title: title ?? text ?? {} }),
  );
}

function pairsOf(before: readonly Item[], after: readonly Item[]): Pair[] {
  const at = (items: readonly Item[], key: string) => items.findIndex((item) => item.key === key);
  return [
    ...after.map(({ key }, index) => ({ before: at(before, key), after: index })),
    ...before.flatMap(({ key }, index) => (at(after, key) < 0 ? [{ before: index, after: -1 }] : [])),
  ];
}

function isMoved(kept: readonly Pair[]): boolean {
  return kept.some(({ before }, index) => index > 0 && before < (kept[index - 1]?.before ?? -1));
}

function membership(list: string, before: unknown, after: unknown, pair: Pair): Change[] {
  if (pair.before < 0)
    return [
      { type: 'added', path: `${list}.${pair.after}`, title: itemsAt(after, list)[pair.after]?.title ?? {} },
    ];
  if (pair.after < 0)
    return [
      {
        type: 'removed',
        path: `${list}.${pair.before}`,
        title: itemsAt(before, list)[pair.before]?.title ?? {},
      },
    ];
  return [];
}

function textChanges<K extends ContentKind>(
  kind: K,
  before: Draft<K>,
  after: Draft<K>,
  list: string | undefined,
  kept: readonly Pair[],
): Change[] {
  const older = textsByPath(kind, before.body);
  const newer = textsByPath(kind, after.body);
  /** Paths of the newer draft with the paths of the same texts in the older one. */
  const paths = new Map<string, string>();
  const follow = (path: string, from: 'before' | 'after') => {
    const [head, index, ...rest] = path.split('.');
    if (head !== list) return path;
    const pair = kept.find((each) => `${each[from]}` === index);
    return pair && [head, pair[from === 'after' ? 'before' : 'after'], ...rest].join('.');
  };
  for (const path of newer.keys()) {
    const was = follow(path, 'after');
    if (was !== undefined) paths.set(path, was);
  }
  for (const was of older.keys()) {
    const path = follow(was, 'before');
    if (path !== undefined && !paths.has(path)) paths.set(path, was);
  }
  return [...paths].flatMap(([path, was]) =>
    after.locales.flatMap((locale): Change[] => {
      const [from, to] = [older.get(was)?.[locale] ?? '', newer.get(path)?.[locale] ?? ''];
      return from.trim() === to.trim()
        ? []
        : [{ type: 'text', path, locale, words: wordsDiff(from, to, locale) }];
    }),
  );
}

function textsByPath<K extends ContentKind>(
  kind: K,
  body: ContentBodies[K],
): ReadonlyMap<string, LocalizedText> {
  return new Map(textFields(kind, body).map(({ path, text }) => [path, text]));
}

function settingPaths(path: string, kept: readonly Pair[]): [string, string][] {
  if (!path.includes('*')) return [[path, path]];
  return kept.map((pair) => [path.replace('*', `${pair.before}`), path.replace('*', `${pair.after}`)]);
}

function setting(path: string, before: unknown, after: unknown): Change[] {
  return sameValue(before ?? null, after ?? null)
    ? []
    : [{ type: 'setting', path, before: before ?? null, after: after ?? null }];
}
