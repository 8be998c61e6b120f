/** A part of an address without its percent signs; as it is when they mean nothing. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not an encoding: it will be found nowhere
  }
}
