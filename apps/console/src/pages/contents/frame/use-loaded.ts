import { useEffect, useState } from 'preact/hooks';

/** Code that is on its way, did not arrive, or is here. */
export type Loaded<T> =
  | { status: 'loading' }
  | { status: 'failed'; retry: () => void }
  | { status: 'ready'; value: T };

/**
 * Loads code when it is first wanted. What is loaded once is there at once the next time.
 * @param load - The same function each time, such as `() => import('./part.tsx')` outside of the component.
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<{ of: () => Promise<T>; state: Loaded<T> }>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    const tell = (state: Loaded<T>) => {
      if (!gone) setLoaded({ of: load, state });
    };
    load().then(
      (value) => tell({ status: 'ready', value }),
      () => tell({ status: 'failed', retry: () => setTries((n) => n + 1) }),
    );
    return () => {
      gone = true;
    };
  }, [load, tries]);
  return loaded?.of === load ? loaded.state : { status: 'loading' };
}
