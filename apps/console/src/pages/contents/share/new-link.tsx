import { SurveyLink } from '@banso/contract/survey-links';
import type { LinkChannel, LinkKind } from '@banso/domain/content';
import { Button, Card, Field, Input, Notice, RadioSegment } from '@banso/ui';
import { useState } from 'preact/hooks';
import { api } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { shareTexts } from './texts.ts';

/** The form that makes a link. */
export function NewLink({ path, onMade }: { path: string; onMade: () => void }) {
  const texts = textsOf(shareTexts);
  const [kind, setKind] = useState<LinkKind>('personal');
  const [channel, setChannel] = useState<LinkChannel>('email');
  const [name, setName] = useState('');
  const [days, setDays] = useState('30');
  const submit = useSubmit();
  const make = async () => {
    const body = {
      kind,
      channel,
      name: name.trim(),
      expiresInDays: days.trim() === '' ? null : Number(days),
    };
    await api.call('POST', path, { schema: SurveyLink, body });
    setName('');
    onMade();
  };
  return (
    <Card soft>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit.run(make);
        }}
      >
        <RadioSegment
          label={texts.kind}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'personal', label: texts.personal },
            { value: 'open', label: texts.open },
          ]}
        />
        <p class="hint">{kind === 'open' ? texts.openWhat : texts.personalWhat}</p>
        <RadioSegment
          label={texts.channel}
          value={channel}
          onChange={setChannel}
          options={[
            { value: 'email', label: texts.byEmail },
            { value: 'link', label: texts.byLink },
          ]}
        />
        <Field label={texts.name} hint={texts.nameHint} error={submit.errorAt('name')}>
          <Input value={name} onValue={setName} required maxLength={120} />
        </Field>
        <Field label={texts.days} hint={texts.daysHint} error={submit.errorAt('expiresInDays')}>
          <Input type="number" value={days} onValue={setDays} min={1} max={730} />
        </Field>
        {submit.problem && (
          <Notice tone="bad" live="assertive" title={texts.failed}>
            {submit.problem.message}
          </Notice>
        )}
        <div class="row">
          <Button variant="primary" type="submit" busy={submit.busy}>
            {texts.make}
          </Button>
        </div>
      </form>
    </Card>
  );
}
