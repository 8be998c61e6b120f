import { account } from '@banso/contract';
import type { TraitCondition } from '@banso/domain/targeting';
import { Select } from '@banso/ui';
import { wordsOf } from '../texts/editor-words.ts';
import type { LeafProps } from './condition-row-fields.tsx';

/** How far the account has come. */
export function StageFields({ leaf, path, onLeaf }: LeafProps<TraitCondition>) {
  const texts = wordsOf('audience');
  const { stage } = wordsOf('conditions');
  return (
    <Select
      aria-label={texts.kind.lifecycle}
      data-path={`${path}.value`}
      value={leaf.value as string}
      onValue={(value) => onLeaf({ ...leaf, value })}
      options={account.LIFECYCLES.map((value) => ({ value, label: stage[value] }))}
    />
  );
}
