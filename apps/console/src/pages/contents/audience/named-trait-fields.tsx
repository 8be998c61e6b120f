import type { TraitCondition } from '@banso/domain/targeting';
import { Select } from '@banso/ui';
import { NAMED_TRAITS, namedTraitOf } from '../model/new-leaf.ts';
import { wordsOf } from '../texts/editor-words.ts';
import type { LeafProps } from './condition-row-fields.tsx';

/** How far the account has come, or how it is. */
export function NamedTraitFields({ leaf, path, onLeaf }: LeafProps<TraitCondition>) {
  const texts = wordsOf('audience');
  const { named } = wordsOf('conditions');
  const trait = namedTraitOf(leaf) ?? 'lifecycle';
  const words: Readonly<Record<string, string>> = named[trait];
  return (
    <Select
      aria-label={texts.kind[trait]}
      data-path={`${path}.value`}
      value={leaf.value as string}
      onValue={(value) => onLeaf({ ...leaf, value })}
      options={NAMED_TRAITS[trait].map((value) => ({ value, label: words[value] ?? value }))}
    />
  );
}
