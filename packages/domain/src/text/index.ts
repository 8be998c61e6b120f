export { plainText } from './plain-text.ts';
export type { Block, Inline, RichText } from './rich-text.ts';
export { HREF_MAX_LENGTH, safeHref } from './safe-href.ts';
export { matchesSearch, searchText } from './search.ts';
export type { SearchText } from './search.ts';
