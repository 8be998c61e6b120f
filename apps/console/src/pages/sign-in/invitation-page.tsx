import { Button, Field, Input, Notice, Skeleton } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { useRead } from '../../data/query.ts';
import { api, refreshSession } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { Front, Refusal } from './front.tsx';
import { signInTexts } from './texts.ts';

const Invitation = z.object({ organisation: z.string(), email: z.string() });

/** Where the link of an invitation leads: name and password, then straight into the console. */
export function InvitationPage({ token }: { token: string }) {
  const texts = textsOf(signInTexts);
  const { route } = useLocation();
  const invitation = useRead(`/v1/invitations/by-token/${encodeURIComponent(token)}`, Invitation);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = useSubmit();

  const join = () =>
    submit.run(async () => {
      await api.call('POST', '/v1/invitations/accept', {
        schema: z.unknown(),
        body: { token, name, password },
      });
      await refreshSession();
      route('/console');
    });

  if (invitation.isPending) return <Skeleton shape="text" />;
  if (!invitation.data) {
    return (
      <Front title={texts.join}>
        <Notice tone="warn" title={texts.noInvitation}>
          {texts.noInvitationWhat}
        </Notice>
      </Front>
    );
  }
  const { organisation, email } = invitation.data.data;
  return (
    <Front title={texts.join}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void join();
        }}
      >
        <p class="muted">{texts.joinWhat(organisation, email)}</p>
        <Refusal problem={submit.problem} />
        <Field label={texts.name} error={submit.errorAt('name')}>
          <Input name="name" autoComplete="name" required value={name} onValue={setName} />
        </Field>
        <Field label={texts.password} hint={texts.passwordHint} error={submit.errorAt('password')}>
          <Input
            type="password"
            name="password"
            autoComplete="new-password"
            required
            minLength={8}
            value={password}
            onValue={setPassword}
          />
        </Field>
        <Button type="submit" variant="primary" busy={submit.busy}>
          {texts.joinButton}
        </Button>
      </form>
    </Front>
  );
}
