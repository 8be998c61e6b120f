import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { classNames } from '../class-names.ts';
import { AlertIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';
import { useUiTexts } from '../texts/ui-texts.ts';
import { FieldProvider } from './field-context.ts';

/** Props of {@link Field}. */
export interface FieldProps {
  label: ComponentChildren;
  /** Says what belongs here. Stays while there is an error. */
  hint?: ComponentChildren;
  /** One sentence: what is wrong and what to do. `undefined` or empty when the value is fine. */
  error?: string | undefined;
  /** Characters used and the most allowed. */
  counter?: { used: number; most: number } | undefined;
  optional?: boolean | undefined;
  /** The label is only for screen readers; for a search box or a cell of a table. */
  hideLabel?: boolean | undefined;
  /** Language of the label when it is not the page's. */
  labelLang?: string | undefined;
  /** One `Input`, `TextArea` or `Select`. */
  children: ComponentChildren;
}

/**
 * Label, control, hint, error and counter, tied together for screen readers. While an input method is composing, the
 * error stays as it was: half a syllable is not a mistake.
 */
export function Field(props: FieldProps): JSX.Element {
  const { label, hint, error, counter, optional, hideLabel, labelLang, children } = props;
  const texts = useUiTexts();
  const id = useId();
  const composing = useComposing();
  const frozen = useRef(error);
  if (!composing.active) frozen.current = error;
  const shownError = frozen.current === '' ? undefined : frozen.current;
  const over = counter ? counter.used - counter.most : 0;
  const describedBy = classNames(
    shownError !== undefined && `${id}-e`,
    hint !== undefined && `${id}-h`,
    counter && `${id}-c`,
  );

  return (
    <div class="field" onCompositionStart={composing.start} onCompositionEnd={composing.end}>
      <label for={id} class={hideLabel ? 'vh' : undefined} lang={labelLang}>
        {label}
        {optional && <span class="opt"> {texts.optional}</span>}
      </label>
      <FieldProvider value={{ id, describedBy, invalid: shownError !== undefined || over > 0 }}>
        {children}
      </FieldProvider>
      {shownError !== undefined && (
        <span class="hint err" id={`${id}-e`}>
          <Icon of={AlertIcon} size="s" />
          {shownError}
        </span>
      )}
      {(hint !== undefined || counter) && (
        <span class="hint row">
          {hint !== undefined && (
            <span class="grow" id={`${id}-h`}>
              {hint}
            </span>
          )}
          {counter && (
            <span class={classNames('right', over > 0 && 'over')} id={`${id}-c`}>
              {over > 0 ? texts.counterOver(over) : texts.counter(counter.used, counter.most)}
            </span>
          )}
        </span>
      )}
    </div>
  );
}

function useComposing(): { active: boolean; start: () => void; end: () => void } {
  const [active, setActive] = useState(false);
  return { active, start: () => setActive(true), end: () => setActive(false) };
}
