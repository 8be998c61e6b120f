import { FieldGroup, Notice, RadioSegment, Switch } from '@banso/ui';
import { LocalizedField } from '../fields/localized-field.tsx';
import { TextLanguage } from '../fields/text-language.tsx';
import { useBody, useEditor } from '../frame/editor-context.ts';
import { problemAt } from '../model/draft-problems.ts';
import { problemWords } from '../texts/problem-words.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** What belongs to the checklist and not to one of its steps. */
export function WholeForm() {
  const texts = wordsOf('checklist');
  const { model, readOnly } = useEditor();
  const { body, edit } = useBody('checklist');
  const problem = model.blocking.value.find(({ path }) => path === 'steps');
  return (
    <form class="form" aria-label={texts.whole} onSubmit={(event) => event.preventDefault()}>
      <div class="row wrap form-h">
        <h2 class="grow">{texts.whole}</h2>
        <TextLanguage where={(path) => !path.startsWith('steps.') && !path.startsWith('delivery.')} />
      </div>
      {problem && problemAt(model.problems.value, 'steps') && (
        <Notice tone={body.steps.length === 0 ? 'plain' : 'bad'}>{problemWords(problem)}</Notice>
      )}
      <LocalizedField path="title" text={body.title} label={texts.title} hint={texts.wholeTitleHint} />
      <LocalizedField path="intro" text={body.intro} label={texts.intro} as="markdown" optional />
      <LocalizedField
        path="celebration"
        text={body.celebration}
        label={texts.celebration}
        hint={texts.celebrationHint}
        optional
      />
      <div class="opts">
        <div class="opt-row">
          <Switch
            label={texts.ordered}
            hint={texts.orderedHint}
            checked={body.ordered}
            onChange={(ordered) => edit((now) => ({ ...now, ordered }))}
            disabledReason={readOnly ? texts.readOnly : undefined}
          />
        </div>
      </div>
      <FieldGroup legend={texts.progressOf} hint={texts.progressHint[body.progressOf]}>
        <div>
          <RadioSegment
            label={texts.progressOf}
            value={body.progressOf}
            onChange={(progressOf) => !readOnly && edit((now) => ({ ...now, progressOf }))}
            options={[
              { value: 'contact', label: texts.perPerson },
              { value: 'account', label: texts.perAccount },
            ]}
          />
        </div>
      </FieldGroup>
    </form>
  );
}
