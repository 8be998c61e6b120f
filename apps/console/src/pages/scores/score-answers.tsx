import { ButtonLink, Card, Histogram } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { BANDS, type Report, type RowsOf } from './report.ts';
import { scoreTexts } from './texts.ts';

/** The answers by number. Every bar opens its rows. */
export function ScoreAnswers({ report, rowsOf }: { report: Report; rowsOf: RowsOf }) {
  const texts = textsOf(scoreTexts);
  const { route } = useLocation();
  const { kind, current, histogram } = report;
  const words = texts.kinds[kind];
  const rowsOfScore = (score: number) =>
    rowsOf(kind === 'nps' ? { score: `${score}` } : { numberFrom: `${score}`, numberTo: `${score}` });
  return (
    <Card title={texts.answers} meta={`n ${formatNumber(current.n)}`}>
      <Histogram
        title={words.distribution}
        counts={histogram}
        groups={{ ...BANDS[kind], labels: words.groups }}
        onOpen={(score) => route(rowsOfScore(score))}
      />
      {current.n > 0 && <ButtonLink href={rowsOf()}>{texts.seeAnswers(current.n)}</ButtonLink>}
    </Card>
  );
}
