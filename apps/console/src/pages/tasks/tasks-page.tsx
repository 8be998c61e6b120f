import { Task, type TaskChange } from '@banso/contract/task';
import { addDays } from '@banso/domain/time';
import {
  AddIcon,
  Button,
  CalendarIcon,
  CheckIcon,
  EmptyState,
  FilterBar,
  FilterChip,
  KeyHint,
  List,
  LoadMore,
  Menu,
  PageBody,
  PageHeader,
  PersonIcon,
  Skeleton,
  Tabs,
  TaskIcon,
  useRowKeys,
  useShortcut,
} from '@banso/ui';
import { useState } from 'preact/hooks';
import { usePages, useRead } from '../../data/query.ts';
import { may, me, today } from '../../data/session.ts';
import { useUrlState } from '../../data/url-state.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { textsOf } from '../../texts/use-texts.ts';
import { useMembers } from '../accounts/members.ts';
import { AccountFilter } from '../contacts/account-filter.tsx';
import { listState } from '../views/list-state.ts';
import { type ListViews, useListViews } from '../views/use-list-views.ts';
import { ViewMenu } from '../views/view-menu.tsx';
import { changeTasks } from './change-tasks.ts';
import { TASKS_PATH } from './send-change.ts';
import { TaskDialog } from './task-dialog.tsx';
import { TaskRow } from './task-row.tsx';
import { nextDays } from './task-words.ts';
import './tasks.css';
import { taskTexts } from './texts.ts';

const FILTERS = ['owner', 'account'] as const;
const TASKS = listState(['mine', 'everybody', 'late', 'done'], 'mine', FILTERS);
type BuiltIn = (typeof TASKS.builtIns)[number];

/** What the team has set itself to do, the nearest day on top, live. Its state is in the address. */
export function TasksPage() {
  const texts = textsOf(taskTexts);
  const [query, change] = useUrlState();
  const views = useListViews('tasks', TASKS, 'task');
  const canWrite = may('write');
  const add = () => change({ new: '1' });
  return (
    <>
      <PageHeader
        title={texts.title}
        actions={
          canWrite && (
            <>
              <ViewMenu {...views.menu} />
              <Button small variant="primary" icon={AddIcon} onClick={add}>
                {texts.add}
              </Button>
            </>
          )
        }
      />
      <Tabs
        label={texts.views}
        current={views.current}
        tabs={[
          ...TASKS.builtIns.map((id) => ({ id: id as string, label: texts[id] })),
          ...views.saved.map(({ id, name }) => ({ id, label: name })),
        ]}
        panelId="tasks"
        onChange={views.choose}
      />
      <TaskList key={views.current} views={views} onAdd={add} />
      {query['new'] === '1' && canWrite && (
        <TaskDialog of={{ subject: null }} onClose={() => change({ new: undefined })} />
      )}
    </>
  );
}

function TaskList({ views, onAdd }: { views: ListViews<BuiltIn>; onAdd: () => void }) {
  const { builtIn: view } = views;
  const texts = textsOf(taskTexts);
  const [query, change] = useUrlState();
  const { owner, account, task: opened } = query;
  const members = useMembers();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string>();
  const list = usePages(TASKS_PATH, Task, {
    view: view === 'done' ? 'done' : 'open',
    ownerId: view === 'mine' ? me.value?.member.id : owner,
    accountId: account,
    dueTo: view === 'late' ? addDays(today(), -1) : undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const canWrite = may('write');
  const open = (id: string | undefined) => change({ task: id });
  const pick = (id: string, isPicked: boolean) => {
    const next = new Set(picked);
    if (isPicked) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  const active = Math.max(
    rows.findIndex(({ id }) => id === chosen),
    0,
  );
  const current = rows[active];
  const keys = useRowKeys({
    count: rows.length,
    active,
    onActive: (index) => setChosen(rows[index]?.id),
    onOpen: (index) => canWrite && open(rows[index]?.id),
    onToggle: (index) => {
      const id = rows[index]?.id;
      if (id !== undefined && canWrite) pick(id, !picked.has(id));
    },
  });
  useShortcut('e', () => current && void changeTasks([current], { done: current.doneAt === null }), {
    enabled: canWrite && current !== undefined && opened === undefined,
  });
  const several = rows.filter(({ id }) => picked.has(id));
  const isFiltered = FILTERS.some((name) => query[name] !== undefined) || view === 'late' || view === 'done';

  return (
    <>
      <FilterBar label={texts.filters}>
        {view !== 'mine' && (
          <FilterChip
            label={texts.owner}
            anyLabel={texts.anyOwner}
            choices={[
              { value: 'none', label: texts.nobody },
              ...members.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            selected={owner ? [owner] : []}
            onChange={(values) => change({ owner: values[0] })}
          />
        )}
        <AccountFilter accountId={account} onChange={(values) => change({ account: values[0] })} />
      </FilterBar>
      <PageBody>
        <section class="tk-list" id="tasks" aria-label={texts.list} aria-busy={list.isPending}>
          {several.length > 0 && <BulkBar tasks={several} onDone={() => setPicked(new Set())} />}
          {list.isPending && <Skeleton shape="rows" />}
          {list.error && rows.length === 0 && (
            <ReadFailed of={list} title={texts.failed}>
              {texts.failedWhat}
            </ReadFailed>
          )}
          {list.isSuccess && rows.length === 0 && (
            <EmptyState
              icon={TaskIcon}
              title={isFiltered ? texts.noneFiltered : texts.none}
              action={
                isFiltered ? (
                  <Button onClick={views.showAll}>{texts.showAll}</Button>
                ) : (
                  canWrite && (
                    <Button variant="primary" onClick={onAdd}>
                      {texts.add}
                    </Button>
                  )
                )
              }
            >
              {isFiltered ? texts.noneFilteredWhat : texts.noneWhat}
            </EmptyState>
          )}
          {rows.length > 0 && (
            <>
              <p class="muted xs">{view === 'done' ? texts.byDone : texts.byDay}</p>
              <div ref={keys.containerRef}>
                <List label={texts.list}>
                  {rows.map((task, index) => (
                    <TaskRow
                      key={task.id}
                      task={task}
                      showsAbout
                      active={index === active}
                      rowProps={keys.rowProps(index)}
                      select={{
                        picked: picked.has(task.id),
                        onPick: (isPicked) => pick(task.id, isPicked),
                      }}
                      onEdit={() => open(task.id)}
                    />
                  ))}
                </List>
              </div>
              {list.hasNextPage && (
                <LoadMore
                  shown={rows.length}
                  busy={list.isFetchingNextPage}
                  onMore={() => void list.fetchNextPage()}
                />
              )}
              <p class="tk-keys muted xs desk">
                <KeyHint keys={['J', 'K']}>{texts.move}</KeyHint>
                {canWrite && (
                  <>
                    <KeyHint keys={['enter']}>{texts.open}</KeyHint>
                    <KeyHint keys={['E']}>{texts.finish}</KeyHint>
                    <KeyHint keys={['X']}>{texts.pick}</KeyHint>
                  </>
                )}
              </p>
            </>
          )}
        </section>
      </PageBody>
      {opened !== undefined && canWrite && (
        <OpenedTask
          key={opened}
          id={opened}
          listed={rows.find(({ id }) => id === opened)}
          onClose={() => open(undefined)}
        />
      )}
    </>
  );
}

/** The task of the address, which need not be in the list. */
function OpenedTask({ id, listed, onClose }: { id: string; listed: Task | undefined; onClose: () => void }) {
  const read = useRead(`${TASKS_PATH}/${id}`, Task, undefined, { enabled: listed === undefined });
  const task = listed ?? read.data?.data;
  return task ? <TaskDialog of={{ task }} onClose={onClose} /> : null;
}

/** What can be done with all selected tasks together. */
function BulkBar({ tasks, onDone }: { tasks: readonly Task[]; onDone: () => void }) {
  const texts = textsOf(taskTexts);
  const members = useMembers().filter(({ role }) => role !== 'viewer');
  const days = nextDays();
  const isDone = tasks.every(({ doneAt }) => doneAt !== null);
  const change = async (to: TaskChange) => {
    if (await changeTasks(tasks, to)) onDone();
  };
  return (
    <div class="tk-bulk row wrap" role="group" aria-label={texts.actions}>
      <span role="status">{texts.selected(tasks.length)}</span>
      <Button small icon={CheckIcon} onClick={() => void change({ done: !isDone })}>
        {isDone ? texts.setOpen : texts.setDone}
      </Button>
      <Menu
        label={texts.owner}
        sections={[
          {
            id: 'owner',
            items: [
              ...members.map(({ id, name }) => ({
                id,
                label: name,
                onSelect: () => void change({ ownerId: id }),
              })),
              { id: 'none', label: texts.nobody, onSelect: () => void change({ ownerId: null }) },
            ],
          },
        ]}
        trigger={(props) => (
          <Button small icon={PersonIcon} {...props}>
            {texts.owner}
          </Button>
        )}
      />
      <Menu
        label={texts.day}
        sections={[
          {
            id: 'day',
            items: [
              ...(Object.keys(days) as (keyof typeof days)[]).map((name) => ({
                id: name,
                label: texts.days[name],
                onSelect: () => void change({ dueOn: days[name] }),
              })),
              { id: 'none', label: texts.days.none, onSelect: () => void change({ dueOn: null }) },
            ],
          },
        ]}
        trigger={(props) => (
          <Button small icon={CalendarIcon} {...props}>
            {texts.day}
          </Button>
        )}
      />
      <Button small variant="ghost" onClick={onDone}>
        {texts.clear}
      </Button>
    </div>
  );
}
