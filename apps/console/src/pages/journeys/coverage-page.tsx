import { CoverageReport, UnheardAccount } from '@banso/contract/journey';
import {
  ButtonLink,
  EmptyState,
  FilterBar,
  FilterChip,
  KpiStrip,
  LoadMore,
  NumberDoor,
  PageBody,
  PageHeader,
  Skeleton,
} from '@banso/ui';
import { usePages, useRead } from '../../data/query.ts';
import { useUrlState } from '../../data/url-state.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatDay, formatMoney, formatNumber, formatTime } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { useMembers } from '../accounts/members.ts';
import { usePlans } from '../accounts/plans.ts';
import './journeys.css';
import { formatInterval, formatPercent, formatShare } from './numbers.ts';
import { readAll } from './read-all.ts';
import { type CardColumn, ReportCard } from './report-card.tsx';
import { coverageTexts } from './texts/coverage.ts';
import { reportTexts } from './texts/report.ts';

const PERIODS = [30, 90, 180, 365] as const;
const UNHEARD = '/v1/reports/coverage/unheard';

/** Of how many customers somebody was heard lately, and of whom not. Days, owner and plan live in the address. */
export function CoveragePage() {
  const texts = textsOf(coverageTexts);
  const shared = textsOf(reportTexts);
  const [query, change] = useUrlState();
  const days = PERIODS.find((each) => `${each}` === query['days']) ?? 90;
  const { owner, plan } = query;
  const members = useMembers();
  const plans = usePlans();
  const asked = { days, owner, plan };
  const read = useRead('/v1/reports/coverage', CoverageReport, asked);
  const unheard = usePages(UNHEARD, UnheardAccount, { ...asked, limit: 50 });
  const report = read.data?.data;
  const rows = unheard.data?.pages.flatMap((page) => page.data) ?? [];
  const failed = read.error ? read : unheard;
  return (
    <>
      <PageHeader title={texts.title} crumbs={[{ href: '/console/reports/nps', label: shared.reports }]} />
      <FilterBar label={shared.filters} end={texts.counting}>
        <FilterChip
          label={texts.within}
          anyLabel={shared.choose}
          choices={PERIODS.map((each) => ({ value: `${each}`, label: shared.days(each) }))}
          selected={[`${days}`]}
          onChange={([to]) => to && change({ days: to })}
        />
        <FilterChip
          label={texts.owner}
          anyLabel={texts.anyOwner}
          choices={[
            ...members.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'none', label: texts.nobody },
          ]}
          selected={owner ? [owner] : []}
          onChange={([to]) => change({ owner: to })}
        />
        <FilterChip
          label={texts.plan}
          anyLabel={texts.anyPlan}
          choices={[...new Set([...plans, ...(plan ? [plan] : [])])].map((value) => ({
            value,
            label: value,
          }))}
          selected={plan ? [plan] : []}
          onChange={([to]) => change({ plan: to })}
        />
      </FilterBar>
      <PageBody>
        {(read.isPending || unheard.isPending) && <Skeleton shape="cards" />}
        {failed.error && !report && (
          <ReadFailed of={failed} title={texts.failed}>
            {shared.failedWhat}
          </ReadFailed>
        )}
        {report && !report.accounts && (
          <EmptyState
            title={texts.none}
            action={<ButtonLink href="/console/accounts">{texts.toAccounts}</ButtonLink>}
          >
            {texts.noneWhat}
          </EmptyState>
        )}
        {report?.accounts && (
          <div class="stack">
            <Shares report={report} />
            {unheard.isSuccess && rows.length === 0 && (
              <EmptyState title={texts.everybody}>{texts.everybodyWhat}</EmptyState>
            )}
            {rows.length > 0 && (
              <ReportCard
                title={texts.unheard}
                about={shared.between(formatTime(report.from), formatTime(report.to))}
                columns={columns()}
                rows={rows}
                allRows={() => readAll(UNHEARD, UnheardAccount, asked)}
                rowKey={({ id }) => id}
                rowName={({ name }) => name}
                footer={
                  unheard.hasNextPage ? (
                    <LoadMore
                      shown={rows.length}
                      busy={unheard.isFetchingNextPage}
                      onMore={() => void unheard.fetchNextPage()}
                    />
                  ) : undefined
                }
              />
            )}
          </div>
        )}
      </PageBody>
    </>
  );
}

function Shares({ report }: { report: CoverageReport }) {
  const texts = textsOf(coverageTexts);
  const shared = textsOf(reportTexts);
  const { accounts, revenue, withoutRevenue, from, to } = report;
  if (!accounts) return null;
  const period = { term: shared.periodFact, detail: shared.between(formatTime(from), formatTime(to)) };
  const interval = formatInterval(accounts);
  return (
    <KpiStrip
      items={[
        {
          label: texts.accounts,
          value: (
            <NumberDoor
              definition={texts.accountsWhat}
              facts={[
                { term: shared.n, detail: formatNumber(accounts.n) },
                ...(interval ? [{ term: shared.interval, detail: interval }] : []),
                period,
              ]}
              href="/console/accounts"
              hint={texts.toAccounts}
            >
              {formatShare(accounts, shared)}
            </NumberDoor>
          ),
          below: withoutRevenue > 0 ? texts.withoutRevenue(withoutRevenue) : undefined,
        },
        ...revenue.map(({ currency, heardMinor, allMinor, percent }) => ({
          label: texts.revenue(currency),
          value: (
            <NumberDoor
              definition={texts.revenueWhat}
              facts={[period]}
              href="/console/accounts?sort=-recurringRevenue"
              hint={texts.toAccounts}
            >
              {percent === null ? '–' : formatPercent(percent, 1)}
            </NumberDoor>
          ),
          below: texts.ofRevenue(
            formatMoney({ amountMinor: heardMinor, currency }),
            formatMoney({ amountMinor: allMinor, currency }),
          ),
        })),
      ]}
    />
  );
}

function columns(): CardColumn<UnheardAccount>[] {
  const texts = textsOf(coverageTexts);
  const day = (at: string | null) => (at === null ? '–' : formatDay(at));
  return [
    {
      id: 'name',
      header: texts.account,
      rowHeader: true,
      phone: 'title',
      text: ({ name }) => name,
      cell: ({ id, name }) => (
        <a class="link" href={`/console/accounts/${id}`}>
          {name}
        </a>
      ),
    },
    { id: 'owner', header: texts.owner, text: ({ owner }) => owner?.name ?? texts.nobody, phone: 'below' },
    { id: 'plan', header: texts.plan, text: ({ plan }) => plan ?? '–' },
    {
      id: 'revenue',
      header: texts.recurring,
      align: 'end',
      phone: 'end',
      text: ({ recurringRevenue }) => (recurringRevenue ? formatMoney(recurringRevenue) : '–'),
    },
    {
      id: 'renewal',
      header: texts.renewal,
      align: 'end',
      phone: 'below-end',
      text: ({ renewalDate }) => day(renewalDate),
    },
    {
      id: 'heard',
      header: texts.heard,
      align: 'end',
      text: ({ lastHeardAt }) => (lastHeardAt === null ? texts.never : formatDay(lastHeardAt)),
    },
    {
      id: 'seen',
      header: texts.seen,
      align: 'end',
      wideOnly: true,
      text: ({ lastSeenAt }) => day(lastSeenAt),
    },
  ];
}
