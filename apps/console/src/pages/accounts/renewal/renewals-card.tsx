import { common } from '@banso/contract';
import { Renewal } from '@banso/contract/renewal';
import type { RenewalOutcome } from '@banso/domain/renewal';
import { Button, Card, Notice, Skeleton, Status } from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { forget, useRead } from '../../../data/query.ts';
import { api, may } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { toaster } from '../../../shell/toaster.ts';
import { formatDay, formatMoney } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import type { Account } from '../account-columns.tsx';
import { problemWords } from '../problem-words.ts';
import { renewalWords } from '../renewal-words.ts';
import type { RecordAccess } from '../use-record.ts';
import { RenewalDialog } from './renewal-dialog.tsx';
import './renewal.css';
import { renewalTexts } from './texts.ts';

const PATH = '/v1/renewals';

/** Props of {@link RenewalsCard}. */
export interface RenewalsCardProps {
  access: RecordAccess<Account>;
  record: Account;
}

/** The renewal of an account that is open, with what can be said of it, and what became of those before. */
export function RenewalsCard({ access, record }: RenewalsCardProps) {
  const texts = textsOf(renewalTexts);
  const { id, renewalDate } = record;
  const read = useRead(PATH, common.page(Renewal), { accountId: id, limit: 20 });
  const decided = read.data?.data.data ?? [];
  const [saying, setSaying] = useState<RenewalOutcome>();
  const takingBack = useSubmit();
  const changed = async () => {
    forget(PATH);
    forget('/v1/my-day');
    await access.reload();
  };
  const takeBack = (renewal: Renewal) =>
    takingBack.run(async () => {
      const { etag } = access.current();
      try {
        await api.call('DELETE', `${PATH}/${renewal.id}`, { schema: z.undefined(), etag });
      } finally {
        // also where somebody else was faster: what they did has to be seen
        await changed();
      }
      toaster.show({ message: texts.tookBack });
    });

  return (
    <Card title={texts.title} busy={read.isPending}>
      <div class="stack">
        {renewalDate === null ? (
          <p class="muted">{record.lifecycle === 'churned' ? texts.left : texts.noDate}</p>
        ) : (
          <div class="row wrap">
            <p class="grow">{texts.due(formatDay(renewalDate), renewalWords(renewalDate))}</p>
            {may('write') && (
              <span class="row wrap">
                <Button small onClick={() => setSaying('renewed')}>
                  {texts.outcomes.renewed}
                </Button>
                <Button small onClick={() => setSaying('churned')}>
                  {texts.outcomes.churned}
                </Button>
              </span>
            )}
          </div>
        )}
        {takingBack.problem && (
          <Notice tone="bad" live="assertive">
            {takingBack.problem.status === 412 ? texts.overtaken : problemWords(takingBack.problem)}
          </Notice>
        )}
        {read.isPending && <Skeleton shape="text" />}
        {read.error && decided.length === 0 && (
          <ReadFailed of={read} title={texts.failed}>
            {texts.failedWhat}
          </ReadFailed>
        )}
        {decided.length > 0 && (
          <ul class="renewals">
            {decided.map((renewal, index) => (
              <Decided
                key={renewal.id}
                renewal={renewal}
                // only the latest: the others led to what came after
                onTakeBack={index === 0 && may('write') ? () => void takeBack(renewal) : undefined}
                busy={takingBack.busy}
              />
            ))}
          </ul>
        )}
      </div>
      {saying && (
        <RenewalDialog
          access={access}
          record={record}
          outcome={saying}
          onDone={changed}
          onClose={() => setSaying(undefined)}
        />
      )}
    </Card>
  );
}

interface DecidedProps {
  renewal: Renewal;
  onTakeBack: (() => void) | undefined;
  busy: boolean;
}

function Decided({ renewal, onTakeBack, busy }: DecidedProps) {
  const texts = textsOf(renewalTexts);
  const { outcome, dueDate, decidedOn, decidedBy, amountBefore, amountAfter } = renewal;
  const isRenewed = outcome === 'renewed';
  const isSame =
    amountBefore?.amountMinor === amountAfter?.amountMinor &&
    amountBefore?.currency === amountAfter?.currency;
  return (
    <li class="row wrap">
      <span class="grow">
        <Status tone={isRenewed ? 'good' : 'bad'} label={texts.outcomes[outcome]} />
        <span class="muted xs renewals-w">
          {texts.decided(formatDay(dueDate), formatDay(decidedOn), decidedBy?.name)}
        </span>
        {isRenewed && amountAfter && (
          <span class="muted xs renewals-w">
            <bdi>
              {isSame || !amountBefore
                ? formatMoney(amountAfter)
                : texts.fromTo(formatMoney(amountBefore), formatMoney(amountAfter))}
            </bdi>
          </span>
        )}
      </span>
      {onTakeBack && (
        <Button small variant="ghost" busy={busy} onClick={onTakeBack}>
          {texts.takeBack}
        </Button>
      )}
    </li>
  );
}
