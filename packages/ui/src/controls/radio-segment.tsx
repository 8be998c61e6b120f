import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../show/icon.tsx';
import type { IconShape } from '../show/icon.tsx';

/** One choice of a {@link RadioSegment}. */
export interface SegmentOption<V extends string> {
  value: V;
  /** Read out; shown unless there is an icon and `iconOnly`. */
  label: string;
  icon?: IconShape | undefined;
  iconOnly?: boolean | undefined;
  lang?: string | undefined;
  /** A mark behind the label, such as a `Status`. */
  mark?: ComponentChildren;
}

/** Props of {@link RadioSegment}. */
export interface RadioSegmentProps<V extends string> {
  /** What is being chosen; read out before the choices. */
  label: string;
  options: readonly SegmentOption<V>[];
  value: V;
  onChange: (value: V) => void;
}

/** Two to four choices of the same thing side by side; radio buttons underneath. */
export function RadioSegment<V extends string>(props: RadioSegmentProps<V>): JSX.Element {
  const name = useId();
  return (
    <div class="seg" role="radiogroup" aria-label={props.label}>
      {props.options.map((option) => (
        <label key={option.value} lang={option.lang} title={option.iconOnly ? option.label : undefined}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
          />
          {option.icon && <Icon of={option.icon} />}
          <span class={option.iconOnly ? 'vh' : undefined}>{option.label}</span>
          {option.mark}
        </label>
      ))}
    </div>
  );
}
