import { QUESTION_TYPES, scaleOf, type SurveyQuestion } from '@banso/domain/content';
import { AlertIcon, DeleteIcon, Field, GripIcon, Icon, IconButton, Select, Switch } from '@banso/ui';
import { toaster } from '../../../shell/toaster.ts';
import { LocalizedField } from '../fields/localized-field.tsx';
import type { Sortable } from '../fields/use-sortable.ts';
import { useBody, useEditor } from '../frame/editor-context.ts';
import { LoadedPart } from '../frame/loaded-part.tsx';
import { withChanged, withoutQuestion, withQuestion, withType } from '../model/survey-questions.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { problemWords } from '../texts/problem-words.ts';
import { scaleWords } from './scale-words.ts';

/** Props of {@link QuestionCard}. */
export interface QuestionCardProps {
  question: SurveyQuestion;
  index: number;
  title: string;
  count: number;
  sortable: Sortable;
  /** The score of the survey: it cannot be removed, but be of another type. */
  isOnlyScore: boolean;
}

const loadOptions = () => import('./options-editor.tsx').then((part) => part.OptionsEditor);
const loadRules = () => import('./rules-editor.tsx').then((part) => part.RulesEditor);

/** One question: its type, its words, what can be answered, and where the answers lead. */
export function QuestionCard({ question, index, title, count, sortable, isOnlyScore }: QuestionCardProps) {
  const texts = wordsOf('survey');
  const { model, readOnly } = useEditor();
  const { edit } = useBody('survey');
  const path = `questions.${index}`;
  const scale = scaleOf(question.type);
  const problem = model.blocking.value.find((one) => one.path === path);
  const remove = () => {
    edit((now) => withoutQuestion(now, question.key));
    toaster.show({
      message: texts.removed(title),
      undo: () => edit((now) => withQuestion(now, question, index)),
    });
  };
  const look = `q${sortable.carried === question.key ? ' carried' : ''}${sortable.gap === index ? ' gap' : ''}${sortable.gap === count && index === count - 1 ? ' gap-end' : ''}`;
  return (
    <li class={look} data-sort={question.key} data-path={path}>
      <div class="row q-h">
        {!readOnly && count > 1 && (
          <button
            type="button"
            class="grip"
            data-grip=""
            aria-label={texts.move(index + 1, title)}
            onKeyDown={(event) => sortable.onGripKey(event, question.key)}
          >
            <Icon of={GripIcon} />
          </button>
        )}
        <h4 class="grow">{texts.questionOf(index + 1)}</h4>
        {!readOnly && !isOnlyScore && <IconButton icon={DeleteIcon} label={texts.remove} onClick={remove} />}
      </div>
      {problem && (
        <p class="hint err">
          <Icon of={AlertIcon} size="s" />
          {problemWords(problem)}
        </p>
      )}
      <Field label={texts.type} hint={texts.typeHint[question.type]}>
        <Select
          value={question.type}
          disabled={readOnly}
          options={QUESTION_TYPES.map((type) => ({ value: type, label: texts.types[type] }))}
          onValue={(type) =>
            type !== question.type &&
            edit((now) => withType(now, question.key, type, scaleWords(type, model.draft.peek().locales)))
          }
        />
      </Field>
      <LocalizedField path={`${path}.text`} text={question.text} label={texts.question} as="lines" />
      {'labels' in question && scale && (
        <div class="fields two">
          <LocalizedField
            path={`${path}.labels.low`}
            text={question.labels.low}
            label={texts.labelAt(scale.low)}
          />
          <LocalizedField
            path={`${path}.labels.high`}
            text={question.labels.high}
            label={texts.labelAt(scale.high)}
          />
        </div>
      )}
      {'options' in question && <LoadedPart load={loadOptions} props={{ question, path }} shape="text" />}
      {question.type !== 'statement' && (
        <Switch
          label={texts.required}
          hint={texts.requiredHint}
          checked={question.required}
          onChange={(required) =>
            edit((now) => withChanged(now, question.key, (one) => ({ ...one, required })))
          }
          disabledReason={readOnly ? wordsOf('checklist').readOnly : undefined}
        />
      )}
      {(count > 1 || question.next) && (
        <LoadedPart load={loadRules} props={{ question, index }} shape="text" />
      )}
    </li>
  );
}
