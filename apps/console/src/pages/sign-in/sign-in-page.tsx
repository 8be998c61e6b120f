import { Button, Field, Input } from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { api, refreshSession } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { ForgottenPage } from './forgotten-page.tsx';
import { Front, Refusal } from './front.tsx';
import { signInTexts } from './texts.ts';

/**
 * E-mail and password; in an installation with demo data also one click.
 * @param props.mail - The installation has a mail server: whoever forgot the password gets a link.
 */
export function SignInPage({ demo, mail }: { demo: boolean; mail: boolean }) {
  const texts = textsOf(signInTexts);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [forgotten, setForgotten] = useState(false);
  const signingIn = useSubmit();
  const demoing = useSubmit();

  const signIn = () =>
    signingIn.run(async () => {
      await api.call('POST', '/v1/auth/sign-in/email', { schema: z.unknown(), body: { email, password } });
      await refreshSession();
    });
  const enterDemo = () =>
    demoing.run(async () => {
      await api.call('POST', '/v1/demo/sign-in', { schema: z.unknown(), body: {} });
      await refreshSession();
    });

  if (forgotten) return <ForgottenPage email={email} onEmail={setEmail} onBack={() => setForgotten(false)} />;
  return (
    <Front title={texts.signInTo}>
      {demo && (
        <div class="front-demo">
          <p>{texts.demoWhat}</p>
          <Refusal problem={demoing.problem} />
          <Button variant="primary" busy={demoing.busy} onClick={() => void enterDemo()}>
            {texts.demo}
          </Button>
        </div>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <Refusal problem={signingIn.problem} />
        <Field label={texts.email} error={signingIn.errorAt('email')}>
          <Input
            type="email"
            name="email"
            autoComplete="username"
            required
            value={email}
            onValue={setEmail}
          />
        </Field>
        <Field
          label={texts.password}
          hint={mail ? undefined : texts.forgotten}
          error={signingIn.errorAt('password')}
        >
          <Input
            type="password"
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onValue={setPassword}
          />
        </Field>
        <Button type="submit" variant={demo ? 'secondary' : 'primary'} busy={signingIn.busy}>
          {texts.signIn}
        </Button>
        {mail && (
          <Button variant="ghost" onClick={() => setForgotten(true)}>
            {texts.forgot}
          </Button>
        )}
      </form>
    </Front>
  );
}
