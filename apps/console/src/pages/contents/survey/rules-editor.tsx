import {
  type AnswerTest,
  type NextRule,
  OTHER_KEY,
  scaleOf,
  scoresOf,
  type SurveyQuestion,
  textIn,
} from '@banso/domain/content';
import { AddIcon, AlertIcon, Checkbox, DeleteIcon, FieldGroup, Icon, IconButton, Select } from '@banso/ui';
import { useBody, useEditor } from '../frame/editor-context.ts';
import { problemAt } from '../model/draft-problems.ts';
import { newRule, withChanged, withRules } from '../model/survey-questions.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { problemWords } from '../texts/problem-words.ts';

const MOST_RULES = 20;
/** Stands for the end of the survey in a list of questions. */
const END = '';

/** Where the answers to a question lead, when not to the next one. The first rule that fits decides. */
export function RulesEditor({ question, index }: { question: SurveyQuestion; index: number }) {
  const texts = wordsOf('survey');
  const { model, place, readOnly } = useEditor();
  const { body, edit } = useBody('survey');
  const rules = question.next ?? [];
  const setRules = (to: readonly NextRule[]) =>
    edit((now) => withChanged(now, question.key, (one) => withRules(one, to)));
  const titleOf = (of: SurveyQuestion, at: number) => {
    const title =
      textIn(of.text, place.locale, model.draft.value.defaultLocale) || wordsOf('editor').untitled;
    return `${at + 1}. ${title}`;
  };
  /** Questions further down, and what a rule leads to now wherever that is. */
  const targets = (to: string | null) => [
    ...body.questions.flatMap((one, at) =>
      at > index || one.key === to ? [{ value: one.key, label: titleOf(one, at) }] : [],
    ),
    ...(to !== null && !body.questions.some(({ key }) => key === to)
      ? [{ value: to, label: texts.goneQuestion }]
      : []),
    { value: END, label: texts.end },
  ];

  return (
    <FieldGroup legend={texts.next} hint={rules.length > 0 ? texts.nextElse : texts.nextHint}>
      {rules.map((rule, at) => {
        const path = `questions.${index}.next.${at}`;
        const problem = problemAt(model.blocking.value, path);
        const set = (to: Partial<NextRule>) => setRules(rules.with(at, { ...rule, ...to }));
        return (
          <div class="qn" key={at} role="group" aria-label={texts.ruleOf(at + 1)} data-path={path}>
            <RuleTest question={question} test={rule.when} onTest={(when) => set({ when })} />
            <span class="row qn-to">
              <span class="muted">{texts.goesTo}</span>
              <Select
                class="grow"
                aria-label={texts.goesToLabel}
                disabled={readOnly}
                value={rule.to ?? END}
                options={targets(rule.to)}
                onValue={(to) => set({ to: to === END ? null : to })}
              />
              {!readOnly && (
                <IconButton
                  icon={DeleteIcon}
                  label={texts.removeRule(at + 1)}
                  onClick={() => setRules(rules.toSpliced(at, 1))}
                />
              )}
            </span>
            {problem && (
              <p class="hint err">
                <Icon of={AlertIcon} size="s" />
                {problemWords(problem)}
              </p>
            )}
          </div>
        );
      })}
      {!readOnly && (
        <button
          type="button"
          class="addst"
          disabled={rules.length >= MOST_RULES}
          onClick={() => setRules([...rules, newRule(question)])}
        >
          <Icon of={AddIcon} /> {texts.addRule}
        </button>
      )}
    </FieldGroup>
  );
}

interface RuleTestProps {
  question: SurveyQuestion;
  test: AnswerTest;
  onTest: (test: AnswerTest) => void;
}

/** Which answers a rule is about: every one, or a part of the scale, or some of the options. */
function RuleTest({ question, test, onTest }: RuleTestProps) {
  const texts = wordsOf('survey');
  const { readOnly } = useEditor();
  const scale = scaleOf(question.type);
  const some = newRule(question).when;
  const kinds = [...new Set([some.type, test.type, 'any'] as const)];
  return (
    <span class="row wrap qn-if">
      {kinds.length > 1 ? (
        <Select
          aria-label={texts.whichAnswers}
          disabled={readOnly}
          value={test.type}
          options={kinds.map((kind) => ({ value: kind, label: texts.when[kind] }))}
          onValue={(kind) => kind !== test.type && onTest(kind === 'any' ? { type: 'any' } : some)}
        />
      ) : (
        <span>{texts.when.any}</span>
      )}
      {test.type === 'between' && (
        <ScoreRange test={test} scores={scale ? scoresOf(scale) : []} onTest={onTest} />
      )}
      {test.type === 'chosen' && <OptionPicks question={question} test={test} onTest={onTest} />}
    </span>
  );
}

function ScoreRange({
  test,
  scores,
  onTest,
}: {
  test: Extract<AnswerTest, { type: 'between' }>;
  scores: readonly number[];
  onTest: (test: AnswerTest) => void;
}) {
  const texts = wordsOf('survey');
  const { readOnly } = useEditor();
  const all = [...new Set([...scores, test.low, test.high])].toSorted((a, b) => a - b);
  const options = all.map((score) => ({ value: `${score}`, label: `${score}` }));
  return (
    <>
      <Select
        aria-label={texts.lowest}
        disabled={readOnly}
        value={`${test.low}`}
        options={options}
        onValue={(low) => onTest({ ...test, low: Number(low), high: Math.max(Number(low), test.high) })}
      />
      <span class="muted">{texts.upTo}</span>
      <Select
        aria-label={texts.highest}
        disabled={readOnly}
        value={`${test.high}`}
        options={options}
        onValue={(high) => onTest({ ...test, high: Number(high), low: Math.min(Number(high), test.low) })}
      />
    </>
  );
}

function OptionPicks({
  question,
  test,
  onTest,
}: {
  question: SurveyQuestion;
  test: Extract<AnswerTest, { type: 'chosen' }>;
  onTest: (test: AnswerTest) => void;
}) {
  const texts = wordsOf('survey');
  const { model, place, readOnly } = useEditor();
  const say = (text: Parameters<typeof textIn>[0]) =>
    textIn(text, place.locale, model.draft.value.defaultLocale) || wordsOf('editor').untitled;
  const known =
    'options' in question
      ? [
          ...question.options.map(({ key, text }) => ({ key, label: say(text) })),
          ...(question.other ? [{ key: OTHER_KEY, label: say(question.other) }] : []),
        ]
      : [];
  const gone = test.options.filter((key) => !known.some((one) => one.key === key));
  const toggle = (key: string, on: boolean) => {
    const options = on ? [...test.options, key] : test.options.filter((one) => one !== key);
    // A rule about no option at all fits nothing: the last tick stays.
    if (!readOnly && options.length > 0) onTest({ ...test, options });
  };
  return (
    <span class="qn-o">
      {[...known, ...gone.map((key) => ({ key, label: texts.goneOption }))].map(({ key, label }) => (
        <Checkbox
          key={key}
          label={label}
          checked={test.options.includes(key)}
          onChange={(on, event) => {
            toggle(key, on);
            if (!on && test.options.length === 1 && event.currentTarget instanceof HTMLInputElement)
              event.currentTarget.checked = true;
          }}
        />
      ))}
    </span>
  );
}
