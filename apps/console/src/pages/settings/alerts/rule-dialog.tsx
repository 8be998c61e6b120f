import { common, content } from '@banso/contract';
import { AlertRule } from '@banso/contract/alert';
import { Webhook } from '@banso/contract/webhook';
import {
  Button,
  Checkbox,
  Dialog,
  Field,
  FieldGroup,
  Input,
  Notice,
  RadioSegment,
  Select,
  Skeleton,
} from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import type { Answer } from '../../../data/api.ts';
import { useRead } from '../../../data/query.ts';
import { api, me } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { textsOf } from '../../../texts/use-texts.ts';
import { useMembers } from '../../accounts/members.ts';
import { useSegmentNames } from '../../contents/audience/use-segment-names.ts';
import { useTopicNames } from '../../topics/topic-names.ts';
import { WeekHours } from '../week-hours.tsx';
import { bodyOf, draftOf, NEW_RULE, OFFICE, SCALES, wrongIn } from './rule-draft.ts';
import type { RuleDraft } from './rule-draft.ts';
import { roleWords } from './rule-words.ts';
import { alertTexts } from './texts.ts';

const PATH = '/v1/alert-rules';

interface PartProps {
  draft: RuleDraft;
  set: (change: Partial<RuleDraft>) => void;
  /** What is wrong, once it was tried to save. */
  wrong: ReadonlySet<string>;
}

interface DialogProps {
  onClose: () => void;
  onSaved: () => void;
}

/** Makes a rule. */
export const NewRule = (props: DialogProps) => <RuleForm {...props} />;

/** Changes a rule, as it is when the form opens: what a colleague saves meanwhile is not overwritten. */
export function EditRule({ id, ...props }: DialogProps & { id: string }) {
  const texts = textsOf(alertTexts);
  const read = useRead(`${PATH}/${id}`, AlertRule);
  if (read.data) return <RuleForm {...props} of={read.data} />;
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

/** @param props.of - Undefined: a new one. */
function RuleForm({ of, onClose, onSaved }: DialogProps & { of?: Answer<AlertRule> }) {
  const texts = textsOf(alertTexts);
  const submit = useSubmit();
  const [opened] = useState(of);
  const [draft, setDraft] = useState<RuleDraft>(opened ? draftOf(opened.data) : NEW_RULE);
  const [tried, setTried] = useState(false);
  const wrong = wrongIn(draft);
  const parts: PartProps = {
    draft,
    set: (change) => setDraft({ ...draft, ...change }),
    wrong: tried ? wrong : new Set(),
  };
  const save = () => {
    setTried(true);
    if (wrong.size > 0) return;
    void submit.run(async () => {
      const body = bodyOf(draft);
      if (opened) {
        const { etag, data } = opened;
        await api.call('PATCH', `${PATH}/${data.id}`, { schema: AlertRule, body, etag });
      } else await api.call('POST', PATH, { schema: AlertRule, body });
      onSaved();
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={save}
      title={opened ? texts.edit : texts.create}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {opened ? texts.save : texts.add}
          </Button>
        </>
      }
    >
      <div class="fields">
        {(submit.problem ?? submit.refused[0]) && (
          <Notice tone="bad" live="assertive">
            {submit.problem?.status === 412 ? texts.conflict : texts.notSaved}
          </Notice>
        )}
        <Field label={texts.name} error={parts.wrong.has('name') ? texts.nameMissing : undefined}>
          <Input
            value={draft.name}
            onValue={(name) => parts.set({ name })}
            maxLength={100}
            placeholder={texts.nameExample}
            required
          />
        </Field>
        <When {...parts} />
        <Receivers {...parts} />
        <Pace {...parts} />
      </div>
    </Dialog>
  );
}

function When({ draft, set, wrong }: PartProps) {
  const texts = textsOf(alertTexts);
  const surveys = useRead('/v1/surveys', common.page(content.survey.Summary), { limit: 200 });
  const all = surveys.data?.data.data ?? [];
  const topics = useTopicNames(draft.topicId || undefined);
  const segments = useSegmentNames();
  const isDrop = draft.about === 'drop';
  const choices = (any: string, from: readonly { id: string; name: string }[]) => [
    { value: '', label: any },
    ...from.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <RadioSegment
        label={texts.about}
        options={(['answer', 'drop'] as const).map((value) => ({ value, label: texts.abouts[value] }))}
        value={draft.about}
        onChange={(about) =>
          set({ about, ...(about === 'drop' && draft.score === '' && { score: 'nps' as const }) })
        }
      />
      <p class="hint">{texts.aboutWhat[draft.about]}</p>
      {wrong.has('when') && (
        <Notice tone="bad" live="assertive">
          {texts.missing}
        </Notice>
      )}
      <Field label={texts.survey} error={wrong.has('survey') ? texts.surveyMissing : undefined}>
        <Select
          value={draft.surveyId}
          onValue={(surveyId) => set({ surveyId })}
          options={choices(isDrop ? texts.choose : texts.anySurvey, all)}
        />
      </Field>
      <Field label={texts.score}>
        <Select
          value={draft.score}
          onValue={(score) => {
            const [low, high] = score === '' ? [] : SCALES[score].low;
            set({ score, low: `${low ?? ''}`, high: `${high ?? ''}` });
          }}
          options={(isDrop ? (['nps', 'csat', 'ces'] as const) : (['nps', 'csat', 'ces', ''] as const)).map(
            (value) => ({ value, label: value === '' ? texts.anyScore : value.toUpperCase() }),
          )}
        />
      </Field>
      {!isDrop && draft.score !== '' && <Band draft={draft} set={set} wrong={wrong} score={draft.score} />}
      {!isDrop && (
        <>
          <Field label={texts.words} hint={texts.wordsHint}>
            <Input value={draft.words} onValue={(words) => set({ words })} maxLength={1000} />
          </Field>
          <Field label={texts.topic}>
            <Select
              value={draft.topicId}
              onValue={(topicId) => set({ topicId })}
              options={choices(texts.anyTopic, topics)}
            />
          </Field>
          <Field label={texts.segment}>
            <Select
              value={draft.segmentId}
              onValue={(segmentId) => set({ segmentId })}
              options={choices(texts.anybody, segments)}
            />
          </Field>
        </>
      )}
    </>
  );
}

function Band({ draft, set, wrong, score }: PartProps & { score: keyof typeof SCALES }) {
  const texts = textsOf(alertTexts);
  const { least, most } = SCALES[score];
  const mark = { type: 'number', inputMode: 'numeric', min: least, max: most } as const;
  return (
    <FieldGroup legend={texts.band} error={wrong.has('band') ? texts.bandWrong(least, most) : undefined}>
      <div class="row wrap set-times">
        <Field label={texts.low}>
          <Input {...mark} value={draft.low} onValue={(low) => set({ low })} />
        </Field>
        <Field label={texts.high}>
          <Input {...mark} value={draft.high} onValue={(high) => set({ high })} />
        </Field>
      </div>
    </FieldGroup>
  );
}

function Receivers({ draft, set, wrong }: PartProps) {
  const texts = textsOf(alertTexts);
  const members = useMembers();
  const webhooks = useRead('/v1/webhooks', z.object({ data: z.array(Webhook) })).data?.data.data ?? [];
  const toggled = (ids: readonly string[], id: string, on: boolean) =>
    on ? [...ids, id] : ids.filter((each) => each !== id);
  return (
    <>
      <Field label={texts.to} error={wrong.has('to') ? texts.toMissing : undefined}>
        <Select
          value={draft.members}
          onValue={(to) => set({ members: to })}
          options={[
            { value: 'all', label: texts.everybody },
            { value: 'roles', label: roleWords(draft.roles) },
            { value: 'some', label: texts.some },
          ]}
        />
      </Field>
      {draft.members === 'some' && (
        <FieldGroup legend={texts.chosen}>
          {members.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={draft.memberIds.includes(id)}
              onChange={(on) => set({ memberIds: toggled(draft.memberIds, id, on) })}
            />
          ))}
        </FieldGroup>
      )}
      {(me.value?.mail || draft.byMail) && (
        <Checkbox label={texts.byMail} checked={draft.byMail} onChange={(byMail) => set({ byMail })} />
      )}
      {webhooks.length > 0 && (
        <FieldGroup legend={texts.webhooks}>
          {webhooks.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={draft.webhookIds.includes(id)}
              onChange={(on) => set({ webhookIds: toggled(draft.webhookIds, id, on) })}
            />
          ))}
        </FieldGroup>
      )}
    </>
  );
}

function Pace({ draft, set, wrong }: PartProps) {
  const texts = textsOf(alertTexts);
  const { hours } = draft;
  return (
    <>
      <Checkbox
        label={texts.hours}
        checked={hours !== undefined}
        onChange={(on) => set({ hours: on ? OFFICE : undefined })}
      />
      {hours && <WeekHours value={hours} onChange={(change) => set({ hours: { ...hours, ...change } })} />}
      <Field
        label={texts.perHour}
        hint={texts.perHourHint}
        error={wrong.has('perHour') ? texts.perHourWrong : undefined}
      >
        <Input
          type="number"
          inputMode="numeric"
          min={1}
          max={1000}
          value={draft.perHour}
          onValue={(perHour) => set({ perHour })}
        />
      </Field>
    </>
  );
}
