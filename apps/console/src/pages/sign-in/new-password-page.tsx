import { Button, Field, Input, Notice } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { api, refreshSession } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { Front, Refusal } from './front.tsx';
import { signInTexts } from './texts.ts';

/** Where the link of a mail leads: a new password, then straight into the console. */
export function NewPasswordPage({ token }: { token: string }) {
  const texts = textsOf(signInTexts);
  const { route } = useLocation();
  const [password, setPassword] = useState('');
  const submit = useSubmit();
  const hasEnded = submit.problem?.status === 404 || submit.errorAt('token') !== undefined;

  const change = () =>
    submit.run(async () => {
      const body = { token, password };
      await api.call('POST', '/v1/auth/password-reset/use', { schema: z.unknown(), body });
      await refreshSession();
      route('/console');
    });

  return (
    <Front title={texts.newTitle}>
      {hasEnded ? (
        <Notice tone="warn" title={texts.linkEnded} live="assertive">
          {texts.linkEndedWhat}
        </Notice>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void change();
          }}
        >
          <p class="muted">{texts.newWhat}</p>
          <Refusal problem={submit.problem} />
          <Field label={texts.newPassword} hint={texts.passwordHint} error={submit.errorAt('password')}>
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
            {texts.newButton}
          </Button>
        </form>
      )}
      {hasEnded && (
        <Button variant="ghost" onClick={() => route('/console')}>
          {texts.back}
        </Button>
      )}
    </Front>
  );
}
