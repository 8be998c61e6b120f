const isPart = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const lettersOf = (value: unknown) =>
  value === undefined || typeof value === 'string' || typeof value === 'number'
    ? `${value ?? ''}`.length
    : undefined;

/**
 * Where two values differ: the longest path that holds every difference, `''` for the whole. Parts that are the same
 * object are not looked into.
 * @returns `isTyped`: a text or a number has one letter more or less there, or another one, as it has by typing.
 */
export function changedPath(before: unknown, after: unknown): { path: string; isTyped: boolean } {
  const keys: string[] = [];
  let [a, b] = [before, after];
  while (isPart(a) && isPart(b)) {
    const [was, is] = [a, b];
    const different = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
      (key) => was[key] !== is[key],
    );
    const [only] = different;
    // a part that came or went says more by where it stood: the list changed
    if (only === undefined || different.length > 1 || isPart(was[only]) !== isPart(is[only])) break;
    keys.push(only);
    [a, b] = [was[only], is[only]];
  }
  const [was, is] = [lettersOf(a), lettersOf(b)];
  const isTyped = was !== undefined && is !== undefined && Math.abs(is - was) <= 1;
  return { path: keys.join('.'), isTyped };
}
