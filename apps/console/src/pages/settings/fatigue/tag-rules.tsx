import { LONGEST_TAG } from '@banso/domain/content';
import { AddIcon, Button, Card, DeleteIcon, IconButton } from '@banso/ui';
import { useId } from 'preact/hooks';
import { textsOf } from '../../../texts/use-texts.ts';
import { useKnownTags } from '../../contents/tags/use-known-tags.ts';
import type { RulesProps } from './budget-rules.tsx';
import { filledIn, NumberIn } from './rule-row.tsx';
import type { Budget } from './rules.ts';
import { MOST, WHEN_ON } from './rules.ts';
import { fatigueTexts } from './texts.ts';
import { wordsOf } from './wrong-words.ts';

type TagLimit = Budget['perTag'][number];

/** Limits by tag: as many as there are, each taken away by itself. */
export function TagRules({ budget, wrong, onBudget }: RulesProps) {
  const texts = textsOf(fatigueTexts);
  const known = useKnownTags();
  const list = useId();
  const { perTag } = budget;
  const set = (to: Budget['perTag']) => onBudget({ ...budget, perTag: to });
  return (
    <Card title={texts.groups.tag}>
      <p class="muted">{texts.tagWhat}</p>
      {perTag.map((limit, index) => (
        <TagRule
          key={index}
          limit={limit}
          place={index + 1}
          list={list}
          error={wordsOf(wrong[`perTag.${index}`])}
          onLimit={(to) => set(perTag.map((each, at) => (at === index ? to : each)))}
          onRemove={() => set(perTag.filter((_, at) => at !== index))}
        />
      ))}
      <datalist id={list}>
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      {perTag.length < MOST.tags && (
        <Button small icon={AddIcon} onClick={() => set([...perTag, { ...WHEN_ON.perTag }])}>
          {texts.addTag}
        </Button>
      )}
    </Card>
  );
}

function TagRule(props: {
  limit: TagLimit;
  /** From 1; tells limits without a tag apart. */
  place: number;
  /** Id of the list of known tags. */
  list: string;
  error: string | undefined;
  onLimit: (limit: TagLimit) => void;
  onRemove: () => void;
}) {
  const { limit, place, list, error, onLimit, onRemove } = props;
  const texts = textsOf(fatigueTexts);
  const id = useId();
  const name = texts.tagRule(limit.tag || `${place}`);
  return (
    <div class="rule" role="group" aria-label={name}>
      <fieldset class="rule-s" aria-describedby={error ? id : undefined}>
        <p class="rule-p">
          {filledIn(texts.tagSentence, [
            <NumberIn
              key="c"
              name={name}
              of="count"
              max={MOST.count}
              value={limit.count}
              onValue={(count) => onLimit({ ...limit, count })}
            />,
            <NumberIn
              key="d"
              name={name}
              of="days"
              max={MOST.days}
              value={limit.days}
              onValue={(days) => onLimit({ ...limit, days })}
            />,
            <input
              key="t"
              class="input rule-g"
              aria-label={`${name}: ${texts.inputs.tag}`}
              autocomplete="off"
              maxLength={LONGEST_TAG}
              list={list}
              value={limit.tag}
              onInput={(event) => onLimit({ ...limit, tag: event.currentTarget.value })}
            />,
          ])}
          <IconButton icon={DeleteIcon} label={texts.removeTag(name)} onClick={onRemove} />
        </p>
        {error !== undefined && (
          <p class="hint err" id={id} role="alert">
            {error}
          </p>
        )}
      </fieldset>
    </div>
  );
}
