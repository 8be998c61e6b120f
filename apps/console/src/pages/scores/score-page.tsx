import { common, content, scoreReport } from '@banso/contract';
import { lastDays } from '@banso/domain/time';
import {
  ButtonLink,
  DownloadIcon,
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
import { workspace } from '../../data/session.ts';
import { useUrlState } from '../../data/url-state.ts';
import { formatDay } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import type { By, Kind, RowsOf } from './report.ts';
import { ShareButton } from './share-button.tsx';
import { ScoreAnswers } from './score-answers.tsx';
import { ScoreHead } from './score-head.tsx';
import { ScoreRates } from './score-rates.tsx';
import { ScoreRollUps } from './score-roll-ups.tsx';
import { ScoreSegments, segmentName } from './score-segments.tsx';
import { ScoreTrend } from './score-trend.tsx';
import { ScoreWaves } from './score-waves.tsx';
import './scores.css';
import { scoreTexts } from './texts.ts';

const PERIODS = [30, 90, 180, 365] as const;
const DAY_MS = 86_400_000;
const SEGMENTS: readonly By[] = ['plan', 'owner', 'lifecycle', 'locale', 'version'];

/** The period that the address names: by its ends, or as the last days. */
function usePeriod({ from, to, days }: Readonly<Record<string, string>>) {
  const last = PERIODS.find((each) => `${each}` === days) ?? 90;
  return useMemo(() => {
    const isFixed = from !== undefined && to !== undefined && Date.parse(from) < Date.parse(to);
    return isFixed
      ? { from, to, days: Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)), isFixed }
      : { ...lastDays(new Date().toISOString(), last), days: last, isFixed };
  }, [from, to, last]);
}

/** A score with what it stands on. Survey, question, period, people and segment live in the address. */
export function ScorePage({ kind }: { kind: Kind }) {
  const texts = textsOf(scoreTexts);
  const words = texts.kinds[kind];
  const [query, change] = useUrlState();
  const surveys = useRead('/v1/surveys', common.page(content.survey.Summary), { limit: 200 });
  const published =
    surveys.data?.data.data.filter(({ version, scales }) => version !== null && scales?.includes(kind)) ?? [];
  const surveyId = published.find(({ id }) => id === query['survey'])?.id ?? published[0]?.id;
  const { days, isFixed, ...period } = usePeriod(query);
  const unverified = query['people'] === 'everybody' ? 'include' : 'exclude';
  const by = SEGMENTS.find((each) => query[`only_${each}`] !== undefined);
  const value = by && (query[`only_${by}`] === UNKNOWN ? '' : query[`only_${by}`]);
  const asked = {
    surveyId,
    ...period,
    unverified,
    ...(kind !== 'nps' && query['question'] !== undefined && { question: query['question'] }),
    ...(by && { [by]: value }),
    every: query['every'],
  };
  const path = `/v1/reports/${kind}`;
  // queries leave empty values out; this one means "not known"
  const asking = by && value === '' ? `${path}?${by}=` : path;
  const read = useRead(asking, scoreReport.ScoreReport, asked, { enabled: surveyId !== undefined });
  const report = read.data?.data;

  const rowsOf: RowsOf = (more = {}) => {
    const rows = new URLSearchParams({
      survey: surveyId ?? '',
      ...period,
      ...(kind === 'nps' ? { counted: 'true' } : { question: report?.question?.key ?? '' }),
      ...(unverified === 'exclude' && { verified: 'true' }),
      ...(by && { segment: `${by}:${value}` }),
      ...more,
    });
    return `/console/feedback?${rows.toString()}`;
  };
  const addressWith = (more: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams({ ...query, ...more });
    return `/console/reports/${kind}?${next.toString()}`;
  };
  const fixed = addressWith({ survey: surveyId ?? '', ...period });
  const csv = new URLSearchParams({ workspace: workspace.value?.id ?? '', format: 'csv' });
  for (const [name, each] of Object.entries(asked)) if (each !== undefined) csv.set(name, each);
  const only = by && `${texts.by[by]}: ${segmentName(by, value ?? '', query['only_name'])}`;

  return (
    <>
      <PageHeader
        title={words.title}
        crumbs={[{ href: '/console/reports/nps', label: texts.reports }]}
        actions={
          report && (
            <>
              <ShareButton address={`${location.origin}${fixed}`} />
              <ButtonLink small href={`${path}?${csv.toString()}`} download="" icon={DownloadIcon}>
                {texts.csv}
              </ButtonLink>
            </>
          )
        }
      />
      <FilterBar label={texts.filters} end={words.counting}>
        <FilterChip
          label={texts.survey}
          anyLabel={texts.choose}
          choices={published.map(({ id, name }) => ({ value: id, label: name }))}
          selected={surveyId ? [surveyId] : []}
          onChange={([survey]) => survey && change({ survey, question: undefined })}
        />
        {report && kind !== 'nps' && report.questions.length > 1 && (
          <FilterChip
            label={texts.question}
            anyLabel={texts.choose}
            choices={report.questions.map(({ key, text }) => ({ value: key, label: text }))}
            selected={report.question ? [report.question.key] : []}
            onChange={([question]) => change({ question })}
          />
        )}
        <FilterChip
          label={texts.period}
          anyLabel={isFixed ? texts.fixed(formatDay(period.from), formatDay(period.to)) : texts.choose}
          choices={PERIODS.map((each) => ({ value: `${each}`, label: texts.periods[each] }))}
          selected={isFixed ? [] : [`${days}`]}
          onChange={([to]) => to && change({ days: to, from: undefined, to: undefined })}
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
        {by && (
          <FilterChip
            label={texts.only}
            anyLabel={texts.anybody}
            choices={[{ value: by, label: only ?? '' }]}
            selected={[by]}
            onChange={() => change({ [`only_${by}`]: undefined, only_name: undefined })}
          />
        )}
      </FilterBar>
      {(surveys.isPending || (surveyId !== undefined && read.isPending)) && (
        <PageBody>
          <Skeleton shape="cards" />
        </PageBody>
      )}
      {surveys.isSuccess && surveyId === undefined && (
        <PageBody>
          <EmptyState
            title={words.noSurvey}
            action={<ButtonLink href="/console/surveys">{texts.toSurveys}</ButtonLink>}
          >
            {words.noSurveyWhat}
          </EmptyState>
        </PageBody>
      )}
      {(surveys.error ?? read.error) && !report && (
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
      {report && surveyId !== undefined && (
        <PageBody layout="report">
          <ScoreHead
            report={report}
            days={days}
            everybody={unverified === 'include'}
            only={only}
            href={rowsOf()}
          />
          <ScoreTrend
            report={report}
            rowsOf={rowsOf}
            onEvery={(every) => change({ every: every === 'week' ? undefined : every })}
          />
          <ScoreAnswers report={report} rowsOf={rowsOf} />
          {!by && (
            <ScoreSegments
              report={report}
              hrefOf={(dimension, each) => {
                const name = report.segments.find((one) => one.by === dimension && one.value === each)?.name;
                return addressWith({
                  [`only_${dimension}`]: each === '' ? UNKNOWN : each,
                  ...(name && { only_name: name }),
                });
              }}
            />
          )}
          <ScoreWaves report={report} rowsOf={rowsOf} />
          {kind === 'nps' && !by && <ScoreRollUps query={{ surveyId, ...period, unverified }} />}
          <ScoreRates report={report} />
        </PageBody>
      )}
    </>
  );
}

/** How the address names what is not known: it keeps no empty values. */
const UNKNOWN = '-';
