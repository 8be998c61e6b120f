import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from '../class-names.ts';
import { AlertIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';

/** Props of {@link FieldGroup}. */
export interface FieldGroupProps {
  legend: ComponentChildren;
  hint?: ComponentChildren;
  /** What is wrong with the group as a whole. */
  error?: string | undefined;
  children: ComponentChildren;
}

/** Several controls that answer one question, with a name, a hint and an error of their own. */
export function FieldGroup({ legend, hint, error, children }: FieldGroupProps): JSX.Element {
  const id = useId();
  const wrong = error !== undefined && error !== '';
  return (
    <fieldset
      class="fs"
      aria-describedby={classNames(wrong && `${id}-e`, hint !== undefined && `${id}-h`)}
      aria-invalid={wrong ? 'true' : undefined}
    >
      <legend>{legend}</legend>
      {children}
      {wrong && (
        <span class="hint err" id={`${id}-e`}>
          <Icon of={AlertIcon} size="s" />
          {error}
        </span>
      )}
      {hint !== undefined && (
        <span class="hint" id={`${id}-h`}>
          {hint}
        </span>
      )}
    </fieldset>
  );
}
