import type { JSX } from 'preact';
import { Button } from '../controls/button.tsx';
import { useUiTexts } from '../texts/ui-texts.ts';

/** Props of {@link LoadMore}. */
export interface LoadMoreProps {
  shown: number;
  /** All there are; `undefined` when nobody counted. */
  all?: number | undefined;
  onMore: () => void;
  busy?: boolean | undefined;
}

/** The next page of a list, on request; says how much is shown. Gone when everything is there. */
export function LoadMore({ shown, all, onMore, busy }: LoadMoreProps): JSX.Element {
  const texts = useUiTexts();
  return (
    <div class="more">
      {all !== undefined && (
        <span class="muted xs" role="status">
          {texts.shownOf(shown, all)}
        </span>
      )}
      {(all === undefined || shown < all) && (
        <Button small busy={busy} onClick={onMore}>
          {texts.loadMore}
        </Button>
      )}
    </div>
  );
}
