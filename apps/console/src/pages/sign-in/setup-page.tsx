import { Button, Field, Input } from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { api, language, refreshSession, timeZone } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { Front, Refusal } from './front.tsx';
import { signInTexts } from './texts.ts';

/** The first screen of a real installation: creates the owner, the company and the first workspace. */
export function SetupPage() {
  const texts = textsOf(signInTexts);
  const [form, setForm] = useState({
    organisation: '',
    workspace: texts.defaultWorkspace,
    name: '',
    email: '',
    password: '',
  });
  const submit = useSubmit();
  const set = (field: keyof typeof form) => (value: string) => setForm((old) => ({ ...old, [field]: value }));

  const create = () =>
    submit.run(async () => {
      await api.call('POST', '/v1/setup', {
        schema: z.unknown(),
        body: { ...form, defaultLocale: language.value, timeZone },
      });
      await refreshSession();
    });

  return (
    <Front title={texts.setUp}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <p class="muted">{texts.setUpWhat}</p>
        <Refusal problem={submit.problem} />
        <Field label={texts.organisation} error={submit.errorAt('organisation')}>
          <Input
            name="organisation"
            autoComplete="organization"
            required
            value={form.organisation}
            onValue={set('organisation')}
          />
        </Field>
        <Field label={texts.workspace} hint={texts.workspaceHint} error={submit.errorAt('workspace')}>
          <Input name="workspace" required value={form.workspace} onValue={set('workspace')} />
        </Field>
        <Field label={texts.name} error={submit.errorAt('name')}>
          <Input name="name" autoComplete="name" required value={form.name} onValue={set('name')} />
        </Field>
        <Field label={texts.email} error={submit.errorAt('email')}>
          <Input
            type="email"
            name="email"
            autoComplete="username"
            required
            value={form.email}
            onValue={set('email')}
          />
        </Field>
        <Field label={texts.password} hint={texts.passwordHint} error={submit.errorAt('password')}>
          <Input
            type="password"
            name="password"
            autoComplete="new-password"
            required
            minLength={8}
            value={form.password}
            onValue={set('password')}
          />
        </Field>
        <Button type="submit" variant="primary" busy={submit.busy}>
          {texts.create}
        </Button>
      </form>
    </Front>
  );
}
