/** Text by BCP 47 language tag: `{ ja: '…', en: '…' }`. */
export type LocalizedText = Readonly<Record<string, string>>;

/**
 * The text to show a reader of `locale`: the nearest tag that has words, else the nearest to the default locale, else the
 * first that has words at all. Nearest: the tag itself, then with its end cut off part by part (`zh-Hant-TW` → `zh-Hant`
 * → `zh`; lookup of RFC 4647), then another variant of the same language (`pt` → `pt-BR`). A text of blanks has no words.
 *
 * @returns `''` when nothing is written in any language.
 */
export function textIn(text: LocalizedText, locale: string, defaultLocale: string): string {
  const written = Object.keys(text).filter((tag) => hasText(text, tag));
  const tag = nearest(locale, written) ?? nearest(defaultLocale, written) ?? written[0];
  return tag === undefined ? '' : (text[tag] ?? '');
}

/**
 * The best of the available locales for a reader who wants these, most wanted first.
 *
 * @returns The tag as it is spelt in `available`; `fallback` when none of the wanted languages is there.
 */
export function localeOf(wanted: readonly string[], available: readonly string[], fallback: string): string {
  for (const tag of wanted) {
    const found = nearest(tag, available);
    if (found !== undefined) return found;
  }
  return fallback;
}

/** Whether there are words under exactly this tag. */
export function hasText(text: LocalizedText, tag: string): boolean {
  return Object.hasOwn(text, tag) && text[tag]?.trim() !== '';
}

function nearest(wanted: string, tags: readonly string[]): string | undefined {
  const parts = subtags(wanted);
  for (let length = parts.length; length > 0; length -= 1) {
    const range = parts.slice(0, length).join('-');
    const exact = tags.find((tag) => subtags(tag).join('-') === range);
    if (exact !== undefined) return exact;
  }
  return tags.find((tag) => subtags(tag)[0] === parts[0]);
}

function subtags(tag: string): string[] {
  return tag.trim().toLowerCase().split(/[-_]/);
}
