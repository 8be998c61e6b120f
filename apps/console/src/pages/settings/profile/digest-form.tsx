import { organisation } from '@banso/contract';
import { WEEKDAYS } from '@banso/domain/time';
import { Button, Card, Checkbox, Field, Notice, Select } from '@banso/ui';
import { ApiError } from '../../../data/api.ts';
import { api, me, state } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { toaster } from '../../../shell/toaster.ts';
import { formatWeekday } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { zoneOptions } from '../../../texts/zone-options.ts';
import { saveTexts } from '../save-row.tsx';
import { profileTexts } from './texts.ts';

type Digest = organisation.Digest;

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Whether the weekly digest comes, and when: each choice is saved at once. */
export function DigestForm() {
  const texts = textsOf(profileTexts);
  const submit = useSubmit();
  const own = me.value;
  if (!own) return null;
  const { digest, timeZone } = own.member;

  const put = (change: { digest?: Digest; timeZone?: string | null }) =>
    void submit
      .run(async () => {
        const { data } = await api.call('PATCH', '/v1/me', { schema: organisation.Me, body: change });
        state.value = { status: 'signed_in', me: data };
      })
      .then((worked) => toaster.show({ message: worked ? texts.digestSaved : textsOf(saveTexts).notSaved }));
  const mailNow = async () => {
    try {
      const { data } = await api.call('POST', '/v1/me/digest', { schema: organisation.DigestSent, body: {} });
      toaster.show({ message: data.mailed ? texts.digestMailed(own.user.email) : texts.digestEmpty });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      toaster.show({ message: texts.digestFailed });
    }
  };
  return (
    <Card title={texts.digest}>
      <div class="fields set-form">
        <p class="hint">{texts.digestWhat}</p>
        {!own.mail && <Notice>{texts.digestNone}</Notice>}
        <Checkbox
          label={texts.digestOn}
          checked={digest.on}
          onChange={(on) => put({ digest: { ...digest, on } })}
        />
        {digest.on && (
          <div class="row wrap set-times">
            <Field label={texts.weekday}>
              <Select
                value={`${digest.weekday}`}
                options={WEEKDAYS.map((day) => ({ value: `${day}`, label: formatWeekday(day, 'long') }))}
                onValue={(day) => {
                  const weekday = WEEKDAYS.find((each) => `${each}` === day) ?? digest.weekday;
                  put({ digest: { ...digest, weekday } });
                }}
              />
            </Field>
            <Field label={texts.hour}>
              <Select
                value={`${digest.hour}`}
                options={HOURS.map((hour) => ({ value: `${hour}`, label: `${hour}:00` }))}
                onValue={(hour) => put({ digest: { ...digest, hour: Number(hour) } })}
              />
            </Field>
          </div>
        )}
        <Field label={texts.timeZone}>
          <Select
            value={timeZone ?? ''}
            options={[{ value: '', label: texts.ownZone }, ...zoneOptions(timeZone ?? 'UTC')]}
            onValue={(zone) => put({ timeZone: zone === '' ? null : zone })}
          />
        </Field>
        {own.mail && (
          <div>
            <Button small onClick={() => void mailNow()}>
              {texts.digestNow}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
