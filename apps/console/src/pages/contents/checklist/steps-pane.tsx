import { type ChecklistStep, textIn } from '@banso/domain/content';
import { AddIcon, Chip, ChecklistIcon, GripIcon, Icon, IconButton, Status } from '@banso/ui';
import { useState } from 'preact/hooks';
import { useBody, useEditor } from '../frame/editor-context.ts';
import { usePublished } from '../frame/use-published.ts';
import { useSortable } from '../fields/use-sortable.ts';
import { newStep, withMovedStep, withStep } from '../model/checklist-steps.ts';
import { doneWayOf } from './done-way.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** The steps in their order: opens, adds and moves them. */
export function StepsPane() {
  const texts = wordsOf('checklist');
  const { model, place, go, readOnly } = useEditor();
  const { body, edit } = useBody('checklist');
  const [said, setSaid] = useState('');
  const { changes } = usePublished(model);
  const titleOf = (step: ChecklistStep) =>
    textIn(step.title, place.locale, model.draft.value.defaultLocale) || wordsOf('editor').untitled;

  const move = (from: number, to: number) => {
    const step = body.steps[from];
    edit((now) => withMovedStep(now, from, to));
    if (step) setSaid(texts.movedTo(titleOf(step), to + 1, body.steps.length));
  };
  const sortable = useSortable({ ids: body.steps.map(({ key }) => key), onMove: move, enabled: !readOnly });
  const add = () => {
    const step = newStep();
    edit((now) => withStep(now, step));
    go({ step: step.key });
  };

  return (
    <>
      <div class="row ed-list-h">
        <h2 class="grow">
          {texts.steps} <span class="muted reg">{body.steps.length}</span>
        </h2>
        {!readOnly && <IconButton icon={AddIcon} label={texts.addStep} onClick={add} />}
      </div>
      <button
        type="button"
        class={`stp stp-whole${place.step === undefined ? ' sel' : ''}`}
        aria-current={place.step === undefined ? 'true' : undefined}
        onClick={() => go({ step: undefined })}
      >
        <Icon of={ChecklistIcon} />
        <span class="med">{texts.whole}</span>
        <ProblemMark where={(path) => !path.startsWith('steps.') && !path.startsWith('delivery.')} />
      </button>
      <ol class="stps" ref={sortable.listRef}>
        {body.steps.map((step, index) => {
          const isOpen = step.key === place.step;
          const isNew = changes?.some(
            (change) => change.type === 'added' && change.path === `steps.${index}`,
          );
          const isEdited = changes?.some((change) => change.path.startsWith(`steps.${index}.`));
          return (
            <li
              key={step.key}
              data-sort={step.key}
              class={`stp${isOpen ? ' sel' : ''}${sortable.carried === step.key ? ' carried' : ''}${sortable.gap === index ? ' gap' : ''}${sortable.gap === body.steps.length && index === body.steps.length - 1 ? ' gap-end' : ''}`}
            >
              {!readOnly && (
                <button
                  type="button"
                  class="grip"
                  data-grip=""
                  aria-label={texts.moveStep(index + 1, titleOf(step))}
                  onKeyDown={(event) => sortable.onGripKey(event, step.key)}
                >
                  <Icon of={GripIcon} />
                </button>
              )}
              <button
                type="button"
                class="stp-b"
                aria-current={isOpen ? 'true' : undefined}
                onClick={() => go({ step: step.key })}
              >
                <span class="row stp-t">
                  <span class="med trunc" lang={step.title[place.locale] ? place.locale : undefined}>
                    {titleOf(step)}
                  </span>
                  <ProblemMark where={(path) => path.startsWith(`steps.${index}.`)} />
                  {isNew && <Chip tone="on">{texts.isNew}</Chip>}
                  {!isNew && isEdited && <Chip tone="on">{texts.isEdited}</Chip>}
                </span>
                <span class="muted xs trunc">{texts.doneBy[doneWayOf(step)]}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {!readOnly && (
        <button type="button" class="addst" data-path="steps" onClick={add}>
          <Icon of={AddIcon} /> {texts.addStep}
        </button>
      )}
      <p class="vh" role="status">
        {said}
      </p>
    </>
  );
}

/** A red mark where something is to be mended, an amber one where a translation is missing. */
function ProblemMark({ where }: { where: (path: string) => boolean }) {
  const texts = wordsOf('editor');
  const { model } = useEditor();
  const blocking = model.blocking.value.filter(({ path }) => where(path)).length;
  if (blocking > 0) return <Status tone="bad" label={texts.problemCount(blocking)} hideLabel />;
  const missing = model.untranslated.value.filter(({ path }) => where(path)).length;
  return missing > 0 ? <Status tone="warn" label={texts.missingCount(missing)} hideLabel /> : null;
}
