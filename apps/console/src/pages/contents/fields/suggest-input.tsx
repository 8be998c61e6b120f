import { useFieldAttributes } from '@banso/ui';
import { useId } from 'preact/hooks';
import { useFormFrame } from '../frame/form-frame.ts';

/** Props of {@link SuggestInput}. */
export interface SuggestInputProps {
  value: string;
  onValue: (value: string) => void;
  suggestions: readonly string[];
  /** Name for screen readers where no field gives one. */
  label?: string | undefined;
  path?: string | undefined;
  invalid?: boolean | undefined;
  placeholder?: string | undefined;
  maxLength: number;
}

/** A name that the customer's product knows, such as a trait or an event, with those seen so far as suggestions. */
export function SuggestInput({
  value,
  onValue,
  suggestions,
  label,
  path,
  invalid,
  placeholder,
  maxLength,
}: SuggestInputProps) {
  const { readOnly } = useFormFrame();
  const field = useFieldAttributes();
  const id = useId();
  return (
    <>
      <input
        {...field}
        class="input mono"
        autocomplete="off"
        autoCapitalize="none"
        spellcheck={false}
        list={id}
        aria-label={label}
        aria-invalid={invalid ? 'true' : field['aria-invalid']}
        data-path={path}
        placeholder={placeholder}
        maxLength={maxLength}
        readOnly={readOnly}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <datalist id={id}>
        {suggestions.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}
