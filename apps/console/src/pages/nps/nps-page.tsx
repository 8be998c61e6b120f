import { common, content, report } from '@banso/contract';
import { lastDays } from '@banso/domain/time';
import {
  ButtonLink,
  EmptyState,
  ErrorState,
  FilterBar,
  FilterChip,
  PageBody,
  PageHeader,
  Skeleton,
} from '@banso/ui';
import { useMemo } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { useUrlState } from '../../data/url-state.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { NpsAnswers, NpsHead, NpsLanguages, NpsTrend } from './nps-cards.tsx';
import './nps.css';
import { npsTexts } from './texts.ts';

const PERIODS = [30, 90, 180, 365] as const;
type Days = (typeof PERIODS)[number];

/** The score with what it stands on. Survey, period and people live in the address. */
export function NpsPage() {
  const texts = textsOf(npsTexts);
  const [query, change] = useUrlState();
  const surveys = useRead('/v1/surveys', common.page(content.survey.Summary), { limit: 200 });
  const published = surveys.data?.data.data.filter(({ version }) => version !== null) ?? [];
  const surveyId = published.find(({ id }) => id === query['survey'])?.id ?? published[0]?.id;
  const days: Days = PERIODS.find((each) => `${each}` === query['days']) ?? 90;
  const unverified = query['people'] === 'everybody' ? 'include' : 'exclude';
  const period = useMemo(() => lastDays(new Date().toISOString(), days), [days]);
  const read = useRead(
    '/v1/reports/nps',
    report.NpsReport,
    { surveyId, ...period, unverified },
    { enabled: surveyId !== undefined },
  );
  const figures = read.data?.data;

  const rowsOf = (more: Record<string, string> = {}) => {
    const rows = new URLSearchParams({
      survey: surveyId ?? '',
      from: period.from,
      to: period.to,
      counted: 'true',
      ...more,
    });
    return `/console/feedback?${rows.toString()}`;
  };

  return (
    <>
      <PageHeader title={texts.title} crumbs={[{ href: '/console/reports/nps', label: texts.reports }]} />
      <FilterBar label={texts.filters} end={texts.counting}>
        <FilterChip
          label={texts.survey}
          anyLabel={texts.choose}
          choices={published.map(({ id, name }) => ({ value: id, label: name }))}
          selected={surveyId ? [surveyId] : []}
          onChange={([survey]) => survey && change({ survey })}
        />
        <FilterChip
          label={texts.period}
          anyLabel={texts.choose}
          choices={PERIODS.map((each) => ({ value: `${each}`, label: texts.periods[each] }))}
          selected={[`${days}`]}
          onChange={([to]) => to && change({ days: to })}
        />
        <FilterChip
          label={texts.people}
          anyLabel={texts.choose}
          choices={[
            { value: 'verified', label: texts.verified },
            { value: 'everybody', label: texts.everybody },
          ]}
          selected={[unverified === 'include' ? 'everybody' : 'verified']}
          onChange={([people]) => people && change({ people: people === 'everybody' ? people : undefined })}
        />
      </FilterBar>
      {(surveys.isPending || (surveyId !== undefined && read.isPending)) && (
        <PageBody>
          <Skeleton shape="cards" />
        </PageBody>
      )}
      {surveys.isSuccess && surveyId === undefined && (
        <PageBody>
          <EmptyState
            title={texts.noSurvey}
            action={<ButtonLink href="/console/surveys">{texts.toSurveys}</ButtonLink>}
          >
            {texts.noSurveyWhat}
          </EmptyState>
        </PageBody>
      )}
      {(surveys.error ?? read.error) && !figures && (
        <PageBody>
          <ErrorState
            title={texts.failed}
            requestId={(surveys.error ?? read.error)?.requestId}
            onRetry={() => void (surveys.error ? surveys.refetch() : read.refetch())}
            retrying={surveys.isFetching || read.isFetching}
          >
            {texts.failedWhat}
          </ErrorState>
        </PageBody>
      )}
      {figures && (
        <PageBody layout="report">
          <NpsHead figures={figures} days={days} everybody={unverified === 'include'} href={rowsOf()} />
          <NpsTrend figures={figures} days={days} />
          <NpsAnswers figures={figures} rowsOf={rowsOf} />
          <NpsLanguages figures={figures} rowsOf={rowsOf} />
        </PageBody>
      )}
    </>
  );
}
