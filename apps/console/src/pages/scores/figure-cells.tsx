import { IntervalBar } from '@banso/ui';
import { formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { type Figure, intervalOf, type Kind, points, scaleOf } from './report.ts';
import { scoreTexts } from './texts.ts';

/** The cells of a figure in a table: n, the interval on its scale, and the score in words. */
export function FigureCells({ kind, figure, differs }: { kind: Kind; figure: Figure; differs?: boolean }) {
  const texts = textsOf(scoreTexts);
  const value = intervalOf(figure);
  const { favourable, neutral, unfavourable } = texts.kinds[kind].groups;
  return (
    <>
      <td class="r sc-n">{formatNumber(figure.n)}</td>
      <td class="sc-bar">
        {value ? (
          <IntervalBar
            {...value}
            scale={scaleOf(kind)}
            differs={differs}
            lowSample={figure.confidence === 'low_sample'}
          />
        ) : (
          <span class="muted xs">
            {texts.tooFew(
              texts.group(figure.favourable, favourable),
              texts.group(figure.neutral, neutral),
              texts.group(figure.unfavourable, unfavourable),
            )}
          </span>
        )}
      </td>
      <td class="r nowrap">
        {value ? (
          <>
            <b>{points(value.score)}</b>{' '}
            <span class="muted xs">{texts.interval(points(value.low), points(value.high))}</span>
          </>
        ) : (
          '–'
        )}
      </td>
    </>
  );
}
