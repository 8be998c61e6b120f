import { AlertRule } from '@banso/contract/alert';
import { Webhook } from '@banso/contract/webhook';
import {
  AddIcon,
  BellIcon,
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
} from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { forget, useRead } from '../../../data/query.ts';
import { api, may } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { textsOf } from '../../../texts/use-texts.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { useActs } from '../use-acts.ts';
import { alertTexts } from './texts.ts';

const PATH = '/v1/alert-rules';
const OFFICE = { timeZone: null, days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };
/** The lowest marks of each scale, as a rule begins. */
const LOWEST = { nps: [0, 6], csat: [1, 2], ces: [1, 3] } as const;

/** What the team wants to be told at once. */
export function AlertsSection() {
  const texts = textsOf(alertTexts);
  const read = useRead(PATH, z.object({ data: z.array(AlertRule) }), undefined, {
    enabled: may('administer'),
  });
  const [making, setMaking] = useState(false);
  const acts = useActs(PATH, AlertRule, texts);
  if (!may('administer')) return <NeedsAdmin of="alerts" />;
  const all = read.data?.data.data;

  return (
    <div class="set-col">
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
            <EmptyState icon={BellIcon} title={texts.none}>
              {texts.what}
            </EmptyState>
          )}
          <ul class="stack roomy" aria-label={texts.title}>
            {all.map((rule) => (
              <li key={rule.id} class="stack">
                <div class="row wrap">
                  <span class="med">{rule.name}</span>
                  <Chip>{rule.status === 'active' ? texts.active : texts.paused}</Chip>
                </div>
                <div class="row wrap">
                  <Button small onClick={() => acts.test(rule)}>
                    {texts.test}
                  </Button>
                  <Button small onClick={() => acts.toggle(rule)}>
                    {rule.status === 'active' ? texts.pause : texts.resume}
                  </Button>
                  <Button small variant="ghost" onClick={() => acts.remove(rule)}>
                    {texts.remove}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {making && (
        <NewRule
          onClose={() => setMaking(false)}
          onMade={() => {
            setMaking(false);
            forget(PATH);
          }}
        />
      )}
    </div>
  );
}

function NewRule({ onClose, onMade }: { onClose: () => void; onMade: () => void }) {
  const texts = textsOf(alertTexts);
  const submit = useSubmit();
  const webhooks = useRead('/v1/webhooks', z.object({ data: z.array(Webhook) })).data?.data.data ?? [];
  const [name, setName] = useState('');
  const [kind, setKind] = useState<'none' | keyof typeof LOWEST>('nps');
  const [band, setBand] = useState(['0', '6']);
  const [words, setWords] = useState('');
  const [members, setMembers] = useState<'all' | 'admins'>('all');
  const [webhookIds, setWebhookIds] = useState<readonly string[]>([]);
  const [inHours, setInHours] = useState(false);
  const [perHour, setPerHour] = useState('20');
  const [tried, setTried] = useState(false);
  const asked = words
    .split(/[,、，]/u)
    .map((word) => word.trim())
    .filter(Boolean);
  const isWhole = name.trim() !== '' && (kind !== 'none' || asked.length > 0);
  const create = () => {
    setTried(true);
    if (!isWhole) return;
    const score = kind === 'none' ? null : { kind, low: Number(band[0]), high: Number(band[1]) };
    const body = {
      name: name.trim(),
      when: { type: 'answer', score, words: asked },
      receivers: {
        members: members === 'all' ? { type: 'all' } : { type: 'roles', roles: ['owner', 'admin'] },
        webhookIds,
      },
      hours: inHours ? OFFICE : null,
      perHour: Number(perHour),
    };
    void submit.run(async () => {
      await api.call('POST', PATH, { schema: AlertRule, body });
      onMade();
    });
  };
  const choose = (to: typeof kind) => {
    setKind(to);
    if (to !== 'none') setBand(LOWEST[to].map(String));
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
        <Field label={texts.name} error={tried && !isWhole ? texts.missing : undefined}>
          <Input value={name} onValue={setName} maxLength={100} required />
        </Field>
        <Field label={texts.score}>
          <Select
            value={kind}
            onValue={choose}
            options={(['nps', 'csat', 'ces', 'none'] as const).map((value) => ({
              value,
              label: texts.scores[value],
            }))}
          />
        </Field>
        {kind !== 'none' && (
          <>
            <Field label={texts.low}>
              <Input
                type="number"
                min={0}
                max={10}
                value={band[0] ?? ''}
                onValue={(low) => setBand([low, band[1] ?? ''])}
              />
            </Field>
            <Field label={texts.high}>
              <Input
                type="number"
                min={0}
                max={10}
                value={band[1] ?? ''}
                onValue={(high) => setBand([band[0] ?? '', high])}
              />
            </Field>
          </>
        )}
        <Field label={texts.words} hint={texts.wordsHint}>
          <Input value={words} onValue={setWords} maxLength={1000} />
        </Field>
        <Field label={texts.to}>
          <Select
            value={members}
            onValue={setMembers}
            options={(['all', 'admins'] as const).map((value) => ({ value, label: texts.members[value] }))}
          />
        </Field>
        {webhooks.length > 0 && (
          <FieldGroup legend={texts.webhooks}>
            {webhooks.map(({ id, name: label }) => (
              <Checkbox
                key={id}
                label={label}
                checked={webhookIds.includes(id)}
                onChange={(on) =>
                  setWebhookIds(on ? [...webhookIds, id] : webhookIds.filter((each) => each !== id))
                }
              />
            ))}
          </FieldGroup>
        )}
        <Field label={texts.perHour}>
          <Input type="number" min={1} max={1000} value={perHour} onValue={setPerHour} />
        </Field>
        <Checkbox label={texts.hours} checked={inHours} onChange={setInHours} />
      </div>
    </Dialog>
  );
}
