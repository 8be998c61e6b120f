type State = Readonly<Record<string, string | undefined>>;

/** How a list whose views can be saved keeps its state in the address. */
export interface ListState<B extends string> {
  /** The views that everybody has, in their order. */
  builtIns: readonly B[];
  /** The one that an address without a view shows. */
  standard: B;
  /** The view that is chosen: a built-in one, or the id of a saved one. */
  viewOf: (state: State) => string;
  /** The built-in view that the list starts from; a saved view names it in `only`. */
  builtInOf: (state: State) => B;
  isBuiltIn: (view: string | undefined) => view is B;
  /** Every field taken off: what "show all" and another view begin with. */
  cleared: Readonly<Record<string, undefined>>;
  /** What of the address a saved view keeps. */
  kept: (state: State) => Record<string, string>;
  /** True when a saved view would keep something else now. */
  isChanged: (state: State, saved: Readonly<Record<string, string>>) => boolean;
}

/** @param fields - What of the address narrows the list down or orders it. */
export function listState<B extends string>(
  builtIns: readonly B[],
  standard: B,
  fields: readonly string[],
): ListState<B> {
  const isBuiltIn = (view: string | undefined): view is B => builtIns.some((one) => one === view);
  const builtInOf = ({ view, only }: State): B =>
    isBuiltIn(view) ? view : isBuiltIn(only) ? only : standard;
  const kept = (state: State): Record<string, string> => {
    const found: Record<string, string> = {};
    for (const field of fields) if (state[field]) found[field] = state[field];
    const builtIn = builtInOf(state);
    return builtIn === standard ? found : { ...found, only: builtIn };
  };
  return {
    builtIns,
    standard,
    viewOf: ({ view }) => view ?? standard,
    builtInOf,
    isBuiltIn,
    cleared: Object.fromEntries([...fields, 'only'].map((field) => [field, undefined])),
    kept,
    isChanged(state, saved) {
      const now = kept(state);
      return [...new Set([...Object.keys(now), ...Object.keys(saved)])].some(
        (key) => now[key] !== saved[key],
      );
    },
  };
}
