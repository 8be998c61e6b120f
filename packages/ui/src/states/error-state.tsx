import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { AlertIcon, CheckIcon, CopyIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';
import { useCopy } from '../show/use-copy.ts';
import { useUiTexts } from '../texts/ui-texts.ts';

/** Props of {@link ErrorState}. */
export interface ErrorStateProps {
  /** What happened: "The answers did not load". */
  title: ComponentChildren;
  /** Why, if it is known, and what was kept: "Your filters are kept." */
  children: ComponentChildren;
  /** Shows "Try again". */
  onRetry?: (() => void) | undefined;
  /** A try is under way. */
  retrying?: boolean | undefined;
  /** Another way out: a link or ghost button. */
  secondary?: ComponentChildren;
  /** What support needs; copied with a press. */
  requestId?: string | undefined;
  /** When it is tried again by itself, in words. */
  note?: ComponentChildren;
}

/** Something failed: what happened, what was kept, what to do, and the id of the request. */
export function ErrorState(props: ErrorStateProps): JSX.Element {
  const { title, children, onRetry, retrying, secondary, requestId, note } = props;
  const id = useId();
  const texts = useUiTexts();
  const { state, copy } = useCopy();
  return (
    <section class="empty" role="alert" aria-labelledby={id}>
      <span class="eic bad">
        <Icon of={AlertIcon} size="l" />
      </span>
      <h2 id={id}>{title}</h2>
      <p>{children}</p>
      {(onRetry ?? secondary) !== undefined && (
        <div class="row wrap empty-a">
          {onRetry && (
            <Button variant="primary" busy={retrying} onClick={onRetry}>
              {texts.retry}
            </Button>
          )}
          {secondary}
        </div>
      )}
      {(note !== undefined || requestId !== undefined) && (
        <p class="muted xs">
          {note}{' '}
          {requestId !== undefined && (
            <span class="nowrap">
              {texts.requestId}{' '}
              <button type="button" class="mono cp" title={texts.copy} onClick={() => copy(requestId)}>
                {requestId} <Icon of={state === 'copied' ? CheckIcon : CopyIcon} size="s" />
              </button>
              <span class="vh" role="status">
                {state === 'copied' ? texts.copied : ''}
              </span>
            </span>
          )}
        </p>
      )}
    </section>
  );
}
