import { account } from '@banso/contract';
import { Button, Dialog, Field, Input, Notice, Select } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { forget } from '../../data/query.ts';
import { api } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { useMembers } from './members.ts';
import { moneyDraft, MoneyFields, moneyOf } from './money-fields.tsx';
import { problemWords } from './problem-words.ts';
import { accountTexts } from './texts.ts';

/** A short form for a new account; then its page opens. What was typed stays while the dialog is open, whatever happens. */
export function NewAccountDialog({ onClose }: { onClose: () => void }) {
  const texts = textsOf(accountTexts);
  const { route } = useLocation();
  const members = useMembers();
  const submit = useSubmit();
  const [tried, setTried] = useState(false);
  const [name, setName] = useState('');
  const [externalId, setExternalId] = useState('');
  const [plan, setPlan] = useState('');
  const [lifecycle, setLifecycle] = useState<account.Lifecycle>('onboarding');
  const [ownerId, setOwnerId] = useState('');
  const [money, setMoney] = useState(() => moneyDraft(null));
  const [renewalDate, setRenewalDate] = useState('');
  const recurringRevenue = moneyOf(money);
  const nameError = tried && name.trim() === '' ? texts.nameMissing : undefined;
  const moneyError = recurringRevenue === undefined ? texts.amountWrong : undefined;

  const create = () => {
    setTried(true);
    if (name.trim() === '' || recurringRevenue === undefined) return;
    void submit.run(async () => {
      const body = {
        name: name.trim(),
        lifecycle,
        ...(externalId.trim() && { externalId: externalId.trim() }),
        ...(plan.trim() && { plan: plan.trim() }),
        ...(ownerId && { ownerId }),
        ...(recurringRevenue && { recurringRevenue }),
        ...(renewalDate && { renewalDate }),
      };
      const { data } = await api.call('POST', '/v1/accounts', { schema: account.Account, body });
      forget('/v1/accounts');
      forget('/v1/my-day');
      toaster.show({ message: texts.added(data.name) });
      route(`/console/accounts/${data.id}`);
    });
  };
  const idError = submit.errorAt('externalId') === undefined ? undefined : texts.idTaken;

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
        <Field label={texts.name} error={nameError ?? submit.errorAt('name')}>
          <Input value={name} onValue={setName} required maxLength={200} />
        </Field>
        <Field label={texts.externalId} optional hint={texts.externalIdHint} error={idError}>
          <Input mono value={externalId} onValue={setExternalId} maxLength={200} spellcheck={false} />
        </Field>
        <div class="fields two">
          <Field label={texts.lifecycle}>
            <Select
              options={account.LIFECYCLES.map((value) => ({ value, label: texts.lifecycles[value] }))}
              value={lifecycle}
              onValue={setLifecycle}
            />
          </Field>
          <Field label={texts.owner}>
            <Select
              options={[
                { value: '', label: texts.nobody },
                ...members.map(({ id, name: label }) => ({ value: id, label })),
              ]}
              value={ownerId}
              onValue={setOwnerId}
            />
          </Field>
          <Field label={texts.plan} optional>
            <Input value={plan} onValue={setPlan} maxLength={100} />
          </Field>
          <Field label={texts.renewalDate} optional>
            <Input type="date" value={renewalDate} onValue={setRenewalDate} />
          </Field>
        </div>
        <Field label={texts.revenue} optional error={moneyError} hint={texts.amountHint}>
          <MoneyFields draft={money} onDraft={setMoney} />
        </Field>
      </div>
    </Dialog>
  );
}
