import { response } from '@banso/contract';
import {
  Avatar,
  Button,
  ErrorState,
  IconButton,
  KeyHint,
  Notice,
  PreviousIcon,
  Skeleton,
  useShortcut,
} from '@banso/ui';
import { useEffect, useRef } from 'preact/hooks';
import { forget, useRead } from '../../data/query.ts';
import { api, may } from '../../data/session.ts';
import { toaster } from '../../shell/toaster.ts';
import { formatTime } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { AnswerContext } from './answer-context.tsx';
import { type Answer, nameOf } from './answer-row.tsx';
import { feedbackTexts } from './texts.ts';

async function setRead(id: string, read: boolean): Promise<void> {
  await api.call('PATCH', `/v1/responses/${id}`, { schema: response.ResponseRecord, body: { read } });
  forget('/v1/responses');
  forget('/v1/my-day');
}

/** One answer, whole, with what helps to understand it. Opening it marks it as read for the team. */
export function AnswerPane({
  id,
  onClose,
  onOpen,
}: {
  id: string;
  onClose: () => void;
  onOpen: (id: string) => void;
}) {
  const texts = textsOf(feedbackTexts);
  const read = useRead(`/v1/responses/${id}`, response.ResponseRecord);
  const answer = read.data?.data;
  const marked = useRef(false);

  useEffect(() => {
    if (!answer || answer.readAt !== null || marked.current || !may('write')) return;
    marked.current = true;
    void setRead(id, true).catch(() => undefined); // it stays unread, as the list goes on showing
  }, [answer?.id]);

  const toggle = async () => {
    if (!answer) return;
    const to = answer.readAt === null;
    try {
      await setRead(id, to);
      toaster.show({
        message: to ? texts.markedRead : texts.markedUnread,
        undo: () => void setRead(id, !to),
      });
    } catch {
      toaster.show({ message: texts.failed });
    }
  };
  useShortcut('u', () => void toggle(), { enabled: may('write') });

  if (read.isPending)
    return (
      <article class="fb-rd">
        <Skeleton shape="text" />
      </article>
    );
  if (!answer) {
    return (
      <article class="fb-rd">
        <ErrorState
          title={texts.gone}
          requestId={read.error?.requestId}
          onRetry={() => void read.refetch()}
          retrying={read.isFetching}
        >
          {texts.goneWhat}
        </ErrorState>
      </article>
    );
  }
  const name = nameOf(answer);
  return (
    <>
      <article class="fb-rd" aria-labelledby="answer-name">
        <header class="fb-rdh">
          <span class="phone">
            <IconButton icon={PreviousIcon} label={texts.back} onClick={onClose} />
          </span>
          <Avatar name={name} size="l" />
          <div class="grow">
            <h2 id="answer-name">
              <a href={`/console/contacts/${answer.contact.id}`}>{name}</a>
            </h2>
            {answer.account && (
              <p class="muted trunc">
                <a href={`/console/accounts/${answer.account.id}`}>{answer.account.name}</a>
              </p>
            )}
          </div>
          {may('write') && (
            <Button small onClick={() => void toggle()}>
              {answer.readAt === null ? texts.markRead : texts.markUnread}
            </Button>
          )}
        </header>
        <div class="fb-rds">
          {!answer.verified && (
            <Notice tone="warn" title={texts.unverified}>
              {texts.unverifiedWhat}
            </Notice>
          )}
          <section class="fb-ans">
            {answer.answers.map((each) => (
              <OneAnswer key={each.question} each={each} answer={answer} />
            ))}
            <p class="muted xs row wrap fb-meta">
              <time dateTime={answer.answeredAt}>{formatTime(answer.answeredAt)}</time>
              <span>{texts.surveyVersion(answer.survey.name, answer.survey.version)}</span>
              {answer.status === 'partial' && <span>{texts.partial}</span>}
            </p>
          </section>
        </div>
        <footer class="fb-keys desk">
          <span>
            <KeyHint keys={['J']} /> <KeyHint keys={['K']} /> {texts.keys.move}
          </span>
          {may('write') && (
            <span>
              <KeyHint keys={['U']} /> {texts.keys.unread}
            </span>
          )}
        </footer>
      </article>
      <AnswerContext answer={answer} onOpen={onOpen} />
    </>
  );
}

function OneAnswer({ each, answer }: { each: Answer['answers'][number]; answer: Answer }) {
  const texts = textsOf(feedbackTexts);
  return (
    <div class="fb-one">
      <p class="muted" lang={answer.locale}>
        {each.text}
      </p>
      {each.value === null && <p>{texts.skipped}</p>}
      {typeof each.value === 'number' && each.type === 'nps' && (
        <div
          class={`fb-scale ${answer.band ?? ''}`}
          role="img"
          aria-label={answer.band ? texts.scoreOf(each.value, texts.bands[answer.band]) : `${each.value}`}
        >
          {Array.from({ length: 11 }, (_, value) => (
            <i key={value} class={value === each.value ? 'hit' : undefined}>
              {value}
            </i>
          ))}
        </div>
      )}
      {typeof each.value === 'string' && <blockquote lang={answer.locale}>{each.value}</blockquote>}
    </div>
  );
}
