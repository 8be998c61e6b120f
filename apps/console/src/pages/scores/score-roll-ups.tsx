import { scoreReport } from '@banso/contract';
import { Card, Chip, IntervalBar, IntervalScale, Skeleton, Tip } from '@banso/ui';
import { useRead } from '../../data/query.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { intervalOf, points } from './report.ts';
import { scoreTexts } from './texts.ts';

/** The same answers counted by account, each way under its name. Read by itself: it takes longer where many accounts answered. */
export function ScoreRollUps({
  query,
}: {
  query: { surveyId: string; from: string; to: string; unverified: string };
}) {
  const texts = textsOf(scoreTexts);
  const read = useRead('/v1/reports/nps/roll-ups', scoreReport.RollUps, query);
  const found = read.data?.data;
  return (
    <Card class="wide" title={texts.rollUps} meta={texts.rollUpsMeta} busy={read.isPending} flush>
      {read.isPending && <Skeleton shape="rows" />}
      {read.error && !found && (
        <ReadFailed of={read} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {found && (
        <>
          <table class="tbl sc-table">
            <thead>
              <tr>
                <th scope="col">{texts.countedAs}</th>
                <th scope="col" class="r">
                  {texts.accounts}
                </th>
                <th scope="col" class="sc-bar">
                  <span class="vh">{texts.facts.interval}</span>
                  <IntervalScale />
                </th>
                <th scope="col" class="r">
                  {texts.kinds.nps.title}
                </th>
              </tr>
            </thead>
            <tbody>
              {found.rollUps.map((rollUp) => {
                const value = intervalOf(rollUp);
                const isLow = rollUp.confidence === 'low_sample';
                return (
                  <tr key={rollUp.method}>
                    <th scope="row">
                      <Tip content={texts.methodWhat[rollUp.method]}>
                        <button type="button" class="num">
                          {texts.methods[rollUp.method]}
                        </button>
                      </Tip>{' '}
                      {isLow && <Chip>{texts.lowSample}</Chip>}
                    </th>
                    <td class="r sc-n">
                      {formatNumber(rollUp.accounts)} <span class="muted xs">n {formatNumber(rollUp.n)}</span>
                    </td>
                    <td class="sc-bar">{value && <IntervalBar {...value} lowSample={isLow} />}</td>
                    <td class="r nowrap">
                      {value ? (
                        <>
                          <b>{points(value.score)}</b>{' '}
                          <span class="muted xs">
                            {texts.interval(points(value.low), points(value.high))}
                          </span>
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
          <p class="sc-foot muted xs">
            {found.withoutAccount > 0 && `${texts.withoutAccount(found.withoutAccount)} `}
            {found.currency === null
              ? texts.noWeight
              : found.withoutWeight > 0 && texts.withoutWeight(found.withoutWeight, found.currency)}
          </p>
        </>
      )}
    </Card>
  );
}
