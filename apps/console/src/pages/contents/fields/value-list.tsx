import { Chip, useFieldAttributes } from '@banso/ui';
import { useState } from 'preact/hooks';
import { useFormFrame } from '../frame/form-frame.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** Props of {@link ValueList}. */
export interface ValueListProps {
  values: readonly string[];
  onValues: (values: readonly string[]) => void;
  /** Name of the input for screen readers, where no field around it gives one. */
  label?: string | undefined;
  placeholder?: string | undefined;
  path?: string | undefined;
  /** Figures of one width: addresses. */
  mono?: boolean | undefined;
  /** Characters of one value at most. */
  maxLength: number;
  /** Values at most. */
  most: number;
  /** Id of a `datalist` with suggestions. */
  suggestions?: string | undefined;
}

/** Several short values: Enter or a comma adds one, the cross and Backspace in the empty input take one away. */
export function ValueList({
  values,
  onValues,
  label,
  placeholder,
  path,
  mono,
  maxLength,
  most,
  suggestions,
}: ValueListProps) {
  const texts = wordsOf('editor');
  const { readOnly } = useFormFrame();
  const [typed, setTyped] = useState('');
  const field = useFieldAttributes();
  const isFull = values.length >= most;
  const add = (text: string) => {
    const value = text.trim();
    setTyped('');
    if (value !== '' && !values.includes(value) && !isFull) onValues([...values, value]);
  };
  return (
    <div class="vals">
      {values.map((value) => (
        <Chip
          key={value}
          tone="on"
          removeName={value}
          onRemove={readOnly ? undefined : () => onValues(values.filter((each) => each !== value))}
        >
          <span class={mono ? 'mono trunc' : 'trunc'}>{value}</span>
        </Chip>
      ))}
      {!readOnly && (
        <input
          {...field}
          class={mono ? 'input mono' : 'input'}
          autocomplete="off"
          aria-label={label}
          data-path={path}
          placeholder={isFull ? texts.fullList(most) : (placeholder ?? texts.addValue)}
          readOnly={isFull}
          maxLength={maxLength}
          list={suggestions}
          value={typed}
          onInput={(event) => {
            // The end of a composition in Japanese is an Enter too; only a comma typed by itself ends a value here.
            if (!event.isComposing && /[,、]$/.test(event.currentTarget.value))
              add(event.currentTarget.value.slice(0, -1));
            else setTyped(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter') {
              event.preventDefault();
              add(typed);
            } else if (event.key === 'Backspace' && typed === '' && values.length > 0)
              onValues(values.slice(0, -1));
          }}
          onBlur={() => add(typed)}
        />
      )}
    </div>
  );
}
