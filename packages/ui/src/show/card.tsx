import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from '../class-names.ts';

/** Props of {@link Card}. */
export interface CardProps {
  /** Becomes a heading and the name of the region. Without it the card is a plain box. */
  title?: ComponentChildren;
  /** Grey words after the title. */
  meta?: ComponentChildren;
  /** At the end of the head: a legend, a link, small ghost buttons. */
  actions?: ComponentChildren;
  footer?: ComponentChildren;
  /** A table or a list fills it edge to edge. */
  flush?: boolean | undefined;
  /** Stands on `--paper-1`. */
  soft?: boolean | undefined;
  /** Level of the heading, default 2. */
  level?: 2 | 3 | undefined;
  /** For a link to it. */
  id?: string | undefined;
  class?: string | undefined;
  /** What is inside is on its way. */
  busy?: boolean | undefined;
  children?: ComponentChildren;
}

/** One thing in a frame. Cards are not put into cards. */
export function Card(props: CardProps): JSX.Element {
  const { title, meta, actions, footer, flush, soft, level = 2, id, class: extra, busy, children } = props;
  const titleId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  const named = title !== undefined;
  return (
    <section
      id={id}
      class={classNames('card', soft && 'soft', extra)}
      aria-labelledby={named ? titleId : undefined}
      aria-busy={busy ? 'true' : undefined}
    >
      {(named || actions !== undefined) && (
        <header>
          {named && <Heading id={titleId}>{title}</Heading>}
          {meta !== undefined && <span class="muted xs">{meta}</span>}
          {actions !== undefined && <span class="right row">{actions}</span>}
        </header>
      )}
      {children !== undefined && (
        <div class={flush ? 'flush' : classNames('in', !named && 'top')}>{children}</div>
      )}
      {footer !== undefined && <footer class="xs">{footer}</footer>}
    </section>
  );
}
