import { account } from '@banso/contract';
import { HEALTH_LEVELS } from '@banso/domain/health';
import {
  AddIcon,
  Button,
  ButtonLink,
  CodeBlock,
  EmptyState,
  FilterBar,
  FilterChip,
  PageHeader,
} from '@banso/ui';
import { usePages } from '../../data/query.ts';
import { may } from '../../data/session.ts';
import { useUrlState } from '../../data/url-state.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { accountColumns } from './account-columns.tsx';
import { useMembers } from './members.ts';
import { NewAccountDialog } from './new-account-dialog.tsx';
import { usePlans } from './plans.ts';
import './records.css';
import { RecordTable } from './record-table.tsx';
import { SearchBox } from './search-box.tsx';
import { accountTexts } from './texts.ts';

const SORTS = ['name', 'renewalDate', 'recurringRevenue', 'lastSeenAt'].flatMap((by) => [by, `-${by}`]);
const GROUP_CALL = `banso.push(['group', 'acme', {\n  name: 'Acme',\n  plan: 'pro',\n}]);`;

/** Every customer company. Search, filters, sort and the row one is at live in the address. */
export function AccountsPage() {
  const texts = textsOf(accountTexts);
  const [query, change] = useUrlState();
  const { search, plan, ownerId } = query;
  const lifecycle = account.LIFECYCLES.find((one) => one === query['lifecycle']);
  const health = HEALTH_LEVELS.find((one) => one === query['health']);
  const sort = SORTS.find((one) => one === query['sort']) ?? 'name';
  const list = usePages('/v1/accounts', account.Account, {
    search,
    lifecycle,
    health,
    plan,
    ownerId,
    sort,
    limit: 100,
  });
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const members = useMembers();
  const plans = usePlans();
  const choose = (name: string) => (values: readonly string[]) =>
    change({ [name]: values[0], at: undefined });
  const create = may('write') && (
    <Button small variant="primary" icon={AddIcon} onClick={() => change({ new: '1' })}>
      {texts.create}
    </Button>
  );

  return (
    <>
      <PageHeader title={texts.title} actions={create || undefined} />
      <FilterBar label={texts.filters} end={list.isSuccess ? texts.shown(rows.length) : undefined}>
        <SearchBox
          label={texts.search}
          value={search ?? ''}
          onSearch={(text) => change({ search: text || undefined, at: undefined })}
        />
        <FilterChip
          label={texts.lifecycle}
          anyLabel={texts.anyLifecycle}
          choices={account.LIFECYCLES.map((value) => ({ value, label: texts.lifecycles[value] }))}
          selected={lifecycle ? [lifecycle] : []}
          onChange={choose('lifecycle')}
        />
        <FilterChip
          label={texts.health}
          anyLabel={texts.anyHealth}
          choices={HEALTH_LEVELS.map((value) => ({ value, label: texts.healthLevels[value] }))}
          selected={health ? [health] : []}
          onChange={choose('health')}
        />
        <FilterChip
          label={texts.plan}
          anyLabel={texts.anyPlan}
          choices={[...new Set([...plans, ...(plan ? [plan] : [])])].map((value) => ({
            value,
            label: value,
          }))}
          selected={plan ? [plan] : []}
          onChange={choose('plan')}
        />
        <FilterChip
          label={texts.owner}
          anyLabel={texts.anyOwner}
          choices={members.map(({ id, name }) => ({ value: id, label: name }))}
          selected={ownerId ? [ownerId] : []}
          onChange={choose('ownerId')}
        />
      </FilterBar>
      <RecordTable
        words={{ ...texts, caption: texts.title }}
        list={list}
        rows={rows}
        columns={accountColumns()}
        nameOf={(row) => row.name}
        hrefOf={(row) => `/console/accounts/${row.id}`}
        sort={sort}
        filtered={[search, lifecycle, health, plan, ownerId].some((value) => value !== undefined)}
        clear={
          <Button
            onClick={() =>
              change({
                search: undefined,
                lifecycle: undefined,
                health: undefined,
                plan: undefined,
                ownerId: undefined,
              })
            }
          >
            {texts.showAll}
          </Button>
        }
        first={
          <EmptyState
            title={texts.first}
            action={
              <ButtonLink variant="primary" href="/console/settings/install">
                {texts.toInstall}
              </ButtonLink>
            }
            secondary={
              may('write') && (
                <Button variant="ghost" onClick={() => change({ new: '1' })}>
                  {texts.create}
                </Button>
              )
            }
            footnote={may('write') ? texts.firstNote : undefined}
            exampleCaption={texts.firstExample}
            example={
              <CodeBlock label={texts.firstExample} caption="app.js" code={GROUP_CALL} language="js" />
            }
          >
            {texts.firstWhat}
          </EmptyState>
        }
      />
      {query['new'] === '1' && may('write') && (
        <NewAccountDialog onClose={() => change({ new: undefined })} />
      )}
    </>
  );
}
