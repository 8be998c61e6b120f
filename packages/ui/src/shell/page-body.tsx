import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../class-names.ts';

/** Props of {@link PageBody}. */
export interface PageBodyProps {
  /** Extra class for the page's own grid. */
  class?: string | undefined;
  /**
   * `rail` is content and 308 px, `report` 1.7 : 1, `narrow` a form of 640 px. Without it one column, 1280 px wide
   * at most. With `rail` and `report` give exactly two children; `.wide` spans both.
   */
  layout?: 'rail' | 'report' | 'narrow' | undefined;
  children: ComponentChildren;
}

/** The page under its header, with the gutter; the page scrolls. */
export function PageBody({ class: extra, layout, children }: PageBodyProps): JSX.Element {
  return <div class={classNames('body', layout && `body-${layout}`, extra)}>{children}</div>;
}
