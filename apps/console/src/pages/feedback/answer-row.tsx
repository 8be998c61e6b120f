import type { response } from '@banso/contract';
import { type RowProps, Score } from '@banso/ui';
import type * as z from 'zod';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { feedbackTexts } from './texts.ts';

export type Answer = z.infer<typeof response.ResponseRecord>;

/** The name by which a person is called here. */
export function nameOf({ contact }: Answer): string {
  return contact.name ?? contact.email ?? textsOf(feedbackTexts).anonymous;
}

/** One answer of the list. */
export function AnswerRow({
  row,
  selected,
  rowProps,
  onOpen,
}: {
  row: Answer;
  selected: boolean;
  rowProps: RowProps;
  onOpen: () => void;
}) {
  const texts = textsOf(feedbackTexts);
  const unread = row.readAt === null;
  return (
    <li>
      <button
        type="button"
        {...rowProps}
        class={`fb-fr${selected ? ' sel' : ''}${unread ? ' un' : ''}`}
        aria-current={selected ? 'true' : undefined}
        onClick={onOpen}
      >
        {row.score === null || row.band === null ? (
          <span class="score none">–</span>
        ) : (
          <Score value={row.score} label={texts.scoreOf(row.score, texts.bands[row.band])} />
        )}
        <span class="grow">
          <span class="row fb-top">
            <span class="fb-who trunc">{nameOf(row)}</span>
            <time class="muted xs right nowrap" dateTime={row.answeredAt}>
              {formatNear(row.answeredAt)}
            </time>
          </span>
          {row.account && <span class="muted trunc fb-company">{row.account.name}</span>}
          {row.comment && (
            <span class="fb-ex" lang={row.locale}>
              {row.comment}
            </span>
          )}
          {unread && <span class="vh">{texts.unread}</span>}
        </span>
      </button>
    </li>
  );
}
