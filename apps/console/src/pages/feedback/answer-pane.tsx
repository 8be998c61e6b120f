import { isWithheld, response } from '@banso/contract';
import { scaleOf, scoresOf } from '@banso/domain/content';
import {
  AddIcon,
  Avatar,
  Button,
  ButtonLink,
  Chip,
  IconButton,
  KeyHint,
  Notice,
  PreviousIcon,
  Skeleton,
  useShortcut,
} from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import { forget, useRead } from '../../data/query.ts';
import { api, may } from '../../data/session.ts';
import { toaster } from '../../shell/toaster.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { Said, WithheldNotice } from '../../shell/said.tsx';
import { formatTime } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { LoadedPart } from '../contents/frame/loaded-part.tsx';
import { NotesSlot } from '../notes/notes-slot.tsx';
import { TasksSlot } from '../tasks/tasks-card.tsx';
import { tasksTitle } from '../tasks/tasks-title.ts';
import { markTexts } from './answer-mark.tsx';
import { type Answer, nameOf } from './answer-row.tsx';
import { feedbackTexts } from './texts.ts';
import { triageTexts } from './triage-texts.ts';
import { useChange } from './use-change.ts';

const loadContext = () => import('./answer-context.tsx').then((part) => part.AnswerContext);
const loadCase = () => import('../cases/case-card.tsx').then((part) => part.CaseStrip);
const loadTopics = () => import('../topics/answer-topics.tsx').then((part) => part.AnswerTopics);

async function setRead(id: string, read: boolean): Promise<void> {
  await api.call('PATCH', `/v1/responses/${id}`, { schema: response.ResponseRecord, body: { read } });
  forget('/v1/responses');
  forget('/v1/my-day');
}

/** One answer, whole, with what helps to understand it. Opening it marks it as read for the team. */
export function AnswerPane({
  id,
  isBehind,
  isPicking,
  onClose,
  onOpen,
  onTag,
  onKeys,
}: {
  id: string;
  /** A dialog lies over it: keys are not for it. */
  isBehind: boolean;
  /** Several answers are selected: what is done is done to them. */
  isPicking: boolean;
  onClose: () => void;
  onOpen: (id: string) => void;
  onTag: (answer: Answer) => void;
  onKeys: () => void;
}) {
  const texts = textsOf(feedbackTexts);
  const triage = textsOf(triageTexts);
  const { route } = useLocation();
  const note = useRef<HTMLTextAreaElement | null>(null);
  const change = useChange();
  const read = useRead(`/v1/responses/${id}`, response.ResponseRecord);
  const answer = read.data?.data;
  const marked = useRef(false);

  useEffect(() => {
    if (!answer || answer.readAt !== null || marked.current || !may('write')) return;
    marked.current = true;
    void setRead(id, true).catch(() => undefined); // it stays unread, as the list goes on showing
  }, [answer?.id]);

  const toggle = async () => {
    if (!answer || answer.test) return;
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
  const enabled = may('write') && !isBehind && answer !== undefined;
  const replyHref = `/console/messages?contact=${answer?.contact.id ?? ''}&about=${id}`;
  useShortcut('u', () => void toggle(), { enabled });
  useShortcut('t', () => answer && onTag(answer), { enabled: enabled && !isPicking });
  useShortcut('n', () => note.current?.focus(), { enabled });
  useShortcut('r', () => route(replyHref), { enabled: enabled && may('reply') });

  if (read.isPending)
    return (
      <article class="fb-rd">
        <Skeleton shape="text" />
      </article>
    );
  if (!answer) {
    return (
      <article class="fb-rd">
        <ReadFailed of={read} title={texts.gone}>
          {texts.goneWhat}
        </ReadFailed>
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
          {may('reply') && (
            <ButtonLink small href={replyHref}>
              {texts.reply}
            </ButtonLink>
          )}
          {may('write') && !answer.test && (
            <Button small onClick={() => void toggle()}>
              {answer.readAt === null ? texts.markRead : texts.markUnread}
            </Button>
          )}
        </header>
        <div class="fb-rds">
          {answer.test && (
            <Notice
              tone="info"
              title={triage.test}
              action={
                may('write') && (
                  <Button small onClick={() => void change([id], { test: false }, triage.markedAnswer(1))}>
                    {triage.markAnswer}
                  </Button>
                )
              }
            >
              {triage.testWhat}
            </Notice>
          )}
          {!answer.verified && (
            <Notice tone="warn" title={texts.unverified}>
              {texts.unverifiedWhat}
            </Notice>
          )}
          <div class={may('write') ? 'fb-case' : undefined}>
            <LoadedPart
              load={loadCase}
              props={{ contactId: answer.contact.id, responseId: answer.id }}
              shape="text"
            />
          </div>
          {(answer.tags.length > 0 || may('write')) && (
            <div class="row wrap fb-tags" role="group" aria-label={triage.tags}>
              {answer.tags.map((tag) => (
                <Chip
                  key={tag}
                  tone="solid"
                  removeName={tag}
                  {...(may('write') && {
                    onRemove: () => void change([id], { removeTags: [tag] }, triage.tagged(1)),
                  })}
                >
                  <span class="trunc">{tag}</span>
                </Chip>
              ))}
              {may('write') && (
                <Chip icon={AddIcon} onClick={() => onTag(answer)}>
                  {triage.addTag}
                </Chip>
              )}
            </div>
          )}
          <WithheldNotice />
          <section class="fb-ans">
            {answer.answers.map((each) => (
              <OneAnswer key={each.question} each={each} answer={answer} />
            ))}
            <p class="muted xs row wrap fb-meta">
              <time dateTime={answer.answeredAt}>{formatTime(answer.answeredAt)}</time>
              <span>{texts.surveyVersion(answer.survey.name, answer.survey.version)}</span>
              {answer.survey.variant && <span>{texts.variant(answer.survey.variant.name)}</span>}
              {answer.status === 'partial' && <span>{texts.partial}</span>}
              {may('write') && !answer.test && (
                <Button
                  small
                  variant="ghost"
                  onClick={() => void change([id], { test: true }, triage.markedTest(1))}
                >
                  {triage.markTest}
                </Button>
              )}
            </p>
          </section>
          <LoadedPart load={loadTopics} props={{ answer }} shape="text" />
          {!answer.contact.erased && (
            <section class="fb-tasks" aria-labelledby="answer-tasks">
              <h3 id="answer-tasks">{tasksTitle()}</h3>
              <TasksSlot
                key={id}
                subject={{ kind: 'response', id }}
                of={{ contactId: answer.contact.id }}
                addKey={enabled ? 'a' : undefined}
              />
            </section>
          )}
          <NotesSlot kind="response" id={id} areaRef={(area) => (note.current = area)} />
        </div>
        <footer class="fb-keys desk">
          <span>
            <KeyHint keys={['J']} /> <KeyHint keys={['K']} /> {texts.move}
          </span>
          {may('write') && (
            <>
              <span>
                <KeyHint keys={['T']} /> {triage.keys.tag}
              </span>
              <span>
                <KeyHint keys={['N']} /> {triage.keys.note}
              </span>
              <span>
                <KeyHint keys={['A']} /> {triage.keys.task}
              </span>
            </>
          )}
          <button type="button" class="right" aria-label={triage.shortcuts} onClick={onKeys}>
            <KeyHint keys={['?']} /> <span class="fb-all-keys">{triage.allShortcuts}</span>
          </button>
        </footer>
      </article>
      <LoadedPart load={loadContext} props={{ answer, onOpen }} />
    </>
  );
}

function OneAnswer({ each, answer }: { each: Answer['answers'][number]; answer: Answer }) {
  const texts = textsOf(feedbackTexts);
  const words = textsOf(markTexts);
  const scale = scaleOf(each.type);
  const isScore = each.type === 'nps' && answer.band !== null;
  return (
    <div class="fb-one">
      <p class="muted" lang={answer.locale}>
        {each.text}
      </p>
      {each.value === null && <p>{texts.skipped}</p>}
      {typeof each.value === 'number' && scale && (
        <div
          class={`fb-scale ${isScore ? answer.band : ''}`}
          role="img"
          aria-label={
            isScore && answer.band
              ? texts.scoreOf(each.value, texts.bands[answer.band])
              : words.markOf(each.value, scale.high)
          }
        >
          {scoresOf(scale).map((value) => (
            <i key={value} class={value === each.value ? 'hit' : undefined}>
              {value}
            </i>
          ))}
        </div>
      )}
      {each.chosen && (
        <ul class="fb-chosen" lang={answer.locale}>
          {each.chosen.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      )}
      {each.other !== null && (
        <blockquote lang={answer.locale}>
          <Said text={each.other} />
        </blockquote>
      )}
      {(typeof each.value === 'string' || isWithheld(each.value)) && (
        <blockquote lang={answer.locale}>
          <Said text={each.value} />
        </blockquote>
      )}
    </div>
  );
}
