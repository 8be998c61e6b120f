import type { NpsBand } from '@banso/domain/statistics';
import type { CommentBank } from '../comments/comment-bank.ts';
import { ENGLISH } from '../comments/english.ts';
import { JAPANESE } from '../comments/japanese.ts';
import { KOREAN } from '../comments/korean.ts';
import type { Chance } from '../random.ts';
import type { DemoLocale } from '../words.ts';
import type { Asked, Outcome } from './survey-waves.ts';

const BANKS: Readonly<Record<DemoLocale, CommentBank>> = { en: ENGLISH, ja: JAPANESE, ko: KOREAN };
const BANDS: readonly NpsBand[] = ['detractor', 'passive', 'promoter'];
/** Days of the calendar in which the new sharing page was what people spoke of. */
const ON_SHARING = { from: -78, to: -44 };

/** Gives every written comment to one answer of its language and score, spread over the whole time. */
export function commentsGiven(asked: readonly Asked[], chance: Chance): void {
  for (const [locale, bank] of Object.entries(BANKS)) {
    for (const band of BANDS) {
      const answers = asked.flatMap(({ visit, outcome }) =>
        outcome.type === 'answered' &&
        outcome.isComplete &&
        visit.person.locale === locale &&
        outcome.band === band &&
        !visit.person.isScripted
          ? [{ outcome, day: visit.day }]
          : [],
      );
      const draw = chance.fork(`${locale} ${band}`);
      const then = answers.filter(({ day }) => day >= ON_SHARING.from && day <= ON_SHARING.to);
      give(bank.onSharing[band], draw.shuffled(then));
      give(bank.anyTime[band], draw.shuffled(answers.filter(({ outcome }) => outcome.comment === undefined)));
    }
  }
}

function give(
  comments: readonly string[],
  answers: readonly { outcome: Extract<Outcome, { type: 'answered' }> }[],
): void {
  comments.forEach((comment, index) => {
    const answer = answers[index];
    if (answer) answer.outcome.comment = comment;
  });
}
