import type {
  ChoiceOption,
  ChoiceQuestion,
  LocalizedText,
  NextRule,
  QuestionType,
  SurveyBody,
  SurveyQuestion,
  TextQuestion,
} from '@banso/domain/content';
import { scaleOf } from '@banso/domain/content';
import { newKey } from './checklist-steps.ts';
import { moved } from './moved.ts';

/** What the two ends of a scale are called to begin with. */
export type ScaleWords = Readonly<Record<'low' | 'high', LocalizedText>>;

/** An empty question that is answered in words and may be skipped. */
export function newQuestion(): TextQuestion {
  return { key: newKey('q'), type: 'text', text: {}, required: false };
}

/** An option without words. */
export function newOption(): ChoiceOption {
  return { key: newKey('o'), text: {} };
}

/** Puts a question at a place, or at the end. */
export function withQuestion(
  body: SurveyBody,
  question: SurveyQuestion,
  index: number = body.questions.length,
): SurveyBody {
  if (body.questions.some(({ key }) => key === question.key)) return body;
  return { ...body, questions: body.questions.toSpliced(index, 0, question) };
}

/** Takes a question out; earlier answers to it stay where they are, and rules that lead to it have to be mended. */
export function withoutQuestion(body: SurveyBody, key: string): SurveyBody {
  return { ...body, questions: body.questions.filter((question) => question.key !== key) };
}

/** Moves the question at one place to another. */
export function withMovedQuestion(body: SurveyBody, from: number, to: number): SurveyBody {
  return from === to ? body : { ...body, questions: moved(body.questions, from, to) };
}

/** Puts another question in the place of one. */
export function withChanged<Q extends SurveyQuestion>(
  body: SurveyBody,
  key: string,
  change: (question: Q) => SurveyQuestion,
): SurveyBody {
  return {
    ...body,
    questions: body.questions.map((question) => (question.key === key ? change(question as Q) : question)),
  };
}

/**
 * Asks for something else. The question gets a new key, since answers of two types cannot stand under one; rules that lead to it
 * follow. What the new type has no use for is dropped, and rules that no longer fit with it.
 * @param words - What the ends of a scale of this type are called.
 */
export function withType(body: SurveyBody, key: string, type: QuestionType, words: ScaleWords): SurveyBody {
  const own = newKey('q');
  const follow = (rule: NextRule): NextRule => (rule.to === key ? { ...rule, to: own } : rule);
  return {
    ...body,
    questions: body.questions.map((question) => {
      const made = question.key === key ? asType(question, own, type, words) : question;
      return made.next ? { ...made, next: made.next.map(follow) } : made;
    }),
  };
}

function asType(from: SurveyQuestion, key: string, type: QuestionType, labels: ScaleWords): SurveyQuestion {
  const { text, required } = from;
  const next = from.next?.filter(({ when }) => when.type === 'any');
  const asked = {
    key,
    text,
    required: type === 'statement' ? false : required,
    ...(next?.length && { next }),
  };
  switch (type) {
    case 'nps':
    case 'csat':
    case 'ces':
    case 'rating':
      return { ...asked, type, labels };
    case 'choice':
    case 'choices':
      if ('options' in from) return { ...from, ...asked, type };
      return { ...asked, type, options: [newOption(), newOption()], other: null, random: false };
    case 'text':
    case 'statement':
      return { ...asked, type };
    default:
      return type satisfies never;
  }
}

/** A rule to begin with: one that fits some of the answers, and leads to the end. */
export function newRule(question: SurveyQuestion): NextRule {
  const scale = scaleOf(question.type);
  if (scale) return { when: { type: 'between', low: scale.low, high: scale.low }, to: null };
  const [first] = 'options' in question ? question.options : [];
  return { when: first ? { type: 'chosen', options: [first.key] } : { type: 'any' }, to: null };
}

/** The question with these rules; none of them is like no rules at all. */
export function withRules<Q extends SurveyQuestion>(question: Q, rules: readonly NextRule[]): Q {
  const { next: _, ...rest } = question;
  return (rules.length > 0 ? { ...rest, next: rules } : rest) as Q;
}

/** Moves the option at one place to another. */
export function withMovedOption(question: ChoiceQuestion, from: number, to: number): ChoiceQuestion {
  return from === to ? question : { ...question, options: moved(question.options, from, to) };
}
