import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon.tsx';

/** Something that happened. */
export interface TimelineItem {
  id: string;
  icon: IconShape;
  /** What happened, in one sentence. */
  title: ComponentChildren;
  detail?: ComponentChildren;
  /** In words: "16 Nov". */
  when: string;
  /** The same for machines: an ISO date or instant. */
  at: string;
}

/** Props of {@link Timeline}. */
export interface TimelineProps {
  /** Newest first. */
  items: readonly TimelineItem[];
  label?: string | undefined;
}

/** What happened, along a line. */
export function Timeline({ items, label }: TimelineProps): JSX.Element {
  return (
    <ol class="tline" aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          <span class="ti">
            <Icon of={item.icon} size="s" />
          </span>
          <div>
            <p>{item.title}</p>
            {item.detail !== undefined && <p class="muted">{item.detail}</p>}
          </div>
          <time dateTime={item.at}>{item.when}</time>
        </li>
      ))}
    </ol>
  );
}
