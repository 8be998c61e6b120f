import type { NpsBand } from '@banso/domain/statistics';

type ByBand = Readonly<Record<NpsBand, string>>;

/** The survey form, in English. */
export const survey = {
  survey: 'Survey',
  title: 'Title',
  titleHint: 'What customers read in the panel, and screen readers say.',
  questions: 'Questions',
  questionsWhat: 'Asked one at a time. Every answer is kept, also when somebody stops halfway.',
  score: 'Score, 0 to 10',
  questionOf: (n: number) => `Question ${n}, in words`,
  question: 'Question',
  low: 'Label at 0',
  high: 'Label at 10',
  required: 'Must be answered',
  requiredHint: 'Otherwise people can skip it.',
  add: 'Add question',
  full: 'At most 20 questions',
  remove: 'Remove question',
  removed: (title: string) => `Question “${title}” removed.`,
  move: (n: number, title: string) => `Move question ${n}, ${title}. Use the arrow keys`,
  followUps: 'Follow-up',
  followUpsWhat: 'Asked right after the score, in words that fit it.',
  askAfter: {
    detractor: 'Ask after 0 to 6',
    passive: 'Ask after 7 to 8',
    promoter: 'Ask after 9 to 10',
  } satisfies ByBand as ByBand,
  followUpOf: {
    detractor: 'Follow-up after 0 to 6',
    passive: 'Follow-up after 7 to 8',
    promoter: 'Follow-up after 9 to 10',
  } satisfies ByBand as ByBand,
  endings: 'Last words',
  endingsWhat: 'Shown when the answer is safe.',
  endingOf: {
    detractor: 'After 0 to 6',
    passive: 'After 7 to 8',
    promoter: 'After 9 to 10',
  } satisfies ByBand as ByBand,
};
