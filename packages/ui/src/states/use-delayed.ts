import { useLayoutEffect, useState } from 'preact/hooks';

/** `false` for the first `ms` milliseconds on the page, then `true`: what is fast should not flicker. */
export function useDelayed(ms: number): boolean {
  const [due, setDue] = useState(ms <= 0);
  useLayoutEffect(() => {
    if (ms <= 0) return undefined;
    const timer = setTimeout(() => setDue(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return due;
}
