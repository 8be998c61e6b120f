import { Webhook, WebhookCreated, WebhookSecretCreated } from '@banso/contract/webhook';
import { FOLLOW_UPS, type FollowUpType } from '@banso/domain/alerts';
import { Button, Checkbox, Dialog, Field, FieldGroup, Input, Notice, Select } from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { api } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { formatDay } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { webhookTexts } from './texts.ts';

const PATH = '/v1/webhooks';

/**
 * Makes a webhook, or changes one and its secrets.
 * @param props.of - Undefined: a new one.
 * @param props.onSaved - With a secret that is to be shown once; null: there is none.
 */
export function WebhookDialog({
  of,
  onClose,
  onSaved,
}: {
  of: Webhook | undefined;
  onClose: () => void;
  onSaved: (secret: string | null) => void;
}) {
  const texts = textsOf(webhookTexts);
  const submit = useSubmit();
  const [kind, setKind] = useState<Webhook['kind']>(of?.kind ?? 'webhook');
  const [name, setName] = useState(of?.name ?? '');
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly FollowUpType[]>(
    of?.events ?? ['response.completed', 'case.opened'],
  );
  const [tried, setTried] = useState(false);
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
      const { etag } = await api.call('GET', `${PATH}/${of.id}`, { schema: Webhook });
      await api.call('PATCH', `${PATH}/${of.id}`, { schema: Webhook, body, etag });
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
        {(submit.problem ?? submit.refused[0]) && (
          <Notice tone="bad" live="assertive">
            {texts.notSaved}
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
        <Field label={texts.name} error={tried && name.trim() === '' ? texts.missing : undefined}>
          <Input value={name} onValue={setName} maxLength={100} required />
        </Field>
        <Field
          label={texts.url}
          hint={of ? texts.urlStays(of.url) : texts.urlHint}
          error={tried && !isAddress ? texts.missing : undefined}
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
        {of && kind === 'webhook' && <Secrets of={of} onSaved={onSaved} />}
      </div>
    </Dialog>
  );
}

/** Changes over from one secret to another, without a message that the receiver cannot check. */
function Secrets({ of, onSaved }: { of: Webhook; onSaved: (secret: string | null) => void }) {
  const texts = textsOf(webhookTexts);
  const submit = useSubmit();
  const add = () =>
    submit.run(async () => {
      const made = await api.call('POST', `${PATH}/${of.id}/secrets`, { schema: WebhookSecretCreated });
      onSaved(made.data.secret);
    });
  const endOld = () =>
    submit.run(async () => {
      await api.call('DELETE', `${PATH}/${of.id}/old-secret`, { schema: z.unknown() });
      onSaved(null);
    });
  const isChanging = of.secrets.length > 1;
  return (
    <FieldGroup legend={texts.secrets} hint={isChanging ? texts.changingWhat : texts.rotateWhat}>
      {submit.problem && (
        <Notice tone="bad" live="assertive">
          {texts.notSaved}
        </Notice>
      )}
      <ul class="stack">
        {of.secrets.map(({ id, hint, createdAt }) => (
          <li key={id}>
            <span class="mono">…{hint}</span> <span class="muted xs">{formatDay(createdAt)}</span>
          </li>
        ))}
      </ul>
      <div>
        <Button small busy={submit.busy} onClick={() => void (isChanging ? endOld() : add())}>
          {isChanging ? texts.endOld : texts.rotate}
        </Button>
      </div>
    </FieldGroup>
  );
}
