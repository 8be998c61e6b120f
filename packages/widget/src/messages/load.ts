/**
 * Hands out texts for a language tag: at once when they are here, else as a promise that never rejects; `undefined` when they
 * could not be had, in no language.
 */
export type LoadTexts<T> = (locale: string) => T | Promise<T | undefined>;

const FALLBACK = 'en';

/** @param loaders - By primary language subtag. English is for every other language, and where loading fails. */
export function catalogues<T>(loaders: ReadonlyMap<string, () => Promise<T>>): LoadTexts<T> {
  const here = new Map<string, T>();

  async function load(language: string): Promise<T | undefined> {
    try {
      const texts = await loaders.get(language)?.();
      if (texts) here.set(language, texts);
      return texts;
    } catch {
      // Not kept: the next try may find the network again.
      return language === FALLBACK ? undefined : (here.get(FALLBACK) ?? load(FALLBACK));
    }
  }

  return (locale) => {
    const [wanted = ''] = locale.toLowerCase().split('-');
    const language = loaders.has(wanted) ? wanted : FALLBACK;
    return here.get(language) ?? load(language);
  };
}

/** The texts of one element out of a catalogue of several. */
export function partOf<T extends object, K extends keyof T>(load: LoadTexts<T>, name: K): LoadTexts<T[K]> {
  return (locale) => {
    const texts = load(locale);
    return 'then' in texts ? texts.then((all) => all?.[name]) : texts[name];
  };
}
