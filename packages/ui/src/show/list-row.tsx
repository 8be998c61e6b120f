import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../class-names.ts';
import type { RowProps } from '../table/use-row-keys.ts';

/** Props of {@link ListRow}. */
export interface ListRowProps {
  /** First column: a `Checkbox`, a `Score`, an `Avatar`. */
  leading?: ComponentChildren;
  /** Second column: an `Icon` for the kind. Hidden on a phone. */
  kind?: ComponentChildren;
  title: ComponentChildren;
  /** Reasons under the title, with a dot between them. */
  reasons?: readonly ComponentChildren[] | undefined;
  /** What somebody said, under a line. */
  quote?: { text: string; lang?: string | undefined } | undefined;
  /** At the end: a `Clock`, one small button, a menu. Under the rest on a phone. */
  actions?: ComponentChildren;
  /** The row the keys point at; only this row should have a primary button. */
  active?: boolean | undefined;
  /** From `useRowKeys`, for `j` and `k`. */
  rowProps?: RowProps | undefined;
}

/** One row of work: a sentence, the reasons, one action. Put rows into `List`. */
export function ListRow(props: ListRowProps): JSX.Element {
  const { leading, kind, title, reasons = [], quote, actions, active, rowProps } = props;
  return (
    <li {...rowProps} class={classNames('todo', active && 'sel')} aria-current={active ? 'true' : undefined}>
      {leading !== undefined && <span class="lead-c">{leading}</span>}
      {kind !== undefined && <span class="kind">{kind}</span>}
      <div class="todo-m">
        <p class="t">{title}</p>
        {reasons.length > 0 && (
          <p class="why">
            {reasons.map((reason, index) => (
              <span key={index}>{reason}</span>
            ))}
          </p>
        )}
        {quote && (
          <p class="q" lang={quote.lang}>
            {quote.text}
          </p>
        )}
      </div>
      {actions !== undefined && <div class="acts">{actions}</div>}
    </li>
  );
}
