import { JourneyUnit, type OnboardingReport } from '@banso/contract/journey';
import { Button, LoadMore, Skeleton } from '@banso/ui';
import { useEffect, useRef } from 'preact/hooks';
import { usePages } from '../../data/query.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatDay, formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { aboutOf, nameOf } from './funnel-card.tsx';
import { formatMonth } from './numbers.ts';
import { readAll } from './read-all.ts';
import { type CardColumn, ReportCard } from './report-card.tsx';
import { onboardingTexts } from './texts/onboarding.ts';
import { reportTexts } from './texts/report.ts';

const PATH = '/v1/reports/onboarding/units';
const STAGES = ['seen', 'opened', 'stepped', 'done', 'dismissed', 'snoozed', 'activated'] as const;

/** Props of {@link UnitsCard}. */
export interface UnitsCardProps {
  /** What the report was asked. */
  asked: Readonly<Record<'checklistId' | 'unit' | 'unverified' | 'from' | 'to', string>>;
  report: OnboardingReport;
  /** Which number they stand behind: a stage, `step:` and its key, or `not-activated`. */
  rows: string;
  /** Only those who began in it. */
  month: string | undefined;
  onClose: () => void;
}

/** The accounts or people behind a number of the report. */
export function UnitsCard({ asked, report, rows, month, onClose }: UnitsCardProps) {
  const texts = textsOf(onboardingTexts);
  const shared = textsOf(reportTexts);
  const query = { ...asked, ...daysOf(asked, month), ...behind(rows) };
  const read = usePages(PATH, JourneyUnit, { ...query, limit: 50 });
  const units = read.data?.pages.flatMap((page) => page.data) ?? [];
  const title = titleOf(report, rows);
  const place = useRef<HTMLDivElement>(null);
  // whoever asked for the list is taken to it, with the keys too
  useEffect(() => place.current?.focus(), [rows, month, read.isPending]);
  if (read.isPending) return <Skeleton shape="rows" />;
  if (read.error && units.length === 0)
    return (
      <ReadFailed of={read} title={texts.rowsFailed}>
        {shared.failedWhat}
      </ReadFailed>
    );
  return (
    <div ref={place} tabIndex={-1}>
      <ReportCard
        title={month === undefined ? title : `${title}, ${formatMonth(month)}`}
        about={aboutOf({ ...report, ...daysOf(asked, month) })}
        columns={columns(report)}
        rows={units}
        allRows={() => readAll(PATH, JourneyUnit, query)}
        rowKey={({ id }) => id}
        rowName={({ name }) => name ?? shared.erased}
        actions={
          <Button small variant="ghost" onClick={onClose}>
            {texts.close}
          </Button>
        }
        footer={
          read.hasNextPage ? (
            <LoadMore
              shown={units.length}
              busy={read.isFetchingNextPage}
              onMore={() => void read.fetchNextPage()}
            />
          ) : (
            (units.length === 0 && <span class="muted">{texts.noRows}</span>) || undefined
          )
        }
      />
    </div>
  );
}

/** The days of a month, as far as they were asked for. */
function daysOf({ from, to }: Readonly<Record<'from' | 'to', string>>, month: string | undefined) {
  if (month === undefined || !/^\d{4}-\d{2}$/.test(month)) return { from, to };
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0))
    .toISOString()
    .slice(0, 10);
  const first = `${month}-01`;
  return { from: first > from ? first : from, to: last < to ? last : to };
}

function behind(rows: string): Record<string, string> {
  if (rows === 'not-activated') return { stage: 'activated', reached: 'no' };
  if (rows.startsWith('step:')) return { step: rows.slice(5) };
  const stage = STAGES.find((each) => each === rows);
  return stage ? { stage } : {};
}

function titleOf({ funnel, unit }: OnboardingReport, rows: string): string {
  const texts = textsOf(onboardingTexts);
  if (rows === 'activated' || rows === 'not-activated')
    return texts.rowsOf(texts.units[unit], texts.rows[rows]);
  const line = funnel.lines.find(({ stage, step }) => (step ? `step:${step.key}` : stage) === rows);
  const stage = rows === 'dismissed' || rows === 'snoozed' ? rows : 'started';
  return texts.rowsOf(texts.units[unit], line ? nameOf(line) : texts.stages[stage]);
}

function columns({ unit, goal }: OnboardingReport): CardColumn<JourneyUnit>[] {
  const texts = textsOf(onboardingTexts);
  const shared = textsOf(reportTexts);
  const day = (at: string | null) => (at === null ? '–' : formatDay(at));
  const name = (row: JourneyUnit) => row.name ?? shared.erased;
  return [
    {
      id: 'name',
      header: texts.units[unit],
      rowHeader: true,
      phone: 'title',
      text: name,
      cell: (row) => (
        <a class="link" href={`/console/${unit === 'account' ? 'accounts' : 'contacts'}/${row.id}`}>
          {name(row)}
        </a>
      ),
    },
    // days in UTC, as they are counted
    {
      id: 'started',
      header: texts.startedOn,
      align: 'end',
      phone: 'end',
      text: (row) => day(row.startedAt.slice(0, 10)),
    },
    { id: 'steps', header: texts.steps, align: 'end', text: ({ steps }) => formatNumber(steps) },
    {
      id: 'done',
      header: texts.stages.done,
      align: 'end',
      phone: 'below',
      text: (row) => day(row.completedAt?.slice(0, 10) ?? null),
    },
    ...(goal
      ? [
          {
            id: 'activated',
            header: texts.activatedOn,
            align: 'end' as const,
            text: (row: JourneyUnit) => (row.hadGoal ? texts.before : day(row.activatedOn)),
          },
        ]
      : []),
  ];
}
