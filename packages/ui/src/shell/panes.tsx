import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../class-names.ts';

/** Props of {@link Panes}. */
export interface PanesProps {
  /**
   * `inbox` is 340 px, fluid, 280 px; `editor` 252 px, fluid, 420 px; `settings` 196 px, fluid. On a phone panes
   * stand under each other; hide what does not belong with `hidden`.
   */
  layout: 'inbox' | 'editor' | 'settings';
  class?: string | undefined;
  /** One `Pane` per column. */
  children: ComponentChildren;
}

/** Columns under the header that scroll by themselves while the page stands still. Use it in place of `PageBody`. */
export function Panes({ layout, class: extra, children }: PanesProps): JSX.Element {
  return <div class={classNames('panes', `panes-${layout}`, extra)}>{children}</div>;
}

/** Props of {@link Pane}. */
export interface PaneProps {
  /** Name of the region. */
  label: string;
  /** Stands on `--paper-1`. */
  soft?: boolean | undefined;
  /** No padding. */
  flush?: boolean | undefined;
  id?: string | undefined;
  class?: string | undefined;
  children: ComponentChildren;
}

/** One scrolling column of {@link Panes}. */
export function Pane({ label, soft, flush, id, class: extra, children }: PaneProps): JSX.Element {
  return (
    <section id={id} class={classNames('pane', soft && 'soft', flush && 'flush', extra)} aria-label={label}>
      {children}
    </section>
  );
}
