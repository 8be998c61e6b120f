import { LockIcon, Notice } from '@banso/ui';
import { useMembers } from '../accounts/members.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { settingsTexts } from './texts.ts';

/** Why a member sees less here, and whom to ask. */
export function NeedsAdmin({ of }: { of: keyof (typeof settingsTexts)['en']['needsAdmin'] }) {
  const texts = textsOf(settingsTexts);
  const admins = useMembers()
    .filter(({ role }) => role === 'owner' || role === 'admin')
    .map(({ name }) => name)
    .slice(0, 2);
  return (
    <Notice icon={LockIcon} title={texts.needsAdmin[of]}>
      {texts.ask(admins.length > 0 ? admins.join(texts.and) : texts.anAdmin)}
    </Notice>
  );
}
