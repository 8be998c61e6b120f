import { account } from '@banso/contract';
import { Card, EmptyState, FilterChip, HistoryIcon, LoadMore, Skeleton, Timeline } from '@banso/ui';
import { useEffect } from 'preact/hooks';
import { usePages } from '../../data/query.ts';
import { useUrlState } from '../../data/url-state.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { recordTexts } from './record-texts.ts';
import { TIMELINE_KINDS, timelineKindOf, timelineSentence } from './timeline-sentence.tsx';
import type { TimelineKind } from './timeline-sentence.tsx';

/** So many entries of the chosen kind are looked for before asking to load more. */
const WANTED = 10;
const isKind = (value: string | undefined): value is TimelineKind =>
  TIMELINE_KINDS.some((kind) => kind === value);

/** What happened, newest first, as sentences. `of` is the address of the account or contact. */
export function TimelineCard({ of }: { of: string }) {
  const texts = textsOf(recordTexts);
  const [query, change] = useUrlState();
  const kind = isKind(query['show']) ? query['show'] : undefined;
  const list = usePages(`${of}/timeline`, account.TimelineEntry, { limit: 30 });
  const all = list.data?.pages.flatMap((page) => page.data) ?? [];
  const shown = kind ? all.filter((entry) => timelineKindOf(entry) === kind) : all;

  const wantsMore =
    kind !== undefined && shown.length < WANTED && list.hasNextPage && !list.isFetchingNextPage;
  useEffect(() => {
    if (wantsMore && !list.error) void list.fetchNextPage();
  }, [wantsMore]);

  return (
    <Card
      title={texts.timeline}
      busy={list.isPending}
      actions={
        <FilterChip
          label={texts.kind}
          anyLabel={texts.anyKind}
          choices={TIMELINE_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
          selected={kind ? [kind] : []}
          onChange={([to]) => change({ show: to })}
        />
      }
    >
      {list.isPending && <Skeleton shape="text" />}
      {list.error && all.length === 0 && (
        <ReadFailed of={list} title={texts.timelineFailed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {list.isSuccess && all.length === 0 && (
        <EmptyState icon={HistoryIcon} title={texts.noTimeline}>
          {texts.noTimelineWhat}
        </EmptyState>
      )}
      {all.length > 0 && shown.length === 0 && !list.hasNextPage && <p class="muted">{texts.noneOfKind}</p>}
      {shown.length > 0 && (
        <Timeline
          label={texts.timeline}
          items={shown.map((entry) => ({
            id: entry.id,
            at: entry.at,
            when: formatNear(entry.at),
            ...timelineSentence(entry),
          }))}
        />
      )}
      {list.hasNextPage && (
        <LoadMore
          shown={shown.length}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </Card>
  );
}
