import { account as accountSchemas, common } from '@banso/contract';
import { Note } from '@banso/contract/note';
import { spokenNote } from '@banso/domain/text';
import {
  AccountIcon,
  AddIcon,
  CommandPalette,
  DocumentIcon,
  HelpIcon,
  LockIcon as NoteIcon,
  type PaletteGroup,
  PersonIcon,
} from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { useRead } from '../data/query.ts';
import { may } from '../data/session.ts';
import { formatNear } from '../texts/format.ts';
import { shellTexts } from '../texts/shell.ts';
import { erasedName } from '../texts/erased.ts';
import { textsOf } from '../texts/use-texts.ts';
import { PLACES } from './places.ts';
import { wordsOf } from './said.tsx';
import { subjectHref } from './subject-href.ts';

/** ⌘K: finds any page, command, account or person, and what the team wrote in its notes. */
export function Finder({ open, onClose }: { open: boolean; onClose: () => void }) {
  const texts = textsOf(shellTexts);
  const { route } = useLocation();
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const search = { search: wanted, limit: 6 };
  const accounts = useRead('/v1/accounts', common.page(accountSchemas.Account), search, {
    enabled: open && wanted !== '',
  });
  const contacts = useRead('/v1/contacts', common.page(accountSchemas.Contact), search, {
    enabled: open && wanted !== '',
  });

  const notes = useRead(
    '/v1/notes',
    common.page(Note),
    { words: wanted.slice(0, 200), limit: 6 },
    {
      enabled: open && wanted !== '' && may('read_texts'),
    },
  );

  // one line for what they are about, with the newest of its notes
  const noteItems = [
    ...Map.groupBy(notes.data?.data.data ?? [], ({ subject }) => subjectHref(subject.kind, subject.id)),
  ].flatMap(([id, [note]]) => {
    if (!note) return [];
    const { text, mentions, author, createdAt } = note;
    return {
      id,
      label: spokenNote(wordsOf(text), (called) => mentions.find((one) => one.id === called)?.name),
      detail: [author.name, formatNear(createdAt)].filter(Boolean).join(', '),
      icon: NoteIcon,
    };
  });

  const fits = (label: string) => label.toLowerCase().includes(wanted.toLowerCase());
  const places = PLACES.map((place) => ({
    id: place.href,
    label: texts[place.label],
    icon: place.icon,
  })).filter(({ label }) => fits(label));
  const commands = [
    ...(may('write')
      ? [
          { id: '/console/checklists?new=1', label: texts.newChecklist, icon: AddIcon },
          { id: '/console/surveys?new=1', label: texts.newSurvey, icon: AddIcon },
          { id: '/console/resources?new=1', label: texts.newResource, icon: AddIcon },
          { id: '/console/announcements?new=1', label: texts.newAnnouncement, icon: AddIcon },
        ]
      : []),
    { id: '/console/decisions', label: texts.decisions, icon: HelpIcon },
    { id: '/docs', label: texts.apiDocs, icon: DocumentIcon },
  ].filter(({ label }) => fits(label));
  const groups: PaletteGroup[] = [
    {
      id: 'accounts',
      label: texts.accounts,
      items: (accounts.data?.data.data ?? []).map(({ id, name }) => ({
        id: `/console/accounts/${id}`,
        label: name,
        icon: AccountIcon,
      })),
    },
    {
      id: 'contacts',
      label: texts.contacts,
      items: (contacts.data?.data.data ?? []).map(({ id, name, email, externalId, erasedAt }) => ({
        id: `/console/contacts/${id}`,
        label: erasedAt === null ? (name ?? email ?? externalId ?? id) : erasedName(),
        detail: name ? email : null,
        icon: PersonIcon,
      })),
    },
    {
      id: 'notes',
      label: texts.notes,
      items: noteItems,
    },
    { id: 'pages', label: texts.pages, items: places },
    { id: 'commands', label: texts.commands, items: commands },
  ].filter(({ items }) => items.length > 0);

  return (
    <CommandPalette
      open={open}
      onClose={onClose}
      label={texts.find}
      query={query}
      onQuery={setQuery}
      groups={groups}
      busy={accounts.isFetching || contacts.isFetching || notes.isFetching}
      emptyText={texts.noneFound}
      onRun={({ id }, newTab) => {
        onClose();
        setQuery('');
        if (newTab || id === '/docs') window.open(id, '_blank', 'noopener');
        else route(id);
      }}
    />
  );
}
