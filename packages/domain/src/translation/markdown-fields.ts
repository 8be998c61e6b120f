import type { ContentKind } from '../content/delivery.ts';

/** The fields that are written in the Markdown subset, by the end of their path. */
const MARKDOWN: Readonly<Record<ContentKind, RegExp>> = {
  checklist: /^intro$|\.body$/,
  survey: /(?!)/,
  resource: /^body$/,
  announcement: /^body$/,
};

/** Whether the text at this path is written in the Markdown subset; the others are shown as they are. */
export function isMarkdown(kind: ContentKind, path: string): boolean {
  return MARKDOWN[kind].test(path);
}
