import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from '../class-names.ts';

/** Props of {@link Switch}. */
export interface SwitchProps {
  label: ComponentChildren;
  /** What on and off mean, under the label. */
  hint?: ComponentChildren;
  /** The label is only for screen readers. */
  hideLabel?: boolean | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Why it cannot be changed now; shown in place of the hint. */
  disabledReason?: string | undefined;
}

/** On or off, with effect at once. For a choice that waits for "Save", use a `Checkbox`. */
export function Switch({
  label,
  hint,
  hideLabel,
  checked,
  onChange,
  disabledReason,
}: SwitchProps): JSX.Element {
  const id = useId();
  const below = disabledReason ?? hint;
  return (
    <div class={classNames('switch-row', hideLabel && 'bare')}>
      <span class={hideLabel ? 'vh' : 'grow'}>
        <label for={id}>{label}</label>
        {below !== undefined && (
          <span class="hint" id={`${id}-h`}>
            {below}
          </span>
        )}
      </span>
      <input
        id={id}
        class="switch"
        type="checkbox"
        role="switch"
        checked={checked}
        aria-disabled={disabledReason === undefined ? undefined : 'true'}
        aria-describedby={below === undefined ? undefined : `${id}-h`}
        onClick={(event) => {
          if (disabledReason !== undefined) event.preventDefault();
        }}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
