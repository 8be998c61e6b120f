import type { Condition } from '@banso/domain/targeting';
import { conditionWords } from './condition-words.ts';
import { useContentNames } from './use-content-names.ts';

/** A condition to read. */
export function ConditionInWords({ condition }: { condition: Condition }) {
  const { nameOf } = useContentNames();
  return <p class="cond-words">{conditionWords(condition, nameOf)}</p>;
}
