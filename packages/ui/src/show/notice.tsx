import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../class-names.ts';
import { AlertIcon, DoneIcon, FailureIcon, InfoIcon } from '../icons.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon.tsx';

/** What a notice is about. `plain` is grey. */
export type NoticeTone = 'plain' | 'info' | 'good' | 'warn' | 'bad';

/** Props of {@link Notice}. */
export interface NoticeProps {
  /** Default `plain`. */
  tone?: NoticeTone | undefined;
  /** Default: the one of the tone. */
  icon?: IconShape | undefined;
  /** The thing itself, in strong letters, before the rest. */
  title?: ComponentChildren;
  /** One button or link. */
  action?: ComponentChildren;
  /** It came while the page was open and should be read out. `assertive` only for what stops the work. */
  live?: 'polite' | 'assertive' | undefined;
  children?: ComponentChildren;
}

const ICONS: Readonly<Record<NoticeTone, IconShape>> = {
  plain: InfoIcon,
  info: InfoIcon,
  good: DoneIcon,
  warn: AlertIcon,
  bad: FailureIcon,
};

const ROLES = { polite: 'status', assertive: 'alert' } as const;

/** A few sentences in the place they are about. */
export function Notice({ tone = 'plain', icon, title, action, live, children }: NoticeProps): JSX.Element {
  return (
    <div class={classNames('note', tone !== 'plain' && tone)} role={live && ROLES[live]}>
      <Icon of={icon ?? ICONS[tone]} />
      <div class="grow">
        {title !== undefined && <b>{title}</b>} {children}
      </div>
      {action}
    </div>
  );
}
