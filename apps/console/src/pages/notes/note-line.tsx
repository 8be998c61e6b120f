import { readable } from '@banso/contract';
import { Note } from '@banso/contract/note';
import { notePieces } from '@banso/domain/text';
import { Button, IconButton, LockIcon, Icon, Menu, MoreIcon } from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { forget } from '../../data/query.ts';
import { api, may, me } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { toaster } from '../../shell/toaster.ts';
import { Said, wordsOf } from '../../shell/said.tsx';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { textLanguage } from '../accounts/text-language.ts';
import { asSent, asTyped, type Colleague } from './mention-draft.ts';
import { NoteField } from './note-field.tsx';
import { noteTexts } from './texts.ts';

/** Where notes are read and written. */
export const NOTES_PATH = '/v1/notes';

/** One note; who wrote it can change it and take it away. */
export function NoteLine({ note, colleagues }: { note: Note; colleagues: readonly Colleague[] }) {
  const texts = textsOf(noteTexts);
  const [typed, setTyped] = useState<string>();
  const [called, setCalled] = useState<readonly string[]>([]);
  const submit = useSubmit();
  const by = note.author.name || texts.key;
  const words = readable(note.text);
  const isOwn =
    may('write') && words !== null && note.author.id !== null && note.author.id === me.value?.member.id;

  const save = () =>
    submit.run(async () => {
      const text = asSent(typed ?? '', colleagues, called).trim();
      if (text === '') return;
      if (text !== note.text)
        await api.call('PATCH', `${NOTES_PATH}/${note.id}`, { schema: Note, body: { text } });
      setTyped(undefined);
      forget(NOTES_PATH);
    });
  const remove = async () => {
    try {
      await api.call('DELETE', `${NOTES_PATH}/${note.id}`, { schema: z.undefined() });
      toaster.show({ message: texts.removed, undo: () => void again() });
    } catch {
      toaster.show({ message: texts.notRemoved });
    }
    forget(NOTES_PATH);
  };
  const again = async () => {
    const { subject, text } = note;
    await api
      .call('POST', NOTES_PATH, { schema: Note, body: { subject, text } })
      .catch(() => toaster.show({ message: texts.notSaved }));
    forget(NOTES_PATH);
  };

  return (
    <li class="team-note">
      <div class="row">
        <Icon of={LockIcon} size="s" />
        <span class="med trunc">{by}</span>
        <time class="muted xs nowrap" dateTime={note.createdAt}>
          {formatNear(note.createdAt)}
        </time>
        {note.editedAt !== null && <span class="muted xs nowrap">{texts.edited}</span>}
        {note.unread && <span class="chip on">{texts.calledYou}</span>}
        {isOwn && typed === undefined && (
          <span class="right">
            <Menu
              label={texts.actions(by)}
              align="end"
              sections={[
                {
                  id: 'own',
                  items: [
                    {
                      id: 'edit',
                      label: texts.edit,
                      onSelect: () => setTyped(asTyped(words ?? '', colleagues)),
                    },
                    { id: 'remove', label: texts.remove, danger: true, onSelect: () => void remove() },
                  ],
                },
              ]}
              trigger={(props) => <IconButton {...props} icon={MoreIcon} label={texts.actions(by)} />}
            />
          </span>
        )}
      </div>
      {typed === undefined ? (
        <p class="note-text" lang={textLanguage(wordsOf(note.text))}>
          {words === null && <Said text={note.text} />}
          {notePieces(words ?? '').map((piece, index) =>
            piece.type === 'words' ? (
              piece.text
            ) : (
              <b key={index} class="note-at">
                @{note.mentions.find(({ id }) => id === piece.memberId)?.name || texts.gone}
              </b>
            ),
          )}
        </p>
      ) : (
        <>
          <NoteField
            label={texts.edit}
            value={typed}
            onValue={setTyped}
            colleagues={colleagues}
            onCalled={(id) => setCalled([...called, id])}
            onCommit={() => void save()}
            onLeave={() => setTyped(undefined)}
            areaRef={(area) => document.activeElement === document.body && area?.focus()}
          />
          {submit.problem && <p class="note-bad">{texts.notSaved}</p>}
          <div class="row">
            <Button small class="right" onClick={() => setTyped(undefined)}>
              {texts.cancel}
            </Button>
            <Button small variant="primary" busy={submit.busy} onClick={() => void save()}>
              {texts.save}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}
