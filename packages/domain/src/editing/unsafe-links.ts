import { safeHref } from '../text/safe-href.ts';

const LINK =
  /\[[^\]]*\]\(\s*(?:<([^>\n]*)>|((?:[^\s()]|\([^\s()]*\))*))[^)\n]*\)|<([a-z][a-z0-9+.-]+:[^\s>]*)>/gi;
const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]*`/g;

/** Targets of links in a Markdown text that readers will not be able to follow, see `safeHref`; in their order, each once. */
export function unsafeLinks(markdown: string): string[] {
  const words = markdown.replace(CODE, '');
  const targets = [...words.matchAll(LINK)].map(([, angled, bare, auto]) => angled ?? bare ?? auto ?? '');
  return [...new Set(targets.filter((target) => safeHref(target) === undefined))];
}
