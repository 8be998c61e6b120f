import type { JSX } from 'preact';
import { CopyButton } from './copy-button.tsx';

/** Props of {@link CopyField}. */
export interface CopyFieldProps {
  /** What it is: "Request", "Publishable key". */
  label: string;
  value: string;
  /** Shown in place of the value, which is still what gets copied: `bsk_…9q`. */
  masked?: string | undefined;
}

/** One line that is meant to be copied. */
export function CopyField({ label, value, masked }: CopyFieldProps): JSX.Element {
  return (
    <div class="copyf" role="group" aria-label={label}>
      <code class="mono grow trunc">{masked ?? value}</code>
      <CopyButton text={value} name={label} />
    </div>
  );
}
