import { type ChoiceQuestion, type LocalizedText, textIn } from '@banso/domain/content';
import { AddIcon, DeleteIcon, FieldGroup, GripIcon, Icon, IconButton, Switch } from '@banso/ui';
import { useRef, useState } from 'preact/hooks';
import { LocalizedField } from '../fields/localized-field.tsx';
import { useSortable } from '../fields/use-sortable.ts';
import { useBody, useEditor } from '../frame/editor-context.ts';
import { newOption, withChanged, withMovedOption } from '../model/survey-questions.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { problemWords } from '../texts/problem-words.ts';

const MOST_OPTIONS = 30;

/** What can be chosen: the options in their order, one in own words, and whether everybody gets an order of their own. */
export function OptionsEditor({ question, path }: { question: ChoiceQuestion; path: string }) {
  const texts = wordsOf('survey');
  const { model, place, readOnly } = useEditor();
  const { edit } = useBody('survey');
  const [said, setSaid] = useState('');
  const { options, other, random } = question;
  const change = (to: (now: ChoiceQuestion) => ChoiceQuestion) =>
    edit((now) => withChanged(now, question.key, to));
  const problem = model.blocking.value.find((one) => one.path === `${path}.options`);
  const titleOf = (text: LocalizedText) =>
    textIn(text, place.locale, model.draft.value.defaultLocale) || wordsOf('editor').untitled;
  const move = (from: number, to: number) => {
    const option = options[from];
    change((now) => withMovedOption(now, from, to));
    if (option) setSaid(wordsOf('checklist').movedTo(titleOf(option.text), to + 1, options.length));
  };
  const sortable = useSortable({ ids: options.map(({ key }) => key), onMove: move, enabled: !readOnly });
  /** What it was called before it was switched off. */
  const last = useRef<LocalizedText>({});
  if (other) last.current = other;
  const disabledReason = readOnly ? wordsOf('checklist').readOnly : undefined;

  return (
    <FieldGroup legend={texts.options} error={problem && problemWords(problem)}>
      <ol class="qo" ref={sortable.listRef} data-path={`${path}.options`}>
        {options.map(({ key, text }, index) => (
          <li
            key={key}
            data-sort={key}
            class={`row qo-r${sortable.carried === key ? ' carried' : ''}${sortable.gap === index ? ' gap' : ''}${sortable.gap === options.length && index === options.length - 1 ? ' gap-end' : ''}`}
          >
            {!readOnly && (
              <button
                type="button"
                class="grip"
                data-grip=""
                aria-label={texts.moveOption(index + 1, titleOf(text))}
                onKeyDown={(event) => sortable.onGripKey(event, key)}
              >
                <Icon of={GripIcon} />
              </button>
            )}
            <div class="grow">
              <LocalizedField
                path={`${path}.options.${index}.text`}
                text={text}
                label={texts.optionOf(index + 1)}
                hideLabel
              />
            </div>
            {!readOnly && (
              <IconButton
                icon={DeleteIcon}
                label={texts.removeOption(titleOf(text))}
                onClick={() =>
                  change((now) => ({ ...now, options: now.options.filter((one) => one.key !== key) }))
                }
              />
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <button
          type="button"
          class="addst"
          disabled={options.length >= MOST_OPTIONS}
          onClick={() => change((now) => ({ ...now, options: [...now.options, newOption()] }))}
        >
          <Icon of={AddIcon} /> {options.length >= MOST_OPTIONS ? texts.fullOptions : texts.addOption}
        </button>
      )}
      <Switch
        label={texts.other}
        hint={texts.otherHint}
        checked={other !== null}
        onChange={(on) => change((now) => ({ ...now, other: on ? last.current : null }))}
        disabledReason={disabledReason}
      />
      {other && <LocalizedField path={`${path}.other`} text={other} label={texts.otherCalled} />}
      <Switch
        label={texts.random}
        hint={texts.randomHint}
        checked={random}
        onChange={(on) => change((now) => ({ ...now, random: on }))}
        disabledReason={disabledReason}
      />
      <p class="vh" role="status">
        {said}
      </p>
    </FieldGroup>
  );
}
