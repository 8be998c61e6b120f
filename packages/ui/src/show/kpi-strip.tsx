import type { ComponentChildren, JSX } from 'preact';

/** One figure of a {@link KpiStrip}. */
export interface Kpi {
  /** What it is. */
  label: string;
  /** The figure, best as a `NumberDoor`. */
  value: ComponentChildren;
  /** Beside the figure: a `Status`, a `Sparkline`, an interval. */
  beside?: ComponentChildren;
  /** Grey words under it. */
  below?: ComponentChildren;
}

/** Props of {@link KpiStrip}. */
export interface KpiStripProps {
  items: readonly Kpi[];
  /** Without frame, for use inside a card. */
  bare?: boolean | undefined;
}

/** Two to six figures side by side; on a narrow page they wrap. */
export function KpiStrip({ items, bare }: KpiStripProps): JSX.Element {
  return (
    <dl class={bare ? 'kpis' : 'kpis strip'}>
      {items.map((item) => (
        <div class="kpi" key={item.label}>
          <dt>{item.label}</dt>
          <dd class="row">
            {item.value}
            {item.beside !== undefined && <span class="kpi-b">{item.beside}</span>}
          </dd>
          {item.below !== undefined && <dd class="sub">{item.below}</dd>}
        </div>
      ))}
    </dl>
  );
}
