import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../class-names.ts';

/** Props of {@link Checkbox}. */
export interface CheckboxProps {
  /** With `hideLabel` it is read out only, as in a table or a list of work. */
  label: ComponentChildren;
  hideLabel?: boolean | undefined;
  /** `select` (square, the default) picks things; `done` (round) finishes them. */
  kind?: 'select' | 'done' | undefined;
  checked: boolean;
  /** Some of what it stands for is picked, not all. */
  mixed?: boolean | undefined;
  onChange: (checked: boolean, event: Event) => void;
}

/** A check mark. The whole row, label included, can be pressed. */
export function Checkbox({
  label,
  hideLabel,
  kind = 'select',
  checked,
  mixed,
  onChange,
}: CheckboxProps): JSX.Element {
  return (
    <label class={classNames('check-row', hideLabel && 'bare')}>
      <input
        class={classNames('check', kind === 'select' && 'sq')}
        type="checkbox"
        checked={checked}
        indeterminate={Boolean(mixed) && !checked}
        onChange={(event) => onChange(event.currentTarget.checked, event)}
      />
      <span class={hideLabel ? 'vh' : undefined}>{label}</span>
    </label>
  );
}
