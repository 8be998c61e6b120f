import { textIn } from '@banso/domain/content';
import type { LocalizedText } from '@banso/domain/content';
import type { NpsBand } from '@banso/domain/statistics';
import type { AnswerCondition, AnswerOperator } from '@banso/domain/targeting';
import { Checkbox, Select } from '@banso/ui';
import { useRead } from '../../../data/query.ts';
import { language } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { recordPath, schemasOf } from '../content-kind.ts';
import { NumberInput } from '../fields/number-input.tsx';
import { chosenIn, endsOf, operatorsOf, optionsFor, withAnswerOperator } from '../model/answer-test.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { givenTexts } from '../texts/given.ts';
import type { LeafProps } from './condition-row-fields.tsx';
import { useContentNames } from './use-content-names.ts';

const BANDS: readonly NpsBand[] = ['promoter', 'passive', 'detractor'];

/** What a person said to a survey: which survey and question, what is asked of the answer, and when it was given. */
export function AnswerFields({ leaf, path, onLeaf }: LeafProps<AnswerCondition>) {
  const texts = textsOf(givenTexts);
  const audience = wordsOf('audience');
  const { band } = wordsOf('conditions');
  const { all, nameOf } = useContentNames();
  const surveys = all
    .filter(({ kind }) => kind === 'survey')
    .map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = surveys.some(({ value }) => value === leaf.surveyId);
  const draft = useRead(recordPath('survey', leaf.surveyId), schemasOf('survey').Record).data?.data.draft;
  const asked = draft?.body.questions.filter(({ type }) => type !== 'statement') ?? [];
  const question = asked.find(({ key }) => key === leaf.question);
  const titleOf = (text: LocalizedText) => textIn(text, language.value, draft?.defaultLocale ?? 'en');
  const operators = [...new Set<AnswerOperator>([...operatorsOf(question), leaf.op])];
  const askAnew = (of: Pick<AnswerCondition, 'surveyId' | 'question'>) =>
    onLeaf({ type: 'answer', ...of, op: 'answered', withinDays: leaf.withinDays });
  return (
    <>
      <Select
        aria-label={texts.survey}
        data-path={`${path}.surveyId`}
        value={leaf.surveyId}
        onValue={(surveyId) => askAnew({ surveyId, question: null })}
        options={isKnown ? surveys : [{ value: leaf.surveyId, label: nameOf(leaf.surveyId) }, ...surveys]}
      />
      <Select
        aria-label={texts.question}
        data-path={`${path}.question`}
        value={leaf.question ?? ''}
        onValue={(key) => askAnew({ surveyId: leaf.surveyId, question: key === '' ? null : key })}
        options={[
          { value: '', label: texts.anyQuestion },
          ...asked.map(({ key, text }) => ({ value: key, label: titleOf(text) || key })),
          ...(question || leaf.question === null ? [] : [{ value: leaf.question, label: leaf.question }]),
        ]}
      />
      <Select
        aria-label={texts.test}
        value={leaf.op}
        onValue={(op) => onLeaf(withAnswerOperator(leaf, op, question))}
        options={operators.map((op) => ({ value: op, label: texts.op[op] }))}
      />
      {typeof leaf.value === 'number' && (
        <NumberInput
          label={texts.score}
          path={`${path}.value`}
          min={endsOf(question).low}
          max={endsOf(question).high}
          value={leaf.value}
          onNumber={(value) => value !== null && onLeaf({ ...leaf, value })}
        />
      )}
      {leaf.op === 'band' && (
        <Select
          aria-label={texts.op.band}
          data-path={`${path}.value`}
          value={leaf.value as string}
          onValue={(value) => onLeaf({ ...leaf, value })}
          options={BANDS.map((value) => ({ value, label: band[value] }))}
        />
      )}
      {leaf.op === 'chose' && (
        <div class="row wrap" role="group" aria-label={texts.op.chose} data-path={`${path}.value`}>
          {optionsFor(question, leaf).map(({ key, text }) => (
            <Checkbox
              key={key}
              label={titleOf(text) || key}
              checked={chosenIn(leaf).includes(key)}
              onChange={(isIn) => {
                const others = chosenIn(leaf).filter((each) => each !== key);
                onLeaf({ ...leaf, value: isIn ? [...others, key] : others });
              }}
            />
          ))}
        </div>
      )}
      <span class="muted">{texts.within}</span>
      <NumberInput
        label={audience.days}
        min={1}
        max={365}
        canBeEmpty
        value={leaf.withinDays}
        onNumber={(withinDays) => onLeaf({ ...leaf, withinDays })}
      />
      <span class="muted">{leaf.withinDays === null ? audience.daysEver : audience.daysUnit}</span>
    </>
  );
}
