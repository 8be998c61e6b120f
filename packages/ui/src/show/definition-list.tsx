import type { ComponentChildren, JSX } from 'preact';

/** Props of {@link DefinitionList}. */
export interface DefinitionListProps {
  items: readonly { term: string; detail: ComponentChildren }[];
}

/** Terms and what they are, in two columns. */
export function DefinitionList({ items }: DefinitionListProps): JSX.Element {
  return (
    <dl class="kv">
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
