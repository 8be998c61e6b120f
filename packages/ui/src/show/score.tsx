import type { JSX } from 'preact';
import { classNames } from '../class-names.ts';

/** Props of {@link Score}. */
export interface ScoreProps {
  /** 0 to 10. */
  value: number;
  /** Read out in place of the bare figure: "Score 3 of 10". */
  label?: string | undefined;
}

/** An answer from 0 to 10: soft red up to 6, grey for 7 and 8, soft green from 9, always with the figure. */
export function Score({ value, label }: ScoreProps): JSX.Element {
  return (
    <span class={classNames('score', value <= 6 && 'd', value >= 9 && 'p')}>
      <span aria-hidden={label === undefined ? undefined : 'true'}>{value}</span>
      {label !== undefined && <span class="vh">{label}</span>}
    </span>
  );
}
