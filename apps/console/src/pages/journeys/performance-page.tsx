import { type ContentPerformance, PerformanceReport } from '@banso/contract/journey';
import { CONTENT_KINDS } from '@banso/domain/content';
import type { TableSort } from '@banso/ui';
import { ButtonLink, EmptyState, FilterBar, FilterChip, PageBody, PageHeader, Skeleton } from '@banso/ui';
import { useRead } from '../../data/query.ts';
import { useUrlState } from '../../data/url-state.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatDay, formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { editorHref } from '../contents/content-kind.ts';
import './journeys.css';
import { formatRatio } from './numbers.ts';
import { PeriodFilter } from './period-filter.tsx';
import { type CardColumn, ReportCard } from './report-card.tsx';
import { performanceTexts } from './texts/performance.ts';
import { reportTexts } from './texts/report.ts';
import { useDays } from './use-days.ts';

const COUNTS = ['shown', 'started', 'completed', 'dismissed', 'snoozed'] as const;
type Count = (typeof COUNTS)[number];

/** How often each content was shown, and what came of it. Period, kind and order live in the address. */
export function PerformancePage() {
  const texts = textsOf(performanceTexts);
  const shared = textsOf(reportTexts);
  const [query, change] = useUrlState();
  const days = useDays(90);
  const kind = CONTENT_KINDS.find((each) => each === query['kind']);
  const { from, to } = days;
  const read = useRead('/v1/reports/content', PerformanceReport, { from, to, kind });
  const contents = read.data?.data.contents;
  const by = COUNTS.find((each) => each === query['sort']) ?? 'shown';
  const isAscending = query['order'] === 'asc';
  const rows = contents?.toSorted((one, other) => (isAscending ? one[by] - other[by] : other[by] - one[by]));
  const sort: TableSort = { column: by, direction: isAscending ? 'ascending' : 'descending' };
  return (
    <>
      <PageHeader
        title={texts.title}
        crumbs={[{ href: '/console/reports/nps', label: shared.reports }]}
        actions={
          <ButtonLink small href={days.link}>
            {shared.link}
          </ButtonLink>
        }
      />
      <FilterBar label={shared.filters} end={shared.utc}>
        <PeriodFilter of={days} />
        <FilterChip
          label={texts.kind}
          anyLabel={texts.anyKind}
          choices={CONTENT_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
          selected={kind ? [kind] : []}
          onChange={([value]) => change({ kind: value })}
        />
      </FilterBar>
      <PageBody>
        {read.isPending && <Skeleton shape="rows" />}
        {read.error && !contents && (
          <ReadFailed of={read} title={texts.failed}>
            {shared.failedWhat}
          </ReadFailed>
        )}
        {rows?.length === 0 && (
          <EmptyState
            title={texts.none}
            action={<ButtonLink href="/console/checklists">{texts.toContents}</ButtonLink>}
          >
            {texts.noneWhat}
          </EmptyState>
        )}
        {rows && rows.length > 0 && (
          <div class="stack">
            <p class="muted">{texts.what}</p>
            <ReportCard
              title={texts.title}
              about={`${shared.between(formatDay(from), formatDay(to))} · ${shared.utc}`}
              columns={columns()}
              rows={rows}
              rowKey={({ id }) => id}
              rowName={({ name }) => name}
              sort={sort}
              onSort={({ column, direction }) =>
                change({ sort: column, order: direction === 'ascending' ? 'asc' : undefined })
              }
            />
          </div>
        )}
      </PageBody>
    </>
  );
}

function columns(): CardColumn<ContentPerformance>[] {
  const texts = textsOf(performanceTexts);
  const count = (of: Count): CardColumn<ContentPerformance> => ({
    id: of,
    header: texts.counts[of],
    align: 'end',
    sortable: true,
    firstSort: 'descending',
    text: (row) => (of === 'completed' && !hasEnd(row) ? '–' : formatNumber(row[of])),
    phone: of === 'shown' ? 'end' : 'hide',
  });
  const rate = (of: keyof ContentPerformance['rates'], phone?: 'below'): CardColumn<ContentPerformance> => ({
    id: `rate-${of}`,
    header: texts.rates[of],
    align: 'end',
    text: ({ rates }) => formatRatio(rates[of]),
    ...(phone && { phone }),
  });
  return [
    {
      id: 'name',
      header: texts.content,
      rowHeader: true,
      width: '24%',
      phone: 'title',
      text: ({ name }) => name,
      cell: ({ id, kind, name }) => (
        <a class="link" href={editorHref(kind, id)}>
          {name}
        </a>
      ),
    },
    { id: 'kind', header: texts.kind, text: ({ kind }) => texts.kinds[kind], wideOnly: true },
    count('shown'),
    count('started'),
    rate('response', 'below'),
    count('completed'),
    rate('completion'),
    count('dismissed'),
    rate('dismissal'),
    count('snoozed'),
    rate('postponement'),
  ];
}

/** A guide or a piece of news is read, and not completed. */
const hasEnd = ({ kind }: ContentPerformance) => kind === 'checklist' || kind === 'survey';
