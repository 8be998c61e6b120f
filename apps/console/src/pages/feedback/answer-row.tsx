import type { response } from '@banso/contract';
import { Checkbox } from '@banso/ui';
import type { RowProps } from '@banso/ui';
import type * as z from 'zod';
import { erasedName } from '../../texts/erased.ts';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { answerTopicTexts } from '../topics/answer-texts.ts';
import { AnswerMark, gistOf } from './answer-mark.tsx';
import { feedbackTexts } from './texts.ts';
import { triageTexts } from './triage-texts.ts';

export type Answer = z.infer<typeof response.ResponseRecord>;

/** The name by which a person is called here. */
export function nameOf({ contact }: Answer): string {
  if (contact.erased) return erasedName();
  return contact.name ?? contact.email ?? textsOf(feedbackTexts).anonymous;
}

/** What an answer is about, which the host product names, or a case that was closed before. */
export function aboutOf(transactionId: string): string {
  const texts = textsOf(feedbackTexts);
  return transactionId.startsWith('cas_') ? texts.aboutCase : texts.aboutWhat(transactionId);
}

/** One answer of the list. */
export function AnswerRow({
  row,
  selected,
  picked,
  rowProps,
  onOpen,
  onPick,
}: {
  row: Answer;
  selected: boolean;
  /** Selected to be changed together with others. */
  picked: boolean;
  rowProps: RowProps;
  onOpen: () => void;
  /** Undefined where nothing may be changed. */
  onPick: (() => void) | undefined;
}) {
  const texts = textsOf(feedbackTexts);
  const unread = row.readAt === null;
  const gist = gistOf(row);
  const name = nameOf(row);
  return (
    <li class={`fb-li${picked ? ' on' : ''}`}>
      {onPick && (
        <span class="fb-pick">
          <Checkbox
            label={textsOf(triageTexts).select(name)}
            hideLabel
            checked={picked}
            onChange={() => onPick()}
          />
        </span>
      )}
      <button
        type="button"
        {...rowProps}
        class={`fb-fr${selected ? ' sel' : ''}${unread ? ' un' : ''}`}
        aria-current={selected ? 'true' : undefined}
        onClick={onOpen}
      >
        <AnswerMark
          answer={row}
          label={(score) => texts.scoreOf(score, texts.bands[row.band ?? 'passive'])}
        />
        <span class="grow">
          <span class="row fb-top">
            <span class="fb-who trunc">{name}</span>
            <time class="muted xs right nowrap" dateTime={row.answeredAt}>
              {formatNear(row.answeredAt)}
            </time>
          </span>
          {row.account && <span class="muted trunc fb-company">{row.account.name}</span>}
          {row.transactionId !== null && <span class="muted trunc xs">{aboutOf(row.transactionId)}</span>}
          {gist && (
            <span class="fb-ex" lang={row.locale}>
              {gist}
            </span>
          )}
          {(row.test || row.topics.length + row.tags.length > 0) && (
            <span class="fb-meta-tags">
              {row.test && <span class="chip">{textsOf(triageTexts).test}</span>}
              {row.topics.map(({ id, name: topic }) => (
                <span key={id} class="chip trunc">
                  <span class="vh">{textsOf(answerTopicTexts).topic}: </span>
                  {topic}
                </span>
              ))}
              {row.tags.map((tag) => (
                <span key={tag} class="chip solid trunc">
                  {tag}
                </span>
              ))}
            </span>
          )}
          {unread && <span class="vh">{texts.unread}</span>}
        </span>
      </button>
    </li>
  );
}
