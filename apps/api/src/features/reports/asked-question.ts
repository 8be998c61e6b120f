import type { VersionRecord } from '@banso/database';
import type { LocalizedText, ScaleQuestion, SurveyQuestion } from '@banso/domain/content';
import type { ScoreKind } from '@banso/domain/statistics';
import type { Instant } from '@banso/domain/time';

/** A question of the kind that is reported. */
export interface AskedQuestion {
  key: string;
  /** In the language of the survey. */
  text: string;
}

/** Which questions of a kind the versions of a survey asked, those of the newest version first. */
export function questionsOfKind(kind: ScoreKind, newestFirst: readonly VersionRecord[]): AskedQuestion[] {
  const found = new Map<string, AskedQuestion>();
  for (const { draft } of newestFirst)
    for (const { key, text } of scaleQuestions(kind, draft))
      if (!found.has(key)) found.set(key, { key, text: text[draft.defaultLocale] ?? '' });
  return [...found.values()];
}

/** Versions from which on a question has other words than in the version before, or is there again. A translation that was added changes nothing. */
export function breaksOf(
  kind: ScoreKind,
  key: string,
  newestFirst: readonly VersionRecord[],
): { version: number; publishedAt: Instant }[] {
  return breaksAmong(newestFirst, (draft) => scaleQuestions(kind, draft).find((each) => each.key === key));
}

/** The same of a question of any kind. */
export function breaksOfQuestion(
  key: string,
  newestFirst: readonly VersionRecord[],
): { version: number; publishedAt: Instant }[] {
  return breaksAmong(newestFirst, ({ body }) =>
    'questions' in body ? body.questions.find((each) => each.key === key) : undefined,
  );
}

function breaksAmong(
  newestFirst: readonly VersionRecord[],
  find: (draft: VersionRecord['draft']) => SurveyQuestion | undefined,
): { version: number; publishedAt: Instant }[] {
  const asked = newestFirst.toReversed().flatMap(({ version, publishedAt, draft }) => {
    const question = find(draft);
    return question ? [{ version, publishedAt, question }] : [];
  });
  return asked
    .filter(({ question }, index) => {
      const before = asked[index - 1]?.question;
      return before !== undefined && saysOther(before, question);
    })
    .map(({ version, publishedAt }) => ({ version, publishedAt }));
}

function scaleQuestions(kind: ScoreKind, { body }: VersionRecord['draft']): ScaleQuestion[] {
  const questions = 'questions' in body ? body.questions : [];
  return questions.filter((question): question is ScaleQuestion => question.type === kind);
}

function saysOther(one: SurveyQuestion, other: SurveyQuestion): boolean {
  const differ = (before: LocalizedText, after: LocalizedText) =>
    Object.keys(before).some((locale) => after[locale] !== undefined && after[locale] !== before[locale]);
  if (differ(one.text, other.text)) return true;
  if (!('labels' in one && 'labels' in other)) return false;
  return differ(one.labels.low, other.labels.low) || differ(one.labels.high, other.labels.high);
}
