import type { ComponentChildren, JSX } from 'preact';
import { Tip } from './tip.tsx';

/** Props of {@link NumberDoor}. */
export interface NumberDoorProps {
  /** What the number means, in a few words. */
  definition: ComponentChildren;
  /** n, period, filter, interval: whatever is needed to trust it. */
  facts?: readonly { term: string; detail: ComponentChildren }[] | undefined;
  /** What a press opens: "Click for the 142 answers". */
  hint?: ComponentChildren;
  /** Where the rows behind it are; otherwise `onOpen`. */
  href?: string | undefined;
  onOpen?: (() => void) | undefined;
  /** The figure itself. */
  children: ComponentChildren;
}

/** A number is a door: hover or focus gives its definition, a press opens the rows behind it. */
export function NumberDoor({
  definition,
  facts = [],
  hint,
  href,
  onOpen,
  children,
}: NumberDoorProps): JSX.Element {
  const content = (
    <>
      <b>{definition}</b>
      {facts.length > 0 && (
        <dl>
          {facts.map((fact) => [
            <dt key={`${fact.term}-t`}>{fact.term}</dt>,
            <dd key={fact.term}>{fact.detail}</dd>,
          ])}
        </dl>
      )}
      {hint !== undefined && <span class="muted">{hint}</span>}
    </>
  );
  return (
    <Tip content={content}>
      {href === undefined ? (
        <button type="button" class="num" onClick={onOpen}>
          {children}
        </button>
      ) : (
        <a class="num" href={href}>
          {children}
        </a>
      )}
    </Tip>
  );
}
