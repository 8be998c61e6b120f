import { Field, Input } from '@banso/ui';

/** A whole number that may be left to the widget. */
export function NumberField(props: {
  label: string;
  hint?: string;
  error: string | undefined;
  value: number | undefined;
  fallback: number;
  max: number;
  onValue: (value: number | undefined) => void;
}) {
  const { label, hint, error, value, fallback, max, onValue } = props;
  return (
    <Field label={label} hint={hint} error={error}>
      <Input
        type="number"
        inputMode="numeric"
        min={0}
        max={max}
        value={value === undefined ? '' : `${value}`}
        placeholder={`${fallback}`}
        onValue={(text) => onValue(text.trim() === '' ? undefined : Number(text))}
      />
    </Field>
  );
}
