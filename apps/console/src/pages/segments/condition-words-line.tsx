import type { Condition } from '@banso/domain/targeting';
import { conditionWords } from '../contents/audience/condition-words.ts';
import { useContentNames } from '../contents/audience/use-content-names.ts';
import { wordsOf } from '../contents/texts/editor-words.ts';

/** Who is meant, as a sentence above the lines that say so. */
export function ConditionWordsLine({ condition }: { condition: Condition }) {
  const { nameOf } = useContentNames();
  return (
    <p class="lead-in">
      <span class="muted">{wordsOf('audience').inWords}</span> {conditionWords(condition, nameOf)}
    </p>
  );
}
