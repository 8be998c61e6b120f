import * as decision from '@banso/contract/decision';
import { AddIcon, Button, Field, Input, Notice, RadioSegment } from '@banso/ui';
import { useRef, useState } from 'preact/hooks';
import { ApiError } from '../../data/api.ts';
import { api } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { InstantField } from '../contents/fields/instant-field.tsx';
import { SupposedRow } from './supposed-row.tsx';
import type { Supposed } from './suppositions.ts';
import { changeOf, INITIAL } from './suppositions.ts';
import { decisionTexts } from './texts.ts';
import type { NameOf } from './told.ts';
import { WhatIfResult } from './what-if-result.tsx';

const DEVICES = ['desktop', 'mobile'] as const;
type Answer = { at: string; data: decision.WhatIfContent[] };

/** Props of {@link WhatIf}. */
export interface WhatIfProps {
  contactId: string;
  nameOf: NameOf;
}

/** Changes facts of a person, and shows beside each other what is decided and what would be. */
export function WhatIf({ contactId, nameOf }: WhatIfProps) {
  const texts = textsOf(decisionTexts).whatIf;
  const [url, setUrl] = useState('/');
  const [device, setDevice] = useState<(typeof DEVICES)[number]>('desktop');
  const [time, setTime] = useState<string>();
  const last = useRef(0);
  const [rows, setRows] = useState<readonly Supposed[]>([
    { id: 0, of: 'plan', name: '', value: INITIAL.plan },
  ]);
  const [answer, setAnswer] = useState<Answer>();
  const [problem, setProblem] = useState<string>();
  const submit = useSubmit();

  const run = () =>
    submit.run(async () => {
      setProblem(undefined);
      const changes = rows.flatMap((row) => changeOf(row) ?? []);
      const body = {
        contact: contactId,
        page: { url, device },
        changes: [...changes, ...(time === undefined ? [] : [{ fact: 'time', value: time }])],
      };
      try {
        const { data } = await api.call('POST', '/v1/decisions/what-if', {
          schema: decision.WhatIfAnswer,
          body,
        });
        setAnswer(data);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const [first] = error.errors;
        setAnswer(undefined);
        setProblem(first ? texts.field(first.path) : texts.failed);
      }
    });

  return (
    <section class="why-if" aria-label={texts.title}>
      <p class="muted">{texts.what}</p>
      <form
        class="stack roomy"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <div class="fields two">
          <Field label={texts.url} hint={texts.urlHint}>
            <Input value={url} onValue={setUrl} maxLength={2_000} spellcheck={false} mono />
          </Field>
          <InstantField label={texts.time} hint={texts.timeHint} value={time} onInstant={setTime} optional />
        </div>
        <RadioSegment
          label={texts.device}
          options={DEVICES.map((value) => ({ value, label: texts.devices[value] }))}
          value={device}
          onChange={setDevice}
        />
        {rows.map((row) => (
          <SupposedRow
            key={row.id}
            row={row}
            onRow={(to) => setRows(rows.map((one) => (one.id === row.id ? to : one)))}
            onRemove={() => setRows(rows.filter((one) => one.id !== row.id))}
          />
        ))}
        <div class="row wrap">
          <Button
            variant="ghost"
            icon={AddIcon}
            onClick={() => {
              last.current += 1;
              setRows([...rows, { id: last.current, of: 'contact', name: '', value: INITIAL.contact }]);
            }}
          >
            {texts.add}
          </Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {texts.run}
          </Button>
        </div>
      </form>
      {problem !== undefined && (
        <Notice tone="bad" live="assertive">
          {problem}
        </Notice>
      )}
      {answer && <WhatIfResult answer={answer} nameOf={nameOf} />}
    </section>
  );
}
