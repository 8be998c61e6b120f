import { useEffect, useRef } from 'react';
import type { EventDetails } from '@banso/loader';
import { useBanso } from './banso-context.ts';

/** Hears one of Banso's events while the component is there. The listener may be another one at each rendering. */
export function useBansoEvent<E extends keyof EventDetails>(
  event: E,
  listener: (detail: EventDetails[E]) => void,
): void {
  const banso = useBanso();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const stopping = banso.on(event, (detail) => latest.current(detail));
    return () => void stopping.then((stop) => stop());
  }, [banso, event]);
}
