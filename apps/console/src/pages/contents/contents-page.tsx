import { CONTENT_STATUSES, type ContentKind, type ContentStatus } from '@banso/domain/content';
import {
  AddIcon,
  Button,
  EmptyState,
  ErrorState,
  FilterBar,
  FilterChip,
  LoadMore,
  PageBody,
  PageHeader,
  Skeleton,
} from '@banso/ui';
import { usePages } from '../../data/query.ts';
import { may } from '../../data/session.ts';
import { useUrlState } from '../../data/url-state.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { listPath, schemasOf } from './content-kind.ts';
import './contents.css';
import { ContentDialogs } from './list/content-dialogs.tsx';
import { ContentsTable } from './list/contents-table.tsx';
import { FirstContent } from './list/first-content.tsx';
import { NewContentDialog } from './list/new-content-dialog.tsx';
import { useContentMenu } from './list/use-content-menu.ts';
import { contentTexts } from './texts/content.ts';
import { listTexts } from './texts/list.ts';

/** States that the list can be asked for; what is scheduled is listed with what is live. */
const FILTERS = CONTENT_STATUSES.filter((status) => status !== 'scheduled');
const statusOf = (value: string | undefined): ContentStatus | undefined =>
  FILTERS.find((status) => status === value);

/** All checklists, surveys or resources of the workspace. Filter and order are in the address. */
export function ContentsPage({ kind }: { kind: ContentKind }) {
  const texts = textsOf(listTexts);
  const words = textsOf(contentTexts);
  const [query, change] = useUrlState();
  const status = statusOf(query['status']);
  const list = usePages(listPath(kind), schemasOf(kind).Summary, { status, limit: 200 });
  const menu = useContentMenu(kind);
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const isFirst = list.isSuccess && rows.length === 0 && status === undefined;
  const asking = query['new'] !== undefined && may('write');

  return (
    <>
      <PageHeader
        title={words.title[kind]}
        actions={
          may('write') && (
            <Button
              small
              variant={isFirst ? 'secondary' : 'primary'}
              icon={AddIcon}
              onClick={() => change({ new: '1' })}
            >
              {texts.add[kind]}
            </Button>
          )
        }
      />
      {!isFirst && (
        <FilterBar label={texts.filters} end={rows.length > 0 ? texts.count(rows.length) : undefined}>
          <FilterChip
            label={texts.filterStatus}
            anyLabel={texts.anyStatus}
            choices={FILTERS.map((value) => ({ value, label: words.status[value] }))}
            selected={status ? [status] : []}
            onChange={([to]) => change({ status: to })}
          />
        </FilterBar>
      )}
      <PageBody class={rows.length > 0 ? 'contents' : undefined}>
        {list.isPending && <Skeleton shape="table" />}
        {list.error && rows.length === 0 && (
          <ErrorState title={texts.failed} onRetry={() => void list.refetch()} retrying={list.isFetching}>
            {texts.failedWhat}
          </ErrorState>
        )}
        {isFirst && <FirstContent kind={kind} onNew={() => change({ new: '1' })} />}
        {list.isSuccess && rows.length === 0 && status !== undefined && (
          <EmptyState
            title={texts.noneFiltered(words.status[status])}
            action={<Button onClick={() => change({ status: undefined })}>{texts.showAll}</Button>}
          >
            {texts.noneFilteredWhat}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <>
            <ContentsTable
              kind={kind}
              rows={rows}
              menu={menu}
              sort={query['sort']}
              onSort={(sort) => change({ sort })}
            />
            {list.hasNextPage && (
              <LoadMore
                shown={rows.length}
                busy={list.isFetchingNextPage}
                onMore={() => void list.fetchNextPage()}
              />
            )}
          </>
        )}
      </PageBody>
      <ContentDialogs menu={menu} />
      {asking && <NewContentDialog kind={kind} onClose={() => change({ new: undefined })} />}
    </>
  );
}
