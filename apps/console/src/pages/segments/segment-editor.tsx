import { Button, Card, Field, Input, Notice, PageBody, PageHeader, Status, TextArea } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { may } from '../../data/session.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { ConditionEditor } from '../contents/audience/condition-editor.tsx';
import { ConditionWordsLine } from './condition-words-line.tsx';
import { ReachCard } from '../contents/audience/reach-card.tsx';
import { FormProvider } from '../contents/frame/form-frame.ts';
import { problemWords } from '../contents/texts/problem-words.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { type Opened, useSegmentForm } from './segment-form.ts';
import { SegmentUses } from './segment-uses.tsx';
import { segmentTexts } from './texts.ts';

/** The form of one segment. */
export function SegmentEditor({ stored, onReload }: { stored: Opened; onReload: () => Promise<void> }) {
  const texts = textsOf(segmentTexts);
  const { route } = useLocation();
  const form = useSegmentForm(stored);
  const [asksToDelete, setAsking] = useState(false);
  const [hasTried, setTried] = useState(false);
  const isNew = stored.id === undefined;
  const readOnly = !may('write');
  const live = stored.contents.filter(({ isLive }) => isLive);
  const { condition, problems, submit } = form;
  const stops = problems.filter((problem) => problem.stops === 'storing');
  const whole = problems.find(({ path }) => path === 'condition');
  const refusals = submit.refused.filter(({ path }) => path.startsWith('condition'));
  const nameError = hasTried && form.name.trim() === '' ? texts.nameNeeded : submit.errorAt('name');

  const save = async () => {
    setTried(true);
    if (form.name.trim() === '' || stops.length > 0) return;
    const id = await form.save();
    if (id === undefined) return;
    toaster.show({ message: texts.saved });
    if (isNew) route(`/console/segments/${id}`, true);
  };

  return (
    <FormProvider
      value={{
        readOnly,
        problems,
        audience: { condition, verifiedOnly: false, path: 'condition' },
      }}
    >
      <PageHeader
        title={isNew ? texts.newTitle : form.name || texts.segment}
        crumbs={[{ href: '/console/segments', label: texts.page }]}
        status={form.isChanged && <Status tone="warn" label={texts.unsaved} small />}
        actions={
          !readOnly && (
            <>
              {!isNew && (
                <Button small variant="ghost" onClick={() => setAsking(true)}>
                  {texts.delete}
                </Button>
              )}
              <Button
                small
                variant="primary"
                busy={submit.busy}
                disabledReason={form.isChanged ? undefined : texts.nothingToSave}
                onClick={() => void save()}
              >
                {texts.save}
              </Button>
            </>
          )
        }
      />
      <PageBody>
        <div class="seg-cols">
          <div class="stack">
            {submit.problem && (
              <Notice
                tone="bad"
                live="assertive"
                action={
                  submit.problem.status === 412 && (
                    <Button small onClick={() => void onReload()}>
                      {texts.reload}
                    </Button>
                  )
                }
              >
                {texts.refusals[submit.problem.code] ?? texts.notSaved}
              </Notice>
            )}
            {refusals.map(({ path, code }) => (
              <Notice key={path} tone="bad" live="assertive">
                {texts.refusals[code] ?? texts.notSaved}
              </Notice>
            ))}
            {live.length > 0 && !readOnly && (
              <Notice tone="warn" title={texts.actsAtOnce(live.length)}>
                {texts.actsAtOnceOn(live.map(({ name }) => name))}
              </Notice>
            )}
            <Card title={texts.about}>
              <div class="fields">
                <Field label={texts.name} error={nameError}>
                  <Input value={form.name} maxLength={100} readOnly={readOnly} onValue={form.setName} />
                </Field>
                <Field label={texts.description} hint={texts.descriptionHint}>
                  <TextArea
                    value={form.description}
                    rows={2}
                    maxLength={500}
                    readOnly={readOnly}
                    onValue={form.setDescription}
                  />
                </Field>
              </div>
            </Card>
            <Card title={texts.who}>
              <ConditionWordsLine condition={condition} />
              <ConditionEditor
                condition={condition}
                path="condition"
                label={texts.who}
                onCondition={form.setCondition}
                error={whole && problemWords(whole)}
              />
            </Card>
            {!isNew && <SegmentUses contents={stored.contents} segments={stored.segments} />}
          </div>
          <ReachCard />
        </div>
      </PageBody>
      {asksToDelete && <DeleteDialog name={stored.name} form={form} onClose={() => setAsking(false)} />}
    </FormProvider>
  );
}
