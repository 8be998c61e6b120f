import type { ComponentChildren, JSX } from 'preact';
import { rove } from '../controls/rove.ts';
import { Icon } from '../show/icon.tsx';
import type { IconShape } from '../show/icon.tsx';

/** One tab. */
export interface TabItem {
  id: string;
  label: ComponentChildren;
  icon?: IconShape | undefined;
  /** In grey after the label. */
  count?: number | string | undefined;
  /** After the count, such as a `Status`. */
  mark?: ComponentChildren;
  /** Where the tab leads, when tabs are pages. Give it to all tabs or to none. */
  href?: string | undefined;
}

/** Props of {@link Tabs}. */
export interface TabsProps {
  /** What the tabs are about, for screen readers. */
  label: string;
  tabs: readonly TabItem[];
  /** Id of the tab that is shown. */
  current: string;
  /** For tabs without `href`. */
  onChange?: ((id: string) => void) | undefined;
  /** For tabs without `href`: id of the element with `role="tabpanel"`. */
  panelId?: string | undefined;
  /** At the end of the row. Hidden on a phone. */
  end?: ComponentChildren;
}

/** Views of one thing. With `href` they are links, so that the view lives in the URL; otherwise a tab list. */
export function Tabs({ label, tabs, current, onChange, panelId, end }: TabsProps): JSX.Element {
  const links = tabs.some((tab) => tab.href !== undefined);
  return (
    <div class="bar tabs-bar">
      {links ? (
        <nav class="tabs" aria-label={label}>
          {tabs.map((tab) => (
            <a key={tab.id} href={tab.href ?? ''} aria-current={tab.id === current ? 'page' : undefined}>
              <Inside tab={tab} />
            </a>
          ))}
        </nav>
      ) : (
        <div class="tabs" role="tablist" aria-label={label} onKeyDown={rove}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              aria-selected={tab.id === current}
              aria-controls={panelId}
              tabIndex={tab.id === current ? 0 : -1}
              onClick={() => onChange?.(tab.id)}
              onFocus={() => tab.id !== current && onChange?.(tab.id)}
            >
              <Inside tab={tab} />
            </button>
          ))}
        </div>
      )}
      {end !== undefined && <span class="right row desk">{end}</span>}
    </div>
  );
}

function Inside({ tab }: { tab: TabItem }): JSX.Element {
  return (
    <>
      {tab.icon && <Icon of={tab.icon} />}
      {tab.label}
      {tab.count !== undefined && <span class="n">{tab.count}</span>}
      {tab.mark}
    </>
  );
}
