import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../class-names.ts';
import { CloseIcon } from '../icons.ts';
import { useUiTexts } from '../texts/ui-texts.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon.tsx';

/** Props of {@link Banner}. */
export interface BannerProps {
  tone: 'info' | 'warn' | 'bad';
  icon?: IconShape | undefined;
  action?: ComponentChildren;
  /** Shows a cross. Leave it out for what stays true, such as being offline. */
  onDismiss?: (() => void) | undefined;
  children: ComponentChildren;
}

/** One line over the whole page: offline, demo data, a new version. Read out when it appears. */
export function Banner({ tone, icon, action, onDismiss, children }: BannerProps): JSX.Element {
  const texts = useUiTexts();
  return (
    <div class={classNames('banner', tone)} role="status">
      {icon && <Icon of={icon} />}
      <div class="grow">{children}</div>
      {action}
      {onDismiss && (
        <button type="button" class="chip-x" aria-label={texts.close} onClick={onDismiss}>
          <Icon of={CloseIcon} />
        </button>
      )}
    </div>
  );
}
