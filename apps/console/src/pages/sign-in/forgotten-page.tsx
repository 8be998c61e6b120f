import { Button, Field, Input, Notice } from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { api, language } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { Front, Refusal } from './front.tsx';
import { signInTexts } from './texts.ts';

/** Asks for a mail with a link to a new password. */
export function ForgottenPage({
  email,
  onEmail,
  onBack,
}: {
  email: string;
  onEmail: (email: string) => void;
  onBack: () => void;
}) {
  const texts = textsOf(signInTexts);
  const submit = useSubmit();
  const [sentTo, setSentTo] = useState<string>();

  const ask = () =>
    submit.run(async () => {
      const body = { email: email.trim(), language: language.value };
      await api.call('POST', '/v1/auth/password-reset', { schema: z.unknown(), body });
      setSentTo(body.email);
    });

  return (
    <Front title={texts.forgotTitle}>
      {sentTo === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <p class="muted">{texts.forgotWhat}</p>
          <Refusal problem={submit.problem} />
          <Field label={texts.email} error={submit.errorAt('email')}>
            <Input
              type="email"
              name="email"
              autoComplete="username"
              required
              autoFocus
              value={email}
              onValue={onEmail}
            />
          </Field>
          <Button type="submit" variant="primary" busy={submit.busy}>
            {texts.sendLink}
          </Button>
        </form>
      ) : (
        <Notice tone="good" title={texts.sent} live="polite">
          {texts.sentWhat(sentTo)}
        </Notice>
      )}
      <Button variant="ghost" onClick={onBack}>
        {texts.back}
      </Button>
    </Front>
  );
}
