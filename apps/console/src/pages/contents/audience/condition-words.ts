import type { Condition, LeafCondition, TraitCondition, TraitValue } from '@banso/domain/targeting';
import { language } from '../../../data/session.ts';
import { formatDay, formatLanguage } from '../../../texts/format.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** The name of a content by its id. */
export type ContentName = (id: string) => string;

/** A condition as a sentence without a beginning: "plan is Team and did member_invited at least 2 times". */
export function conditionWords(condition: Condition, nameOf: ContentName): string {
  return treeWords(condition, nameOf, true);
}

function treeWords(condition: Condition, nameOf: ContentName, outermost: boolean): string {
  const texts = wordsOf('conditions');
  switch (condition.type) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => treeWords(part, nameOf, condition.of.length === 1));
      if (parts.length === 0) return condition.type === 'all' ? texts.everybody : texts.nobody;
      const joined = parts.join(condition.type === 'all' ? texts.and : texts.or);
      return outermost || parts.length === 1 ? joined : texts.group(joined);
    }
    case 'not': {
      const { of } = condition;
      if (of.type === 'event' || of.type === 'locale') return leafWords(of, nameOf, true);
      return texts.not(treeWords(of, nameOf, true));
    }
    default:
      return leafWords(condition, nameOf);
  }
}

/** @param not - Says the opposite, of an event or a language. */
function leafWords(leaf: LeafCondition, nameOf: ContentName, not = false): string {
  const texts = wordsOf('conditions');
  switch (leaf.type) {
    case 'trait':
      return texts.trait(leaf.subject, leaf.key, texts.operator[leaf.op], traitValueWords(leaf));
    case 'event':
      return texts.event({
        name: leaf.name,
        not,
        atLeast: leaf.op === 'at_least',
        count: leaf.count,
        days: leaf.withinDays,
        byAccount: leaf.subject === 'account',
      });
    case 'content':
      return texts.content(nameOf(leaf.contentId), leaf.phase, leaf.happened);
    case 'locale':
      return texts.locale(oneOf(leaf.in.map(formatLanguage)), not);
    case 'sample':
      return texts.sample(leaf.percent);
    default:
      return leaf satisfies never;
  }
}

/** "a, b or c" in the reader's language. */
const oneOf = (words: readonly string[]) =>
  new Intl.ListFormat(language.value, { type: 'disjunction' }).format(words);

function traitValueWords({ op, value }: TraitCondition): string {
  if (value === undefined || op === 'set' || op === 'not_set') return '';
  const texts = wordsOf('conditions');
  const one = (each: TraitValue) => {
    if (typeof each === 'boolean') return each ? texts.yes : texts.no;
    return (op === 'before' || op === 'after') && typeof each === 'string' && !Number.isNaN(Date.parse(each))
      ? formatDay(each)
      : `${each}`;
  };
  return Array.isArray(value) ? oneOf((value as readonly TraitValue[]).map(one)) : one(value as TraitValue);
}
