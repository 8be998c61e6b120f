import { ListeningReport } from '@banso/contract/listening';
import { ButtonLink, Chip, EmptyState, PageBody, PageHeader, Skeleton } from '@banso/ui';
import { useRead } from '../../data/query.ts';
import { useUrlState } from '../../data/url-state.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { ContentsAhead } from './contents-ahead.tsx';
import { DaysAhead } from './days-ahead.tsx';
import './listening.css';
import { listeningTexts } from './texts.ts';

/** Who will be asked in the days ahead, and what holds back the others. Content and day live in the address. */
export function ListeningPage() {
  const texts = textsOf(listeningTexts);
  const [query, change] = useUrlState();
  const read = useRead('/v1/reports/listening', ListeningReport);
  const ahead = read.data?.data;
  const chosen = ahead?.contents.find(({ id }) => id === query['content']) ?? ahead?.contents[0];
  const day = ahead?.days.find((each) => each === query['day']);
  return (
    <>
      <PageHeader
        title={texts.title}
        crumbs={[{ href: '/console/reports/nps', label: texts.reports }]}
        actions={
          <ButtonLink small href="/console/settings/fatigue">
            {texts.toBudget}
          </ButtonLink>
        }
      />
      <PageBody>
        {read.isPending && (
          <div aria-busy="true">
            <Skeleton shape="cards" />
          </div>
        )}
        {read.error && !ahead && (
          <ReadFailed of={read} title={texts.failed}>
            {texts.failedWhat}
          </ReadFailed>
        )}
        {ahead && ahead.contents.length === 0 && (
          <EmptyState
            title={texts.nothing}
            action={<ButtonLink href="/console/surveys">{texts.toSurveys}</ButtonLink>}
          >
            {texts.nothingWhat}
          </EmptyState>
        )}
        {ahead && chosen && ahead.people.of === 0 && (
          <EmptyState
            title={texts.nobody}
            action={<ButtonLink href="/console/settings/install">{texts.toInstall}</ButtonLink>}
          >
            {texts.nobodyWhat}
          </EmptyState>
        )}
        {ahead && chosen && ahead.people.of > 0 && (
          <div class="ahead">
            <p class="muted">{texts.what}</p>
            <Sample people={ahead.people} />
            <ContentsAhead
              contents={ahead.contents}
              chosen={chosen.id}
              onChoose={(content) => change({ content })}
            />
            <DaysAhead content={chosen} days={ahead.days} day={day} onDay={(to) => change({ day: to })} />
          </div>
        )}
      </PageBody>
    </>
  );
}

/** Whose days the numbers stand on. */
function Sample({ people: { looked, of } }: { people: ListeningReport['people'] }) {
  const texts = textsOf(listeningTexts);
  if (looked === of) return <p>{texts.everybody(formatNumber(of))}</p>;
  return (
    <p class="row wrap">
      <Chip>{texts.estimate}</Chip>
      {texts.looked(formatNumber(looked), formatNumber(of))}
    </p>
  );
}
