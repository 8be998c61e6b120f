import { organisation } from '@banso/contract';
import { Card, DefinitionList, Field, FieldGroup, Input, Notice, RadioSegment } from '@banso/ui';
import { useState } from 'preact/hooks';
import { forget } from '../../../data/query.ts';
import { api, chooseLanguage, chooseScheme, language, me, scheme, state } from '../../../data/session.ts';
import type { Language } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { toaster } from '../../../shell/toaster.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { memberTexts } from '../members/texts.ts';
import { DigestForm } from './digest-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SaveRow, saveTexts } from '../save-row.tsx';
import { profileTexts } from './texts.ts';

const LANGUAGES: { value: Language; label: string; lang: string }[] = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'ja', label: '日本語', lang: 'ja' },
  { value: 'ko', label: '한국어', lang: 'ko' },
];

/** One's own name, language, appearance, weekly digest and password. */
export function ProfileSection() {
  const texts = textsOf(profileTexts);
  return (
    <div class="set-col">
      <Card title={texts.you}>
        <div class="fields set-form">
          <NameForm />
          <FieldGroup legend={texts.language} hint={texts.languageHint}>
            <RadioSegment
              label={texts.language}
              options={LANGUAGES}
              value={language.value}
              onChange={chooseLanguage}
            />
          </FieldGroup>
          <FieldGroup legend={texts.appearance} hint={texts.appearanceHint}>
            <RadioSegment
              label={texts.appearance}
              options={(['auto', 'light', 'dark'] as const).map((value) => ({
                value,
                label: texts.schemes[value],
              }))}
              value={scheme.value}
              onChange={chooseScheme}
            />
          </FieldGroup>
          <Fixed />
        </div>
      </Card>
      <DigestForm />
      <PasswordForm />
    </div>
  );
}

/** What one cannot change oneself. */
function Fixed() {
  const texts = textsOf(profileTexts);
  const { roles } = textsOf(memberTexts);
  const own = me.value;
  if (!own) return null;
  return (
    <DefinitionList
      items={[
        {
          term: texts.email,
          detail: (
            <>
              {own.user.email}
              <span class="hint">{texts.emailHint}</span>
            </>
          ),
        },
        { term: texts.role, detail: roles[own.member.role] },
      ]}
    />
  );
}

function NameForm() {
  const texts = textsOf(profileTexts);
  const submit = useSubmit();
  const known = me.value?.user.name ?? '';
  const [draft, setDraft] = useState<string>();
  const name = draft ?? known;
  const missing = name.trim() === '';

  const put = async (to: string) => {
    const { data } = await api.call('PATCH', '/v1/me', { schema: organisation.Me, body: { name: to } });
    state.value = { status: 'signed_in', me: data };
    forget('/v1/members');
  };
  const save = () => {
    if (missing) return;
    void submit.run(async () => {
      await put(name.trim());
      setDraft(undefined);
      toaster.show({
        message: texts.saved,
        undo: () => void put(known).catch(() => toaster.show({ message: textsOf(saveTexts).notSaved })),
      });
    });
  };
  return (
    <form
      noValidate
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {submit.problem && (
        <Notice tone="bad" live="assertive">
          {textsOf(saveTexts).notSaved}
        </Notice>
      )}
      <Field
        label={texts.name}
        hint={texts.nameHint}
        error={missing ? texts.nameMissing : submit.errorAt('name')}
      >
        <Input value={name} onValue={setDraft} maxLength={200} autocomplete="name" />
      </Field>
      {draft !== undefined && draft !== known && (
        <SaveRow busy={submit.busy} onDiscard={() => setDraft(undefined)} />
      )}
    </form>
  );
}
