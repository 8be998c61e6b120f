/** The plural forms that a language needs (CLDR names); `other` is always there. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** What every translation of a catalogue has to hold: the same keys, any words. */
export type Catalogue<T> = T extends string
  ? string
  : T extends { other: string }
    ? Forms
    : { readonly [K in keyof T]: Catalogue<T[K]> };

/** Puts values into the `{slots}` of a text. A slot without a value stays as it is. */
export function say(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => `${values[name] ?? slot}`);
}

/** The form of a text that fits `n`, with `n` in its `{n}` slot and the other values in theirs. */
export function count(
  lang: string,
  forms: Forms,
  n: number,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const form = forms[new Intl.PluralRules(lang).select(n)] ?? forms.other;
  return say(form, { n: n.toLocaleString(lang), ...values });
}
