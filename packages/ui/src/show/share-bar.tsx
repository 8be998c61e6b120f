import type { JSX } from 'preact';
import { Status } from './status.tsx';
import type { StatusTone } from './status.tsx';

/** Props of {@link ShareBar}. */
export interface ShareBarProps {
  label: string;
  /** Parts of the whole; those of zero are not drawn but listed. */
  parts: readonly { label: string; value: number; tone: StatusTone }[];
}

/** Parts of a whole as one bar, with their names and counts under it. */
export function ShareBar({ label, parts }: ShareBarProps): JSX.Element {
  return (
    <figure class="share" aria-label={label}>
      <div class="share-b" aria-hidden="true">
        {parts.map(
          (part) =>
            part.value > 0 && <i key={part.label} class={part.tone} style={{ flexGrow: part.value }} />,
        )}
      </div>
      <ul>
        {parts.map((part) => (
          <li key={part.label}>
            <Status tone={part.tone} label={part.label} /> {part.value}
          </li>
        ))}
      </ul>
    </figure>
  );
}
