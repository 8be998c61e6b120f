import { common, content, response } from '@banso/contract';
import {
  Button,
  ButtonLink,
  EmptyState,
  ErrorState,
  FilterBar,
  FilterChip,
  LoadMore,
  PageHeader,
  Skeleton,
  Status,
  Tabs,
  useRowKeys,
} from '@banso/ui';
import { connected } from '../../data/live.ts';
import { usePages, useRead } from '../../data/query.ts';
import { useUrlState } from '../../data/url-state.ts';
import { formatLanguage } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { AnswerPane } from './answer-pane.tsx';
import { AnswerRow } from './answer-row.tsx';
import './feedback.css';
import { feedbackTexts } from './texts.ts';

/** What each tab asks the list for. */
const VIEWS = { unread: { read: 'false' }, detractors: { band: 'detractor' }, all: {} } as const;
type View = keyof typeof VIEWS;
const isView = (value: string | undefined): value is View => value !== undefined && value in VIEWS;

/** The inbox: what customers said, newest first, live; one answer open beside it. All of its state is in the address. */
export function FeedbackPage() {
  const texts = textsOf(feedbackTexts);
  const [query, change] = useUrlState();
  const view: View = isView(query['view']) ? query['view'] : 'all';
  const { survey: surveyId, band, language: locale, comment: hasComment, from, to, counted, score } = query;
  const surveys =
    useRead('/v1/surveys', common.page(content.survey.Summary), { limit: 200 }).data?.data.data ?? [];
  const list = usePages('/v1/responses', response.ResponseRecord, {
    surveyId,
    band,
    locale,
    hasComment,
    from,
    to,
    counted,
    score,
    ...VIEWS[view],
  });

  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const selected = query['answer'];
  const active = rows.findIndex(({ id }) => id === selected);
  const open = (id: string | undefined) => change({ answer: id });
  const keys = useRowKeys({ count: rows.length, active, onActive: (index) => open(rows[index]?.id) });

  const languages = [...new Set([...rows.map((row) => row.locale), ...(locale ? [locale] : [])])].sort();
  const filtered = [surveyId, band, locale, hasComment, from, to, counted, score].some(
    (value) => value !== undefined,
  );
  const choose = (name: string) => (values: readonly string[]) =>
    change({ [name]: values[0], answer: undefined });

  return (
    <>
      <PageHeader
        title={texts.title}
        meta={
          <Status
            tone={connected.value ? 'good' : 'none'}
            label={connected.value ? texts.live : texts.notLive}
            small
          />
        }
      />
      <Tabs
        label={texts.views}
        current={view}
        tabs={(Object.keys(VIEWS) as View[]).map((id) => ({ id, label: texts[id] }))}
        panelId="answers"
        onChange={(id) => change({ view: id === 'all' ? undefined : id, answer: undefined })}
      />
      <FilterBar label={texts.filters}>
        <FilterChip
          label={texts.survey}
          anyLabel={texts.anySurvey}
          choices={surveys.map(({ id, name }) => ({ value: id, label: name }))}
          selected={surveyId ? [surveyId] : []}
          onChange={choose('survey')}
        />
        {view !== 'detractors' && (
          <FilterChip
            label={texts.band}
            anyLabel={texts.anyBand}
            choices={response.BANDS.map((value) => ({ value, label: texts[value] }))}
            selected={band ? [band] : []}
            onChange={choose('band')}
          />
        )}
        <FilterChip
          label={texts.language}
          anyLabel={texts.anyLanguage}
          choices={languages.map((tag) => ({ value: tag, label: formatLanguage(tag) }))}
          selected={locale ? [locale] : []}
          onChange={choose('language')}
        />
        <FilterChip
          label={texts.comment}
          anyLabel={texts.anyComment}
          choices={[
            { value: 'true', label: texts.withComment },
            { value: 'false', label: texts.withoutComment },
          ]}
          selected={hasComment ? [hasComment] : []}
          onChange={choose('comment')}
        />
      </FilterBar>
      <div class={selected ? 'panes panes-inbox inbox fb-open' : 'panes panes-inbox inbox'} id="answers">
        <section class="fb-fl" aria-label={texts.answers} aria-busy={list.isPending}>
          {list.isPending && <Skeleton shape="rows" />}
          {list.error && rows.length === 0 && (
            <ErrorState title={texts.failed} onRetry={() => void list.refetch()} retrying={list.isFetching}>
              {texts.failedWhat}
            </ErrorState>
          )}
          {list.isSuccess && rows.length === 0 && (
            <Nothing
              filtered={filtered || view !== 'all'}
              onShowAll={() =>
                change({
                  view: undefined,
                  survey: undefined,
                  band: undefined,
                  language: undefined,
                  comment: undefined,
                  from: undefined,
                  to: undefined,
                  counted: undefined,
                  score: undefined,
                })
              }
            />
          )}
          {rows.length > 0 && (
            <>
              <p class="fb-flh muted xs" role="status">
                {list.hasNextPage ? texts.newestFirst : texts.newest(rows.length)}
              </p>
              <ul ref={keys.containerRef}>
                {rows.map((row, index) => (
                  <AnswerRow
                    key={row.id}
                    row={row}
                    selected={row.id === selected}
                    rowProps={keys.rowProps(index)}
                    onOpen={() => open(row.id)}
                  />
                ))}
              </ul>
              {list.hasNextPage && (
                <LoadMore
                  shown={rows.length}
                  busy={list.isFetchingNextPage}
                  onMore={() => void list.fetchNextPage()}
                />
              )}
            </>
          )}
        </section>
        {selected ? (
          <AnswerPane key={selected} id={selected} onClose={() => open(undefined)} onOpen={open} />
        ) : (
          <p class="fb-rd fb-nothing muted">{rows.length > 0 && texts.choose}</p>
        )}
      </div>
    </>
  );
}

function Nothing({ filtered, onShowAll }: { filtered: boolean; onShowAll: () => void }) {
  const texts = textsOf(feedbackTexts);
  return filtered ? (
    <EmptyState title={texts.noneFiltered} action={<Button onClick={onShowAll}>{texts.showAll}</Button>}>
      {texts.noneFilteredWhat}
    </EmptyState>
  ) : (
    <EmptyState
      title={texts.none}
      action={<ButtonLink href="/console/surveys">{texts.toSurveys}</ButtonLink>}
    >
      {texts.noneWhat}
    </EmptyState>
  );
}
