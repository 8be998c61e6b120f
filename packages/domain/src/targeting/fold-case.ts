/**
 * A text without the case of its Latin letters A–Z. More is not folded: the databases fold no more without a dictionary of
 * languages, and an audience must be the same people for all who work it out.
 */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
