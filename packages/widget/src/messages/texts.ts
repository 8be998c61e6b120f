import type { LoadTexts } from './load.ts';

/** The texts of one element, which follow the person's language. */
export class Texts<T extends object> {
  #load: LoadTexts<T>;
  #changed: () => void;
  #locale: string | undefined;
  #here: T | undefined;
  /** Resolves when the texts that were asked for are here, or cannot be had. */
  coming: Promise<void> | undefined;

  /** @param changed - Called when texts that were not here have come. */
  constructor(load: LoadTexts<T>, changed: () => void) {
    this.#load = load;
    this.#changed = changed;
  }

  /** Texts for a language; those of the previous one while new ones are on their way; `undefined` before the first. */
  for(locale: string): T | undefined {
    if (locale !== this.#locale) {
      this.#locale = locale;
      const loaded = this.#load(locale);
      // Not by its class: zones put another `Promise` into the page than `import()` returns.
      if (!('then' in loaded)) this.#here = loaded;
      else
        this.coming = loaded.then((texts) => {
          if (this.#locale !== locale) return;
          if (!texts) return void (this.#locale = undefined); // asked for again with the next drawing
          this.#here = texts;
          this.#changed();
        });
    }
    return this.#here;
  }
}
