import type { JSX } from 'preact';
import { Avatar } from './avatar.tsx';

/** Props of {@link AvatarStack}. */
export interface AvatarStackProps {
  people: readonly { id: string; name: string; picture?: string | undefined }[];
  /** Faces at most, the rest becomes "+n". Default 4. */
  most?: number | undefined;
}

/** Several people in little space; all names are read out. */
export function AvatarStack({ people, most = 4 }: AvatarStackProps): JSX.Element {
  const shown = people.slice(0, most);
  const rest = people.length - shown.length;
  return (
    <span class="avs" role="img" aria-label={people.map((person) => person.name).join(', ')}>
      {shown.map((person) => (
        <Avatar key={person.id} name={person.name} picture={person.picture} size="s" />
      ))}
      {rest > 0 && <span class="av s">+{rest}</span>}
    </span>
  );
}
