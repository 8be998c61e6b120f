import { Card, Legend, RadioSegment, TrendBand } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { textsOf } from '../../texts/use-texts.ts';
import { intervalOf, points, type Report, type RowsOf } from './report.ts';
import { scoreTexts } from './texts.ts';

const STEPS = ['day', 'week', 'month'] as const;

/** How the score went; a press opens the answers of a window. */
export function ScoreTrend({
  report,
  onEvery,
  rowsOf,
}: {
  report: Report;
  onEvery: (every: Report['window']['every']) => void;
  rowsOf: RowsOf;
}) {
  const texts = textsOf(scoreTexts);
  const { route } = useLocation();
  const { days, every } = report.window;
  const series = report.trend.map((figure) => ({ at: figure.to, n: figure.n, value: intervalOf(figure) }));
  const known = series.flatMap(({ value }) => (value ? [value] : []));
  const [first, last] = [known[0], known.at(-1)];
  const start = report.trend[0]?.to ?? '';
  const { title } = texts.kinds[report.kind];
  return (
    <Card
      title={texts.trend}
      meta={texts.trendMeta(days)}
      actions={
        <>
          <Legend
            items={[
              { label: title, sign: 'line' },
              { label: texts.facts.interval, sign: 'band' },
            ]}
          />
          <RadioSegment
            label={texts.every.label}
            options={STEPS.map((value) => ({ value, label: texts.every[value] }))}
            value={every}
            onChange={onEvery}
          />
        </>
      }
    >
      {first && last ? (
        <TrendBand
          title={texts.trendTitle(title, days)}
          description={texts.trendWhat(points(first.score), points(last.score))}
          points={series}
          marks={report.breaks
            .filter(({ publishedAt }) => publishedAt > start && publishedAt < report.current.to)
            .map(({ version, publishedAt }) => ({ at: publishedAt, label: texts.wording(version) }))}
          onOpen={({ at }) => {
            const window = report.trend.find(({ to }) => to === at);
            if (window) route(rowsOf({ from: window.from, to: window.to }));
          }}
        />
      ) : (
        <p class="muted">{texts.trendNone}</p>
      )}
    </Card>
  );
}
