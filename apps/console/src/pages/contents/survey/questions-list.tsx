import { type SurveyQuestion, textIn } from '@banso/domain/content';
import { AddIcon, AlertIcon, DeleteIcon, GripIcon, Icon, IconButton, Switch } from '@banso/ui';
import { useState } from 'preact/hooks';
import { toaster } from '../../../shell/toaster.ts';
import { LocalizedField } from '../fields/localized-field.tsx';
import { type Sortable, useSortable } from '../fields/use-sortable.ts';
import { useBody, useEditor } from '../frame/editor-context.ts';
import {
  newQuestion,
  withMovedQuestion,
  withoutQuestion,
  withQuestion,
  withRequired,
} from '../model/survey-questions.ts';
import { problemWords } from '../texts/problem-words.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** The questions in the order in which they are asked, one at a time. */
export function QuestionsList() {
  const texts = wordsOf('survey');
  const { model, place, readOnly } = useEditor();
  const { body, edit } = useBody('survey');
  const [said, setSaid] = useState('');
  const problem = model.blocking.value.find(({ path }) => path === 'questions');
  const titleOf = (question: SurveyQuestion) =>
    textIn(question.text, place.locale, model.draft.value.defaultLocale) || wordsOf('editor').untitled;
  const move = (from: number, to: number) => {
    const question = body.questions[from];
    edit((now) => withMovedQuestion(now, from, to));
    if (question) setSaid(wordsOf('checklist').movedTo(titleOf(question), to + 1, body.questions.length));
  };
  const sortable = useSortable({
    ids: body.questions.map(({ key }) => key),
    onMove: move,
    enabled: !readOnly,
  });

  return (
    <section class="part" aria-labelledby="part-questions">
      <h3 id="part-questions">{texts.questions}</h3>
      <p class="hint">{texts.questionsWhat}</p>
      <ol class="qs" ref={sortable.listRef}>
        {body.questions.map((question, index) => (
          <Question
            key={question.key}
            question={question}
            index={index}
            title={titleOf(question)}
            count={body.questions.length}
            sortable={sortable}
            isOnlyScore={
              question.type === 'nps' && body.questions.filter(({ type }) => type === 'nps').length === 1
            }
          />
        ))}
      </ol>
      {problem && (
        <p class="hint err">
          <Icon of={AlertIcon} size="s" />
          {problemWords(problem)}
        </p>
      )}
      {!readOnly && (
        <button
          type="button"
          class="addst"
          data-path="questions"
          disabled={body.questions.length >= 20}
          onClick={() => edit((now) => withQuestion(now, newQuestion()))}
        >
          <Icon of={AddIcon} /> {body.questions.length >= 20 ? texts.full : texts.add}
        </button>
      )}
      <p class="vh" role="status">
        {said}
      </p>
    </section>
  );
}

interface QuestionProps {
  question: SurveyQuestion;
  index: number;
  title: string;
  count: number;
  sortable: Sortable;
  /** The score of the survey: it cannot be removed. */
  isOnlyScore: boolean;
}

function Question({ question, index, title, count, sortable, isOnlyScore }: QuestionProps) {
  const texts = wordsOf('survey');
  const { readOnly } = useEditor();
  const { edit } = useBody('survey');
  const path = `questions.${index}`;
  const remove = () => {
    edit((now) => withoutQuestion(now, question.key));
    toaster.show({
      message: texts.removed(title),
      undo: () => edit((now) => withQuestion(now, question, index)),
    });
  };
  const look = `q${sortable.carried === question.key ? ' carried' : ''}${sortable.gap === index ? ' gap' : ''}${sortable.gap === count && index === count - 1 ? ' gap-end' : ''}`;
  return (
    <li class={look} data-sort={question.key}>
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
        <h4 class="grow">{question.type === 'nps' ? texts.score : texts.questionOf(index + 1)}</h4>
        {!readOnly && !isOnlyScore && <IconButton icon={DeleteIcon} label={texts.remove} onClick={remove} />}
      </div>
      <LocalizedField path={`${path}.text`} text={question.text} label={texts.question} as="lines" />
      {question.type === 'nps' && (
        <div class="fields two">
          <LocalizedField path={`${path}.labels.low`} text={question.labels.low} label={texts.low} />
          <LocalizedField path={`${path}.labels.high`} text={question.labels.high} label={texts.high} />
        </div>
      )}
      <Switch
        label={texts.required}
        hint={texts.requiredHint}
        checked={question.required}
        onChange={(required) => edit((now) => withRequired(now, question.key, required))}
        disabledReason={readOnly ? wordsOf('checklist').readOnly : undefined}
      />
    </li>
  );
}
