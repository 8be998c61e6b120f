import type { ButtonHTMLAttributes, JSX } from 'preact';
import { Avatar } from '../show/avatar.tsx';

/** Props of {@link PersonButton}; give it the attributes of a `Menu` trigger. */
export type PersonButtonProps = ButtonHTMLAttributes & {
  name: string;
  lang?: string | undefined;
  picture?: string | undefined;
};

/** Who is signed in, at the bottom of the navigation; opens their own settings. */
export function PersonButton({ name, lang, picture, ...rest }: PersonButtonProps): JSX.Element {
  return (
    <button type="button" {...rest} class="me">
      <Avatar name={name} picture={picture} />
      <span class="tx grow trunc med" lang={lang}>
        {name}
      </span>
    </button>
  );
}
