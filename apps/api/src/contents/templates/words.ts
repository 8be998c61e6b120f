import type { LocalizedText } from '@banso/domain/content';

/** The same words in the languages that we write ourselves. */
export const say = (en: string, ja: string, ko: string): LocalizedText => ({ en, ja, ko });

/** Markdown: blocks with a blank line between them. */
export const blocks = (...all: string[]): string => all.join('\n\n');

/** Markdown: a list. */
export const list = (...items: string[]): string => items.map((item) => `- ${item}`).join('\n');

/** Markdown: a list in which the order matters. */
export const numbered = (...items: string[]): string =>
  items.map((item, at) => `${at + 1}. ${item}`).join('\n');
