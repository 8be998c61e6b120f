/**
 * A date or an instant as ISO 8601 writes them, to the minute, the second or a fraction of it. Offsets as they are in use. Other
 * formats that machines read, and days that no calendar has, would make the answer depend on where it is worked out.
 */
const ISO =
  /^(?!0000)(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))?$/;

/** Milliseconds of an ISO date (its UTC midnight) or instant; undefined: it is neither. */
export function traitDateMs(text: string): number | undefined {
  const day = ISO.exec(text)?.[1];
  if (day === undefined) return undefined;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // the engine carries 31 April over to 1 May
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) return undefined;
  return Date.parse(text);
}
