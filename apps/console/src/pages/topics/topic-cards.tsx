import { common, response } from '@banso/contract';
import { type Topic, TopicTrend } from '@banso/contract/topic';
import { Card, Skeleton, TrendBand } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useRead } from '../../data/query.ts';
import { Said } from '../../shell/said.tsx';
import { formatDay, formatLanguage } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { AnswerMark, gistOf } from '../feedback/answer-mark.tsx';
import { formatPercent, TopicShare } from './share.tsx';
import { topicTexts } from './texts.ts';

/** The share of answers about a topic, week by week; a week opens its answers. */
export function TopicTrendCard({ topic }: { topic: Topic }) {
  const texts = textsOf(topicTexts);
  const { route } = useLocation();
  const read = useRead(`/v1/topics/${topic.id}/trend`, TopicTrend);
  const weeks = read.data?.data.data ?? [];
  const points = weeks.map(({ to, share }) => ({
    at: to,
    n: share?.n ?? 0,
    value: share ? { score: share.percent, low: share.low, high: share.high } : undefined,
  }));
  const last = weeks.at(-1)?.share;
  const open = (at: string) => {
    const week = weeks.find(({ to }) => to === at);
    if (!week) return;
    const from = `${week.from}T00:00:00.000Z`;
    route(`/console/feedback?topic=${topic.id}&from=${from}&to=${week.to}T00:00:00.000Z`);
  };
  return (
    <Card title={texts.trend} meta={texts.trendMeta} busy={read.isPending}>
      {read.isPending && <Skeleton shape="text" />}
      <dl class="top-figures">
        <div>
          <dt class="muted">{texts.lately}</dt>
          <dd>
            <TopicShare share={topic.recent} href={`/console/feedback?topic=${topic.id}`} />
          </dd>
        </div>
        <div>
          <dt class="muted">{texts.before}</dt>
          <dd>
            <TopicShare share={topic.before} />
          </dd>
        </div>
      </dl>
      {points.length > 0 && (
        <TrendBand
          title={texts.trend}
          description={texts.trendDescription(
            weeks.length,
            last ? formatPercent(last.percent) : texts.nothingWritten,
          )}
          points={points}
          onOpen={({ at }) => open(at)}
          height={180}
        />
      )}
    </Card>
  );
}

/** What was written about it last. */
export function TopicExamples({ topic }: { topic: Topic }) {
  const texts = textsOf(topicTexts);
  const read = useRead('/v1/responses', common.page(response.ResponseRecord), {
    topicId: topic.id,
    limit: 6,
  });
  const rows = read.data?.data.data ?? [];
  return (
    <Card title={texts.examples} busy={read.isPending}>
      {read.isPending && <Skeleton shape="rows" />}
      {read.isSuccess && rows.length === 0 && <p class="muted">{texts.noExamples}</p>}
      <ul class="top-examples">
        {rows.map((row) => (
          <li key={row.id} class="row">
            <AnswerMark answer={row} />
            <span class="grow">
              <a href={`/console/feedback?topic=${topic.id}&answer=${row.id}`} lang={row.locale}>
                <Said text={gistOf(row) ?? formatDay(row.answeredAt)} />
              </a>
              <span class="muted xs top-by">
                {formatDay(row.answeredAt)}
                {row.account && ` · ${row.account.name}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** By which words it is recognised, and whether older answers have been looked at. */
export function TopicRules({ topic }: { topic: Topic }) {
  const texts = textsOf(topicTexts);
  return (
    <Card title={texts.rules}>
      {topic.rules.length === 0 && <p class="muted">{texts.noRules}</p>}
      <ul class="top-rules">
        {topic.rules.map(({ language, any, none }, at) => (
          <li key={at}>
            <b class="med">{language === null ? texts.everyLanguage : formatLanguage(language)}</b>
            <span>
              <span class="muted">{texts.anyOf}</span>{' '}
              <span lang={language ?? undefined}>{any.join(' · ')}</span>
            </span>
            {none.length > 0 && (
              <span>
                <span class="muted">{texts.noneOf}</span>{' '}
                <span lang={language ?? undefined}>{none.join(' · ')}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      <p class="muted xs" role="status">
        {topic.filling ? texts.filling : texts.filled}
      </p>
    </Card>
  );
}
