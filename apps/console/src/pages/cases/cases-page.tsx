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
import '../messages/messages.css';
import { BulkBar } from './bulk-bar.tsx';
import { CasePane } from './case-pane.tsx';
import { CaseRow } from './case-row.tsx';
import './cases.css';
import { LoopFigures } from './loop-figures.tsx';
import { caseTexts } from './texts.ts';

const VIEWS = ['active', 'mine', 'overdue', 'waiting', 'closed', 'loop'] as const;
type View = (typeof VIEWS)[number];
const isView = (value: string | undefined): value is View => VIEWS.some((view) => view === value);

/** Everything that somebody has to see to, what is due first on top, live; one open beside the list. Its state is in the address. */
export function CasesPage() {
  const texts = textsOf(caseTexts);
  const [query, change] = useUrlState();
  const view: View = isView(query['view']) ? query['view'] : 'active';
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
          may('administer') && (
            <ButtonLink small variant="ghost" href="/console/settings/cases">
              {texts.settings}
            </ButtonLink>
          )
        }
      />
      <Tabs
        label={texts.views}
        current={view}
        tabs={VIEWS.map((id) => ({ id, label: texts[id] }))}
        panelId="cases"
        onChange={(id) => change({ view: id === 'active' ? undefined : id, case: undefined })}
      />
      {view === 'loop' ? <LoopFigures /> : <CaseList key={view} view={view} />}
    </>
  );
}

function CaseList({ view }: { view: Exclude<View, 'loop'> }) {
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
  const isFiltered = [owner, team, cause, priority].some((value) => value !== undefined);
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
            <Nothing
              filtered={isFiltered || view !== 'active'}
              onShowAll={() =>
                change({
                  view: undefined,
                  owner: undefined,
                  team: undefined,
                  cause: undefined,
                  priority: undefined,
                })
              }
            />
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
