import { CONTENT_STATUSES, type ContentKind, type ContentStatus } from '@banso/domain/content';
import {
  AddIcon,
  Button,
  EmptyState,
  FilterBar,
  FilterChip,
  LoadMore,
  PageBody,
  PageHeader,
  Skeleton,
  TagIcon,
} from '@banso/ui';
import { useState } from 'preact/hooks';
import { forget, usePages } from '../../data/query.ts';
import { may, workspace } from '../../data/session.ts';
import { useUrlState } from '../../data/url-state.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatLanguage } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { listPath, schemasOf } from './content-kind.ts';
import './contents.css';
import { LoadedDialog } from './frame/loaded-dialog.tsx';
import { ContentDialogs } from './list/content-dialogs.tsx';
import { ContentsTable } from './list/contents-table.tsx';
import { FirstContent } from './list/first-content.tsx';
import { useContentMenu } from './list/use-content-menu.ts';
import { useKnownTags } from './tags/use-known-tags.ts';
import { contentTexts } from './texts/content.ts';
import { listTexts } from './texts/list.ts';

/** States that the list can be asked for; what is scheduled is listed with what is live. */
const FILTERS = CONTENT_STATUSES;
const statusOf = (value: string | undefined): ContentStatus | undefined =>
  FILTERS.find((status) => status === value);

const loadTags = () => import('./tags/many-tags-dialog.tsx').then((part) => part.ManyTagsDialog);
const loadGallery = () => import('./gallery/new-content-dialog.tsx').then((part) => part.NewContentDialog);

/** All checklists, surveys or resources of the workspace. Filter and order are in the address. */
export function ContentsPage({ kind }: { kind: ContentKind }) {
  const texts = textsOf(listTexts);
  const words = textsOf(contentTexts);
  const [query, change] = useUrlState();
  const status = statusOf(query['status']);
  const locales = workspace.value?.locales ?? [];
  const incompleteIn = locales.find((locale) => locale === query['incomplete']);
  const tag = query['tag'];
  const known = useKnownTags();
  const list = usePages(listPath(kind), schemasOf(kind).Summary, { status, incompleteIn, tag, limit: 200 });
  const menu = useContentMenu(kind);
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [isTagging, setTagging] = useState(false);
  const chosen = rows.filter(({ id }) => picked.has(id)).map(({ id }) => id);
  const isFiltered = status !== undefined || incompleteIn !== undefined || tag !== undefined;
  const isFirst = list.isSuccess && rows.length === 0 && !isFiltered;
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
          {locales.length > 1 && (
            <FilterChip
              label={texts.filterIncomplete}
              anyLabel={texts.anyLanguage}
              choices={locales.map((value) => ({ value, label: formatLanguage(value) }))}
              selected={incompleteIn ? [incompleteIn] : []}
              onChange={([to]) => change({ incomplete: to })}
            />
          )}
          {(tag !== undefined || known.length > 0) && (
            <FilterChip
              label={texts.filterTag}
              anyLabel={texts.anyTag}
              choices={[...new Set([...known, ...(tag === undefined ? [] : [tag])])].map((value) => ({
                value,
                label: value,
              }))}
              selected={tag === undefined ? [] : [tag]}
              onChange={([to]) => change({ tag: to })}
            />
          )}
          {chosen.length > 0 && (
            <Button small icon={TagIcon} onClick={() => setTagging(true)}>
              {texts.tagChosen(chosen.length)}
            </Button>
          )}
        </FilterBar>
      )}
      <PageBody class={rows.length > 0 ? 'contents' : undefined}>
        {list.isPending && <Skeleton shape="table" />}
        {list.error && rows.length === 0 && (
          <ReadFailed of={list} title={texts.failed}>
            {texts.failedWhat}
          </ReadFailed>
        )}
        {isFirst && <FirstContent kind={kind} onNew={() => change({ new: '1' })} />}
        {list.isSuccess && rows.length === 0 && isFiltered && (
          <EmptyState
            title={
              incompleteIn
                ? texts.noneIncomplete(formatLanguage(incompleteIn))
                : texts.noneFiltered(status ? words.status[status] : (tag ?? ''))
            }
            action={
              <Button onClick={() => change({ status: undefined, incomplete: undefined, tag: undefined })}>
                {texts.showAll}
              </Button>
            }
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
              picked={picked}
              onPick={may('write') ? setPicked : undefined}
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
      {isTagging && (
        <LoadedDialog
          load={loadTags}
          props={{
            ids: chosen,
            onClose: () => setTagging(false),
            onSaved: () => {
              setTagging(false);
              setPicked(new Set());
              forget(listPath(kind));
            },
          }}
        />
      )}
      {asking && (
        <LoadedDialog load={loadGallery} props={{ kind, onClose: () => change({ new: undefined }) }} />
      )}
    </>
  );
}
