import { Card, Chip, IntervalBar, Notice, NumberDoor } from '@banso/ui';
import { timeZone } from '../../data/session.ts';
import { formatDay, formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { exactly, intervalOf, points, type Report, roundUp, scaleOf, signed } from './report.ts';
import { scoreTexts } from './texts.ts';

/** What the head needs beside the report. */
export interface ScoreHeadProps {
  report: Report;
  days: number;
  everybody: boolean;
  /** The segment in words, where there is one. */
  only: string | undefined;
  href: string;
}

/** The score, its interval, and whether it moved. */
export function ScoreHead({ report, days, everybody, only, href }: ScoreHeadProps) {
  const texts = textsOf(scoreTexts);
  const { kind, current, previous } = report;
  const words = texts.kinds[kind];
  const now = intervalOf(current);
  return (
    <Card class="wide" flush>
      <div class="sc-head">
        <div class="sc-score">
          <h2 class="muted">{words.name}</h2>
          {now ? (
            <p class="sc-figure">
              <NumberDoor
                href={href}
                definition={words.definition}
                facts={[
                  { term: texts.facts.n, detail: formatNumber(current.n) },
                  { term: texts.facts.interval, detail: texts.interval(exactly(now.low), exactly(now.high)) },
                  {
                    term: texts.facts.period,
                    detail: `${formatDay(current.from)} – ${formatDay(current.to)}`,
                  },
                  { term: texts.facts.zone, detail: timeZone },
                  { term: texts.facts.people, detail: everybody ? texts.everybody : texts.verified },
                  ...(only === undefined ? [] : [{ term: texts.facts.only, detail: only }]),
                  { term: texts.facts.method, detail: words.method },
                ]}
                hint={texts.seeAnswers(current.n)}
              >
                {points(now.score)}
                {scaleOf(kind) === 'share' && <span class="sc-unit"> %</span>}
              </NumberDoor>
              <span class="sc-interval">{texts.interval(points(now.low), points(now.high))}</span>
              {current.confidence === 'low_sample' && <Chip>{texts.lowSample}</Chip>}
            </p>
          ) : (
            <p>{current.n === 0 ? texts.none : texts.noScore}</p>
          )}
          <p class="muted xs">
            {current.n === 0
              ? texts.noneWhat
              : texts.basis(formatNumber(current.n), formatNumber(report.rates.shown))}
          </p>
          {current.mean !== null && (
            <p class="muted xs">{texts.mean(exactly(current.mean), report.scale.high)}</p>
          )}
        </div>
        <div class="sc-verdict">
          {now && (
            <IntervalBar
              {...now}
              kind="hero"
              scale={scaleOf(kind)}
              previous={intervalOf(previous)}
              lowSample={current.confidence === 'low_sample'}
            />
          )}
          <Verdict report={report} days={days} />
        </div>
      </div>
    </Card>
  );
}

function Verdict({ report, days }: { report: Report; days: number }) {
  const texts = textsOf(scoreTexts);
  const { current, previous, change } = report;
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
        signed(change.difference),
        formatNumber(previous.n),
        formatNumber(current.n),
        exactly(Math.abs(change.z)),
      )}{' '}
      {change.paired > 0 && `${texts.paired(change.paired)} `}
      {!change.detectable &&
        change.answersNeeded !== null &&
        texts.needs(formatNumber(roundUp(change.answersNeeded)))}
    </Notice>
  );
}
