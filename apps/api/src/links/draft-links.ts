import type { ContentDraft } from '@banso/database';
import { bodiesOf, type ContentKind, textFields } from '@banso/domain/content';
import { safeHref } from '@banso/domain/text';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** What an address is for, which says what should be behind it. */
export type LinkUse = 'page' | 'video' | 'image';

/** One address in a draft that leads to the web, and the field that it stands in. */
export interface DraftLink {
  path: string;
  href: string;
  use: LinkUse;
}

/** Fields whose texts are Markdown. */
const MARKDOWN = /(?:^|\.)(?:body|intro)$/;

/** Every address of the web in a draft, each once for each field: buttons, media, and links in texts, also those of images. */
export function linksIn(kind: ContentKind, draft: ContentDraft): DraftLink[] {
  return bodiesOf(draft).flatMap(({ prefix, body }) =>
    linksInBody(kind, body).map((link) => ({ ...link, path: `${prefix}${link.path}` })),
  );
}

function linksInBody(kind: ContentKind, body: ContentDraft['body']): DraftLink[] {
  const found: DraftLink[] = [];
  const note = (path: string, href: string | undefined, use: LinkUse = 'page') => {
    const safe = href === undefined ? undefined : safeHref(href);
    if (safe?.startsWith('http') && !found.some((one) => one.path === path && one.href === safe))
      found.push({ path, href: safe, use });
  };
  if ('steps' in body)
    for (const [index, { action }] of body.steps.entries()) note(`steps.${index}.action.url`, action?.url);
  if ('section' in body) {
    note('url', body.url, body.type === 'video' ? 'video' : 'page');
    note('recordingUrl', body.recordingUrl, 'video');
  }
  if ('mode' in body) note('action.url', body.action?.url);
  for (const { path, text } of textFields(kind, body).filter((field) => MARKDOWN.test(field.path)))
    for (const [locale, words] of Object.entries(text))
      for (const { href, use } of addressesIn(fromMarkdown(words))) note(`${path}.${locale}`, href, use);
  return found;
}

function addressesIn(node: Nodes): { href: string; use: LinkUse }[] {
  const own = node.type === 'link' || node.type === 'image' ? [node] : [];
  return [
    ...own.map(({ type, url }) => ({ href: url, use: type === 'image' ? 'image' : 'page' }) as const),
    ...('children' in node ? node.children.flatMap(addressesIn) : []),
  ];
}
