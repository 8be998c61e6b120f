import { RESPONSE_SORTS } from '@banso/contract/response-query';
import { Checkbox, LoadMore, Select, Skeleton, useRowKeys, useRowWindow } from '@banso/ui';
import type { ComponentChildren } from 'preact';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { textsOf } from '../../texts/use-texts.ts';
import { may } from '../../data/session.ts';
import { AnswerRow } from './answer-row.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { inboxTexts } from './inbox-texts.ts';
import { feedbackTexts } from './texts.ts';
import { triageTexts } from './triage-texts.ts';
import type { Inbox } from './use-inbox.ts';

/** Of a row with two lines of words. */
const ROW_HEIGHT = 118;

/** Props of {@link InboxList}. */
export interface InboxListProps {
  inbox: Inbox;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  onTag: () => void;
  /** What stands here when there is nothing. */
  nothing: ComponentChildren;
}

/** The answers, one below the other. Of many only those near the visible part are drawn. */
export function InboxList({ inbox, sort, onSort, onTag, nothing }: InboxListProps) {
  const texts = textsOf(feedbackTexts);
  const words = textsOf(inboxTexts);
  const triage = textsOf(triageTexts);
  const { list, rows, selected, picked, open, toggle, pick } = inbox;
  const active = rows.findIndex(({ id }) => id === selected);
  const range = useRowWindow({ count: rows.length, rowHeight: ROW_HEIGHT, keep: active });
  const keys = useRowKeys({
    count: rows.length,
    active,
    onActive: (index) => {
      open(rows[index]?.id);
      // the end is near: the next page is there before the keys get to it
      if (index >= rows.length - 5 && list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
    },
    onToggle: may('write') ? (index) => toggle(rows[index]?.id) : undefined,
  });
  const order = RESPONSE_SORTS.find((one) => one === sort) ?? 'newest';
  const isOn = picked.size > 0;

  return (
    <section class="fb-fl" aria-label={texts.answers} aria-busy={list.isPending}>
      {list.isPending && <Skeleton shape="rows" />}
      {list.error && rows.length === 0 && (
        <ReadFailed of={list} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {list.isSuccess && rows.length === 0 && !list.hasNextPage && nothing}
      {list.isSuccess && (rows.length > 0 || list.hasNextPage) && (
        <>
          <div class="fb-flh">
            {may('write') && (
              <Checkbox
                label={triage.selectAll}
                hideLabel
                checked={isOn && picked.size === rows.length}
                mixed={isOn}
                onChange={(on) => pick(on ? rows.map(({ id }) => id) : [])}
              />
            )}
            <span class="muted xs grow trunc" role="status">
              {list.hasNextPage ? words.atLeast(rows.length) : words.counted(rows.length)}
            </span>
            <Select
              class="fb-sort"
              aria-label={words.sort}
              value={order}
              onValue={(to) => onSort(to === 'newest' ? undefined : to)}
              options={RESPONSE_SORTS.map((one) => ({ value: one, label: words.sorts[one] }))}
            />
          </div>
          {isOn && <BulkBar ids={[...picked]} onTag={onTag} onClear={() => pick([])} />}
          <ul
            ref={(element) => {
              keys.containerRef(element);
              range.containerRef(element);
            }}
          >
            {range.before > 0 && <li role="presentation" style={{ blockSize: `${range.before}px` }} />}
            {rows.slice(range.from, range.to).map((row, index) => (
              <AnswerRow
                key={row.id}
                row={row}
                selected={row.id === selected}
                picked={picked.has(row.id)}
                rowProps={keys.rowProps(range.from + index)}
                onOpen={() => open(row.id)}
                onPick={may('write') ? () => toggle(row.id) : undefined}
              />
            ))}
            {range.after > 0 && <li role="presentation" style={{ blockSize: `${range.after}px` }} />}
          </ul>
          {list.hasNextPage && rows.length === 0 && !inbox.isLooking && (
            <p class="muted fb-on">{words.lookingOn}</p>
          )}
          {list.hasNextPage && (
            <LoadMore
              shown={rows.length}
              busy={list.isFetchingNextPage || inbox.isLooking}
              onMore={() => void list.fetchNextPage()}
            />
          )}
        </>
      )}
    </section>
  );
}
