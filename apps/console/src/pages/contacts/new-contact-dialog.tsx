import { account } from '@banso/contract';
import { Button, Dialog, Field, FieldGroup, Input, Notice } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { forget } from '../../data/query.ts';
import { api } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { problemWords } from '../accounts/problem-words.ts';
import { AccountPicker } from './account-picker.tsx';
import type { AccountRef } from './account-picker.tsx';
import { contactName } from './contact-columns.tsx';
import { isEmail } from './email.ts';
import { contactTexts } from './texts.ts';

/** A short form for a person whose user id is known; then their page opens. */
export function NewContactDialog({ onClose }: { onClose: () => void }) {
  const texts = textsOf(contactTexts);
  const { route } = useLocation();
  const submit = useSubmit();
  const [tried, setTried] = useState(false);
  const [externalId, setExternalId] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [of, setOf] = useState<AccountRef>(null);
  const idMissing = externalId.trim() === '';
  const emailWrong = email.trim() !== '' && !isEmail(email);
  const idTaken = submit.errorAt('externalId') !== undefined;

  const create = () => {
    setTried(true);
    if (idMissing || emailWrong) return;
    void submit.run(async () => {
      const body = {
        externalId: externalId.trim(),
        ...(name.trim() && { name: name.trim() }),
        ...(email.trim() && { email: email.trim() }),
        ...(of && { accountId: of.id }),
      };
      const { data } = await api.call('POST', '/v1/contacts', { schema: account.Contact, body });
      forget('/v1/contacts');
      forget('/v1/accounts');
      toaster.show({ message: texts.added(contactName(data)) });
      route(`/console/contacts/${data.id}`);
    });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={create}
      title={texts.newTitle}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {texts.add}
          </Button>
        </>
      }
    >
      <div class="fields">
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {problemWords(submit.problem)}
          </Notice>
        )}
        <Field
          label={texts.userId}
          hint={texts.userIdHint}
          error={tried && idMissing ? texts.userIdMissing : idTaken ? texts.idTaken : undefined}
        >
          <Input
            mono
            value={externalId}
            onValue={setExternalId}
            required
            maxLength={200}
            spellcheck={false}
          />
        </Field>
        <div class="fields two">
          <Field label={texts.name} optional>
            <Input value={name} onValue={setName} maxLength={200} />
          </Field>
          <Field label={texts.email} optional error={tried && emailWrong ? texts.emailWrong : undefined}>
            <Input type="email" value={email} onValue={setEmail} maxLength={254} />
          </Field>
        </div>
        <FieldGroup legend={texts.account}>
          <AccountPicker value={of} onValue={setOf} />
        </FieldGroup>
      </div>
    </Dialog>
  );
}
