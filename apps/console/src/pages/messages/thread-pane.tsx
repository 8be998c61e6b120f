import { account } from '@banso/contract';
import { Avatar, Button, IconButton, KeyHint, Notice, PreviousIcon, Skeleton, useShortcut } from '@banso/ui';
import { useRef, useState } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { useUrlState } from '../../data/url-state.ts';
import { may } from '../../data/session.ts';
import { toaster } from '../../shell/toaster.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { textsOf } from '../../texts/use-texts.ts';
import { CaseStrip } from '../cases/case-card.tsx';
import { NotesSlot } from '../notes/notes-slot.tsx';
import { notesTitle } from '../notes/notes-title.ts';
import { Conversation } from './conversation.tsx';
import { messageTexts } from './texts.ts';
import { nameOf } from './thread-row.tsx';
import { useThread } from './use-thread.ts';

/** One thread, whole, beside the list. */
export function ThreadPane({
  contactId,
  about,
  onClose,
  onSent,
}: {
  contactId: string;
  about: string | undefined;
  onClose: () => void;
  onSent: () => void;
}) {
  const texts = textsOf(messageTexts);
  const read = useRead(`/v1/contacts/${contactId}`, account.Contact);
  const thread = useThread(contactId);
  const area = useRef<HTMLTextAreaElement | null>(null);
  const contact = read.data?.data;
  const putBack = () => {
    thread.markUnread().then(
      () => toaster.show({ message: texts.markedUnread }),
      () => toaster.show({ message: texts.failed }),
    );
  };
  const mayPutBack = may('write') && thread.messages.some(({ author }) => author === 'contact');
  useShortcut('u', putBack, { enabled: mayPutBack });
  useShortcut('r', () => area.current?.focus(), { enabled: may('reply') });

  if (read.isPending)
    return (
      <article class="ms-pane">
        <Skeleton shape="text" />
      </article>
    );
  if (!contact)
    return (
      <article class="ms-pane">
        <ReadFailed of={read} title={texts.gone}>
          {texts.goneWhat}
        </ReadFailed>
      </article>
    );
  const name = nameOf(contact);
  return (
    <article class="ms-pane" aria-labelledby="thread-name">
      <header class="ms-head">
        <span class="phone">
          <IconButton icon={PreviousIcon} label={texts.back} onClick={onClose} />
        </span>
        <Avatar name={name} size="l" />
        <div class="grow">
          <h2 id="thread-name">
            <a href={`/console/contacts/${contact.id}`}>{name}</a>
          </h2>
          {contact.account && (
            <p class="muted trunc">
              <a href={`/console/accounts/${contact.account.id}`}>{contact.account.name}</a>
            </p>
          )}
        </div>
        {mayPutBack && (
          <Button small onClick={putBack}>
            {texts.markUnread}
          </Button>
        )}
      </header>
      {!contact.verified && contact.externalId !== null && (
        <Notice tone="warn" title={texts.unverified}>
          {texts.unverifiedWhat}
        </Notice>
      )}
      <CaseStrip contactId={contactId} />
      <Conversation
        contactId={contactId}
        name={name}
        thread={thread}
        about={about}
        onSent={onSent}
        areaRef={(element) => (area.current = element)}
      />
      <ThreadNotes contactId={contactId} />
      <footer class="ms-keys desk">
        <span>
          <KeyHint keys={['J']} /> <KeyHint keys={['K']} /> {texts.keys.move}
        </span>
        {may('write') && (
          <>
            {may('reply') && (
              <span>
                <KeyHint keys={['R']} /> {texts.keys.reply}
              </span>
            )}
            <span>
              <KeyHint keys={['U']} /> {texts.keys.unread}
            </span>
            {may('reply') && (
              <span>
                <KeyHint keys={['mod', 'Enter']} /> {texts.keys.send}
              </span>
            )}
          </>
        )}
      </footer>
    </article>
  );
}

/** Notes on the thread, read only when they are opened: who is called to one has seen it then. */
function ThreadNotes({ contactId }: { contactId: string }) {
  const [query] = useUrlState();
  const [isOpen, setOpen] = useState(query['notes'] !== undefined);
  return (
    <details class="ms-notes" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{notesTitle()}</summary>
      {isOpen && <NotesSlot kind="thread" id={contactId} />}
    </details>
  );
}
