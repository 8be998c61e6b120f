import { indexWords } from '@banso/domain/text';
import { bump, day, line, tally } from './lines.ts';
import type { Row } from './lines.ts';
import type { CountedResponse } from './responses.ts';

/** Topics that are counted again where a test makes them, each of one word. */
export const RECOUNTED_TOPICS = [
  { id: 'top_good', word: 'good' },
  { id: 'top_bad', word: 'bad' },
] as const;

/** The words of the responses that have some, and how many of them a day say each topic. */
export function topicsOf(
  responses: readonly CountedResponse[],
  begun: readonly Row[],
  topics: readonly Row[],
): { texts: string[]; topicDays: string[] } {
  const texts = responses
    .map((response) => ({ id: response.id, words: wordsIn(response) }))
    .filter(({ words }) => words !== '');
  const made = new Set(topics.map((row) => row['id']));
  const days = new Map<string, number>();
  for (const { id, words } of texts) {
    const on = day(String(begun.find((row) => row['id'] === id)?.['answered_at']));
    bump(days, line('', on));
    for (const topic of RECOUNTED_TOPICS)
      if (made.has(topic.id) && words.split(' ').includes(topic.word)) bump(days, line(topic.id, on));
  }
  return { texts: texts.map(({ id, words }) => line(id, words)).toSorted(), topicDays: tally(days) };
}

/** Every text that counts, question by question. */
function wordsIn({ answers }: CountedResponse): string {
  return answers
    .filter(({ walked }) => walked)
    .toSorted((a, b) => (a.question < b.question ? -1 : 1))
    .map(({ value, other }) => indexWords((typeof value === 'string' ? value : other) ?? ''))
    .filter((words) => words !== '')
    .join(' ');
}
