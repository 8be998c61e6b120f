import { Renewal } from '@banso/contract/renewal';
import type { RenewalOutcome } from '@banso/domain/renewal';
import { Button, Dialog, Field, Input, Notice } from '@banso/ui';
import { useState } from 'preact/hooks';
import { api } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { toaster } from '../../../shell/toaster.ts';
import { formatDay } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import type { Account } from '../account-columns.tsx';
import { moneyDraft, MoneyFields, moneyOf } from '../money-fields.tsx';
import { problemWords } from '../problem-words.ts';
import { accountTexts } from '../texts.ts';
import type { RecordAccess } from '../use-record.ts';
import { renewalTexts } from './texts.ts';

/** Props of {@link RenewalDialog}. */
export interface RenewalDialogProps {
  access: RecordAccess<Account>;
  record: Account;
  outcome: RenewalOutcome;
  /** The account and its renewals are others now, or were others already. */
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Asks what has to be known of a renewal: when it was decided, and of one that was renewed until when and for how much. */
export function RenewalDialog({ access, record, outcome, onDone, onClose }: RenewalDialogProps) {
  const texts = textsOf(renewalTexts);
  const { amountWrong, amountHint, revenue, cancel } = textsOf(accountTexts);
  const submit = useSubmit();
  // what was on the screen when it was opened is what is decided
  const [seen] = useState(() => ({ due: record.renewalDate ?? '', etag: access.current().etag }));
  const [decidedOn, setDecidedOn] = useState(today);
  const [nextDueDate, setNextDueDate] = useState(() => yearAfter(seen.due));
  const [money, setMoney] = useState(() => moneyDraft(record.recurringRevenue));
  const [tried, setTried] = useState(false);
  const amountAfter = moneyOf(money);
  const isRenewed = outcome === 'renewed';
  const nextError =
    isRenewed && tried && nextDueDate <= seen.due ? texts.notLater(formatDay(seen.due)) : undefined;
  const dayError = tried && decidedOn === '' ? texts.dayMissing : undefined;
  const moneyError = isRenewed && amountAfter === undefined ? amountWrong : undefined;

  const send = async () => {
    setTried(true);
    if (decidedOn === '' || (isRenewed && (nextDueDate <= seen.due || amountAfter === undefined))) return;
    const done = await submit.run(async () => {
      const body = { outcome, decidedOn, ...(isRenewed && { nextDueDate, amountAfter }) };
      try {
        const options = { schema: Renewal, body, etag: seen.etag };
        await api.call('POST', `/v1/accounts/${record.id}/renewals`, options);
      } finally {
        await onDone();
      }
    });
    if (!done) return;
    toaster.show({ message: texts.said[outcome](record.name) });
    onClose();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={() => void send()}
      title={texts.dialog[outcome](record.name)}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          {submit.problem?.status !== 412 && (
            <Button variant="primary" type="submit" busy={submit.busy}>
              {texts.save}
            </Button>
          )}
        </>
      }
    >
      <div class="fields">
        <p>{texts.dialogWhat[outcome](formatDay(seen.due))}</p>
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {submit.problem.status === 412 ? texts.overtaken : problemWords(submit.problem)}
          </Notice>
        )}
        <Field label={texts.decidedOn} error={dayError ?? submit.errorAt('decidedOn')}>
          <Input type="date" value={decidedOn} onValue={setDecidedOn} required />
        </Field>
        {isRenewed && (
          <>
            <Field label={texts.nextDueDate} error={nextError ?? submit.errorAt('nextDueDate')}>
              <Input type="date" value={nextDueDate} onValue={setNextDueDate} required />
            </Field>
            <Field
              label={revenue}
              optional
              error={moneyError ?? submit.errorAt('amountAfter')}
              hint={amountHint}
            >
              <MoneyFields draft={money} onDraft={setMoney} />
            </Field>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** The reader's today. */
function today(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
}

/** The same day a year later; of 29 February the last of the month. */
function yearAfter(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return '';
  const month = at.getUTCMonth();
  at.setUTCFullYear(at.getUTCFullYear() + 1);
  if (at.getUTCMonth() !== month) at.setUTCDate(0);
  return at.toISOString().slice(0, 10);
}
