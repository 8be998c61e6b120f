import { response } from '@banso/contract';
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
import { connected, listen } from '../data/live.ts';
import { forget, queries, useRead } from '../data/query.ts';
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
  useShortcut('mod+k', () => setFinding(true), { whileTyping: true });
  useLive();

  const item = (place: Place) => (
    <NavItem
      key={place.href}
      href={place.href}
      label={texts[place.label]}
      icon={place.icon}
      current={isAt(place, path)}
      {...(place.label === 'feedback' && { count: unread, hot: unread > 0 })}
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
        dot: place.label === 'feedback' && unread > 0,
      }))}
      banner={<Connection />}
    >
      {children}
      <Finder open={finding} onClose={() => setFinding(false)} />
    </AppShell>
  );
}

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
            case 'content':
              for (const noun of ['checklists', 'surveys', 'resources']) forget(`/v1/${noun}`);
              break;
            case 'seen':
              forget('/v1/workspaces');
              break;
          }
        },
        () => void queries.invalidateQueries(),
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
