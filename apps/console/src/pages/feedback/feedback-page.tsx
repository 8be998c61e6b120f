import {
  Button,
  ButtonLink,
  DownloadIcon,
  EmptyState,
  PageHeader,
  Status,
  TagIcon,
  Tabs,
  useShortcut,
} from '@banso/ui';
import { useRef, useState } from 'preact/hooks';
import { download } from '../../data/download.ts';
import { connected } from '../../data/live.ts';
import { may, workspace } from '../../data/session.ts';
import { useUrlState } from '../../data/url-state.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { LoadedDialog } from '../contents/frame/loaded-dialog.tsx';
import { useListViews } from '../views/use-list-views.ts';
import { ViewMenu } from '../views/view-menu.tsx';
import { AnswerPane } from './answer-pane.tsx';
import { type Answer, nameOf } from './answer-row.tsx';
import './feedback.css';
import { InboxFilters } from './inbox-filters.tsx';
import { InboxList } from './inbox-list.tsx';
import { INBOX, isNarrowed, queryOf } from './inbox-state.ts';
import { inboxTexts } from './inbox-texts.ts';
import { feedbackTexts } from './texts.ts';
import { triageTexts } from './triage-texts.ts';
import { useInbox } from './use-inbox.ts';

const loadTags = () => import('./tags-dialog.tsx').then((part) => part.TagsDialog);
const loadManage = () => import('./manage-tags-dialog.tsx').then((part) => part.ManageTagsDialog);
const loadKeys = () => import('./shortcuts-dialog.tsx').then((part) => part.ShortcutsDialog);

/** What lies over the page. */
type Over =
  | { type: 'tags'; ids: readonly string[]; one?: Answer | undefined }
  | { type: 'manage' }
  | { type: 'keys' };

/** The inbox: what customers said, live; one answer open beside it. All of its state is in the address, and can be saved. */
export function FeedbackPage() {
  const texts = textsOf(feedbackTexts);
  const triage = textsOf(triageTexts);
  const [state, change] = useUrlState();
  const [over, setOver] = useState<Over>();
  const onClose = () => setOver(undefined);
  const filters = useRef<HTMLDivElement | null>(null);
  const inbox = useInbox(state, change);
  const { rows, selected, picked } = inbox;
  const views = useListViews('feedback', INBOX, 'answer');
  const tagPicked = () => setOver({ type: 'tags', ids: [...picked] });
  const isFree = over === undefined;
  const writes = isFree && may('write');
  useShortcut('t', tagPicked, { enabled: writes && picked.size > 0 });
  useShortcut('x', () => inbox.toggle(selected), { enabled: writes && selected !== undefined });
  useShortcut('?', () => setOver({ type: 'keys' }), { enabled: isFree });
  useShortcut('/', () => filters.current?.querySelector('input')?.focus(), { enabled: isFree });

  const file = () => {
    const asked: Record<string, string> = { workspace: workspace.peek()?.id ?? '' };
    for (const [name, value] of Object.entries(queryOf(state, Date.now())))
      if (value !== undefined && value !== null) asked[name] = `${value}`;
    download('/v1/responses/csv', asked);
  };

  return (
    <>
      <PageHeader
        title={texts.title}
        meta={
          <Status
            tone={connected.value ? 'good' : 'none'}
            label={connected.value ? texts.live : texts.notLive}
            small
          />
        }
        actions={
          <>
            {may('write') && (
              <span class="desk">
                <Button small variant="ghost" icon={TagIcon} onClick={() => setOver({ type: 'manage' })}>
                  {triage.manageTags}
                </Button>
              </span>
            )}
            {may('write') && <ViewMenu {...views.menu} />}
            <Button small icon={DownloadIcon} onClick={file}>
              {textsOf(inboxTexts).csv}
            </Button>
          </>
        }
      />
      <Tabs
        label={texts.views}
        current={views.current}
        tabs={[
          ...INBOX.builtIns.map((id) => ({ id: id as string, label: texts[id] })),
          ...views.saved.map(({ id, name }) => ({ id, label: name })),
        ]}
        panelId="answers"
        onChange={views.choose}
      />
      <div ref={filters}>
        <InboxFilters state={state} change={change} rows={rows} />
      </div>
      <div class={selected ? 'panes panes-inbox inbox fb-open' : 'panes panes-inbox inbox'} id="answers">
        <InboxList
          inbox={inbox}
          sort={state['sort']}
          onSort={(sort) => change({ sort, answer: undefined })}
          onTag={tagPicked}
          nothing={
            <Nothing
              filtered={isNarrowed(state) || views.current !== INBOX.standard}
              onShowAll={views.showAll}
            />
          }
        />
        {selected ? (
          <AnswerPane
            key={selected}
            id={selected}
            isBehind={!isFree}
            onClose={() => inbox.open(undefined)}
            onOpen={inbox.open}
            isPicking={picked.size > 0}
            onTag={(one) => setOver({ type: 'tags', ids: [one.id], one })}
            onKeys={() => setOver({ type: 'keys' })}
          />
        ) : (
          <p class="fb-rd fb-nothing muted">{rows.length > 0 && texts.choose}</p>
        )}
      </div>
      {over?.type === 'tags' && (
        <LoadedDialog
          load={loadTags}
          props={{ ids: over.ids, one: over.one && { tags: over.one.tags, name: nameOf(over.one) }, onClose }}
        />
      )}
      {over?.type === 'manage' && <LoadedDialog load={loadManage} props={{ onClose }} />}
      {over?.type === 'keys' && <LoadedDialog load={loadKeys} props={{ onClose }} />}
    </>
  );
}

function Nothing({ filtered, onShowAll }: { filtered: boolean; onShowAll: () => void }) {
  const texts = textsOf(feedbackTexts);
  return filtered ? (
    <EmptyState title={texts.noneFiltered} action={<Button onClick={onShowAll}>{texts.showAll}</Button>}>
      {texts.noneFilteredWhat}
    </EmptyState>
  ) : (
    <EmptyState
      title={texts.none}
      action={<ButtonLink href="/console/surveys">{texts.toSurveys}</ButtonLink>}
    >
      {texts.noneWhat}
    </EmptyState>
  );
}
