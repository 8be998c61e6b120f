import { common, content, organisation, report } from '@banso/contract';
import {
  Button,
  ButtonLink,
  Chip,
  Dialog,
  DoneIcon,
  EmptyState,
  ErrorState,
  HelpIcon,
  PageBody,
  PageHeader,
  Skeleton,
} from '@banso/ui';
import { useState } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { language, timeZone, workspace } from '../../data/session.ts';
import { useUrlState } from '../../data/url-state.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { textsOf } from '../../texts/use-texts.ts';
import { BookCard } from './book-card.tsx';
import { LatestCard } from './latest-card.tsx';
import './my-day.css';
import { StartCard } from './start-card.tsx';
import { myDayTexts } from './texts.ts';
import { filterOf, markOf, WORK_FILTERS } from './work.ts';
import type { Work, WorkFilter } from './work.ts';
import { useMarks, WorkList } from './work-list.tsx';
import { pressingOf } from './work-words.ts';

const NO_WORK: readonly Work[] = [];
const isFilter = (value: string | undefined): value is WorkFilter =>
  WORK_FILTERS.some((one) => one === value);

/** What to do next, in order, and why. Every item is one press from being opened. */
export function MyDayPage() {
  const texts = textsOf(myDayTexts);
  const read = useRead('/v1/my-day', report.MyDay, { timeZone });
  const day = read.data?.data;
  const listed = day?.items ?? NO_WORK;
  const marks = useMarks(listed);
  const work = listed.filter((each) => !marks.hidden.value.has(markOf(each) ?? ''));
  const begun = work.some(({ kind }) => kind !== 'install');

  return (
    <>
      <PageHeader title={texts.title} meta={<Today />} />
      {read.isPending && (
        <PageBody layout="rail">
          <Skeleton shape="rows" />
          <Skeleton shape="text" />
        </PageBody>
      )}
      {read.error && !day && (
        <PageBody>
          <ReadFailed of={read} title={texts.failed}>
            {texts.failedWhat}
          </ReadFailed>
        </PageBody>
      )}
      {day && !begun && day.book.accounts === 0 && (
        <PageBody>
          <NothingToDo />
        </PageBody>
      )}
      {day && (begun || day.book.accounts > 0) && (
        <PageBody layout="rail">
          {begun ? <Begun work={work} marks={marks} /> : <NothingToDo />}
          <aside class="day-rail" aria-label={texts.book}>
            <BookCard book={day.book} />
            <LatestCard />
          </aside>
        </PageBody>
      )}
    </>
  );
}

function Today() {
  const today = new Date();
  const words = new Intl.DateTimeFormat(language.value, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  });
  return <time dateTime={today.toLocaleDateString('sv')}>{words.format(today)}</time>;
}

function Begun({ work, marks }: { work: readonly Work[]; marks: ReturnType<typeof useMarks> }) {
  const texts = textsOf(myDayTexts);
  const [query, change] = useUrlState();
  const [explaining, setExplaining] = useState(false);
  const filter = isFilter(query['kind']) ? query['kind'] : undefined;
  const shown = filter ? work.filter((each) => filterOf(each) === filter) : work;
  const countOf = (of: WorkFilter) => work.filter((each) => filterOf(each) === of).length;
  const show = (to: WorkFilter | undefined) => change({ kind: to });

  return (
    <div class="day-main">
      <div class="day-lead">
        <p class="lead">
          {texts.things(work.length)} <span class="muted">{pressingOf(work)}</span>
        </p>
        <div class="day-kinds" role="group" aria-label={texts.kinds}>
          <Chip large pressed={filter === undefined} onClick={() => show(undefined)}>
            {texts.all} {work.length}
          </Chip>
          {WORK_FILTERS.filter((of) => of === filter || countOf(of) > 0).map((of) => (
            <Chip key={of} large pressed={of === filter} onClick={() => show(of)}>
              {texts[of]} {countOf(of)}
            </Chip>
          ))}
          <Button
            class="right desk"
            variant="ghost"
            small
            icon={HelpIcon}
            onClick={() => setExplaining(true)}
          >
            {texts.why}
          </Button>
        </div>
      </div>
      {shown.length > 0 ? (
        <WorkList work={shown} marks={marks} />
      ) : (
        <EmptyState
          icon={DoneIcon}
          title={texts.noneOfKind}
          action={<Button onClick={() => show(undefined)}>{texts.showAll}</Button>}
        >
          {texts.noneOfKindWhat}
        </EmptyState>
      )}
      <Dialog open={explaining} onClose={() => setExplaining(false)} title={texts.why}>
        <ol class="day-order">
          {texts.order.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <p class="muted">{texts.orderTies}</p>
      </Dialog>
    </div>
  );
}

/** Either nothing is left, or nothing has begun: then the way to the first answer. */
function NothingToDo() {
  const texts = textsOf(myDayTexts);
  const live = { status: 'published', limit: 1 };
  const installation = useRead(
    `/v1/workspaces/${workspace.value?.id ?? ''}/installation`,
    organisation.Installation,
  );
  const checklists = useRead('/v1/checklists', common.page(content.checklist.Summary), live);
  const surveys = useRead('/v1/surveys', common.page(content.survey.Summary), live);
  const reads = [installation, checklists, surveys];
  if (reads.some(({ isPending }) => isPending)) return <Skeleton shape="cards" count={1} />;
  const failed = reads.find(({ data }) => !data);
  if (failed) {
    return (
      <ErrorState
        title={texts.failed}
        requestId={failed.error?.requestId}
        onRetry={() => void failed.refetch()}
      >
        {texts.failedWhat}
      </ErrorState>
    );
  }

  const start = {
    installed: installation.data?.data.lastSeenAt != null,
    checklist: (checklists.data?.data.data.length ?? 0) > 0,
    survey: (surveys.data?.data.data.length ?? 0) > 0,
  };
  if (!start.installed || !start.checklist || !start.survey) return <StartCard start={start} />;
  return (
    <EmptyState
      icon={DoneIcon}
      title={texts.done}
      action={
        <ButtonLink variant="primary" href="/console/feedback">
          {texts.toFeedback}
        </ButtonLink>
      }
      secondary={
        <ButtonLink variant="ghost" href="/console/accounts">
          {texts.toAccounts}
        </ButtonLink>
      }
    >
      {texts.doneWhat}
    </EmptyState>
  );
}
