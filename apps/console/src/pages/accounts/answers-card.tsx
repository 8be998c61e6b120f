import { common, response } from '@banso/contract';
import { Card, Skeleton } from '@banso/ui';
import type * as z from 'zod';
import { useRead } from '../../data/query.ts';
import { Said } from '../../shell/said.tsx';
import { erasedName } from '../../texts/erased.ts';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { AnswerMark, gistOf } from '../feedback/answer-mark.tsx';
import { triageTexts } from '../feedback/triage-texts.ts';
import { recordTexts } from './record-texts.ts';

type Answer = z.infer<typeof response.ResponseRecord>;

/** The latest answers of an account or a person. */
export function useAnswers(of: { accountId: string } | { contactId: string }) {
  // on a person's own page nothing of theirs is left out
  const tests = 'contactId' in of ? 'too' : undefined;
  const read = useRead('/v1/responses', common.page(response.ResponseRecord), { ...of, tests, limit: 6 });
  return { isPending: read.isPending, answers: read.data?.data.data ?? [] };
}

/** The latest answers, each leading to the whole of it. */
export function AnswersCard(props: {
  isPending: boolean;
  answers: readonly Answer[];
  /** Whether the names are worth showing: not on a person's own page. */
  names: boolean;
}) {
  const { isPending, answers, names } = props;
  const texts = textsOf(recordTexts);
  return (
    <Card title={texts.answers} busy={isPending}>
      {isPending && <Skeleton shape="text" />}
      {!isPending && answers.length === 0 && <p class="muted">{texts.noAnswers}</p>}
      {answers.length > 0 && (
        <ul class="rows">
          {answers.map((answer) => (
            <li key={answer.id}>
              <a href={`/console/feedback?answer=${answer.id}`}>
                <AnswerMark answer={answer} label={texts.scored} />
                <span class="grow">
                  <span class="med trunc rows-l">{names ? nameOf(answer) : answer.survey.name}</span>
                  {gistOf(answer) && (
                    <span class="muted trunc rows-l" lang={answer.locale}>
                      <Said text={gistOf(answer) ?? ''} />
                    </span>
                  )}
                </span>
                {answer.test && <span class="chip">{textsOf(triageTexts).test}</span>}
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

function nameOf({ contact }: Answer): string {
  if (contact.erased) return erasedName();
  return contact.name ?? contact.email ?? textsOf(recordTexts).somebody;
}
