/** Hands out texts for a language tag: at once when they are here, else as a promise that never rejects. */
export type LoadTexts<T> = (locale: string) => T | Promise<T>;

/**
 * @param fallback - For every other language, and where loading fails.
 * @param loaders - By primary language subtag.
 */
export function catalogues<T>(fallback: T, loaders: ReadonlyMap<string, () => Promise<T>>): LoadTexts<T> {
  const here = new Map<string, T>();
  return (locale) => {
    const [language = ''] = locale.toLowerCase().split('-');
    const load = loaders.get(language);
    if (!load) return fallback;
    const kept = (texts: T) => (here.set(language, texts), texts);
    // A failure is not kept: the next try may find the network again.
    return here.get(language) ?? load().then(kept, () => fallback);
  };
}
