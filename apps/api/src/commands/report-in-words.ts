import type { ImportedContent, ImportedSegment, ImportedTheme, ImportReport } from '@banso/contract/as-code';
import { type DraftChange, textIn } from '@banso/domain/content';

/** What became of an import, for a terminal; `isClean` is false where a dry run found what would refuse it. */
export function reportInWords(
  { applied, contents, segments, themes, names }: ImportReport,
  { overwrite }: { overwrite: boolean },
): { words: string; isClean: boolean } {
  const told = contents.filter(({ outcome, published }) => outcome !== 'unchanged' || published);
  const all = [...segments, ...themes, ...contents];
  const count = (wanted: ImportedContent['outcome']) =>
    all.filter(({ outcome }) => outcome === wanted).length;
  const isHeld = ({ conflict, problems }: Imported) =>
    problems.length > 0 || (conflict !== null && !overwrite);
  const published = contents.filter((each) => each.published).length;
  const sums = [
    `${count('created')} created`,
    `${count('changed')} changed`,
    `${count('unchanged')} left as they are`,
    ...(published > 0 ? [`${published} published`] : []),
  ].join(', ');
  const lines = [
    ...[...segments, ...themes]
      .filter(({ outcome }) => outcome !== 'unchanged')
      .flatMap((each) => [
        `${each.path}: ${each.outcome} (${each.name})`,
        ...actingLines(each, names, overwrite).map((line) => `  ${line}`),
      ]),
    ...told.flatMap((each) => [headOf(each), ...linesOf(each, names, overwrite).map((line) => `  ${line}`)]),
    applied ? `${sums}.` : `Would be: ${sums}. Nothing was changed.`,
  ];
  return { words: `${lines.join('\n')}\n`, isClean: applied || !all.some(isHeld) };
}

type Acting = ImportedSegment | ImportedTheme;
type Imported = ImportedContent | Acting;

const headOf = ({ path, name, outcome, published }: ImportedContent): string =>
  `${path}: ${outcome}${published ? ', published' : ''} (${name})`;

function linesOf(imported: ImportedContent, names: ImportReport['names'], overwrite: boolean): string[] {
  const { status, problems } = imported;
  return [
    ...changeLines(imported, names),
    ...(status === 'paused' || status === 'archived' ? [`is ${status} there, and stays so`] : []),
    ...conflictLines(imported, overwrite),
    ...problems.map(({ path, code }) => `! cannot be published: ${path} ${code.replaceAll('_', ' ')}`),
  ];
}

function actingLines(imported: Acting, names: ImportReport['names'], overwrite: boolean): string[] {
  const { actsOn, problems } = imported;
  const live = actsOn.map(({ name }) => `“${name}”`).join(', ');
  return [
    ...changeLines(imported, names),
    ...(actsOn.length > 0 ? [`acts at once on what customers see: ${live}`] : []),
    ...conflictLines(imported, overwrite),
    ...problems.map(({ path, code }) => `! cannot act on that: ${path} ${code.replaceAll('_', ' ')}`),
  ];
}

const changeLines = (
  { changes, nameBefore, name, ...tagged }: Imported,
  names: ImportReport['names'],
): string[] => [
  ...(nameBefore === null ? [] : [`name: “${nameBefore}” → “${name}”`]),
  ...('tags' in tagged && tagged.tagsBefore
    ? [`tags: ${tagged.tagsBefore.join(', ') || 'none'} → ${tagged.tags.join(', ') || 'none'}`]
    : []),
  ...changes.map((change) => inWords(change, names)),
];

const conflictLines = ({ conflict }: Imported, overwrite: boolean): string[] =>
  conflict
    ? [
        `! was changed there ${conflict.by ? `by ${conflict.by.name} ` : ''}at ${conflict.at}${overwrite ? ', which is replaced' : '; --overwrite replaces it'}`,
      ]
    : [];

function inWords(change: DraftChange, names: ImportReport['names']): string {
  switch (change.type) {
    case 'text':
      return `${change.path} (${change.locale}): ${quoted(change.from)} → ${quoted(change.to)}`;
    case 'added':
    case 'removed':
      return `${change.path}: ${change.type} ${quoted(textIn(change.title, 'en', 'en'))}`;
    case 'moved':
      return `${change.path}: moved from place ${change.from + 1} to ${change.to + 1}`;
    case 'part_added':
      return `${change.path}: also asks for ${valueOf(change.part, names)}`;
    case 'part_removed':
      return `${change.path}: no longer asks for ${valueOf(change.part, names)}`;
    case 'setting':
      return `${change.path}: ${valueOf(change.from, names)} → ${valueOf(change.to, names)}`;
    default:
      return change satisfies never;
  }
}

const MOST = 120;
const shortened = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);
const quoted = (text: string): string =>
  text === '' ? 'nothing' : `“${shortened(text.replaceAll('\n', ' ⏎ '))}”`;

const REFERRING: ReadonlySet<string> = new Set(['contentId', 'surveyId', 'segmentId']);

/** A setting or a condition; contents and segments by their names instead of by their ids. */
function valueOf(value: unknown, names: ImportReport['names']): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return quoted(names[value] ?? value);
  const text = JSON.stringify(value, (key, inner: unknown) =>
    REFERRING.has(key) && typeof inner === 'string' ? (names[inner] ?? inner) : inner,
  );
  return shortened(text);
}
