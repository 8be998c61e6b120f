import { common, response } from '@banso/contract';
import { Card, Score, Skeleton } from '@banso/ui';
import { useRead } from '../../data/query.ts';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { myDayTexts } from './texts.ts';

/** What customers said last, live; each leads to the answer. */
export function LatestCard() {
  const texts = textsOf(myDayTexts);
  const read = useRead('/v1/responses', common.page(response.ResponseRecord), { limit: 5 });
  const answers = read.data?.data.data ?? [];
  if (read.error && !read.data) return null; // the list itself says what went wrong, in Feedback
  return (
    <Card
      title={texts.latest}
      busy={read.isPending}
      actions={
        <a class="link xs" href="/console/feedback">
          {texts.allAnswers}
        </a>
      }
    >
      {read.isPending && <Skeleton shape="text" />}
      {read.isSuccess && answers.length === 0 && <p class="muted">{texts.noAnswers}</p>}
      {answers.length > 0 && (
        <ul class="day-latest">
          {answers.map(({ id, score, contact, account, answeredAt }) => (
            <li key={id}>
              <a href={`/console/feedback?answer=${id}`}>
                {score === null ? (
                  <span class="score none">
                    <span aria-hidden="true">–</span>
                    <span class="vh">{texts.noScore}</span>
                  </span>
                ) : (
                  <Score value={score} label={texts.withScore(score)} />
                )}
                <span class="grow">
                  <span class="med trunc day-who">{contact.name ?? contact.email ?? texts.somebody}</span>
                  {account && <span class="muted xs trunc day-who">{account.name}</span>}
                </span>
                <time class="muted xs nowrap" dateTime={answeredAt}>
                  {formatNear(answeredAt)}
                </time>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
