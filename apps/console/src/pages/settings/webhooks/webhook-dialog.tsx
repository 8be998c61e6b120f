import { Webhook, WebhookCreated, WebhookSecretCreated } from '@banso/contract/webhook';
import { FOLLOW_UPS, type FollowUpType } from '@banso/domain/alerts';
import { Button, Checkbox, Dialog, Field, FieldGroup, Input, Notice, Select, Skeleton } from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import type { Answer } from '../../../data/api.ts';
import { useRead } from '../../../data/query.ts';
import { api } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { formatDay } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { webhookTexts } from './texts.ts';

const PATH = '/v1/webhooks';

interface DialogProps {
  onClose: () => void;
  /** With a secret that is to be shown once; null: there is none. */
  onSaved: (secret: string | null) => void;
}

/** Makes a webhook. */
export const NewWebhook = (props: DialogProps) => <WebhookForm {...props} />;

/** Changes a webhook, as it is when the form opens: what a colleague saves meanwhile is not overwritten. */
export function EditWebhook({ id, ...props }: DialogProps & { id: string }) {
  const texts = textsOf(webhookTexts);
  const read = useRead(`${PATH}/${id}`, Webhook);
  if (read.data) return <WebhookForm {...props} opened={read.data} />;
  return (
    <Dialog open onClose={props.onClose} title={texts.edit}>
      {read.isPending ? (
        <Skeleton shape="text" count={6} />
      ) : (
        <ReadFailed of={read} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
    </Dialog>
  );
}

/** @param props.opened - Undefined: a new one. */
function WebhookForm({ opened, onClose, onSaved }: DialogProps & { opened?: Answer<Webhook> }) {
  const texts = textsOf(webhookTexts);
  const submit = useSubmit();
  const [first] = useState(opened);
  const of = first?.data;
  const [kind, setKind] = useState<Webhook['kind']>(of?.kind ?? 'webhook');
  const [name, setName] = useState(of?.name ?? '');
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly FollowUpType[]>(
    of?.events ?? ['response.completed', 'case.opened'],
  );
  const [tried, setTried] = useState(false);
  const failure = submit.problem ?? submit.refused.find(({ path }) => path !== 'url');
  // the whole address of one that is there is shown to nobody: left empty, it stays
  const isAddress = /^https?:\/\/./.test(url.trim()) || (of !== undefined && url.trim() === '');
  const save = () => {
    setTried(true);
    if (name.trim() === '' || !isAddress) return;
    void submit.run(async () => {
      const body = {
        name: name.trim(),
        ...(url.trim() !== '' && { url: url.trim() }),
        events: kind === 'webhook' ? events : [],
      };
      if (!of) {
        const made = await api.call('POST', PATH, { schema: WebhookCreated, body: { kind, ...body } });
        onSaved(made.data.secret);
        return;
      }
      await api.call('PATCH', `${PATH}/${of.id}`, { schema: Webhook, body, etag: first?.etag });
      onSaved(null);
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={save}
      title={of ? texts.edit : texts.create}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {of ? texts.save : texts.add}
          </Button>
        </>
      }
    >
      <div class="fields">
        {failure && (
          <Notice tone="bad" live="assertive">
            {submit.problem?.status === 412 ? texts.conflict : texts.notSaved}
          </Notice>
        )}
        {!of && (
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
        )}
        <Field label={texts.name} error={tried && name.trim() === '' ? texts.nameMissing : undefined}>
          <Input value={name} onValue={setName} maxLength={100} required />
        </Field>
        <Field
          label={texts.url}
          hint={of ? texts.urlStays(of.url) : texts.urlHint}
          error={tried && !isAddress ? texts.urlMissing : submit.errorAt('url') && texts.urlRefused}
        >
          <Input type="url" value={url} onValue={setUrl} maxLength={2000} required={!of} />
        </Field>
        {kind === 'webhook' && (
          <FieldGroup legend={texts.events} hint={texts.eventsHint}>
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

/** Changes over from one secret to another, without a message that the receiver cannot check. */
export function SecretsDialog({ of, onClose, onSaved }: DialogProps & { of: Webhook }) {
  const texts = textsOf(webhookTexts);
  const submit = useSubmit();
  const isChanging = of.secrets.length > 1;
  const act = () =>
    submit.run(async () => {
      const path = `${PATH}/${of.id}`;
      if (isChanging) {
        await api.call('DELETE', `${path}/old-secret`, { schema: z.unknown() });
        onSaved(null);
      } else {
        const made = await api.call('POST', `${path}/secrets`, { schema: WebhookSecretCreated });
        onSaved(made.data.secret);
      }
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={isChanging ? texts.endOldTitle : texts.secrets}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant={isChanging ? 'danger' : 'primary'} busy={submit.busy} onClick={() => void act()}>
            {isChanging ? texts.endOld : texts.rotate}
          </Button>
        </>
      }
    >
      <div class="stack roomy">
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {texts.notSaved}
          </Notice>
        )}
        <p>{isChanging ? texts.changingWhat : texts.rotateWhat}</p>
        <ul class="stack">
          {of.secrets.map(({ id, hint, createdAt }) => (
            <li key={id}>
              <span class="mono">…{hint}</span> <span class="muted xs">{formatDay(createdAt)}</span>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
