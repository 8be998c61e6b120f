import type { ContentKind } from '@banso/domain/content';
import { useLayoutEffect } from 'preact/hooks';
import type { Autosave } from '../model/autosave.ts';

/**
 * Stores what is typed when the page is left, hidden or online again. Leaving the site with words that the server does
 * not have asks first.
 */
export function useKeepSaving<K extends ContentKind>(
  model: Pick<Autosave<K>, 'flush' | 'dispose' | 'state'>,
): void {
  // A layout effect is cleaned up as the page is left; other effects wait until the next page is drawn.
  useLayoutEffect(() => {
    const stop = new AbortController();
    const flush = () => void model.flush();
    const onHidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      flush();
      if (model.state.peek().status !== 'saved') event.preventDefault();
    };
    addEventListener('online', flush, stop);
    addEventListener('pagehide', flush, stop);
    addEventListener('beforeunload', onLeave, stop);
    document.addEventListener('visibilitychange', onHidden, stop);
    return () => {
      stop.abort();
      flush();
      model.dispose();
    };
  }, [model]);
}
