import { ErrorState, Icon, PageHeader, PreviousIcon, Skeleton } from '@banso/ui';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { textsOf } from '../../texts/use-texts.ts';
import { LOADERS, SECTIONS } from './sections.ts';
import type { SectionId } from './sections.ts';
import './settings.css';
import { settingsTexts } from './texts.ts';

/** The settings. Without a section, a phone shows what there is; a wide window shows the first one beside it. */
export function SettingsPage({ section }: { section?: string | undefined }) {
  const texts = textsOf(settingsTexts);
  const named = SECTIONS.find(({ id }) => id === section)?.id;
  const id = named ?? 'install';
  return (
    <>
      <PageHeader
        title={
          named ? (
            texts.sections[named]
          ) : (
            <>
              <span class="phone">{texts.title}</span>
              <span class="desk">{texts.sections[id]}</span>
            </>
          )
        }
        crumbs={[{ href: '/console/settings', label: texts.title }]}
      />
      <div class={named ? 'set set-in' : 'set'}>
        <Navigation current={id} />
        <div class="set-body">
          <a class="set-back link" href="/console/settings">
            <Icon of={PreviousIcon} size="s" directional />
            {texts.all}
          </a>
          <Section key={id} id={id} />
        </div>
      </div>
    </>
  );
}

function Navigation({ current }: { current: SectionId }) {
  const texts = textsOf(settingsTexts);
  const groups = [...new Set(SECTIONS.map(({ group }) => group))];
  return (
    <nav class="set-nav" aria-label={texts.title}>
      {groups.map((group) => (
        <div key={group} role="group" aria-label={texts.groups[group]}>
          <p aria-hidden="true">{texts.groups[group]}</p>
          {SECTIONS.filter((section) => section.group === group).map(({ id }) => (
            <a key={id} href={`/console/settings/${id}`} aria-current={id === current ? 'page' : undefined}>
              {texts.sections[id]}
            </a>
          ))}
        </div>
      ))}
    </nav>
  );
}

type Loaded = { status: 'loading' } | { status: 'failed' } | { status: 'ready'; Component: ComponentType };

function Section({ id }: { id: SectionId }) {
  const texts = textsOf(settingsTexts);
  const [loaded, setLoaded] = useState<Loaded>({ status: 'loading' });
  const load = () => {
    let wanted = true;
    setLoaded({ status: 'loading' });
    LOADERS[id]().then(
      (Component) => wanted && setLoaded({ status: 'ready', Component }),
      () => wanted && setLoaded({ status: 'failed' }),
    );
    return () => {
      wanted = false;
    };
  };
  useEffect(load, [id]);
  switch (loaded.status) {
    case 'loading':
      return <Skeleton shape="cards" count={2} />;
    case 'failed':
      return (
        <ErrorState title={texts.loadFailed} onRetry={() => void load()}>
          {texts.failedWhat}
        </ErrorState>
      );
    case 'ready':
      return <loaded.Component />;
  }
}
