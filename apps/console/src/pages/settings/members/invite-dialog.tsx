import { organisation } from '@banso/contract';
import type { Role } from '@banso/contract';
import { Button, CopyField, Dialog, Field, Input, Notice, Select } from '@banso/ui';
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import { forget } from '../../../data/query.ts';
import { api, me } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { isEmail } from '../../contacts/email.ts';
import { rolesUpTo } from './role-reach.ts';
import { memberTexts } from './texts.ts';

type Invitable = Exclude<Role, 'owner'>;
type Invited = z.infer<typeof organisation.InvitationCreated>;

/** Makes an invitation, which is mailed where there is a mail server, and shows its link once, for sending it oneself. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const texts = textsOf(memberTexts);
  const submit = useSubmit();
  const [tried, setTried] = useState(false);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Invitable>('member');
  const [invited, setInvited] = useState<Invited>();
  const own = me.value?.member.role ?? 'viewer';
  const mail = me.value?.mail ?? false;
  const roles = rolesUpTo(own).filter((each): each is Invitable => each !== 'owner');

  const invite = () => {
    setTried(true);
    if (!isEmail(email)) return;
    void submit.run(async () => {
      const body = { email: email.trim(), role };
      setInvited(
        (await api.call('POST', '/v1/invitations', { schema: organisation.InvitationCreated, body })).data,
      );
      forget('/v1/invitations');
    });
  };
  const emailError = () => {
    if (tried && !isEmail(email)) return texts.emailWrong;
    return submit.errorAt('email') === undefined ? undefined : texts.alreadyMember;
  };

  if (invited) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={invited.mailed ? texts.mailedTitle : texts.linkTitle}
        actions={
          <Button variant="primary" onClick={onClose}>
            {texts.done}
          </Button>
        }
      >
        <div class="stack roomy">
          <p>{invited.mailed ? texts.mailedWhat(invited.email) : texts.linkWhat(invited.email)}</p>
          <CopyField label={texts.link} value={invited.url} />
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={invite}
      title={texts.inviteTitle}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {mail ? texts.invitation : texts.makeLink}
          </Button>
        </>
      }
    >
      <div class="fields">
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {texts.notInvited}
          </Notice>
        )}
        <Field label={texts.email} error={emailError()}>
          <Input type="email" value={email} onValue={setEmail} maxLength={254} required />
        </Field>
        <Field label={texts.role} hint={texts.can[role]}>
          <Select
            options={roles.map((value) => ({ value, label: texts.roles[value] }))}
            value={role}
            onValue={setRole}
          />
        </Field>
        <p class="muted xs">{mail ? texts.inviteMailNote : texts.inviteNote}</p>
      </div>
    </Dialog>
  );
}
