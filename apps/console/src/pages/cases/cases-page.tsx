import { Case } from '@banso/contract/cases';
import { CASE_CAUSES, CASE_PRIORITIES } from '@banso/domain/cases';
import {
  Button,
  ButtonLink,
  CaseIcon,
  EmptyState,
  FilterBar,
  FilterChip,
  LoadMore,
  PageHeader,
  Skeleton,
  Status,
  Tabs,
  useRowKeys,
} from '@banso/ui';
import { useState } from 'preact/hooks';
import { connected } from '../../data/live.ts';
import { usePages } from '../../data/query.ts';
import { may, me } from '../../data/session.ts';
import { useUrlState } from '../../data/url-state.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { textsOf } from '../../texts/use-texts.ts';
import { useMembers } from '../accounts/members.ts';
import { useTeams } from '../accounts/teams.ts';
import { listState } from '../views/list-state.ts';
import { type ListViews, useListViews } from '../views/use-list-views.ts';
import { ViewMenu } from '../views/view-menu.tsx';
import '../messages/messages.css';
import { BulkBar } from './bulk-bar.tsx';
import { CasePane } from './case-pane.tsx';
import { CaseRow } from './case-row.tsx';
import './cases.css';
import { LoopFigures } from './loop-figures.tsx';
import { caseTexts } from './texts.ts';

const FILTERS = ['owner', 'team', 'cause', 'priority'] as const;
const CASES = listState(['active', 'mine', 'overdue', 'waiting', 'closed'], 'active', FILTERS);
/** Beside the lists: what the work on them has come to. */
const FIGURES = 'loop';

/** Everything that somebody has to see to, what is due first on top, live; one open beside the list. Its state is in the address. */
export function CasesPage() {
  const texts = textsOf(caseTexts);
  const [query, change] = useUrlState();
  const views = useListViews('cases', CASES, 'case');
  const showsFigures = query['view'] === FIGURES;
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
            {may('administer') && (
              <ButtonLink small variant="ghost" href="/console/settings/cases">
                {texts.settings}
              </ButtonLink>
            )}
            {may('write') && !showsFigures && <ViewMenu {...views.menu} />}
          </>
        }
      />
      <Tabs
        label={texts.views}
        current={showsFigures ? FIGURES : views.current}
        tabs={[
          ...CASES.builtIns.map((id) => ({ id: id as string, label: texts[id] })),
          ...views.saved.map(({ id, name }) => ({ id, label: name })),
          { id: FIGURES, label: texts[FIGURES] },
        ]}
        panelId="cases"
        onChange={(id) => (id === FIGURES ? change({ view: id, case: undefined }) : views.choose(id))}
      />
      {showsFigures ? <LoopFigures /> : <CaseList key={views.current} views={views} />}
    </>
  );
}

function CaseList({ views }: { views: ListViews<(typeof CASES.builtIns)[number]> }) {
  const { builtIn: view } = views;
  const texts = textsOf(caseTexts);
  const [query, change] = useUrlState();
  const { owner, team, cause, priority, case: selected } = query;
  const members = useMembers();
  const teams = useTeams();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const list = usePages('/v1/cases', Case, {
    view: view === 'mine' ? 'active' : view,
    ownerId: view === 'mine' ? me.value?.member.id : owner,
    teamId: team,
    cause,
    priority,
  });
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const open = (id: string | undefined) => change({ case: id });
  const pick = (id: string, isPicked: boolean) => {
    const next = new Set(picked);
    if (isPicked) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  const keys = useRowKeys({
    count: rows.length,
    active: rows.findIndex(({ id }) => id === selected),
    onActive: (index) => open(rows[index]?.id),
    onToggle: (index) => {
      const id = rows[index]?.id;
      if (id !== undefined && may('write')) pick(id, !picked.has(id));
    },
  });
  const chosen = rows.filter(({ id }) => picked.has(id));
  const isFiltered = FILTERS.some((name) => query[name] !== undefined);
  const choose = (name: string) => (values: readonly string[]) =>
    change({ [name]: values[0], case: undefined });

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
            onChange={choose('owner')}
          />
        )}
        {(teams.length > 0 || team !== undefined) && (
          <FilterChip
            label={texts.team}
            anyLabel={texts.anyTeam}
            choices={[
              { value: 'none', label: texts.noTeam },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            selected={team ? [team] : []}
            onChange={choose('team')}
          />
        )}
        <FilterChip
          label={texts.cause}
          anyLabel={texts.anyCause}
          choices={CASE_CAUSES.map((value) => ({ value, label: texts.causes[value] }))}
          selected={cause ? [cause] : []}
          onChange={choose('cause')}
        />
        <FilterChip
          label={texts.priority}
          anyLabel={texts.anyPriority}
          choices={CASE_PRIORITIES.map((value) => ({ value, label: texts.priorities[value] }))}
          selected={priority ? [priority] : []}
          onChange={choose('priority')}
        />
      </FilterBar>
      <div class={selected ? 'panes ms cs ms-open' : 'panes ms cs'} id="cases">
        <section class="ms-threads" aria-label={texts.list} aria-busy={list.isPending}>
          {chosen.length > 0 && <BulkBar cases={chosen} onDone={() => setPicked(new Set())} />}
          {list.isPending && <Skeleton shape="rows" />}
          {list.error && rows.length === 0 && (
            <ReadFailed of={list} title={texts.failed}>
              {texts.failedWhat}
            </ReadFailed>
          )}
          {list.isSuccess && rows.length === 0 && (
            <Nothing filtered={isFiltered || view !== CASES.standard} onShowAll={views.showAll} />
          )}
          {rows.length > 0 && (
            <>
              <p class="ms-order muted xs">{view === 'closed' ? texts.byClosed : texts.byDue}</p>
              <ul ref={keys.containerRef}>
                {rows.map((of, index) => (
                  <CaseRow
                    key={of.id}
                    of={of}
                    selected={of.id === selected}
                    picked={picked.has(of.id)}
                    rowProps={keys.rowProps(index)}
                    onOpen={() => open(of.id)}
                    onPick={(isPicked) => pick(of.id, isPicked)}
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
          <CasePane key={selected} id={selected} onClose={() => open(undefined)} />
        ) : (
          <p class="ms-pane ms-nothing muted">{rows.length > 0 && texts.choose}</p>
        )}
      </div>
    </>
  );
}

function Nothing({ filtered, onShowAll }: { filtered: boolean; onShowAll: () => void }) {
  const texts = textsOf(caseTexts);
  return filtered ? (
    <EmptyState
      icon={CaseIcon}
      title={texts.noneFiltered}
      action={<Button onClick={onShowAll}>{texts.showAll}</Button>}
    >
      {texts.noneFilteredWhat}
    </EmptyState>
  ) : (
    <EmptyState
      icon={CaseIcon}
      title={texts.none}
      action={<ButtonLink href="/console/settings/cases">{texts.settings}</ButtonLink>}
    >
      {texts.noneWhat}
    </EmptyState>
  );
}
