import * as decision from '@banso/contract/decision';
import { DECISION_REASONS, OUTCOMES } from '@banso/domain/decide';
import {
  Button,
  CheckIcon,
  CloseIcon,
  EmptyState,
  ErrorState,
  FilterBar,
  FilterChip,
  HelpIcon,
  LoadMore,
  PageBody,
  PageHeader,
  Skeleton,
  Timeline,
} from '@banso/ui';
import { usePages } from '../../data/query.ts';
import { useUrlState } from '../../data/url-state.ts';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { AccountFilter } from '../contacts/account-filter.tsx';
import { useSegmentNames } from '../contents/audience/use-segment-names.ts';
import { useEditorWords } from '../contents/texts/editor-words.ts';
import { ContentFilter, useContents } from './content-filter.tsx';
import { decisionSentence } from './decision-words.ts';
import './decisions.css';
import { PersonFilter } from '../contacts/person-filter.tsx';
import { decisionTexts } from './texts.ts';
import { TimeFilter } from './time-filter.tsx';

const FILTERS = ['contact', 'account', 'content', 'outcome', 'reason', 'from', 'to'] as const;

/** What was decided for everybody. What is looked for lives in the address. */
export function DecisionsPage() {
  const texts = textsOf(decisionTexts);
  const words = useEditorWords();
  const [query, change] = useUrlState();
  const filter = Object.fromEntries(FILTERS.map((name) => [name, query[name]]));
  const contents = useContents();
  const list = usePages('/v1/decisions', decision.Decision, { ...filter, limit: 50 });
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const isFiltered = FILTERS.some((name) => query[name] !== undefined);
  const choose = (name: (typeof FILTERS)[number]) => (values: readonly string[]) =>
    change({ [name]: values[0] });
  const showAll = () => change(Object.fromEntries(FILTERS.map((name) => [name, undefined])));
  const segments = useSegmentNames();
  const nameOf = (id: string) => [...contents, ...segments].find((one) => one.id === id)?.name;

  return (
    <>
      <PageHeader title={texts.page} />
      <FilterBar label={texts.filters} end={list.isSuccess ? texts.shown(rows.length) : undefined}>
        <PersonFilter
          contactId={query['contact']}
          onChange={(id) => change({ contact: id })}
          label={texts.person}
          anyone={texts.anyPerson}
          find={texts.findPerson}
        />
        <AccountFilter accountId={query['account']} onChange={choose('account')} />
        <ContentFilter contents={contents} contentId={query['content']} onChange={choose('content')} />
        <FilterChip
          label={texts.outcome}
          anyLabel={texts.anyOutcome}
          choices={OUTCOMES.map((value) => ({ value, label: texts.outcomes[value] }))}
          selected={OUTCOMES.filter((one) => one === query['outcome'])}
          onChange={choose('outcome')}
        />
        <FilterChip
          label={texts.reason}
          anyLabel={texts.anyReason}
          choices={DECISION_REASONS.map((value) => ({ value, label: texts.short[value] }))}
          selected={DECISION_REASONS.filter((one) => one === query['reason'])}
          onChange={choose('reason')}
        />
        <TimeFilter from={query['from']} to={query['to']} onChange={change} />
      </FilterBar>
      <PageBody>
        <p class="muted why-what">{texts.pageWhat}</p>
        {(list.isPending || words.status === 'loading') && <Skeleton shape="rows" />}
        {((list.error && rows.length === 0) || words.status === 'failed') && (
          <ErrorState
            title={texts.failed}
            requestId={list.error?.requestId}
            onRetry={() => {
              words.retry();
              void list.refetch();
            }}
            retrying={list.isFetching}
          >
            {texts.failedWhat}
          </ErrorState>
        )}
        {list.isSuccess && rows.length === 0 && (
          <EmptyState
            icon={HelpIcon}
            title={isFiltered ? texts.noneFits : texts.first}
            action={isFiltered && <Button onClick={showAll}>{texts.clear}</Button>}
          >
            {isFiltered ? texts.noneFitsWhat : texts.firstWhat}
          </EmptyState>
        )}
        {words.status === 'ready' && rows.length > 0 && (
          <Timeline
            label={texts.page}
            items={rows.map((one) => ({
              id: one.id,
              icon: one.outcome === 'held' ? CloseIcon : CheckIcon,
              title: (
                <a href={`/console/contacts/${one.contact.id}?when=${one.at}&content=${one.content.id}#why`}>
                  {decisionSentence(one, nameOf)}
                </a>
              ),
              detail: one.account?.name,
              at: one.at,
              when: formatNear(one.at),
            }))}
          />
        )}
        {list.hasNextPage && (
          <LoadMore
            shown={rows.length}
            busy={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        )}
      </PageBody>
    </>
  );
}
