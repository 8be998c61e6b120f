import type { JSX, SelectHTMLAttributes } from 'preact';
import { classNames } from '../class-names.ts';
import { useFieldAttributes } from './field-context.ts';

/** One choice of a {@link Select}. */
export interface SelectOption<V extends string = string> {
  value: V;
  label: string;
  /** Choices with the same group stand under its name, in the order given. */
  group?: string | undefined;
  disabled?: boolean | undefined;
}

/** Props of {@link Select}. */
export type SelectProps<V extends string = string> = Omit<
  SelectHTMLAttributes,
  'value' | 'multiple' | 'size' | 'role' | 'onChange'
> & {
  options: readonly SelectOption<V>[];
  value: V;
  onValue: (value: V) => void;
};

/** One of several choices, drawn by the platform: it opens well on a phone and reads well everywhere. */
export function Select<V extends string = string>({
  options,
  value,
  onValue,
  ...rest
}: SelectProps<V>): JSX.Element {
  const field = useFieldAttributes();
  return (
    <select
      {...field}
      {...rest}
      class={classNames('input', typeof rest.class === 'string' && rest.class)}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen) onValue(chosen.value);
      }}
    >
      {grouped(options).map(([group, members]) =>
        group === undefined ? (
          members.map(choice)
        ) : (
          <optgroup key={group} label={group}>
            {members.map(choice)}
          </optgroup>
        ),
      )}
    </select>
  );
}

function choice(option: SelectOption): JSX.Element {
  return (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}

function grouped(options: readonly SelectOption[]): [string | undefined, SelectOption[]][] {
  const groups: [string | undefined, SelectOption[]][] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last[0] === option.group) last[1].push(option);
    else groups.push([option.group, [option]]);
  }
  return groups;
}
