import { LONGEST_TAG, MOST_TAGS, tagKey, tidyTags } from '@banso/domain/content';
import { Chip, useFieldAttributes } from '@banso/ui';
import { useId } from 'preact/hooks';
import { textsOf } from '../../../texts/use-texts.ts';
import './tags.css';
import { tagTexts } from './texts.ts';

/** What is entered: tags, and a word that is not one yet. */
export interface EnteredTags {
  tags: readonly string[];
  typed: string;
}

/** Tags with the word that stands in the input. */
export const enteredIn = ({ tags, typed }: EnteredTags): string[] => tidyTags([...tags, typed]);

/** Props of {@link TagsInput}. */
export interface TagsInputProps {
  value: EnteredTags;
  onValue: (value: EnteredTags) => void;
  /** Tags that are known already. */
  known: readonly string[];
}

/** Tags of a content: Enter or a comma adds one, the cross and Backspace in the empty input take one away. */
export function TagsInput({ value: { tags, typed }, onValue, known }: TagsInputProps) {
  const texts = textsOf(tagTexts);
  const field = useFieldAttributes();
  const id = useId();
  const isFull = tags.length >= MOST_TAGS;
  const keys = new Set(tags.map(tagKey));
  const add = (text: string) => onValue({ tags: tidyTags([...tags, text]).slice(0, MOST_TAGS), typed: '' });
  return (
    <div class="tag-vals">
      {tags.map((tag) => (
        <Chip
          key={tag}
          tone="on"
          removeName={tag}
          onRemove={() => onValue({ tags: tags.filter((each) => each !== tag), typed })}
        >
          <span class="trunc">{tag}</span>
        </Chip>
      ))}
      <input
        {...field}
        class="input"
        autocomplete="off"
        placeholder={isFull ? texts.full(MOST_TAGS) : texts.placeholder}
        readOnly={isFull}
        maxLength={LONGEST_TAG}
        list={id}
        value={typed}
        onInput={(event) => {
          const text = event.currentTarget.value;
          // an Enter ends a composition in Japanese too; a comma counts only when it is typed by itself
          if (!event.isComposing && /[,、]$/.test(text)) add(text.slice(0, -1));
          else onValue({ tags, typed: text });
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter' && typed.trim() !== '') {
            event.preventDefault();
            add(typed);
          } else if (event.key === 'Backspace' && typed === '' && tags.length > 0)
            onValue({ tags: tags.slice(0, -1), typed });
        }}
        onBlur={() => typed.trim() !== '' && add(typed)}
      />
      <datalist id={id}>
        {known
          .filter((tag) => !keys.has(tagKey(tag)))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </div>
  );
}
