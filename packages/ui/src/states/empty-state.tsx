import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { FilterIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';
import type { IconShape } from '../show/icon.tsx';

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  /** What this place is for, or what was not found. */
  title: ComponentChildren;
  children?: ComponentChildren;
  /** One action, primary on first use. */
  action?: ComponentChildren;
  /** A ghost button or link beside it. */
  secondary?: ComponentChildren;
  /** One real example: then it becomes a card with the example beside the words. */
  example?: ComponentChildren;
  exampleCaption?: ComponentChildren;
  /** Grey sentence under the actions: what will not happen. */
  footnote?: ComponentChildren;
  /** Without an example. Default: the filter icon. */
  icon?: IconShape | undefined;
}

/** Nothing here: says what would be here, shows one real example on first use, and offers one action. */
export function EmptyState(props: EmptyStateProps): JSX.Element {
  const { title, children, action, secondary, example, exampleCaption, footnote, icon = FilterIcon } = props;
  const id = useId();
  const buttons = (action !== undefined || secondary !== undefined) && (
    <div class="row wrap empty-a">
      {action}
      {secondary}
    </div>
  );
  if (example !== undefined) {
    return (
      <section class="card hero2" aria-labelledby={id}>
        <div class="hx">
          <h2 id={id}>{title}</h2>
          <div class="hx-t">{children}</div>
          {buttons}
          {footnote !== undefined && <p class="muted xs">{footnote}</p>}
        </div>
        <figure class="ex">
          {exampleCaption !== undefined && <figcaption class="muted xs">{exampleCaption}</figcaption>}
          {example}
        </figure>
      </section>
    );
  }
  return (
    <section class="empty" aria-labelledby={id}>
      <span class="eic">
        <Icon of={icon} size="l" />
      </span>
      <h2 id={id}>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {buttons}
      {footnote !== undefined && <p class="muted xs">{footnote}</p>}
    </section>
  );
}
