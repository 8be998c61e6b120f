import { linearOf } from '@banso/domain/theme';
import { Button, Field, Input } from '@banso/ui';
import type { ComponentChildren } from 'preact';
import { textsOf } from '../../../texts/use-texts.ts';
import { themeTexts } from './texts.ts';

/** A colour that may be left to the widget, picked or typed. */
export function ColourField(props: {
  label: string;
  hint?: ComponentChildren;
  error: string | undefined;
  /** Undefined: the widget's own. */
  value: string | undefined;
  /** The widget's own. */
  fallback: string;
  /** The nearest that could be read, where this cannot. */
  instead?: string | undefined;
  onValue: (value: string | undefined) => void;
}) {
  const { label, hint, error, value, fallback, instead, onValue } = props;
  const texts = textsOf(themeTexts);
  return (
    <Field label={label} hint={hint} error={error}>
      <div class="stack">
        <span class="row">
          <input
            type="color"
            class="swatch"
            aria-label={texts.pick(label)}
            value={value !== undefined && linearOf(value) ? value : fallback}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          <Input
            mono
            value={value ?? ''}
            placeholder={fallback}
            onValue={(text) => onValue(text.trim() === '' ? undefined : text.trim())}
            maxLength={7}
            spellcheck={false}
          />
          {value !== undefined && (
            <Button variant="ghost" small onClick={() => onValue(undefined)}>
              {texts.asDefault}
            </Button>
          )}
        </span>
        {instead !== undefined && (
          <Button variant="ghost" small onClick={() => onValue(instead)}>
            {texts.useInstead(instead)}
          </Button>
        )}
      </div>
    </Field>
  );
}
