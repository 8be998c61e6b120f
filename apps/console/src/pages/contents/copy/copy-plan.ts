import type {
  ContentFile,
  ImportedContent,
  ImportedSegment,
  ImportedTheme,
  ImportReport,
} from '@banso/contract/as-code';

/** What a copy into another workspace would do there. */
export interface CopyPlan {
  /** The content itself. */
  own: ImportedContent;
  /** What it asks for and is not there yet: it goes along. */
  along: readonly ImportedContent[];
  /** Saved segments that it needs and that are not there yet: they go along too. */
  segments: readonly ImportedSegment[];
  /** The same of themes. */
  themes: readonly ImportedTheme[];
  /** What is sent. */
  files: readonly ContentFile[];
}

/**
 * Chooses what to send: the content, and what it asks for where that is not there yet. What is there already is that
 * workspace's own matter.
 * @throws {Error} when the report does not tell of the content: a mistake of ours.
 */
export function copyPlan(path: string, files: readonly ContentFile[], report: ImportReport): CopyPlan {
  const told = report.contents.map((each) => ({ ...each, changes: withNames(each.changes, report.names) }));
  const own = told.find((each) => each.path === path);
  if (!own) throw new Error(`Nothing was said of ${path}`);
  const along = told.filter((each) => each !== own && each.outcome === 'created');
  const segments = report.segments.filter(({ outcome }) => outcome === 'created');
  const themes = report.themes.filter(({ outcome }) => outcome === 'created');
  const sent = new Set([own, ...along, ...segments, ...themes].map((each) => each.path));
  return { own, along, segments, themes, files: files.filter((file) => sent.has(file.path)) };
}

const REFERRING: ReadonlySet<string> = new Set(['contentId', 'surveyId', 'segmentId']);

/** Changes speak of contents, segments and themes of the other workspace by ids that nobody here knows. */
function withNames<T>(value: T, names: ImportReport['names']): T {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    typeof inner === 'string' && (REFERRING.has(key) || inner.startsWith('thm_'))
      ? (names[inner] ?? inner)
      : inner,
  );
  return JSON.parse(text) as T;
}
