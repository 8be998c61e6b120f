/** An instant as a `datetime-local` input shows it, in the reader's zone; empty for none. */
export function localInputOf(instant: string | undefined): string {
  if (instant === undefined) return '';
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  const two = (value: number) => `${value}`.padStart(2, '0');
  return `${`${at.getFullYear()}`.padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The instant that a `datetime-local` input means in the reader's zone; `undefined` for an empty or half-written one. */
export function instantOf(input: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(input)) return undefined;
  const at = new Date(input);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
