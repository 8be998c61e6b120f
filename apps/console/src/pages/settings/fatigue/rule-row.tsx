import { Checkbox, Input } from '@banso/ui';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { textsOf } from '../../../texts/use-texts.ts';
import { isWhole } from './rules.ts';
import type { RuleName } from './texts.ts';
import { fatigueTexts } from './texts.ts';

/** One rule: on or off, and its sentence with the numbers in it. */
export function RuleRow(props: {
  rule: RuleName;
  on: boolean;
  onToggle: (on: boolean) => void;
  /** What stands at `{0}` and `{1}` of the sentence. */
  slots?: readonly ComponentChildren[];
  error?: string | undefined;
  /** Below the sentence. */
  children?: ComponentChildren;
}) {
  const { rule, on, onToggle, slots = [], error, children } = props;
  const [name, sentence] = textsOf(fatigueTexts).rules[rule];
  const id = useId();
  return (
    <div class={on ? 'rule' : 'rule off'} role="group" aria-label={name}>
      <Checkbox label={name} checked={on} onChange={onToggle} />
      <fieldset class="rule-s" disabled={!on} aria-describedby={error ? id : undefined}>
        <p class="rule-p">{filledIn(sentence, slots)}</p>
        {children}
        {error !== undefined && (
          <p class="hint err" id={id} role="alert">
            {error}
          </p>
        )}
      </fieldset>
    </div>
  );
}

/** A sentence with something at each `{0}`, `{1}`, … of it. */
export function filledIn(sentence: string, slots: readonly ComponentChildren[]): ComponentChildren[] {
  return sentence.split(/\{(\d)\}/).map((part, index) => (index % 2 === 0 ? part : slots[Number(part)]));
}

/** A whole number in the sentence of a rule. */
export function NumberIn(props: {
  /** What the rule is called. */
  name: string;
  of: 'count' | 'days' | 'percent';
  value: number;
  max: number;
  onValue: (value: number) => void;
}) {
  const { name, of, value, max, onValue } = props;
  const texts = textsOf(fatigueTexts);
  return (
    <Input
      class="rule-n"
      type="number"
      inputMode="numeric"
      min={1}
      max={max}
      aria-label={`${name}: ${texts.inputs[of]}`}
      aria-invalid={isWhole(value, max) ? undefined : 'true'}
      value={value > 0 ? `${value}` : ''}
      onValue={(text) => onValue(Number(text))}
    />
  );
}

/** A time of day in the sentence of a rule. */
export function TimeIn(props: {
  rule: RuleName;
  of: 'from' | 'to';
  value: string;
  onValue: (value: string) => void;
}) {
  const { rule, of, value, onValue } = props;
  const texts = textsOf(fatigueTexts);
  return (
    <Input
      class="rule-t"
      type="time"
      aria-label={`${texts.rules[rule][0]}: ${texts.inputs[of]}`}
      value={value}
      onValue={onValue}
    />
  );
}
