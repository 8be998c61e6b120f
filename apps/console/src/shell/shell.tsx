import { message, response } from '@banso/contract';
import {
  AppShell,
  Banner,
  DarkIcon,
  FinderButton,
  LanguageIcon,
  LightIcon,
  Menu,
  NavGroup,
  NavItem,
  OfflineIcon,
  PersonButton,
  SignOutIcon,
  useShortcut,
  WorkspaceButton,
} from '@banso/ui';
import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { connected, editing, listen } from '../data/live.ts';
import { forget, useRead } from '../data/query.ts';
import {
  chooseLanguage,
  chooseScheme,
  chooseWorkspace,
  language,
  me,
  type Scheme,
  scheme,
  signOut,
  workspace,
} from '../data/session.ts';
import { shellTexts } from '../texts/shell.ts';
import { textsOf } from '../texts/use-texts.ts';
import { Finder } from './finder.tsx';
import { isAt, type Place, PLACES } from './places.ts';

const LANGUAGE_NAMES = { en: 'English', ja: '日本語', ko: '한국어' } as const;
const SCHEMES: readonly Scheme[] = ['auto', 'light', 'dark'];

/** Navigation, workspace, person and the live feed around every page. */
export function Shell({ children }: { children: ComponentChildren }) {
  const texts = textsOf(shellTexts);
  const { path } = useLocation();
  const [finding, setFinding] = useState(false);
  const unread = useRead('/v1/responses/unread', response.UnreadCount).data?.data.unread ?? 0;
  const waiting = useRead('/v1/messages/waiting', message.WaitingThreads).data?.data.waiting ?? 0;
  const notices = useRead('/v1/notices', response.UnreadCount, { limit: 1 }).data?.data.unread ?? 0;
  /** What waits to be read in a place. */
  const counts: Partial<Record<Place['label'], number>> = { feedback: unread, messages: waiting, notices };
  useShortcut('mod+k', () => setFinding(true), { whileTyping: true });
  useLive();

  const item = (place: Place) => (
    <NavItem
      key={place.href}
      href={place.href}
      label={texts[place.label]}
      icon={place.icon}
      current={isAt(place, path)}
      {...countOf(counts[place.label])}
    />
  );
  const groups = [...new Set(PLACES.map(({ group }) => group))];

  return (
    <AppShell
      head={<WorkspaceMenu />}
      finder={<FinderButton label={texts.find} onOpen={() => setFinding(true)} />}
      nav={groups.map((group) => {
        const items = PLACES.filter((place) => place.group === group).map(item);
        return group ? (
          <NavGroup key={group} label={texts[group]}>
            {items}
          </NavGroup>
        ) : (
          items
        );
      })}
      foot={<PersonMenu />}
      bottomBar={PLACES.slice(0, 4).map((place) => ({
        href: place.href,
        label: texts[place.label],
        icon: place.icon,
        current: isAt(place, path),
        dot: (counts[place.label] ?? 0) > 0,
      }))}
      banner={<Connection />}
    >
      {children}
      <Finder open={finding} onClose={() => setFinding(false)} />
    </AppShell>
  );
}

const countOf = (count: number | undefined) => (count === undefined ? {} : { count, hot: count > 0 });

/** Keeps what is on the screen up to date while the workspace is open. */
function useLive() {
  useEffect(
    () =>
      listen(
        (event) => {
          switch (event.type) {
            case 'response':
              forget('/v1/responses');
              forget('/v1/reports');
              forget('/v1/my-day');
              break;
            case 'progress':
              forget('/v1/checklists');
              forget(`/v1/contacts/${event.contactId}`);
              if (event.accountId) forget(`/v1/accounts/${event.accountId}`);
              break;
            case 'message':
              forget('/v1/messages');
              break;
            case 'note':
              forget('/v1/notes');
              forget('/v1/my-day');
              break;
            case 'case':
              forget('/v1/cases');
              forget('/v1/my-day');
              break;
            case 'task':
              forget('/v1/tasks');
              forget('/v1/my-day');
              break;
            case 'segment':
              forget('/v1/segments');
              break;
            case 'import':
              forget('/v1/imports');
              break;
            case 'theme':
              forget('/v1/themes');
              break;
            case 'topic':
              forget('/v1/topics');
              break;
            case 'notice':
              forget('/v1/notices');
              break;
            case 'webhook':
              forget('/v1/webhooks');
              break;
            case 'alert-rule':
              forget('/v1/alert-rules');
              break;
            case 'erasure':
              forget('/v1/erasures');
              forget('/v1/contacts');
              forget('/v1/my-day');
              break;
            case 'content':
              for (const noun of ['checklists', 'surveys', 'resources', 'announcements'])
                forget(`/v1/${noun}`);
              break;
            case 'editing':
              editing.value = event;
              break;
            case 'seen':
            case 'heard':
            case 'workspace':
              forget('/v1/workspaces');
              break;
          }
        },
        () => forget('/'),
      ),
    [],
  );
}

/** Says when the live feed has been away for a while: a short break is nobody's business. */
function Connection() {
  const [late, setLate] = useState(false);
  const away = !connected.value;
  useEffect(() => {
    const timer = away ? setTimeout(() => setLate(true), 4_000) : undefined;
    if (!away) setLate(false);
    return () => clearTimeout(timer);
  }, [away]);
  return late ? (
    <Banner tone="warn" icon={OfflineIcon}>
      {textsOf(shellTexts).offline}
    </Banner>
  ) : null;
}

function WorkspaceMenu() {
  const texts = textsOf(shellTexts);
  const current = workspace.value;
  const all = me.value?.workspaces ?? [];
  return (
    <Menu
      label={texts.workspace}
      sections={[
        {
          id: 'workspaces',
          heading: texts.workspace,
          items: all.map(({ id, name }) => ({
            id,
            label: name,
            checked: id === current?.id,
            onSelect: () => chooseWorkspace(id),
          })),
        },
        { id: 'more', items: [{ id: 'settings', label: texts.settings, href: '/console/settings' }] },
      ]}
      trigger={(props) => <WorkspaceButton {...props} name={current?.name ?? ''} />}
    />
  );
}

function PersonMenu() {
  const texts = textsOf(shellTexts);
  const user = me.value?.user;
  return (
    <Menu
      label={texts.you}
      side="above"
      sections={[
        {
          id: 'language',
          heading: texts.language,
          items: (Object.keys(LANGUAGE_NAMES) as (keyof typeof LANGUAGE_NAMES)[]).map((tag) => ({
            id: tag,
            label: LANGUAGE_NAMES[tag],
            lang: tag,
            icon: LanguageIcon,
            checked: language.value === tag,
            onSelect: () => chooseLanguage(tag),
          })),
        },
        {
          id: 'scheme',
          heading: texts.appearance,
          items: SCHEMES.map((each) => ({
            id: each,
            label: texts[each],
            icon: each === 'dark' ? DarkIcon : LightIcon,
            checked: scheme.value === each,
            onSelect: () => chooseScheme(each),
          })),
        },
        {
          id: 'out',
          items: [{ id: 'out', label: texts.signOut, icon: SignOutIcon, onSelect: () => void signOut() }],
        },
      ]}
      trigger={(props) => <PersonButton {...props} name={user?.name ?? ''} />}
    />
  );
}
