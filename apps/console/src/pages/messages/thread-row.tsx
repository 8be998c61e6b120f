import type { message } from '@banso/contract';
import { Avatar, type RowProps } from '@banso/ui';
import { Said, wordsOf } from '../../shell/said.tsx';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { textLanguage } from '../accounts/text-language.ts';
import { messageTexts } from './texts.ts';

/** The name by which a person is called here. */
export function nameOf({ name, email }: { name: string | null; email: string | null }): string {
  return name ?? email ?? textsOf(messageTexts).anonymous;
}

/** One thread of the list. */
export function ThreadRow({
  thread,
  selected,
  rowProps,
  onOpen,
}: {
  thread: message.Thread;
  selected: boolean;
  rowProps: RowProps;
  onOpen: () => void;
}) {
  const texts = textsOf(messageTexts);
  const { contact, account, last, lastAt, unread } = thread;
  const name = nameOf(contact);
  return (
    <li>
      <button
        type="button"
        {...rowProps}
        class={`ms-row${selected ? ' sel' : ''}${unread > 0 ? ' un' : ''}`}
        aria-current={selected ? 'true' : undefined}
        onClick={onOpen}
      >
        <Avatar name={name} size="l" />
        <span class="grow">
          <span class="row ms-top">
            <span class="ms-who trunc">{name}</span>
            <time class="muted xs right nowrap" dateTime={lastAt}>
              {formatNear(lastAt)}
            </time>
          </span>
          {account && <span class="muted trunc ms-company">{account.name}</span>}
          <span class="ms-last trunc" lang={textLanguage(wordsOf(last.text))}>
            {last.author === 'team' ? (
              texts.wrote(last.by ?? texts.team, wordsOf(last.text))
            ) : (
              <Said text={last.text} />
            )}
          </span>
          {unread > 0 && <span class="vh">{texts.unreadCount(unread)}</span>}
        </span>
      </button>
    </li>
  );
}
