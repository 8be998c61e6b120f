import { Field, Input } from '@banso/ui';
import { useEffect, useState } from 'preact/hooks';
import { instantOf, localInputOf } from '../model/local-time.ts';

/** Props of {@link InstantField}. */
export interface InstantFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** `undefined`: no time is set. */
  value: string | undefined;
  onInstant: (value: string | undefined) => void;
  path?: string | undefined;
  readOnly?: boolean | undefined;
}

/** A day and a time in the reader's own zone. */
export function InstantField({
  label,
  hint,
  error,
  optional,
  value,
  onInstant,
  path,
  readOnly,
}: InstantFieldProps) {
  const [typed, setTyped] = useState(localInputOf(value));
  useEffect(() => {
    if (instantOf(typed) !== value) setTyped(localInputOf(value));
  }, [value]);
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      <Input
        type="datetime-local"
        data-path={path}
        readOnly={readOnly}
        value={typed}
        onValue={(to) => {
          setTyped(to);
          // Half a date is written as an empty value by the browser: only an empty input means "no time".
          onInstant(instantOf(to));
        }}
      />
    </Field>
  );
}
