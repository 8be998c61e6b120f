type Box = Readonly<Record<string, unknown>>;

/** Lists are boxes too: their keys are the indexes. */
const isBox = (value: unknown): value is Box => typeof value === 'object' && value !== null;

/** What lies at a path such as `steps.0.title.ja`; `undefined` where the path leads nowhere. */
export function valueAt(of: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => {
    if (!isBox(value) || !Object.hasOwn(value, part)) return undefined;
    return value[part];
  }, of);
}

/**
 * A copy in which something else lies at the path; everything beside the path is shared with the original.
 *
 * @throws {TypeError} when the path leads through something that holds nothing, because the caller drew a field for it.
 */
export function withValueAt<T>(of: T, path: string, value: unknown): T {
  return replaced(of, path.split('.'), value) as T;
}

function replaced(of: unknown, [part = '', ...rest]: readonly string[], value: unknown): unknown {
  if (!isBox(of)) throw new TypeError(`Nothing to hold “${part}”`);
  const inner = of[part];
  const next = rest.length === 0 ? value : replaced(inner, rest, value);
  if (Object.is(inner, next)) return of;
  if (Array.isArray(of)) return (of as readonly unknown[]).with(Number(part), next);
  return { ...of, [part]: next };
}
