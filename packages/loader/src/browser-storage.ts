/**
 * Reads a name in localStorage, puts a value there, or with `''` takes it away, and a database of that name with it. Where
 * storage is refused (sandboxed frame, switched off, full) it does nothing and we go on without.
 */
export function kept(name: string, value?: string): string | undefined {
  try {
    if (value) localStorage[name] = value;
    if (value !== '') return localStorage[name] as string | undefined;
    localStorage.removeItem(name);
    indexedDB.deleteDatabase(name);
  } catch {
    // As said.
  }
}
