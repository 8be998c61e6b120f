import { Webhook, WebhookSettings } from '@banso/contract/webhook';
import {
  AddIcon,
  Button,
  Card,
  Checkbox,
  Chip,
  CopyField,
  Dialog,
  EmptyState,
  Notice,
  Skeleton,
  WebhookIcon,
} from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { forget, useRead } from '../../../data/query.ts';
import { api, may } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { toaster } from '../../../shell/toaster.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { useActs } from '../use-acts.ts';
import { Ledger } from './ledger.tsx';
import { webhookTexts } from './texts.ts';
import { EditWebhook, NewWebhook, SecretsDialog } from './webhook-dialog.tsx';

const PATH = '/v1/webhooks';
const SETTINGS = '/v1/webhook-settings';

/** Places outside that are told what happens: making one, trying it, and what became of each message. */
export function WebhooksSection() {
  const texts = textsOf(webhookTexts);
  const read = useRead(PATH, z.object({ data: z.array(Webhook) }), undefined, { enabled: may('administer') });
  const [editing, setEditing] = useState<string>();
  const [changing, setChanging] = useState<Webhook>();
  const [secret, setSecret] = useState<string>();
  const [shown, setShown] = useState<Webhook>();
  const [removing, setRemoving] = useState<Webhook>();
  const acts = useActs(PATH, Webhook, texts);
  if (!may('administer')) return <NeedsAdmin of="webhooks" />;
  const all = read.data?.data.data;
  const close = () => {
    setEditing(undefined);
    setChanging(undefined);
  };
  const saved = (made: string | null) => {
    close();
    forget(PATH);
    if (made !== null) setSecret(made);
  };
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
            <Button small variant="primary" icon={AddIcon} onClick={() => setEditing('new')}>
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
                    {one.secrets.length > 1 && ` · ${texts.twoSecrets}`}
                  </span>
                </div>
                <div class="row wrap">
                  <Button
                    small
                    aria-label={texts.of(texts.edit, one.name)}
                    onClick={() => setEditing(one.id)}
                  >
                    {texts.edit}
                  </Button>
                  <Button small aria-label={texts.of(texts.test, one.name)} onClick={() => acts.test(one)}>
                    {texts.test}
                  </Button>
                  <Button small aria-label={texts.of(texts.log, one.name)} onClick={() => setShown(one)}>
                    {texts.log}
                  </Button>
                  {one.kind === 'webhook' && (
                    <Button
                      small
                      aria-label={texts.of(texts.secrets, one.name)}
                      onClick={() => setChanging(one)}
                    >
                      {texts.secrets}
                    </Button>
                  )}
                  <Button
                    small
                    aria-label={texts.of(one.status === 'active' ? texts.pause : texts.resume, one.name)}
                    onClick={() => acts.toggle(one)}
                  >
                    {one.status === 'active' ? texts.pause : texts.resume}
                  </Button>
                  <Button
                    small
                    variant="ghost"
                    aria-label={texts.of(texts.remove, one.name)}
                    onClick={() => setRemoving(one)}
                  >
                    {texts.remove}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <TextsCard />
      {editing === 'new' && <NewWebhook onClose={close} onSaved={saved} />}
      {editing !== undefined && editing !== 'new' && (
        <EditWebhook id={editing} onClose={close} onSaved={saved} />
      )}
      {changing && <SecretsDialog of={changing} onClose={close} onSaved={saved} />}
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
            <CopyField label={texts.secret} value={secret} />
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
