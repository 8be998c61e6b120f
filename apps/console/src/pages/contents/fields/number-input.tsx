import { Input } from '@banso/ui';
import { useEffect, useState } from 'preact/hooks';
import { useFormFrame } from '../frame/form-frame.ts';

/** Props of {@link NumberInput}. */
export interface NumberInputProps {
  /** `null`: nothing is entered. */
  value: number | null;
  /** Called with whole numbers within the limits; with `null` only when `canBeEmpty`. */
  onNumber: (value: number | null) => void;
  min: number;
  max: number;
  canBeEmpty?: boolean | undefined;
  /** Also takes parts of whole numbers. */
  fractions?: boolean | undefined;
  /** Name for screen readers where no field gives one. */
  label?: string | undefined;
  path?: string | undefined;
}

/** A number. What is half typed stays in the input until it is a number that is allowed. */
export function NumberInput({
  value,
  onNumber,
  min,
  max,
  canBeEmpty = false,
  fractions = false,
  label,
  path,
}: NumberInputProps) {
  const { readOnly } = useFormFrame();
  const [text, setText] = useState(value === null ? '' : `${value}`);
  useEffect(() => {
    if (numberOf(text) !== value) setText(value === null ? '' : `${value}`);
  }, [value]);

  const isAllowed = (number: number | null) =>
    number === null
      ? canBeEmpty
      : Number.isFinite(number) && number >= min && number <= max && (fractions || Number.isInteger(number));
  const take = (typed: string) => {
    setText(typed);
    const number = numberOf(typed);
    if (isAllowed(number)) onNumber(number);
  };
  return (
    <Input
      class="num-in"
      type="number"
      inputMode={fractions ? 'decimal' : 'numeric'}
      min={min}
      max={max}
      step={fractions ? 'any' : 1}
      aria-label={label}
      aria-invalid={isAllowed(numberOf(text)) ? undefined : 'true'}
      data-path={path}
      readOnly={readOnly}
      value={text}
      onValue={take}
      onBlur={() => {
        if (!isAllowed(numberOf(text))) setText(value === null ? '' : `${value}`);
      }}
    />
  );
}

function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
