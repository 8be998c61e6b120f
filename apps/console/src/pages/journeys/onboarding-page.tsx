import { common } from '@banso/contract';
import { OnboardingReport } from '@banso/contract/journey';
import { ButtonLink, EmptyState, FilterBar, FilterChip, PageBody, PageHeader, Skeleton } from '@banso/ui';
import * as z from 'zod';
import { useRead } from '../../data/query.ts';
import { useUrlState } from '../../data/url-state.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { textsOf } from '../../texts/use-texts.ts';
import { ActivationCard } from './activation-card.tsx';
import { CohortsCard } from './cohorts-card.tsx';
import { FunnelCard } from './funnel-card.tsx';
import { GoalDialog } from './goal-dialog.tsx';
import './journeys.css';
import { PeriodFilter } from './period-filter.tsx';
import { onboardingTexts } from './texts/onboarding.ts';
import { reportTexts } from './texts/report.ts';
import { UnitsCard } from './units-card.tsx';
import { useDays } from './use-days.ts';

/** What a list of checklists tells that is needed here. */
const Named = z.object({ id: common.ChecklistId, name: z.string(), version: z.int().nullable() });
const UNITS = ['account', 'contact'] as const;

/** How far customers come with a checklist, and what they are activated by. Everything that is asked lives in the address. */
export function OnboardingPage() {
  const texts = textsOf(onboardingTexts);
  const shared = textsOf(reportTexts);
  const [query, change] = useUrlState();
  const days = useDays(365);
  const checklists = useRead('/v1/checklists', common.page(Named), { limit: 200 });
  const published = checklists.data?.data.data.filter(({ version }) => version !== null) ?? [];
  const checklistId = published.find(({ id }) => id === query['checklist'])?.id ?? published[0]?.id;
  const unit = UNITS.find((each) => each === query['unit']) ?? 'account';
  const unverified = unit === 'contact' && query['people'] === 'everybody' ? 'include' : 'exclude';
  const asked = { checklistId: checklistId ?? '', unit, unverified, from: days.from, to: days.to } as const;
  const read = useRead('/v1/reports/onboarding', OnboardingReport, asked, {
    enabled: checklistId !== undefined,
  });
  const report = read.data?.data;
  const failed = checklists.error ? checklists : read;
  /** Where the units behind a number are: on this page, under it. */
  const rowsOf = (stage: string, more: Record<string, string> = {}) => {
    const address = new URLSearchParams({ ...query, ...more, rows: stage });
    return `/console/reports/onboarding?${address.toString()}`;
  };
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
      <FilterBar label={shared.filters} end={texts.counting}>
        <FilterChip
          label={texts.checklist}
          anyLabel={shared.choose}
          choices={published.map(({ id, name }) => ({ value: id, label: name }))}
          selected={checklistId ? [checklistId] : []}
          onChange={([checklist]) => checklist && change({ checklist, rows: undefined })}
        />
        <FilterChip
          label={texts.unit}
          anyLabel={shared.choose}
          choices={UNITS.map((value) => ({ value, label: texts.units[value] }))}
          selected={[unit]}
          onChange={([to]) => to && change({ unit: to, rows: undefined })}
        />
        <PeriodFilter of={days} />
        {unit === 'contact' && (
          <FilterChip
            label={texts.people}
            anyLabel={shared.choose}
            choices={[
              { value: 'verified', label: texts.verified },
              { value: 'everybody', label: texts.everybody },
            ]}
            selected={[unverified === 'include' ? 'everybody' : 'verified']}
            onChange={([people]) => people && change({ people: people === 'everybody' ? people : undefined })}
          />
        )}
      </FilterBar>
      <PageBody>
        {(checklists.isPending || (checklistId !== undefined && read.isPending)) && (
          <Skeleton shape="cards" />
        )}
        {failed.error && !report && (
          <ReadFailed of={failed} title={texts.failed}>
            {shared.failedWhat}
          </ReadFailed>
        )}
        {checklists.isSuccess && checklistId === undefined && (
          <EmptyState
            title={texts.none}
            action={<ButtonLink href="/console/checklists">{texts.toChecklists}</ButtonLink>}
          >
            {texts.noneWhat}
          </EmptyState>
        )}
        {report && (
          <div class="stack">
            <FunnelCard report={report} rowsOf={rowsOf} />
            {query['rows'] !== undefined && (
              <UnitsCard
                asked={asked}
                report={report}
                rows={query['rows']}
                onClose={() => change({ rows: undefined, month: undefined })}
                month={query['month']}
              />
            )}
            <ActivationCard report={report} rowsOf={rowsOf} onChoose={() => change({ goal: '1' })} />
            {report.cohorts.length > 0 && <CohortsCard report={report} rowsOf={rowsOf} />}
          </div>
        )}
      </PageBody>
      {query['goal'] === '1' && report && (
        <GoalDialog report={report} onClose={() => change({ goal: undefined })} />
      )}
    </>
  );
}
