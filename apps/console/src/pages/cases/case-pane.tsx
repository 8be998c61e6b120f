import { Case } from '@banso/contract/cases';
import type { CaseChange } from '@banso/contract/cases';
import { CASE_PRIORITIES } from '@banso/domain/cases';
import {
  Avatar,
  Button,
  Clock,
  DefinitionList,
  IconButton,
  KeyHint,
  Menu,
  PreviousIcon,
  Skeleton,
  useShortcut,
} from '@banso/ui';
import { useRef, useState } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { may, me } from '../../data/session.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { Said, WithheldNotice, wordsOf } from '../../shell/said.tsx';
import { formatDay, formatMoney, formatTime } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { textLanguage } from '../accounts/text-language.ts';
import { Conversation } from '../messages/conversation.tsx';
import { useThread } from '../messages/use-thread.ts';
import { NotesSlot } from '../notes/notes-slot.tsx';
import { notesTitle } from '../notes/notes-title.ts';
import { TasksSlot } from '../tasks/tasks-card.tsx';
import { tasksTitle } from '../tasks/tasks-title.ts';
import { CloseMenu, OwnerMenu, SnoozeMenu, TeamMenu } from './case-menus.tsx';
import { clockOf, nameOf } from './case-words.ts';
import { changeCase } from './change-case.ts';
import { MergedCases } from './merged-cases.tsx';
import { caseTexts } from './texts.ts';

/** One case, whole: who and why, its clock, what was said and written, and everything that can be done about it. */
export function CasePane({ id, onClose }: { id: string; onClose: () => void }) {
  const texts = textsOf(caseTexts);
  const read = useRead(`/v1/cases/${id}`, Case);
  if (read.isPending)
    return (
      <article class="ms-pane">
        <Skeleton shape="text" />
      </article>
    );
  if (!read.data)
    return (
      <article class="ms-pane">
        <ReadFailed of={read} title={texts.gone}>
          {texts.goneWhat}
        </ReadFailed>
      </article>
    );
  return <Whole of={read.data.data} etag={read.data.etag} onClose={onClose} />;
}

function Whole({ of, etag, onClose }: { of: Case; etag: string | undefined; onClose: () => void }) {
  const texts = textsOf(caseTexts);
  const name = nameOf(of);
  const thread = useThread(of.contact.id);
  const area = useRef<HTMLTextAreaElement | null>(null);
  const [withAnswer, setWithAnswer] = useState(of.contactedAt === null);
  const isOpen = of.status !== 'closed';
  const canWrite = may('write');
  const change = (to: CaseChange, done: string) =>
    void changeCase(of.id, to, { done, back: backOf(of, to), etag });
  const own = me.value?.member.id;
  const take = () => own !== undefined && change({ ownerId: own }, texts.assigned(me.value?.user.name ?? ''));
  const close = () =>
    change({ status: 'closed', outcome: 'resolved' }, texts.closedDone(texts.outcomes.resolved));
  useShortcut('m', take, { enabled: canWrite && isOpen });
  useShortcut('e', close, { enabled: canWrite && isOpen });
  useShortcut('r', () => area.current?.focus(), { enabled: canWrite });

  return (
    <article class="ms-pane" aria-labelledby="case-name">
      <header class="ms-head cs-head">
        <span class="phone">
          <IconButton icon={PreviousIcon} label={texts.back} onClick={onClose} />
        </span>
        <Avatar name={name} size="l" />
        <div class="grow">
          <h2 id="case-name">
            <a href={`/console/contacts/${of.contact.id}`}>{name}</a>
          </h2>
          {of.account && (
            <p class="muted trunc">
              <a href={`/console/accounts/${of.account.id}`}>{of.account.name}</a>
            </p>
          )}
        </div>
        {canWrite && (
          <div class="row wrap cs-acts" role="group" aria-label={texts.actions}>
            <OwnerMenu
              current={of.owner?.id ?? null}
              label={of.owner?.name ?? texts.nobody}
              onChange={change}
            />
            <TeamMenu
              current={of.team?.id ?? null}
              ownerId={of.owner?.id ?? null}
              label={of.team?.name ?? texts.noTeam}
              onChange={change}
            />
            {isOpen ? (
              <>
                <SnoozeMenu waits={of.status === 'waiting'} onChange={change} />
                <CloseMenu onChange={change} />
              </>
            ) : of.mergedInto !== null ? null : (
              <Button small onClick={() => change({ status: 'open' }, texts.reopenedDone)}>
                {texts.reopen}
              </Button>
            )}
          </div>
        )}
      </header>
      <Facts of={of} onChange={canWrite ? change : undefined} />
      <MergedCases of={of} />
      <section class="cs-notes" aria-labelledby="case-tasks">
        <h3 id="case-tasks">{tasksTitle()}</h3>
        <TasksSlot
          key={of.id}
          subject={{ kind: 'case', id: of.id }}
          of={{ contactId: of.contact.id }}
          addKey={canWrite ? 'a' : undefined}
        />
      </section>
      <section class="cs-notes" aria-labelledby="case-notes">
        <h3 id="case-notes">{notesTitle()}</h3>
        <NotesSlot key={of.id} kind="case" id={of.id} />
      </section>
      <Conversation
        contactId={of.contact.id}
        name={name}
        thread={thread}
        about={withAnswer && of.responseId !== null ? of.responseId : undefined}
        onSent={() => setWithAnswer(false)}
        areaRef={(element) => (area.current = element)}
      />
      {canWrite && <Keys />}
    </article>
  );
}

/** What brings a case back to what it was before a change; undefined where nothing does. */
export function backOf(of: Case, change: CaseChange): CaseChange | undefined {
  if (change.contacted) return undefined;
  if (change.status === 'closed') return of.status === 'closed' ? undefined : { status: 'open' };
  if (change.status === 'open') return undefined;
  return {
    ...(change.ownerId !== undefined && { ownerId: of.owner?.id ?? null }),
    ...(change.teamId !== undefined && { teamId: of.team?.id ?? null }),
    ...(change.priority !== undefined && { priority: of.priority }),
    ...(change.snoozedUntil !== undefined && {
      snoozedUntil: of.status === 'waiting' ? of.snoozedUntil : null,
    }),
  };
}

function Facts({
  of,
  onChange,
}: {
  of: Case;
  onChange: ((change: CaseChange, done: string) => void) | undefined;
}) {
  const texts = textsOf(caseTexts);
  const clock = clockOf(of);
  const { account, firstTouchAt } = of;
  const touched =
    firstTouchAt === null
      ? texts.notYet
      : `${formatTime(firstTouchAt)}, ${of.inTime ? texts.inTime : texts.tooLate}`;
  return (
    <section class="cs-facts">
      <p class="row wrap cs-line">
        <Clock tone={clock.tone}>{clock.words}</Clock>
        <span>
          {texts.causes[of.cause]}
          {of.score !== null && `: ${of.score}`}
        </span>
        {onChange ? (
          <Menu
            label={texts.priority}
            sections={[
              {
                id: 'all',
                heading: texts.priority,
                items: CASE_PRIORITIES.map((priority) => ({
                  id: priority,
                  label: texts.priorities[priority],
                  checked: priority === of.priority,
                  onSelect: () => onChange({ priority }, texts.prioritised(texts.priorities[priority])),
                })),
              },
            ]}
            trigger={(props) => (
              <Button small variant="ghost" {...props}>
                {texts.priority}: {texts.priorities[of.priority]}
              </Button>
            )}
          />
        ) : (
          <span>
            {texts.priority}: {texts.priorities[of.priority]}
          </span>
        )}
        {onChange && of.contactedAt === null && (
          <Button small variant="ghost" onClick={() => onChange({ contacted: true }, texts.noted)}>
            {texts.contacted}
          </Button>
        )}
      </p>
      <WithheldNotice />
      {of.words && (
        <blockquote class="cs-quote" lang={textLanguage(wordsOf(of.words))}>
          <Said text={of.words} />
        </blockquote>
      )}
      {of.responseId && (
        <p>
          <a class="link" href={`/console/feedback?answer=${of.responseId}`}>
            {texts.openAnswer}
          </a>
        </p>
      )}
      <div class="cs-dl">
        <DefinitionList
          items={[
            { term: texts.openedAt, detail: formatTime(of.openedAt) },
            {
              term: texts.dueAt,
              detail: <span title={texts.dueWhat}>{of.dueAt ? formatTime(of.dueAt) : texts.notDue}</span>,
            },
            { term: texts.firstTouch, detail: touched },
            ...(of.closedAt ? [{ term: texts.closedAt, detail: formatTime(of.closedAt) }] : []),
          ]}
        />
        <DefinitionList
          items={[
            {
              term: texts.revenue,
              detail: account?.recurringRevenue ? formatMoney(account.recurringRevenue) : texts.unknown,
            },
            {
              term: texts.renewal,
              detail: account?.renewalDate ? formatDay(account.renewalDate) : texts.unknown,
            },
            ...(of.recovery === null ? [] : [{ term: texts.askedAgain, detail: recoveryWords(of) }]),
            ...(of.laterScore === null ? [] : [{ term: texts.laterScore, detail: `${of.laterScore}` }]),
            ...(of.reopenings === 0
              ? []
              : [
                  {
                    term: texts.reopen,
                    detail: texts.reopened(of.reopenings),
                  },
                ]),
          ]}
        />
      </div>
    </section>
  );
}

function Keys() {
  const { keys } = textsOf(caseTexts);
  const hints = [
    [['J', 'K'], keys.move],
    [['X'], keys.select],
    [['M'], keys.take],
    [['R'], keys.reply],
    [['A'], keys.task],
    [['E'], keys.close],
  ] as const;
  return (
    <footer class="ms-keys desk">
      {hints.map(([names, words]) => (
        <span key={words}>
          {names.map((name) => (
            <KeyHint key={name} keys={[name]} />
          ))}{' '}
          {words}
        </span>
      ))}
    </footer>
  );
}

/** What came of asking the score again. */
function recoveryWords({ score, recovery }: Case): string {
  const texts = textsOf(caseTexts);
  if (recovery === null) return '';
  if (recovery.score !== null)
    return texts.recovered(formatDay(recovery.askedAt ?? recovery.from), score, recovery.score);
  return recovery.askedAt === null
    ? texts.willAsk(formatDay(recovery.from))
    : texts.askedOnly(formatDay(recovery.askedAt));
}
