import { Delivery, Resent } from '@banso/contract/webhook';
import type { Webhook } from '@banso/contract/webhook';
import { Button, Checkbox, Chip, CodeBlock, Dialog, Field, Input, LoadMore, Skeleton } from '@banso/ui';
import { useState } from 'preact/hooks';
import { forget, usePages } from '../../../data/query.ts';
import { api } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { Said } from '../../../shell/said.tsx';
import { toaster } from '../../../shell/toaster.ts';
import { formatNear } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { webhookTexts } from './texts.ts';

/** What became of each message to a webhook, and sending some once more. */
export function Ledger({ of, onClose }: { of: Webhook; onClose: () => void }) {
  const texts = textsOf(webhookTexts);
  const path = `/v1/webhooks/${of.id}/deliveries`;
  const read = usePages(path, Delivery, { limit: 20 });
  const submit = useSubmit();
  const all = read.data?.pages.flatMap(({ data }) => data);
  const resend = (body: { ids: string[] } | { from: string; to: string; failedOnly: boolean }) =>
    void submit
      .run(async () => {
        const { count } = (await api.call('POST', `${path}/resend`, { schema: Resent, body })).data;
        toaster.show({ message: texts.resent(count) });
      })
      .then((worked) => {
        forget(path);
        if (!worked) toaster.show({ message: texts.notSaved });
      });
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.logTitle(of.name)}
      actions={<Button onClick={onClose}>{texts.close}</Button>}
    >
      {read.isPending && <Skeleton shape="table" />}
      {!read.isPending && !all && (
        <ReadFailed of={read} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {all?.length === 0 && <p class="muted">{texts.logNone}</p>}
      <ul class="stack">
        {all?.map((one) => (
          <li key={one.id} class="row wrap">
            <span class="mono">{one.type}</span>
            <Chip>{texts.delivery[one.status]}</Chip>
            <span class="muted xs">
              {[
                one.lastCode ?? one.lastError,
                texts.attempts(one.attempts),
                one.nextAttemptAt === null ? null : texts.next(formatNear(one.nextAttemptAt)),
                formatNear(one.createdAt),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
            {one.status !== 'waiting' && (
              <Button small variant="ghost" onClick={() => resend({ ids: [one.id] })}>
                {texts.resend}
              </Button>
            )}
            <details class="set-sent">
              <summary>{texts.body}</summary>
              {typeof one.body === 'string' ? (
                <CodeBlock label={texts.body} caption={one.eventId} code={indented(one.body)} />
              ) : (
                <Said text={one.body} />
              )}
            </details>
          </li>
        ))}
      </ul>
      {read.hasNextPage && (
        <LoadMore
          shown={all?.length ?? 0}
          busy={read.isFetchingNextPage}
          onMore={() => void read.fetchNextPage()}
        />
      )}
      {all !== undefined && all.length > 0 && <Period busy={submit.busy} onResend={resend} />}
    </Dialog>
  );
}

/** JSON as people read it. */
const indented = (body: string): string => JSON.stringify(JSON.parse(body), null, 2);

/** A receiver was away: everything of that time is sent once more. */
function Period({
  busy,
  onResend,
}: {
  busy: boolean;
  onResend: (which: { from: string; to: string; failedOnly: boolean }) => void;
}) {
  const texts = textsOf(webhookTexts);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [failedOnly, setFailedOnly] = useState(true);
  const [tried, setTried] = useState(false);
  const isPeriod = from !== '' && from < to;
  const instant = (local: string) => new Date(local).toISOString();
  return (
    <form
      class="fields set-period"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setTried(true);
        if (isPeriod) onResend({ from: instant(from), to: instant(to), failedOnly });
      }}
    >
      <p class="med">{texts.period}</p>
      <div class="row wrap set-times">
        <Field label={texts.from}>
          <Input type="datetime-local" value={from} onValue={setFrom} />
        </Field>
        <Field label={texts.to} error={tried && !isPeriod ? texts.periodWrong : undefined}>
          <Input type="datetime-local" value={to} onValue={setTo} />
        </Field>
      </div>
      <Checkbox label={texts.failedOnly} checked={failedOnly} onChange={setFailedOnly} />
      <div>
        <Button small type="submit" busy={busy}>
          {texts.resendAll}
        </Button>
      </div>
    </form>
  );
}
