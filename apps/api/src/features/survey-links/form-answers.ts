import type { PublishedQuestion } from '@banso/contract';
import { OTHER_KEY, scaleOf } from '@banso/domain/content';
import { mended } from '../../storable.ts';

/** What a form says to one question: an event without its ids; undefined: there was nothing to say. */
export interface FormAnswer {
  question: string;
  value: number | string | string[] | null;
  other?: string;
}

/** Names of the fields of a question: its answer, and the words beside an option. */
export const fieldOf = (key: string): string => `a.${key}`;
export const otherFieldOf = (key: string): string => `o.${key}`;

/** The answers in a form, one for each question that it showed and that asks for something; null: nothing was chosen or written. */
export function formAnswers(form: URLSearchParams, shown: readonly PublishedQuestion[]): FormAnswer[] {
  return shown.flatMap((question): FormAnswer[] => {
    const { key, type } = question;
    if (type === 'statement') return [];
    const given = form.getAll(fieldOf(key)).map((text) => mended(text));
    const [first = ''] = given;
    if (type === 'text')
      return [{ question: key, value: first.trim() === '' ? null : first.slice(0, 10_000) }];
    if (scaleOf(type)) return [{ question: key, value: /^\d{1,2}$/.test(first) ? Number(first) : null }];
    if (given.length === 0) return [{ question: key, value: null }];
    const words = mended(form.get(otherFieldOf(key)) ?? '')
      .trim()
      .slice(0, 1_000);
    const other = given.includes(OTHER_KEY) && words !== '' ? { other: words } : {};
    return [{ question: key, value: given.slice(0, 31), ...other }];
  });
}

/** Of these questions the first that has to be answered and was not; undefined: none. */
export function missingAnswer(
  answers: readonly FormAnswer[],
  shown: readonly PublishedQuestion[],
): string | undefined {
  return answers.find(
    ({ question, value }) =>
      value === null && shown.some(({ key, required }) => key === question && required),
  )?.question;
}
