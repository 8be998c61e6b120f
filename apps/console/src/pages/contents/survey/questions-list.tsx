import { type SurveyQuestion, textIn } from '@banso/domain/content';
import { AddIcon, AlertIcon, Icon } from '@banso/ui';
import { useState } from 'preact/hooks';
import { useSortable } from '../fields/use-sortable.ts';
import { useBody, useEditor } from '../frame/editor-context.ts';
import { newQuestion, withMovedQuestion, withQuestion } from '../model/survey-questions.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { problemWords } from '../texts/problem-words.ts';
import { QuestionCard } from './question-card.tsx';

const MOST_QUESTIONS = 20;

/** The questions in the order in which they are asked, one at a time. */
export function QuestionsList() {
  const texts = wordsOf('survey');
  const { model, place, readOnly } = useEditor();
  const { body, edit } = useBody('survey');
  const [said, setSaid] = useState('');
  const problem = model.blocking.value.find(({ path }) => path === 'questions');
  const isFull = body.questions.length >= MOST_QUESTIONS;
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
          <QuestionCard
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
          disabled={isFull}
          onClick={() => edit((now) => withQuestion(now, newQuestion()))}
        >
          <Icon of={AddIcon} /> {isFull ? texts.full : texts.add}
        </button>
      )}
      <p class="vh" role="status">
        {said}
      </p>
    </section>
  );
}
