import type { report } from '@banso/contract';
import {
  ButtonLink,
  Card,
  Chip,
  formatPoints,
  Histogram,
  IntervalBar,
  IntervalScale,
  Legend,
  Notice,
  NumberDoor,
  type ScoreInterval,
  TrendBand,
} from '@banso/ui';
import { useLocation } from 'preact-iso';
import type * as z from 'zod';
import { language } from '../../data/session.ts';
import { formatDay, formatLanguage, formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { npsTexts } from './texts.ts';

type Report = z.infer<typeof report.NpsReport>;
type Figure = Report['current'];

/** The drawable score of a figure; undefined where there are too few answers. */
function intervalOf({ score, low, high }: Figure): ScoreInterval | undefined {
  return score === null || low === null || high === null ? undefined : { score, low, high };
}

const points = (value: number) => formatPoints(value, language.value);

/** Two scores that differ by less than a point apart after rounding are told with one decimal. */
function exactly(value: number): string {
  return new Intl.NumberFormat(language.value, { maximumFractionDigits: 1 }).format(value).replace('-', '−');
}

/** The score, its interval, and whether it moved. */
export function NpsHead({
  figures,
  days,
  everybody,
  href,
}: {
  figures: Report;
  days: number;
  everybody: boolean;
  href: string;
}) {
  const texts = textsOf(npsTexts);
  const { current, previous } = figures;
  const now = intervalOf(current);
  const before = intervalOf(previous);
  return (
    <Card class="wide" flush>
      <div class="nps-head">
        <div class="nps-score">
          <h2 class="muted">{texts.score}</h2>
          {now ? (
            <p class="nps-figure">
              <NumberDoor
                href={href}
                definition={texts.definition}
                facts={[
                  { term: texts.facts.n, detail: formatNumber(current.n) },
                  { term: texts.facts.interval, detail: texts.interval(exactly(now.low), exactly(now.high)) },
                  {
                    term: texts.facts.period,
                    detail: `${formatDay(current.from)} – ${formatDay(current.to)}`,
                  },
                  { term: texts.facts.people, detail: everybody ? texts.everybody : texts.verified },
                  { term: texts.facts.method, detail: texts.method },
                ]}
                hint={texts.seeAnswers(current.n)}
              >
                {points(now.score)}
              </NumberDoor>
              <span class="nps-interval">{texts.interval(points(now.low), points(now.high))}</span>
              {current.confidence === 'low_sample' && <Chip>{texts.lowSample}</Chip>}
            </p>
          ) : (
            <p>{current.n === 0 ? texts.none : texts.noScore}</p>
          )}
          <p class="muted xs">
            {current.n === 0
              ? texts.noneWhat
              : texts.basis(formatNumber(current.n), formatNumber(figures.shown))}
          </p>
        </div>
        <div class="nps-verdict">
          {now && (
            <IntervalBar
              {...now}
              kind="hero"
              previous={before}
              lowSample={current.confidence === 'low_sample'}
            />
          )}
          <Verdict figures={figures} days={days} />
        </div>
      </div>
    </Card>
  );
}

function Verdict({ figures, days }: { figures: Report; days: number }) {
  const texts = textsOf(npsTexts);
  const { current, previous, change } = figures;
  if (!change || current.score === null || previous.score === null)
    return current.n > 0 ? <Notice>{texts.noComparison}</Notice> : null;
  const title = change.detectable ? (change.difference > 0 ? texts.up : texts.down) : texts.noChange;
  return (
    <Notice
      tone={change.detectable ? (change.difference > 0 ? 'good' : 'bad') : 'plain'}
      title={`${title} ${texts.against(days)}`}
    >
      {texts.changeOf(
        exactly(previous.score),
        exactly(current.score),
        `${change.difference > 0 ? '+' : ''}${exactly(change.difference)}`,
        formatNumber(previous.n),
        formatNumber(current.n),
        exactly(Math.abs(change.z)),
      )}{' '}
      {!change.detectable &&
        change.answersNeeded !== null &&
        texts.needs(formatNumber(roundUp(change.answersNeeded)))}
    </Notice>
  );
}

/** Two leading figures are all that an estimate is worth. */
function roundUp(answers: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(answers)) - 1);
  return Math.ceil(answers / unit) * unit;
}

/** How the score went, week by week. */
export function NpsTrend({ figures, days }: { figures: Report; days: number }) {
  const texts = textsOf(npsTexts);
  const series = figures.trend.map((figure) => ({ at: figure.to, n: figure.n, value: intervalOf(figure) }));
  const known = series.flatMap(({ value }) => (value ? [value] : []));
  const [first, last] = [known[0], known.at(-1)];
  const start = figures.trend[0]?.to ?? '';
  return (
    <Card
      title={texts.trend}
      meta={texts.trendMeta(days)}
      actions={
        <Legend
          items={[
            { label: texts.nps, sign: 'line' },
            { label: texts.facts.interval, sign: 'band' },
          ]}
        />
      }
    >
      {first && last ? (
        <TrendBand
          title={texts.trendTitle(days)}
          description={texts.trendWhat(points(first.score), points(last.score))}
          points={series}
          marks={figures.versions
            .filter(({ version, publishedAt }) => version > 1 && publishedAt > start)
            .map(({ version, publishedAt }) => ({ at: publishedAt, label: texts.version(version) }))}
        />
      ) : (
        <p class="muted">{texts.trendNone}</p>
      )}
    </Card>
  );
}

/** The answers 0 to 10. Every bar opens its rows. */
export function NpsAnswers({
  figures,
  rowsOf,
}: {
  figures: Report;
  rowsOf: (more?: Record<string, string>) => string;
}) {
  const texts = textsOf(npsTexts);
  const { route } = useLocation();
  const { n } = figures.current;
  return (
    <Card title={texts.answers} meta={`n ${formatNumber(n)}`}>
      <Histogram
        title={texts.distribution}
        counts={figures.histogram}
        onOpen={(score) => route(rowsOf({ score: `${score}` }))}
      />
      {n > 0 && <ButtonLink href={rowsOf()}>{texts.seeAnswers(n)}</ButtonLink>}
    </Card>
  );
}

/** Each language with its own interval. */
export function NpsLanguages({
  figures,
  rowsOf,
}: {
  figures: Report;
  rowsOf: (more?: Record<string, string>) => string;
}) {
  const texts = textsOf(npsTexts);
  if (figures.locales.length < 2) return null;
  return (
    <Card class="wide" title={texts.languages} meta={texts.languagesMeta} flush>
      <table class="tbl nps-languages">
        <thead>
          <tr>
            <th scope="col">{texts.language}</th>
            <th scope="col" class="r">
              n
            </th>
            <th scope="col" class="desk">
              <span class="vh">{texts.facts.interval}</span>
              <IntervalScale />
            </th>
            <th scope="col" class="r">
              {texts.nps}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.locales
            .toSorted((a, b) => b.n - a.n)
            .map((figure) => {
              const value = intervalOf(figure);
              return (
                <tr key={figure.locale}>
                  <th scope="row">
                    <a href={rowsOf({ language: figure.locale })}>{formatLanguage(figure.locale)}</a>{' '}
                    {figure.confidence === 'low_sample' && <Chip>{texts.lowSample}</Chip>}
                  </th>
                  <td class="r">{formatNumber(figure.n)}</td>
                  <td class="desk">
                    {value ? (
                      <IntervalBar {...value} lowSample={figure.confidence === 'low_sample'} />
                    ) : (
                      <span class="muted xs">
                        {texts.tooFew(figure.promoters, figure.passives, figure.detractors)}
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
                </tr>
              );
            })}
        </tbody>
      </table>
    </Card>
  );
}
