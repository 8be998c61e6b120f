import { common, response } from '@banso/contract';
import { Card, Skeleton } from '@banso/ui';
import { useRead } from '../../data/query.ts';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { AnswerMark } from '../feedback/answer-mark.tsx';
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
          {answers.map((answer) => (
            <li key={answer.id}>
              <a href={`/console/feedback?answer=${answer.id}`}>
                <AnswerMark answer={answer} label={texts.withScore} />
                <span class="grow">
                  <span class="med trunc day-who">
                    {answer.contact.name ?? answer.contact.email ?? texts.somebody}
                  </span>
                  {answer.account && <span class="muted xs trunc day-who">{answer.account.name}</span>}
                </span>
                <time class="muted xs nowrap" dateTime={answer.answeredAt}>
                  {formatNear(answer.answeredAt)}
                </time>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
