import { Button, Card, Field, Input, Notice } from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { api, me } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { toaster } from '../../../shell/toaster.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { profileTexts } from './texts.ts';

const SHORTEST = 8;

/** Changes one's own password; every other session ends. */
export function PasswordForm() {
  const texts = textsOf(profileTexts);
  const submit = useSubmit();
  const [tried, setTried] = useState(false);
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNext] = useState('');

  const change = () => {
    setTried(true);
    if (currentPassword === '' || newPassword.length < SHORTEST) return;
    void submit.run(async () => {
      await api.call('POST', '/v1/me/password', {
        schema: z.unknown(),
        body: { currentPassword, newPassword },
      });
      setCurrent('');
      setNext('');
      setTried(false);
      toaster.show({ message: texts.changed });
    });
  };
  const currentError = () => {
    if (tried && currentPassword === '') return texts.currentMissing;
    return submit.errorAt('currentPassword') === undefined ? undefined : texts.wrong;
  };
  const nextError = () => {
    if (tried && newPassword.length < SHORTEST) return texts.tooShort;
    return submit.errorAt('newPassword') === undefined ? undefined : texts.tooEasy;
  };

  return (
    <Card title={texts.password}>
      <form
        noValidate
        class="fields set-form"
        onSubmit={(event) => {
          event.preventDefault();
          change();
        }}
      >
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {submit.problem.status === 429 ? texts.tooMany : texts.notSaved}
          </Notice>
        )}
        {/* password managers file the new one under this name */}
        <input
          class="vh"
          type="text"
          autocomplete="username"
          value={me.value?.user.email ?? ''}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <Field label={texts.current} error={currentError()}>
          <Input
            type="password"
            autocomplete="current-password"
            value={currentPassword}
            onValue={setCurrent}
            maxLength={128}
          />
        </Field>
        <Field label={texts.next} hint={texts.nextHint} error={nextError()}>
          <Input
            type="password"
            autocomplete="new-password"
            value={newPassword}
            onValue={setNext}
            maxLength={128}
          />
        </Field>
        <div>
          <Button type="submit" busy={submit.busy}>
            {texts.changeIt}
          </Button>
        </div>
      </form>
    </Card>
  );
}
