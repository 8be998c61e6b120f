import { MailState } from '@banso/contract/mail';
import type { Mail } from '@banso/contract/mail';
import { Button, Card, EmptyState, MailIcon, Notice, Skeleton, Status, Table } from '@banso/ui';
import type { StatusTone, TableColumn } from '@banso/ui';
import * as z from 'zod';
import { ApiError } from '../../../data/api.ts';
import { forget, useRead } from '../../../data/query.ts';
import { api, may, me } from '../../../data/session.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { toaster } from '../../../shell/toaster.ts';
import { formatNear } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { useWorkspace } from '../use-workspace.ts';
import { ReplyMailForm } from './reply-mail-form.tsx';
import { mailTexts } from './texts.ts';

const PATH = '/v1/mail';

/** Whether mails arrive, which replies are mailed, and what became of the last mails. */
export function MailSection() {
  const texts = textsOf(mailTexts);
  const read = useRead(PATH, MailState, undefined, { enabled: may('administer') });
  const workspace = useWorkspace();
  if (!may('administer')) return <NeedsAdmin of="mail" />;
  if (read.isPending || workspace.isPending) return <Skeleton shape="cards" count={3} />;
  const state = read.data?.data;
  if (!state || !workspace.data)
    return (
      <ReadFailed of={state ? workspace : read} title={texts.failed}>
        {texts.failedWhat}
      </ReadFailed>
    );
  return (
    <div class="set-col">
      <Server from={state.from} />
      {state.from !== null && (
        <Card title={texts.replies}>
          <ReplyMailForm read={workspace.data} />
        </Card>
      )}
      {(state.from !== null || state.mails.length > 0) && (
        <Card title={texts.last} meta={texts.lastWhat} flush>
          {state.mails.length === 0 ? (
            <EmptyState icon={MailIcon} title={texts.nothing} />
          ) : (
            <Table
              caption={texts.last}
              columns={columns()}
              rows={state.mails}
              rowKey={({ id }) => id}
              rowName={({ to }) => to}
            />
          )}
        </Card>
      )}
    </div>
  );
}

function Server({ from }: { from: string | null }) {
  const texts = textsOf(mailTexts);
  const test = async () => {
    try {
      await api.call('POST', `${PATH}/test`, { schema: z.unknown(), body: {} });
      toaster.show({ message: texts.tested(me.value?.user.email ?? '') });
      forget(PATH);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      toaster.show({ message: error.status === 429 ? texts.tooMany : texts.notTested });
    }
  };
  return (
    <Card title={texts.server}>
      {from === null ? (
        <Notice title={texts.none}>{texts.noneWhat}</Notice>
      ) : (
        <div class="stack">
          <p>
            <Status tone="good" label={texts.works(from)} />
          </p>
          <div>
            <Button small onClick={() => void test()}>
              {texts.test}
            </Button>
          </div>
        </div>
      )}
    </Card>
  );
}

const TONES: Readonly<Record<Mail['state'], StatusTone>> = { waiting: 'warn', sent: 'good', failed: 'bad' };

function columns(): TableColumn<Mail>[] {
  const texts = textsOf(mailTexts);
  return [
    {
      id: 'to',
      header: texts.to,
      rowHeader: true,
      phone: 'title',
      cell: ({ to }) => <span class="med trunc">{to}</span>,
    },
    {
      id: 'purpose',
      header: texts.purpose,
      phone: 'below-end',
      cell: ({ purpose }) => texts.purposes[purpose] ?? purpose,
    },
    {
      id: 'state',
      header: texts.state,
      phone: 'below',
      cell: ({ state, attempts, error, nextAt }) => (
        <span class="stack">
          <Status tone={TONES[state]} label={texts.states[state]} />
          {error !== null && (
            <span class="muted xs mail-error">
              {error} · {texts.tries(attempts)}
              {nextAt !== null && ` · ${texts.again(formatNear(nextAt))}`}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'when',
      header: texts.when,
      align: 'end',
      phone: 'end',
      cell: ({ sentAt, createdAt }) => <span class="muted nowrap">{formatNear(sentAt ?? createdAt)}</span>,
    },
  ];
}
