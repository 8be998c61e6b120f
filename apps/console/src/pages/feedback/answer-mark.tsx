import type { CustomerText, response } from '@banso/contract';
import { scaleOf } from '@banso/domain/content';
import { Score } from '@banso/ui';
import type * as z from 'zod';
import { wordsOf } from '../../shell/said.tsx';
import { type Catalogue, textsOf } from '../../texts/use-texts.ts';

type Answer = z.infer<typeof response.ResponseRecord>;

const en = {
  markOf: (value: number, high: number) => `${value} of ${high}`,
  noScore: 'No score',
  writtenAfter: (words: string, other: string) => `${words}: ${other}`,
};
const ja: typeof en = {
  markOf: (value, high) => `${high}点中${value}点`,
  noScore: '点数なし',
  writtenAfter: (words, other) => `${words}：${other}`,
};
const ko: typeof en = {
  markOf: (value, high) => `${high}점 중 ${value}점`,
  noScore: '점수 없음',
  writtenAfter: (words, other) => `${words}: ${other}`,
};

/** Words for answers of every type, wherever they are shown. */
export const markTexts: Catalogue<typeof en> = { en, ja, ko };

/** The number by which a response is known at a glance: its NPS score, else its first mark on another scale. */
export function AnswerMark({ answer, label }: { answer: Answer; label?: (score: number) => string }) {
  const texts = textsOf(markTexts);
  if (answer.score !== null) return <Score value={answer.score} label={label?.(answer.score)} />;
  for (const { type, value } of answer.answers) {
    const scale = scaleOf(type);
    if (!scale || typeof value !== 'number') continue;
    return (
      <span class="score none">
        <span aria-hidden="true">{value}</span>
        <span class="vh">{texts.markOf(value, scale.high)}</span>
      </span>
    );
  }
  return (
    <span class="score none">
      <span aria-hidden="true">–</span>
      <span class="vh">{texts.noScore}</span>
    </span>
  );
}

/** What stands under a name in a list: the comment, else what was chosen. */
export function gistOf({ comment, answers }: Answer): CustomerText | null {
  const { writtenAfter } = textsOf(markTexts);
  if (comment !== null) return comment;
  for (const { chosen, other } of answers) {
    if (!chosen || chosen.length === 0) continue;
    const words = chosen.map(({ text }) => text).join(' · ');
    return other === null ? words : writtenAfter(words, wordsOf(other));
  }
  return null;
}
