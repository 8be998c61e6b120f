import { type QuestionFigure as Question, QuestionReport } from '@banso/contract/question-report';
import type { QuestionOutcome } from '@banso/domain/content';
import { addDays } from '@banso/domain/time';
import { Card, EmptyState, FeedbackIcon, FilterChip, Skeleton } from '@banso/ui';
import { useRead } from '../../../data/query.ts';
import { useUrlState } from '../../../data/url-state.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { formatDay, formatNumber } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { formatInterval, formatPercent } from '../../journeys/numbers.ts';
import { PeriodFilter } from '../../journeys/period-filter.tsx';
import { type CardColumn, ReportCard } from '../../journeys/report-card.tsx';
import { reportTexts } from '../../journeys/texts/report.ts';
import { useDays } from '../../journeys/use-days.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** Numbers with rows of one outcome; what is reached is three of them together. */
const outcomeOf = { answered: 'answered', skipped: 'skipped', notAsked: 'not_asked' } as const;

/** What became of each question of a survey. Period and version live in the address. */
export function QuestionOutcomes({ surveyId }: { surveyId: string }) {
  const texts = wordsOf('results');
  const shared = textsOf(reportTexts);
  const [{ version }, change] = useUrlState();
  const days = useDays(30);
  const { from, to } = days;
  const read = useRead('/v1/reports/questions', QuestionReport, { surveyId, from, to, version });
  const report = read.data?.data;
  const rows = report?.questions ?? [];
  const isEmpty = report !== undefined && rows.every(({ reached }) => reached === 0);
  const about = [
    shared.between(formatDay(from), formatDay(to)),
    shared.utc,
    version === undefined ? texts.allVersions : `v${version}`,
    ...(report?.countedFrom ? [texts.questionsSince(formatDay(report.countedFrom))] : []),
  ].join(' · ');

  /** The responses behind a number. */
  const behind = ({ key }: Question, outcome: QuestionOutcome) => {
    const address = new URLSearchParams({
      survey: surveyId,
      question: key,
      outcome,
      from: `${from}T00:00:00.000Z`,
      to: `${addDays(to, 1)}T00:00:00.000Z`,
      verified: 'true',
      ...(version !== undefined && { segment: `version:${version}` }),
    });
    return `/console/feedback?${address.toString()}`;
  };
  const filters = (
    <span class="row wrap">
      <PeriodFilter of={days} />
      {report && report.versions.length > 1 && (
        <FilterChip
          label={texts.version}
          anyLabel={texts.allVersions}
          choices={report.versions.map((each) => ({ value: `${each}`, label: `v${each}` }))}
          selected={version === undefined ? [] : [version]}
          onChange={([to_]) => change({ version: to_ })}
        />
      )}
    </span>
  );

  if (report && !isEmpty)
    return (
      <ReportCard
        title={texts.questions}
        about={about}
        columns={columns(behind)}
        rows={rows}
        rowKey={({ key }) => key}
        rowName={({ text }) => text}
        actions={filters}
        footer={<p class="muted">{texts.questionsWhat}</p>}
      />
    );
  return (
    <Card title={texts.questions} meta={about} actions={filters}>
      {read.isPending && <Skeleton shape="table" />}
      {read.error && !report && (
        <ReadFailed of={read} title={texts.questionsFailed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {isEmpty && (
        <EmptyState title={texts.noneReached} icon={FeedbackIcon}>
          {texts.noneReachedWhat}
        </EmptyState>
      )}
    </Card>
  );
}

function columns(behind: (row: Question, outcome: QuestionOutcome) => string): CardColumn<Question>[] {
  const texts = wordsOf('results');
  const { interval } = textsOf(reportTexts);
  const count = (
    id: keyof typeof outcomeOf,
    header: string,
    phone: 'below' | 'hide',
  ): CardColumn<Question> => ({
    id,
    header,
    align: 'end',
    phone,
    text: (row) => formatNumber(row[id]),
    cell: (row) => (
      <a class="link" href={behind(row, outcomeOf[id])}>
        {formatNumber(row[id])}
      </a>
    ),
  });
  const leftOf = ({ left, leftShare }: Question) =>
    leftShare ? `${formatNumber(left)} (${formatPercent(leftShare.percent, 1)})` : '–';
  return [
    { id: 'question', header: texts.question, rowHeader: true, text: ({ text }) => text },
    {
      id: 'reached',
      header: texts.reached,
      align: 'end',
      phone: 'below',
      text: ({ reached }) => formatNumber(reached),
    },
    count('answered', texts.answeredHere, 'below'),
    count('skipped', texts.skippedHere, 'hide'),
    {
      id: 'left',
      header: texts.leftHere,
      align: 'end',
      phone: 'end',
      text: leftOf,
      cell: (row) =>
        row.leftShare ? (
          <a class="link" href={behind(row, 'left')}>
            {leftOf(row)}
          </a>
        ) : (
          '–'
        ),
    },
    {
      id: 'interval',
      header: interval,
      align: 'end',
      wideOnly: true,
      phone: 'hide',
      text: ({ leftShare }) => (leftShare && formatInterval(leftShare)) ?? '–',
    },
    count('notAsked', texts.notAsked, 'hide'),
  ];
}
