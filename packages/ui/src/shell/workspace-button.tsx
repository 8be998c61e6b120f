import type { ButtonHTMLAttributes, JSX } from 'preact';
import { SwitchIcon, WorkspaceIcon } from '../icons.ts';
import { Icon } from '../show/icon.tsx';
import type { IconShape } from '../show/icon.tsx';

/** Props of {@link WorkspaceButton}; give it the attributes of a `Menu` trigger. */
export type WorkspaceButtonProps = Omit<ButtonHTMLAttributes, 'icon'> & {
  name: string;
  lang?: string | undefined;
  icon?: IconShape | undefined;
};

/** Where one is, on top of the navigation; opens the list of workspaces. */
export function WorkspaceButton({
  name,
  lang,
  icon = WorkspaceIcon,
  ...rest
}: WorkspaceButtonProps): JSX.Element {
  return (
    <button type="button" {...rest} class="ws">
      <span class="logo">
        <Icon of={icon} />
      </span>
      <span class="tx grow trunc" lang={lang}>
        {name}
      </span>
      <Icon of={SwitchIcon} />
    </button>
  );
}
