import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { MenuIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';
import type { IconShape } from '../show/icon.tsx';
import { useUiTexts } from '../texts/ui-texts.ts';
import { Sheet } from './sheet.tsx';

/** One of the (at most four) places on the bottom bar of a phone. */
export interface BottomBarItem {
  href: string;
  label: string;
  icon: IconShape;
  current?: boolean | undefined;
  /** Something waits there. */
  dot?: boolean | undefined;
}

/** Props of {@link AppShell}. */
export interface AppShellProps {
  /** Top of the navigation: a `WorkspaceButton` in a `Menu`. */
  head?: ComponentChildren;
  /** Under the head: a `FinderButton`. */
  finder?: ComponentChildren;
  /** `NavItem`s and `NavGroup`s. */
  nav: ComponentChildren;
  /** Bottom of the navigation: a `PersonButton` in a `Menu`. */
  foot?: ComponentChildren;
  /** Four places at most; "More" opens everything else. */
  bottomBar: readonly BottomBarItem[];
  /** Above the page, over its full width: a `Banner`. */
  banner?: ComponentChildren;
  /** The page: `PageHeader`, then `PageBody` or `Panes`. */
  children: ComponentChildren;
}

/** Id of the main element, for moving the focus when the page changes. */
export const MAIN_ID = 'main';

/** Navigation of 228 px, a rail at 1180 px and less, a bottom bar at 720 px and less; the page beside it. */
export function AppShell({
  head,
  finder,
  nav,
  foot,
  bottomBar,
  banner,
  children,
}: AppShellProps): JSX.Element {
  const texts = useUiTexts();
  const [more, setMore] = useState(false);
  const elsewhere = !bottomBar.some((item) => item.current);
  return (
    <div class="shell">
      <a class="skip" href={`#${MAIN_ID}`}>
        {texts.skipToContent}
      </a>
      <aside class="side" aria-label={texts.mainNavigation}>
        {head}
        {finder}
        <nav class="nav" aria-label={texts.mainNavigation}>
          {nav}
        </nav>
        {foot !== undefined && <div class="side-foot">{foot}</div>}
      </aside>
      <main id={MAIN_ID} class="panel" tabIndex={-1}>
        {banner}
        {children}
      </main>
      <nav class="tabbar" aria-label={texts.mainNavigation}>
        {bottomBar.map((item) => (
          <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
            <Icon of={item.icon} size="l" />
            <span>{item.label}</span>
            {item.dot && <i class="dot" />}
          </a>
        ))}
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={more}
          aria-current={elsewhere ? 'true' : undefined}
          onClick={() => setMore(true)}
        >
          <Icon of={MenuIcon} size="l" />
          <span>{texts.more}</span>
        </button>
      </nav>
      <Sheet open={more} label={texts.allSections} onClose={() => setMore(false)}>
        {head}
        {finder}
        <nav class="nav" aria-label={texts.allSections}>
          {nav}
        </nav>
        {foot}
      </Sheet>
    </div>
  );
}
