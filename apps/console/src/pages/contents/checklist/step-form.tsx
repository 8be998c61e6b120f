import { type ChecklistStep, textIn } from '@banso/domain/content';
import { AscendingIcon, CopyIcon, DeleteIcon, DescendingIcon, IconButton, Switch } from '@banso/ui';
import { useRef } from 'preact/hooks';
import { language } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { LinkField } from '../fields/link-field.tsx';
import { LocalizedField } from '../fields/localized-field.tsx';
import { TextLanguage } from '../fields/text-language.tsx';
import { useBody, useEditor } from '../frame/editor-context.ts';
import { LoadedPart } from '../frame/loaded-part.tsx';
import {
  copyOf,
  withChangedStep,
  withMovedStep,
  withoutStep,
  withStep,
  withStepBack,
} from '../model/checklist-steps.ts';
import { wordsOf } from '../texts/editor-words.ts';

const loadBehaviour = () => import('./step-behaviour.tsx').then((part) => part.StepBehaviour);

/** Everything about one step. */
export function StepForm({ step, index }: { step: ChecklistStep; index: number }) {
  const texts = wordsOf('checklist');
  const { model, go, readOnly } = useEditor();
  const { body, edit } = useBody('checklist');
  const change = (to: Partial<ChecklistStep>) => edit((now) => withChangedStep(now, step.key, to));
  const path = `steps.${index}`;
  const last = body.steps.length - 1;
  /** What the button was before it was switched off. */
  const button = useRef(step.action);
  if (step.action) button.current = step.action;

  // At either end one of the two buttons is refused and drawn anew: the focus goes to the other one.
  const tools = useRef<HTMLSpanElement>(null);
  const move = (to: number) => {
    edit((now) => withMovedStep(now, index, to));
    if (to !== 0 && to !== last) return;
    requestAnimationFrame(() =>
      tools.current?.querySelector<HTMLElement>(`[data-move=${to === 0 ? 'down' : 'up'}]`)?.focus(),
    );
  };

  const duplicate = () => {
    const copy = copyOf(step);
    edit((now) => withStep(now, copy, step.key));
    go({ step: copy.key });
  };
  const remove = () => {
    const { body: without, removed } = withoutStep(body, step.key);
    if (!removed) return;
    edit(() => without);
    go({ step: without.steps[Math.min(index, without.steps.length - 1)]?.key });
    const title =
      textIn(step.title, language.value, model.draft.peek().defaultLocale) || wordsOf('editor').untitled;
    const undo = () => {
      edit((now) => withStepBack(now, removed));
      go({ step: step.key });
    };
    toaster.show({ message: texts.removed(title), undo });
  };

  return (
    <form class="form" aria-label={texts.stepOf(index + 1)} onSubmit={(event) => event.preventDefault()}>
      <div class="row wrap form-h">
        <h2 class="grow">{texts.stepOf(index + 1)}</h2>
        {!readOnly && (
          <span class="row form-tools" ref={tools}>
            <IconButton
              icon={AscendingIcon}
              label={texts.up}
              data-move="up"
              disabledReason={index === 0 ? texts.isFirst : undefined}
              onClick={() => move(index - 1)}
            />
            <IconButton
              icon={DescendingIcon}
              label={texts.down}
              data-move="down"
              disabledReason={index === last ? texts.isLast : undefined}
              onClick={() => move(index + 1)}
            />
            <IconButton icon={CopyIcon} label={texts.duplicate} onClick={duplicate} />
            <IconButton icon={DeleteIcon} label={texts.remove} onClick={remove} />
          </span>
        )}
        <TextLanguage where={(at) => at.startsWith(`${path}.`)} />
      </div>
      <LocalizedField path={`${path}.title`} text={step.title} label={texts.title} hint={texts.titleHint} />
      <LocalizedField path={`${path}.body`} text={step.body} label={texts.text} as="markdown" optional />
      <Switch
        label={texts.hasButton}
        hint={texts.hasButtonHint}
        checked={step.action !== null}
        onChange={(on) => change({ action: on ? (button.current ?? { label: {}, url: '' }) : null })}
        disabledReason={readOnly ? texts.readOnly : undefined}
      />
      {step.action && (
        <div class="fields two">
          <LocalizedField path={`${path}.action.label`} text={step.action.label} label={texts.button} />
          <LinkField
            path={`${path}.action.url`}
            label={texts.link}
            hint={texts.linkHint}
            placeholder="/team/invite"
            value={step.action.url}
            onLink={(url) => step.action && change({ action: { ...step.action, url } })}
          />
        </div>
      )}
      <LoadedPart load={loadBehaviour} props={{ step, path, onChange: change }} shape="text" />
    </form>
  );
}
