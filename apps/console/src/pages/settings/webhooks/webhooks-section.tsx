import { Delivery, Webhook, WebhookCreated, WebhookSettings } from '@banso/contract/webhook';
import { FOLLOW_UPS, type FollowUpType } from '@banso/domain/alerts';
import {
  AddIcon,
  Button,
  Card,
  Checkbox,
  Chip,
  Dialog,
  EmptyState,
  Field,
  FieldGroup,
  Input,
  Notice,
  Select,
  Skeleton,
  WebhookIcon,
} from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { forget, usePages, useRead } from '../../../data/query.ts';
import { api, may } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { toaster } from '../../../shell/toaster.ts';
import { formatNear } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { useActs } from '../use-acts.ts';
import { webhookTexts } from './texts.ts';

const PATH = '/v1/webhooks';
const SETTINGS = '/v1/webhook-settings';

/** Places outside that are told what happens: making one, trying it, and what became of each message. */
export function WebhooksSection() {
  const texts = textsOf(webhookTexts);
  const read = useRead(PATH, z.object({ data: z.array(Webhook) }), undefined, { enabled: may('administer') });
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [shown, setShown] = useState<Webhook>();
  const [removing, setRemoving] = useState<Webhook>();
  const acts = useActs(PATH, Webhook, texts);
  if (!may('administer')) return <NeedsAdmin of="webhooks" />;
  const all = read.data?.data.data;
  const remove = (one: Webhook) => {
    setRemoving(undefined);
    acts.remove(one);
  };

  return (
    <div class="set-col">
      <p class="muted">{texts.what}</p>
      {read.isPending && <Skeleton shape="cards" count={2} />}
      {!read.isPending && !all && (
        <ReadFailed of={read} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {all && (
        <Card
          title={texts.title}
          actions={
            <Button small variant="primary" icon={AddIcon} onClick={() => setMaking(true)}>
              {texts.create}
            </Button>
          }
        >
          {all.length === 0 && (
            <EmptyState icon={WebhookIcon} title={texts.none}>
              {texts.what}
            </EmptyState>
          )}
          <ul class="stack roomy" aria-label={texts.title}>
            {all.map((one) => (
              <li key={one.id} class="stack">
                <div class="row wrap">
                  <span class="med">{one.name}</span>
                  <Chip>{texts.statuses[one.status]}</Chip>
                  <span class="muted xs">
                    {texts.kinds[one.kind]} · <bdi>{one.url}</bdi>
                  </span>
                </div>
                <div class="row wrap">
                  <Button small onClick={() => acts.test(one)}>
                    {texts.test}
                  </Button>
                  <Button small onClick={() => setShown(one)}>
                    {texts.log}
                  </Button>
                  <Button small onClick={() => acts.toggle(one)}>
                    {one.status === 'active' ? texts.pause : texts.resume}
                  </Button>
                  <Button small variant="ghost" onClick={() => setRemoving(one)}>
                    {texts.remove}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <TextsCard />
      {making && (
        <NewWebhook
          onClose={() => setMaking(false)}
          onMade={(made) => {
            setMaking(false);
            forget(PATH);
            if (made !== null) setSecret(made);
          }}
        />
      )}
      {secret !== undefined && (
        <Dialog
          open
          onClose={() => setSecret(undefined)}
          title={texts.secretTitle}
          actions={
            <Button variant="primary" onClick={() => setSecret(undefined)}>
              {texts.stored}
            </Button>
          }
        >
          <div class="stack">
            <Notice tone="warn">{texts.secretWhat}</Notice>
            <code class="mono" style="overflow-wrap:anywhere">
              {secret}
            </code>
          </div>
        </Dialog>
      )}
      {shown && <Ledger of={shown} onClose={() => setShown(undefined)} />}
      {removing && (
        <Dialog
          open
          onClose={() => setRemoving(undefined)}
          title={texts.removeTitle(removing.name)}
          actions={
            <>
              <Button onClick={() => setRemoving(undefined)}>{texts.cancel}</Button>
              <Button variant="danger" onClick={() => remove(removing)}>
                {texts.remove}
              </Button>
            </>
          }
        >
          <p>{texts.removeWhat}</p>
        </Dialog>
      )}
    </div>
  );
}

function NewWebhook({ onClose, onMade }: { onClose: () => void; onMade: (secret: string | null) => void }) {
  const texts = textsOf(webhookTexts);
  const submit = useSubmit();
  const [kind, setKind] = useState<Webhook['kind']>('webhook');
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly FollowUpType[]>(['response.completed', 'case.opened']);
  const [tried, setTried] = useState(false);
  const isWhole = name.trim() !== '' && /^https?:\/\/./.test(url.trim());
  const create = () => {
    setTried(true);
    if (!isWhole) return;
    const body = { kind, name: name.trim(), url: url.trim(), events: kind === 'webhook' ? events : [] };
    void submit.run(async () => {
      onMade((await api.call('POST', PATH, { schema: WebhookCreated, body })).data.secret);
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={create}
      title={texts.create}
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
        {(submit.problem ?? submit.refused[0]) && (
          <Notice tone="bad" live="assertive">
            {texts.notSaved}
          </Notice>
        )}
        <Field label={texts.kind}>
          <Select
            value={kind}
            onValue={setKind}
            options={(['webhook', 'slack', 'teams'] as const).map((value) => ({
              value,
              label: texts.kinds[value],
            }))}
          />
        </Field>
        <Field label={texts.name} error={tried && !isWhole ? texts.missing : undefined}>
          <Input value={name} onValue={setName} maxLength={100} required />
        </Field>
        <Field label={texts.url} hint={texts.urlHint}>
          <Input type="url" value={url} onValue={setUrl} maxLength={2000} required />
        </Field>
        {kind === 'webhook' && (
          <FieldGroup legend={texts.events}>
            {FOLLOW_UPS.map((event) => (
              <Checkbox
                key={event}
                label={texts.eventNames[event]}
                checked={events.includes(event)}
                onChange={(on) =>
                  setEvents(FOLLOW_UPS.filter((each) => (each === event ? on : events.includes(each))))
                }
              />
            ))}
          </FieldGroup>
        )}
      </div>
    </Dialog>
  );
}

function Ledger({ of, onClose }: { of: Webhook; onClose: () => void }) {
  const texts = textsOf(webhookTexts);
  const path = `${PATH}/${of.id}/deliveries`;
  const read = usePages(path, Delivery, { limit: 20 });
  const submit = useSubmit();
  const all = read.data?.pages.flatMap(({ data }) => data);
  const resend = (id: string) =>
    void submit.run(async () => {
      await api.call('POST', `${path}/resend`, { schema: z.unknown(), body: { ids: [id] } });
      forget(path);
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
              <Button small variant="ghost" onClick={() => resend(one.id)}>
                {texts.resend}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** Whether what customers wrote may leave. */
function TextsCard() {
  const texts = textsOf(webhookTexts);
  const read = useRead(SETTINGS, WebhookSettings);
  const submit = useSubmit();
  if (!read.data) return null;
  const { etag, data } = read.data;
  const put = (textsMayLeave: boolean) =>
    void submit
      .run(async () => {
        await api.call('PUT', SETTINGS, { schema: WebhookSettings, body: { textsMayLeave }, etag });
      })
      .then((worked) => {
        forget(SETTINGS);
        forget('/v1/workspaces'); // its ETag is another one
        if (!worked) toaster.show({ message: texts.notSaved });
      });
  return (
    <Card title={texts.textsTitle}>
      <div class="stack">
        <Checkbox label={texts.texts} checked={data.textsMayLeave} onChange={put} />
        <p class="muted">{texts.textsWhat}</p>
      </div>
    </Card>
  );
}
