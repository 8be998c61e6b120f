import type { AnswerRecord, ContentDraft } from '@banso/database';
import type { LocalizedText, SurveyBody } from '@banso/domain/content';
import { bodyOf, FOLLOW_UP_KEY, optionText, textIn } from '@banso/domain/content';
import type { VariantKey } from '@banso/domain/experiment';
import { bandOf } from '@banso/domain/statistics';

/** One answer in words: what was asked, and what was said to it. */
export interface AnswerInWords {
  question: string;
  text: string;
  type: string;
  value: number | string | string[] | null;
  chosen: { key: string; text: string }[] | null;
  other: string | null;
}

/**
 * An answer with the words of the version that was answered, in the language of the person.
 * @param draft - Of that version; undefined: it is not there any more, and keys stand in for words.
 */
export function answerInWords(
  draft: ContentDraft | undefined,
  answer: AnswerRecord,
  { locale, score, variant }: { locale: string; score: number | null; variant: VariantKey | null },
): AnswerInWords {
  const { question: key, number, text, options } = answer;
  const body = (draft && bodyOf(draft, variant)) as SurveyBody | undefined;
  const say = (words: LocalizedText) => textIn(words, locale, draft?.defaultLocale ?? locale);
  const said = { question: key, value: number ?? text, chosen: null, other: null };
  const question = body?.questions.find((one) => one.key === key);
  if (question && 'options' in question) {
    const chosen = options && [...options];
    return {
      ...said,
      text: say(question.text),
      type: question.type,
      value: chosen,
      chosen:
        chosen &&
        chosen.map((option) => ({ key: option, text: say(optionText(question, option)) || option })),
      other: text,
    };
  }
  if (question) return { ...said, text: say(question.text), type: question.type };
  const followUp = body && key === FOLLOW_UP_KEY && score !== null ? body.followUps[bandOf(score)] : null;
  if (body) return { ...said, text: followUp ? say(followUp) : key, type: 'text' };
  if (options)
    return {
      ...said,
      text: key,
      type: 'choices',
      value: [...options],
      chosen: options.map((option) => ({ key: option, text: option })),
      other: text,
    };
  return { ...said, text: key, type: number === null ? 'text' : 'nps' };
}
