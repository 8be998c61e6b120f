import type { JSX } from 'preact';
import { TableIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';
import { useUiTexts } from '../texts/ui-texts.ts';

/** Props of {@link ChartTable}. */
export interface ChartTableProps {
  /** What the table holds, for screen readers: the title of the chart. */
  caption: string;
  /** The first column names the row, the others hold figures. */
  headers: readonly string[];
  rows: readonly (readonly string[])[];
  /** Opens what is behind a row; then its name is a button. */
  onOpen?: ((index: number) => void) | undefined;
}

/** "Show as table" under a chart: the same figures for reading, searching and copying. */
export function ChartTable({ caption, headers, rows, onOpen }: ChartTableProps): JSX.Element {
  const texts = useUiTexts();
  return (
    <details class="data">
      <summary>
        <Icon of={TableIcon} />
        {texts.showAsTable}
      </summary>
      <div class="tbl-wrap">
        <table class="tbl compact">
          <caption class="vh">{caption}</caption>
          <thead>
            <tr>
              {headers.map((header, index) => (
                <th key={header} scope="col" class={index > 0 ? 'r' : undefined}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name = '', ...figures], row) => (
              <tr key={name}>
                <th scope="row">
                  {onOpen ? (
                    <button type="button" class="num" onClick={() => onOpen(row)}>
                      {name}
                    </button>
                  ) : (
                    name
                  )}
                </th>
                {figures.map((figure, index) => (
                  <td key={index} class="r">
                    {figure}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
