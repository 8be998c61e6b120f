/** Joins the class names that hold; everything empty is left out. `undefined` when nothing is left. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string | undefined {
  const kept = names.filter(Boolean).join(' ');
  return kept === '' ? undefined : kept;
}
