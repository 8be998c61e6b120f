import { Note, ReadNotes } from '@banso/contract/note';
import type { SubjectKind } from '@banso/contract/subject';
import { Button, LoadMore, Notice, Skeleton } from '@banso/ui';
import { useEffect, useState } from 'preact/hooks';
import { forget, usePages } from '../../data/query.ts';
import { api, may } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { textsOf } from '../../texts/use-texts.ts';
import { useMembers } from '../accounts/members.ts';
import { asSent } from './mention-draft.ts';
import { NoteField } from './note-field.tsx';
import { NOTES_PATH, NoteLine } from './note-line.tsx';
import './notes.css';
import { notesTitle } from './notes-title.ts';
import { noteTexts } from './texts.ts';

/** Props of {@link NotesPanel}. */
export interface NotesPanelProps {
  kind: SubjectKind;
  id: string;
  /** The field for a new one, for a shortcut. */
  areaRef?: ((area: HTMLTextAreaElement | null) => void) | undefined;
}

/** What the team says to each other about something, the oldest first, and a field for more. Who is called to it has read it then. */
export function NotesPanel({ kind, id, areaRef }: NotesPanelProps) {
  const texts = textsOf(noteTexts);
  const colleagues = useMembers();
  const read = usePages(NOTES_PATH, Note, { kind, id, limit: 20 });
  const newest = read.data?.pages.flatMap((page) => page.data) ?? [];
  const hasCalled = newest.some(({ unread }) => unread);
  // notes quote what customers write
  const writes = may('write') && may('read_texts');
  const [text, setText] = useState('');
  const [called, setCalled] = useState<readonly string[]>([]);
  const submit = useSubmit();

  useEffect(() => {
    if (!hasCalled) return;
    // the mark stays on the note while it is on the screen; the day is told
    api
      .call('POST', `${NOTES_PATH}/read`, { schema: ReadNotes, body: { subject: { kind, id } } })
      .then(() => forget('/v1/my-day'))
      .catch(() => undefined); // it stays in the day, and is told again next time
  }, [hasCalled, kind, id]);

  const add = () =>
    submit.run(async () => {
      const words = asSent(text, colleagues, called).trim();
      if (words === '') return;
      const body = { subject: { kind, id }, text: words };
      await api.call('POST', NOTES_PATH, { schema: Note, body });
      setText('');
      setCalled([]);
      forget(NOTES_PATH);
    });

  return (
    <div class="notes" role="group" aria-label={notesTitle()}>
      {read.isPending && <Skeleton shape="text" />}
      {read.error && newest.length === 0 && (
        <ReadFailed of={read} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {read.hasNextPage && (
        <LoadMore
          shown={newest.length}
          busy={read.isFetchingNextPage}
          onMore={() => void read.fetchNextPage()}
        />
      )}
      {newest.length > 0 && (
        <ul class="note-list">
          {newest.toReversed().map((note) => (
            <NoteLine key={note.id} note={note} colleagues={colleagues} />
          ))}
        </ul>
      )}
      {read.isSuccess && newest.length === 0 && !writes && <p class="muted">{texts.none}</p>}
      {writes && (
        <div class="note-new">
          <NoteField
            label={texts.write}
            value={text}
            onValue={setText}
            colleagues={colleagues}
            onCalled={(one) => setCalled([...called, one])}
            onCommit={() => void add()}
            areaRef={areaRef}
          />
          {submit.problem && (
            <Notice tone="bad" live="assertive">
              {submit.problem.status === 410 ? texts.erasedWhat : texts.notSaved}
            </Notice>
          )}
          <div class="row wrap">
            <span class="muted xs grow">{texts.what}</span>
            <Button small busy={submit.busy} onClick={() => void add()}>
              {texts.add}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
