import { message } from '@banso/contract';
import {
  Button,
  EmptyState,
  LoadMore,
  MessagesIcon,
  PageHeader,
  Skeleton,
  Status,
  Tabs,
  useRowKeys,
} from '@banso/ui';
import { useRef } from 'preact/hooks';
import { connected } from '../../data/live.ts';
import { usePages } from '../../data/query.ts';
import { me } from '../../data/session.ts';
import { useUrlState } from '../../data/url-state.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { textsOf } from '../../texts/use-texts.ts';
import './messages.css';
import { messageTexts } from './texts.ts';
import { ThreadPane } from './thread-pane.tsx';
import { ThreadRow } from './thread-row.tsx';

const VIEWS = ['all', 'unread', 'mine'] as const;
type View = (typeof VIEWS)[number];
const isView = (value: string | undefined): value is View => VIEWS.some((view) => view === value);

/** Every thread, what waits first, live; one open beside the list. All of its state is in the address. */
export function MessagesPage() {
  const texts = textsOf(messageTexts);
  const [query, change] = useUrlState();
  const view: View = isView(query['view']) ? query['view'] : 'all';
  const list = usePages('/v1/messages/threads', message.Thread, {
    unread: view === 'unread' ? 'true' : undefined,
    ownerId: view === 'mine' ? me.value?.member.id : undefined,
  });
  const rows = useSteadyOrder(list.data?.pages.flatMap((page) => page.data) ?? []);
  const { contact: selected, about } = query;
  const active = rows.findIndex(({ contact }) => contact.id === selected);
  const open = (id: string | undefined) => change({ contact: id, about: undefined });
  const keys = useRowKeys({
    count: rows.length,
    active,
    onActive: (index) => open(rows[index]?.contact.id),
  });

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
      />
      <Tabs
        label={texts.views}
        current={view}
        tabs={VIEWS.map((id) => ({ id, label: texts[id] }))}
        panelId="threads"
        onChange={(id) =>
          change({ view: id === 'all' ? undefined : id, contact: undefined, about: undefined })
        }
      />
      <div class={selected ? 'panes ms ms-open' : 'panes ms'} id="threads">
        <section class="ms-threads" aria-label={texts.threads} aria-busy={list.isPending}>
          {list.isPending && <Skeleton shape="rows" />}
          {list.error && rows.length === 0 && (
            <ReadFailed of={list} title={texts.failed}>
              {texts.failedWhat}
            </ReadFailed>
          )}
          {list.isSuccess && rows.length === 0 && (
            <Nothing view={view} onShowAll={() => change({ view: undefined })} />
          )}
          {rows.length > 0 && (
            <>
              <p class="ms-order muted xs">{texts.order}</p>
              <ul ref={keys.containerRef}>
                {rows.map((thread, index) => (
                  <ThreadRow
                    key={thread.contact.id}
                    thread={thread}
                    selected={thread.contact.id === selected}
                    rowProps={keys.rowProps(index)}
                    onOpen={() => open(thread.contact.id)}
                  />
                ))}
              </ul>
              {list.hasNextPage && (
                <LoadMore
                  shown={rows.length}
                  busy={list.isFetchingNextPage}
                  onMore={() => void list.fetchNextPage()}
                />
              )}
            </>
          )}
        </section>
        {selected ? (
          <ThreadPane
            key={selected}
            contactId={selected}
            about={about}
            onClose={() => open(undefined)}
            onSent={() => change({ about: undefined })}
          />
        ) : (
          <p class="ms-pane ms-nothing muted">{rows.length > 0 && texts.choose}</p>
        )}
      </div>
    </>
  );
}

/**
 * Keeps a thread where it stood when it was first seen, until something new comes in: reading it would otherwise take it
 * from under the reader's keys.
 */
function useSteadyOrder(threads: readonly message.Thread[]): message.Thread[] {
  const seen = useRef(new Map<string, { lastAt: string; waits: boolean }>());
  for (const { contact, lastAt, unread } of threads)
    if (seen.current.get(contact.id)?.lastAt !== lastAt)
      seen.current.set(contact.id, { lastAt, waits: unread > 0 });
  const waits = ({ contact }: message.Thread) => Number(seen.current.get(contact.id)?.waits ?? false);
  return threads.toSorted(
    (a, b) => waits(b) - waits(a) || (a.lastAt === b.lastAt ? 0 : a.lastAt < b.lastAt ? 1 : -1),
  );
}

function Nothing({ view, onShowAll }: { view: View; onShowAll: () => void }) {
  const texts = textsOf(messageTexts);
  return view === 'all' ? (
    <EmptyState icon={MessagesIcon} title={texts.none}>
      {texts.noneWhat}
    </EmptyState>
  ) : (
    <EmptyState
      icon={MessagesIcon}
      title={texts.noneFiltered}
      action={<Button onClick={onShowAll}>{texts.showAll}</Button>}
    >
      {texts.noneFilteredWhat}
    </EmptyState>
  );
}
