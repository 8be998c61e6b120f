import type { DraftProblem } from '../model/draft-problems.ts';
import { wordsOf } from './editor-words.ts';

/** What is wrong and what to do, in one sentence. */
export function problemWords({ code }: DraftProblem): string {
  const words = wordsOf('problems');
  return code in words ? words[code as keyof typeof words] : words.invalid;
}
