import type {
  AnswerCondition,
  Condition,
  DecisiveLeaf,
  LeafCondition,
  TraitCondition,
  TraitValue,
} from '@banso/domain/targeting';
import { language } from '../../../data/session.ts';
import { formatDay, formatLanguage } from '../../../texts/format.ts';
import { namedTraitOf } from '../model/new-leaf.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** The name of a content or of a saved segment by its id. */
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
      if (
        of.type === 'event' ||
        of.type === 'content' ||
        of.type === 'locale' ||
        of.type === 'list' ||
        of.type === 'segment'
      )
        return leafWords(of, nameOf, true);
      return texts.not(treeWords(of, nameOf, true));
    }
    default:
      return leafWords(condition, nameOf);
  }
}

/** What decided, as a sentence without a beginning: of a list without how many are on it, which is not told with it. */
export function decisiveWords({ leaf, negated, segmentId }: DecisiveLeaf, nameOf: ContentName): string {
  const texts = wordsOf('conditions');
  const words =
    leaf.type === 'list'
      ? texts.list(leaf.subject, undefined, negated)
      : conditionWords(negated ? { type: 'not', of: leaf } : leaf, nameOf);
  return segmentId === undefined ? words : texts.within(nameOf(segmentId), words);
}

/** @param not - Says the opposite, of an event, a content, a list, a segment or a language. */
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
      return texts.content(nameOf(leaf.contentId), leaf.phase, leaf.happened !== not);
    case 'answer':
      return texts.answer(nameOf(leaf.surveyId), answerWords(leaf), leaf.withinDays);
    case 'list':
      return texts.list(leaf.subject, leaf.ids.length, not);
    case 'segment':
      return texts.segment(nameOf(leaf.segmentId), not);
    case 'locale':
      return texts.locale(oneOf(leaf.in.map(formatLanguage)), not);
    case 'sample':
      return texts.sample(leaf.percent);
    default:
      return leaf satisfies never;
  }
}

/** What is asked of an answer: the score, the band, or the keys of the options. */
function answerWords({ op, value }: AnswerCondition): string {
  const texts = wordsOf('conditions');
  if (op === 'answered') return '';
  const said = Array.isArray(value) ? oneOf(value as readonly string[]) : `${value as string | number}`;
  return texts.said(op, op === 'band' ? (texts.band[said as keyof typeof texts.band] ?? said) : said);
}

/** "a, b or c" in the reader's language. */
const oneOf = (words: readonly string[]) =>
  new Intl.ListFormat(language.value, { type: 'disjunction' }).format(words);

function traitValueWords({ subject, key, op, value }: TraitCondition): string {
  if (value === undefined || op === 'set' || op === 'not_set') return '';
  const texts = wordsOf('conditions');
  const named = namedTraitOf({ subject, key });
  const one = (each: TraitValue) => {
    if (typeof each === 'boolean') return each ? texts.yes : texts.no;
    const words: Readonly<Record<string, string>> | undefined = named && texts.named[named];
    if (words) return words[`${each}`] ?? `${each}`;
    return (op === 'before' || op === 'after') && typeof each === 'string' && !Number.isNaN(Date.parse(each))
      ? formatDay(each)
      : `${each}`;
  };
  return Array.isArray(value) ? oneOf((value as readonly TraitValue[]).map(one)) : one(value as TraitValue);
}
