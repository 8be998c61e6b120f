import type { ComponentChildren, JSX } from 'preact';
import { NextIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';
import { useUiTexts } from '../texts/ui-texts.ts';

/** Props of {@link PageHeader}. */
export interface PageHeaderProps {
  title: ComponentChildren;
  /** Language of the title when it is not the page's: the name of a company. */
  titleLang?: string | undefined;
  /** The way here, outermost first, without this page. Hidden on a phone. */
  crumbs?: readonly { href: string; label: string }[] | undefined;
  /** Beside the title: a `Chip` or `Status`. */
  status?: ComponentChildren;
  /** Grey words after the title: a date, when it was saved. Hidden on a phone. */
  meta?: ComponentChildren;
  /** Buttons, small, the primary one last. */
  actions?: ComponentChildren;
}

/** First line of a page: where one is, what it is called, how it stands, what can be done. Holds the only `h1`. */
export function PageHeader({
  title,
  titleLang,
  crumbs = [],
  status,
  meta,
  actions,
}: PageHeaderProps): JSX.Element {
  const texts = useUiTexts();
  return (
    <header class="bar">
      <div class="crumb grow">
        {crumbs.length > 0 && (
          <nav class="row desk" aria-label={texts.breadcrumb}>
            {crumbs.map((crumb) => (
              <span class="row" key={crumb.href}>
                <a href={crumb.href}>{crumb.label}</a>
                <Icon of={NextIcon} directional />
              </span>
            ))}
          </nav>
        )}
        <h1 class="trunc" lang={titleLang}>
          {title}
        </h1>
        {status}
        {meta !== undefined && <span class="muted trunc desk">{meta}</span>}
      </div>
      {actions !== undefined && <div class="row bar-a">{actions}</div>}
    </header>
  );
}
