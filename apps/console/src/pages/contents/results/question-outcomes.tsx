import { type QuestionFigure as Question, QuestionReport } from '@banso/contract/question-report';
import type { QuestionOutcome } from '@banso/domain/content';
import {
  ButtonLink,
  Card,
  DownloadIcon,
  EmptyState,
  FeedbackIcon,
  Skeleton,
  Table,
  type TableColumn,
} from '@banso/ui';
import { useState } from 'preact/hooks';
import { useRead } from '../../../data/query.ts';
import { workspace } from '../../../data/session.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { formatDay, formatNumber } from '../../../texts/format.ts';
import { formatPercent } from '../../journeys/numbers.ts';
import { wordsOf } from '../texts/editor-words.ts';

const PATH = '/v1/reports/questions';
const DAYS = 30;
const DAY_MS = 86_400_000;

/** Numbers with rows of one outcome; what is reached is three of them together. */
const outcomeOf: Readonly<Partial<Record<string, QuestionOutcome>>> = {
  answered: 'answered',
  skipped: 'skipped',
  notAsked: 'not_asked',
};

/** What became of each question of a survey in the last 30 days. */
export function QuestionOutcomes({ surveyId }: { surveyId: string }) {
  const texts = wordsOf('results');
  const [today] = useState(() => Date.now());
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const query = { surveyId, from: dayOf(today - (DAYS - 1) * DAY_MS), to: dayOf(today) };
  const read = useRead(PATH, QuestionReport, query);
  const report = read.data?.data;
  const csv = new URLSearchParams({ workspace: workspace.value?.id ?? '', ...query, format: 'csv' });
  const nameOf = ({ text }: Question) => text;
  /** A number that leads to the responses behind it. */
  const rows = ({ key }: Question, outcome: QuestionOutcome, words: string) => {
    const behind = new URLSearchParams({
      survey: surveyId,
      question: key,
      outcome,
      from: `${query.from}T00:00:00.000Z`,
      to: `${dayOf(today + DAY_MS)}T00:00:00.000Z`,
      verified: 'true',
    });
    return (
      <a class="link" href={`/console/feedback?${behind.toString()}`}>
        {words}
      </a>
    );
  };
  const count = (
    id: 'reached' | 'answered' | 'skipped' | 'notAsked',
    header: string,
    phone: 'below' | 'hide',
  ): TableColumn<Question> => ({
    id,
    header,
    phone,
    cell: (row) => (outcomeOf[id] ? rows(row, outcomeOf[id], formatNumber(row[id])) : formatNumber(row[id])),
  });
  const columns: TableColumn<Question>[] = [
    { id: 'question', header: texts.question, rowHeader: true, cell: nameOf },
    count('reached', texts.reached, 'below'),
    count('answered', texts.answeredHere, 'below'),
    count('skipped', texts.skippedHere, 'hide'),
    {
      id: 'left',
      header: texts.leftHere,
      phone: 'end',
      cell: (row) =>
        row.leftShare
          ? rows(row, 'left', `${formatNumber(row.left)} (${formatPercent(row.leftShare.percent, 1)})`)
          : '–',
    },
    count('notAsked', texts.notAsked, 'hide'),
  ];
  const isEmpty = report !== undefined && report.questions.every(({ reached }) => reached === 0);

  return (
    <Card
      title={texts.questions}
      meta={texts.periodDays}
      actions={
        <ButtonLink small href={`${PATH}?${csv.toString()}`} download="" icon={DownloadIcon}>
          {texts.csv}
        </ButtonLink>
      }
    >
      <p class="ink2">
        {texts.questionsWhat} {report?.countedFrom && texts.questionsSince(formatDay(report.countedFrom))}
      </p>
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
      {report && !isEmpty && (
        <Table
          caption={texts.questions}
          columns={columns}
          rows={report.questions}
          rowKey={({ key }) => key}
          rowName={nameOf}
        />
      )}
    </Card>
  );
}
