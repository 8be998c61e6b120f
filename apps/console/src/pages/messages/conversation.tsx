import type { message } from '@banso/contract';
import { response } from '@banso/contract';
import { Button, Chip, Field, Notice, SendIcon, Skeleton, TextArea } from '@banso/ui';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { may } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { Said, WithheldNotice, wordsOf } from '../../shell/said.tsx';
import { formatNear, formatTime } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { textLanguage } from '../accounts/text-language.ts';
import './messages.css';
import { messageTexts } from './texts.ts';
import { draftFor, keepDraft, sendReply, type useThread } from './use-thread.ts';

type Thread = ReturnType<typeof useThread>;

/** What a person and the team have written to each other, and where it is written on. */
export function Conversation(props: {
  contactId: string;
  name: string;
  thread: Thread;
  /** A survey answer to write about. */
  about?: string | undefined;
  onSent?: () => void;
  areaRef?: (area: HTMLTextAreaElement | null) => void;
}) {
  const { contactId, name, thread, about, onSent, areaRef } = props;
  const { list, messages } = thread;
  const texts = textsOf(messageTexts);
  const scroller = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.id;
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [contactId, last]);

  return (
    <>
      <div class="ms-log" ref={scroller} tabIndex={0} role="group" aria-label={texts.conversation(name)}>
        {list.isPending && <Skeleton shape="text" />}
        {list.error && messages.length === 0 && (
          <ReadFailed of={list} title={texts.failed}>
            {texts.failedWhat}
          </ReadFailed>
        )}
        {list.isSuccess && messages.length === 0 && <p class="muted">{texts.noMessages}</p>}
        {list.hasNextPage && (
          <p class="ms-earlier">
            <Button small busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {texts.earlier}
            </Button>
          </p>
        )}
        <ol class="ms-list">
          {messages.map((each) => (
            <OneMessage key={each.id} each={each} />
          ))}
        </ol>
      </div>
      <WithheldNotice />
      {may('reply') && (
        <ReplyBox
          key={contactId}
          contactId={contactId}
          name={name}
          about={about}
          onSent={onSent}
          areaRef={areaRef}
        />
      )}
    </>
  );
}

function OneMessage({ each }: { each: message.Message }) {
  const texts = textsOf(messageTexts);
  const ours = each.author === 'team';
  const { about } = each;
  return (
    <li class={ours ? 'ms-one ours' : 'ms-one'}>
      {about && (
        <a class="ms-about" href={`/console/feedback?answer=${about.id}`}>
          <span class="muted xs">
            {texts.about}
            {about.score === null ? '' : ` · ${texts.score(about.score)}`}
          </span>
          {about.comment && (
            <span lang={textLanguage(wordsOf(about.comment))}>
              <Said text={about.comment} />
            </span>
          )}
        </a>
      )}
      <p class="ms-text" lang={textLanguage(wordsOf(each.text))}>
        <Said text={each.text} />
      </p>
      <p class="muted xs ms-meta">
        <span>{each.by?.name ?? each.contact.name ?? texts.anonymous}</span>{' '}
        <time dateTime={each.sentAt}>{formatTime(each.sentAt)}</time>
        {ours && <span> · {each.readAt ? texts.readAt(formatNear(each.readAt)) : texts.notRead}</span>}
      </p>
    </li>
  );
}

function ReplyBox(props: {
  contactId: string;
  name: string;
  about: string | undefined;
  onSent: (() => void) | undefined;
  areaRef: ((area: HTMLTextAreaElement | null) => void) | undefined;
}) {
  const { contactId, name, about, onSent, areaRef } = props;
  const texts = textsOf(messageTexts);
  const [text, setText] = useState(draftFor(contactId));
  const submit = useSubmit();
  useEffect(() => keepDraft(contactId, text), [text]);
  const send = async () => {
    const words = text.trim();
    if (!words) return;
    const isSent = await submit.run(() => sendReply(contactId, words, about));
    if (!isSent) return;
    setText('');
    onSent?.();
  };
  const isRefused = submit.problem !== undefined || submit.errorAt('text') !== undefined;
  return (
    <form
      class="ms-reply"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {about !== undefined && <AboutChip id={about} onDrop={onSent} />}
      {isRefused && <Notice tone="bad" title={texts.notSent} />}
      <Field label={texts.replyTo(name)} hint={texts.replyHint}>
        <TextArea
          value={text}
          maxLength={10_000}
          onValue={setText}
          onCommit={() => void send()}
          {...(areaRef && { areaRef })}
        />
      </Field>
      <Button variant="primary" type="submit" icon={SendIcon} busy={submit.busy}>
        {texts.send}
      </Button>
    </form>
  );
}

/** The answer that the reply is about, as its reader will see it. */
function AboutChip({ id, onDrop }: { id: string; onDrop: (() => void) | undefined }) {
  const texts = textsOf(messageTexts);
  const answer = useRead(`/v1/responses/${id}`, response.ResponseRecord).data?.data;
  if (!answer) return null;
  const score = answer.score === null ? '' : texts.score(answer.score);
  return (
    <div class="ms-chip">
      <Chip>
        {[texts.about, score, answer.comment && wordsOf(answer.comment)].filter(Boolean).join(' · ')}
      </Chip>
      <Button small variant="ghost" onClick={() => onDrop?.()}>
        {texts.noAnswerAbout}
      </Button>
    </div>
  );
}
