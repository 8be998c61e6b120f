/**
 * How surprising it is that a term stands in `recent` of `recentAll` texts when it stood in `past` of `pastAll`: the
 * log-likelihood ratio `G² = 2·Σ O·ln(O/E)` of Dunning 1993 over all four cells (with the term and without, then and now), as
 * corpus linguistics uses it for keyness. Above 10.83 chance alone would give it once in a thousand times. Negative where the
 * term has become rarer; 0 where either side has no text.
 */
export function logLikelihood(recent: number, recentAll: number, past: number, pastAll: number): number {
  const all = recentAll + pastAll;
  const said = recent + past;
  if (recentAll === 0 || pastAll === 0) return 0;
  const cell = (observed: number, row: number, column: number) =>
    observed === 0 ? 0 : observed * Math.log((observed * all) / (row * column));
  const g =
    2 *
    (cell(recent, recentAll, said) +
      cell(past, pastAll, said) +
      cell(recentAll - recent, recentAll, all - said) +
      cell(pastAll - past, pastAll, all - said));
  const isMore = recent * pastAll >= past * recentAll;
  return isMore ? Math.max(g, 0) : Math.min(-g, 0);
}
