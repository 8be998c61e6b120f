/**
 * A random id for a browser whose person is not known: `anon_` and a UUIDv4. The prefix keeps a user id from passing as one.
 * `crypto.randomUUID` is not used: it is missing on pages without https.
 */
export function newAnonymousId(): string {
  return 'anon_00000000-0000-4000-8000-000000000000'.replace(/0/g, () =>
    (+crypto.getRandomValues(new Uint8Array(1)) & 15).toString(16),
  );
}
